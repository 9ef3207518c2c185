// The kind default privileges: ALTER DEFAULT PRIVILEGES (catalog pg_default_acl), and the privileges of new objects.
import { type DbObject, type Grant, OWNER } from '../catalog/catalog.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';
import { mentionsInOptions } from '../sql/statement-words.ts';
import { type Draft, ddl, defineKind, type Kind, type Resource, type Sides, type Typed } from './kind.ts';
import { catalog, userNamespace } from './shared/catalog-sql.ts';
import { defaultGrants, grantStatements } from './shared/grants.ts';

type GrantRow = readonly [string, string, boolean];
type DefaultPrivileges = {
  /** Null for the role that runs the migrations. */
  readonly role: string | null;
  readonly schema: string | null;
  /** The object type's letter as acldefault() takes it. */
  readonly letter: string;
  readonly privileges: readonly GrantRow[];
};

const OBJECTS: Readonly<Record<string, string>> = {
  r: 'TABLES',
  s: 'SEQUENCES',
  f: 'FUNCTIONS',
  T: 'TYPES',
  n: 'SCHEMAS',
};

const grantsOf = (rows: readonly GrantRow[]): Grant[] =>
  rows.map(([grantee, privilege, grantable]) => ({ grantee, privilege, grantable, column: null }));

/** The privileges without a row in pg_default_acl: acldefault() for the whole database, none for one schema. */
const base = (d: DefaultPrivileges, serverVersion: number): Grant[] =>
  d.schema === null ? defaultGrants(d.letter, serverVersion) : [];

function change(object: Typed<DefaultPrivileges>, before: Grant[], after: Grant[], context: Sides): Draft[] {
  const d = object.attributes;
  const schema = d.schema === null ? '' : `IN SCHEMA ${quoteIdentifier(d.schema)} `;
  return grantStatements(before, after, {
    on: OBJECTS[d.letter] ?? '',
    letter: d.letter,
    serverVersion: context.serverVersion,
    owner: d.role ?? context.role,
    prefix: `ALTER DEFAULT PRIVILEGES ${d.role === null ? '' : `FOR ROLE ${quoteIdentifier(d.role)} `}${schema}`,
  }).map(({ sql, opens }) =>
    ddl(sql, {
      hazards: [
        {
          code: 'S506',
          message: `changes privileges on objects that role ${d.role ?? context.role} creates from now on${opens ? ': every role gets them (PUBLIC)' : ''}`,
          blocking: opens,
        },
      ],
    }),
  );
}

export const defaultPrivileges = defineKind<DefaultPrivileges>({
  name: 'default privileges',
  keyword: 'DEFAULT PRIVILEGES',
  folder: 'ddl',
  words: {
    statements: { AlterDefaultPrivilegesStmt: { mentions: mentionsInOptions({ schemas: 'schema' }) } },
    catalogs: { pg_default_acl: 'true' },
  },
  traits: { uncommented: true, ambient: true },
  query: () => `
    SELECT ${catalog('pg_default_acl')} AS classid, d.oid AS objid, 0 AS objsubid, n.nspname AS namespace,
           format('%s%s on %s', CASE WHEN pg_get_userbyid(d.defaclrole) <> current_user
                                   THEN format('for role %I ', pg_get_userbyid(d.defaclrole)) END,
                  CASE WHEN n.oid IS NULL THEN 'everywhere' ELSE format('in schema %I', n.nspname) END,
                  CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
                    WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE d.defaclobjtype::text END) AS reference,
           nullif(pg_get_userbyid(d.defaclrole), current_user) AS role, n.nspname AS schema,
           CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype::text END AS letter,
           coalesce((SELECT json_agg(json_build_array(
                       CASE WHEN e.grantee = d.defaclrole THEN '${OWNER}' WHEN e.grantee = 0 THEN 'PUBLIC'
                            ELSE pg_get_userbyid(e.grantee) END, e.privilege_type, e.is_grantable)
                       ORDER BY 1::text, pg_get_userbyid(e.grantee), e.privilege_type)
              FROM aclexplode(d.defaclacl) e), '[]') AS privileges
      FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
     WHERE n.oid IS NULL OR ${userNamespace('n')}`,
  since: [
    {
      major: 17,
      without: (d) => ({ ...d, privileges: d.privileges.filter(([, privilege]) => privilege !== 'MAINTAIN') }),
    },
  ],
  resources: ({ attributes: { letter, schema } }) => [{ use: 'sets', name: defaultsName(letter, schema) }],
  create: (object, context) =>
    change(object, base(object.attributes, context.serverVersion), grantsOf(object.attributes.privileges), context),
  drop: (object, context) =>
    change(object, grantsOf(object.attributes.privileges), base(object.attributes, context.serverVersion), context),
  attributes: {
    role: 'replace',
    schema: 'replace',
    letter: 'replace',
    privileges: ({ before, after }, context) =>
      change(after, grantsOf(before.attributes.privileges), grantsOf(after.attributes.privileges), context),
  },
});

const defaultsName = (letter: string, schema: string | null): string => `default privileges ${letter} ${schema ?? ''}`;

/** The two rows of pg_default_acl that PostgreSQL reads for a new object: of the whole database and of its schema. */
export function obeyedDefaultPrivileges({ privileges }: Kind, { namespace }: DbObject): readonly Resource[] {
  if (!privileges) return [];
  const { letter } = privileges;
  const schemas = namespace === null || letter === 'n' ? [null] : [null, namespace];
  return schemas.map((schema) => ({ use: 'obeys', name: defaultsName(letter, schema) }));
}

const isDefaultPrivileges = (object: DbObject): object is Typed<DefaultPrivileges> =>
  object.kind === defaultPrivileges.name;

/**
 * The privileges of a new object: acldefault() or the creator's defaults, plus the defaults of the schema
 * (get_user_default_acl).
 */
export function initialGrants(letter: string, namespace: string | null, role: string, context: Sides): Grant[] {
  if (letter === 'c') return [];
  let everywhere = defaultGrants(letter, context.serverVersion);
  const inSchema: Grant[] = [];
  for (const object of context.after.catalog.objects.values()) {
    if (!isDefaultPrivileges(object)) continue;
    const d = object.attributes;
    if ((d.role ?? context.role) !== role || d.letter !== letter) continue;
    if (d.schema === null) everywhere = grantsOf(d.privileges);
    else if (d.schema === namespace && letter !== 'n') inSchema.push(...grantsOf(d.privileges));
  }
  return [...everywhere, ...inSchema];
}
