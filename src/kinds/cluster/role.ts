// The kinds role and role membership (catalogs pg_authid and pg_auth_members).
// Roles belong to the server, so only those that the desired files create are compared. Passwords are neither read nor
// written.
import { keyOf } from '../../catalog/catalog.ts';
import { quoteIdentifier, quoteLiteral } from '../../sql/identifiers.ts';
import { asNode, asText, children, namesOf } from '../../sql/node.ts';
import type { ParsedStatement } from '../../sql/parser.ts';
import {
  type Alteration,
  type Draft,
  ddl,
  defineKind,
  type HazardDraft,
  holdsRows,
  type Sides,
  type Typed,
} from '../kind.ts';
import { catalog } from '../shared/catalog-sql.ts';

type Role = {
  readonly superuser: boolean;
  readonly inherit: boolean;
  readonly createRole: boolean;
  readonly createDatabase: boolean;
  readonly login: boolean;
  readonly replication: boolean;
  readonly bypassRowSecurity: boolean;
  readonly connectionLimit: number;
  /** In UTC; null for no limit. */
  readonly validUntil: string | null;
};

const WORDS = {
  superuser: 'SUPERUSER',
  inherit: 'INHERIT',
  createRole: 'CREATEROLE',
  createDatabase: 'CREATEDB',
  login: 'LOGIN',
  replication: 'REPLICATION',
  bypassRowSecurity: 'BYPASSRLS',
} as const;

type Switch = keyof typeof WORDS;
const SWITCHES = Object.keys(WORDS) as readonly Switch[];

/** The defaults of CREATE ROLE. */
const PLAIN: Role = {
  superuser: false,
  inherit: true,
  createRole: false,
  createDatabase: false,
  login: false,
  replication: false,
  bypassRowSecurity: false,
  connectionLimit: -1,
  validUntil: null,
};

const options = (before: Role, after: Role): string[] => [
  ...SWITCHES.filter((name) => before[name] !== after[name]).map((name) => `${after[name] ? '' : 'NO'}${WORDS[name]}`),
  ...(before.connectionLimit === after.connectionLimit ? [] : [`CONNECTION LIMIT ${after.connectionLimit}`]),
  ...(before.validUntil === after.validUntil ? [] : [`VALID UNTIL ${quoteLiteral(after.validUntil ?? 'infinity')}`]),
];

const powers = (reference: string, before: Role, after: Role): HazardDraft[] => {
  const gained = SWITCHES.filter((name) => name !== 'inherit' && after[name] && !before[name]).map(
    (name) => WORDS[name],
  );
  return gained.length === 0 ? [] : [{ code: 'S509', message: `gives role ${reference} ${gained.join(', ')}` }];
};

/** One ALTER ROLE for all changes. */
const alterRole = ({ before, after }: Alteration<Role>): Draft[] => [
  ddl(`ALTER ROLE ${after.reference} ${options(before.attributes, after.attributes).join(' ')}`, {
    hazards: powers(after.reference, before.attributes, after.attributes),
  }),
];

const roleNames = ({ type, node }: ParsedStatement): readonly string[] => {
  if (type === 'CreateRoleStmt') return [asText(node['role'])];
  if (type === 'AlterRoleStmt') return [asText(asNode(node['role'])?.['rolename'])];
  return type === 'CommentStmt' && asText(node['objtype']) === 'OBJECT_ROLE' ? namesOf(node['object']) : [];
};

export const role = defineKind<Role>({
  name: 'role',
  keyword: 'ROLE',
  folder: 'ddl',
  words: {
    statements: {
      CreateRoleStmt: { ofRoles: 'CREATE ROLE' },
      AlterRoleStmt: { ofRoles: 'ALTER ROLE' },
    },
    types: { role: { objectTypes: ['OBJECT_ROLE'], within: 'database' } },
  },
  traits: { role: true },
  respond: holdsRows,
  optIn: { of: roleNames, unnamed: true },
  query: () => `
    SELECT ${catalog('pg_authid')} AS classid, r.oid AS objid, 0 AS objsubid, r.rolname AS objname, NULL AS namespace,
           r.rolname AS subject, quote_ident(r.rolname) AS reference, shobj_description(r.oid, 'pg_authid') AS comment,
           r.rolsuper AS superuser, r.rolinherit AS inherit, r.rolcreaterole AS "createRole",
           r.rolcreatedb AS "createDatabase", r.rolcanlogin AS login, r.rolreplication AS replication,
           r.rolbypassrls AS "bypassRowSecurity", r.rolconnlimit AS "connectionLimit",
           CASE WHEN isfinite(r.rolvaliduntil)
                THEN to_char(r.rolvaliduntil AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00' END AS "validUntil"
      FROM pg_roles r WHERE r.rolname !~ '^pg_' AND r.oid <> 10 AND r.rolname <> session_user AND r.rolname <> current_user`,
  create: ({ reference, attributes }) => [
    ddl([`CREATE ROLE ${reference}`, ...options(PLAIN, attributes)].join(' '), {
      hazards: powers(reference, PLAIN, attributes),
    }),
  ],
  drop: ({ reference }) => [
    ddl(`DROP ROLE ${reference}`, {
      why: `Drops role ${reference}; fails while the role owns an object or has a privilege in any database.`,
      hazards: [
        {
          code: 'S510',
          message: `ends logins of role ${reference} to all databases of the server, and its password is lost`,
          blocking: true,
        },
      ],
    }),
  ],
  alter: alterRole,
  attributes: {
    superuser: 'alter',
    inherit: 'alter',
    createRole: 'alter',
    createDatabase: 'alter',
    login: 'alter',
    replication: 'alter',
    bypassRowSecurity: 'alter',
    connectionLimit: 'alter',
    validUntil: 'alter',
  },
});

type Membership = {
  readonly role: string;
  readonly member: string;
  readonly admin: boolean;
  /** Null where the option equals the member's INHERIT, and before PostgreSQL 16, which has no such option. */
  readonly inherit: boolean | null;
  readonly set: boolean;
  /** The grantor; null for the bootstrap superuser and for the role that runs the migrations. */
  readonly grantor: string | null;
};

const by = ({ grantor }: Membership): string => (grantor === null ? '' : ` GRANTED BY ${quoteIdentifier(grantor)}`);

function grant({ attributes: m }: Typed<Membership>, before: Membership | null, context: Sides): Draft {
  const words = [
    ...(m.admin === (before?.admin ?? false) ? [] : [`ADMIN ${m.admin ? 'TRUE' : 'FALSE'}`]),
    ...(m.inherit === (before?.inherit ?? null) ? [] : [`INHERIT ${inherits(m, context) ? 'TRUE' : 'FALSE'}`]),
    ...(m.set === (before?.set ?? true) ? [] : [`SET ${m.set ? 'TRUE' : 'FALSE'}`]),
  ];
  const names = `${quoteIdentifier(m.role)} TO ${quoteIdentifier(m.member)}`;
  const old = context.serverVersion < 160000;
  const sql =
    old && before?.admin && !m.admin
      ? `REVOKE ADMIN OPTION FOR ${quoteIdentifier(m.role)} FROM ${quoteIdentifier(m.member)}`
      : `GRANT ${names}${words.length === 0 ? '' : old ? ' WITH ADMIN OPTION' : ` WITH ${words.join(', ')}`}${by(m)}`;
  return ddl(sql, {
    why: `Grants membership in role ${m.role} to role ${m.member}.`,
    hazards: [{ code: 'S509', message: `gives role ${m.member} the privileges of role ${m.role}` }],
  });
}

/** GRANT with the member's own INHERIT, for a membership that no longer states the option. */
const inherits = (m: Membership, context: Sides): boolean =>
  m.inherit ??
  (context.after.get(keyOf(role.name, quoteIdentifier(m.member))) as Typed<Role> | undefined)?.attributes.inherit !==
    false;

const grantees = (statement: ParsedStatement): readonly string[] => {
  if (statement.type !== 'GrantRoleStmt') return statement.type === 'CreateRoleStmt' ? roleNames(statement) : [];
  return children(statement.node['grantee_roles'], 'RoleSpec').map((grantee) => asText(grantee['rolename']));
};

const change = ({ before, after }: Alteration<Membership>, context: Sides): Draft[] => [
  grant(after, before.attributes, context),
];

const authid = (oid: string): string => `json_build_array(${catalog('pg_authid')}, ${oid}, 0)`;

export const roleMembership = defineKind<Membership>({
  name: 'role membership',
  keyword: 'ROLE',
  folder: 'ddl',
  words: {
    statements: { GrantRoleStmt: { ofRoles: 'GRANT or REVOKE of a role' } },
  },
  traits: { uncommented: true },
  optIn: { of: grantees, unnamed: true },
  query: (version) => `
    SELECT ${catalog('pg_auth_members')} AS classid, m.member AS objid, m.roleid AS objsubid, NULL AS namespace,
           u.rolname AS subject, format('%I to %I', r.rolname, u.rolname) || coalesce(' by ' || quote_ident(g.rolname), '')
             AS reference,
           json_build_array(${authid('m.member')}, ${authid('m.roleid')}, ${authid('m.grantor')}) AS uses,
           r.rolname AS role, u.rolname AS member, m.admin_option AS admin,
           ${version < 160000 ? 'NULL' : 'CASE WHEN m.inherit_option <> u.rolinherit THEN m.inherit_option END'} AS inherit,
           ${version < 160000 ? 'true' : 'm.set_option'} AS set, g.rolname AS grantor
      FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid JOIN pg_roles u ON u.oid = m.member
      LEFT JOIN pg_roles g ON ${version < 160000 ? 'false' : 'g.oid = m.grantor AND g.oid <> 10 AND g.rolname NOT IN (current_user, session_user)'}
     WHERE u.rolname !~ '^pg_'`,
  create: (object, context) => [grant(object, null, context)],
  drop: ({ attributes: m }) => [
    ddl(`REVOKE ${quoteIdentifier(m.role)} FROM ${quoteIdentifier(m.member)}${by(m)}`, {
      why: `Revokes membership in role ${m.role} from role ${m.member}.`,
      hazards: [{ code: 'S509', message: `takes the privileges of role ${m.role} from role ${m.member}` }],
    }),
  ],
  // Before PostgreSQL 16, a membership has only the option ADMIN, and its grantor has no effect.
  since: [{ major: 16, without: (m) => ({ ...m, inherit: null, set: true, grantor: null }) }],
  alter: (alteration, _, context) => change(alteration, context),
  attributes: {
    role: 'replace',
    member: 'replace',
    admin: 'alter',
    inherit: 'alter',
    set: 'alter',
    grantor: 'replace',
  },
});
