// The kind extension member privileges: changes of privileges on members of extensions after CREATE EXTENSION.
// The privileges are read as the difference from pg_init_privs, like pg_dump. The members belong to the extension and
// are not objects here.
import type { Grant } from '../../catalog/catalog.ts';
import { type Draft, ddl, defineKind, type Sides, type Typed } from '../kind.ts';
import { catalog, qualified } from '../shared/catalog-sql.ts';
import { defaultGrants, grantStatements } from '../shared/grants.ts';

type GrantRow = readonly [string, string, boolean, string | null];

type MemberPrivileges = {
  /** The object after GRANT … ON: `FUNCTION public.similarity(text, text)`. */
  readonly member: string;
  /** The object type's letter as acldefault() takes it. */
  readonly letter: string;
  readonly ownedBy: string;
  readonly privileges: readonly GrantRow[];
  /** The privileges after the extension's script (pg_init_privs); null for acldefault(). */
  readonly initial: readonly GrantRow[] | null;
};

/** PostgreSQL 17 introduced MAINTAIN. */
const withoutMaintain = (rows: readonly GrantRow[]): readonly GrantRow[] =>
  rows.filter(([, privilege]) => privilege !== 'MAINTAIN');

const toGrants = (rows: readonly GrantRow[]): Grant[] =>
  rows.map(([grantee, privilege, grantable, column]) => ({ grantee, privilege, grantable, column }));

const initial = ({ initial: rows, letter }: MemberPrivileges, { serverVersion }: Sides): Grant[] =>
  rows === null ? defaultGrants(letter, serverVersion) : toGrants(rows);

function change(object: Typed<MemberPrivileges>, before: Grant[], after: Grant[], context: Sides): Draft[] {
  const { member, letter, ownedBy } = object.attributes;
  const target = { on: member, letter, serverVersion: context.serverVersion, owner: ownedBy };
  return grantStatements(before, after, target).map(({ sql, opens }) =>
    ddl(sql, {
      why: `Changes privileges on ${member}, a member of an extension.`,
      hazards: [{ code: 'S501', message: `changes privileges on ${member}`, blocking: opens }],
    }),
  );
}

/** [class, oid, letter, owner, acl, words for GRANT] of every object that can be a member and has privileges. */
const HOLDERS = `
      SELECT ${catalog('pg_class')} AS classid, c.oid, CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END AS letter,
             c.relowner AS owner, c.relacl AS acl,
             CASE c.relkind WHEN 'S' THEN 'SEQUENCE ' ELSE 'TABLE ' END || ${qualified('n.nspname', 'c.relname')} AS member
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
      UNION ALL
      SELECT ${catalog('pg_proc')}, p.oid, 'f', p.proowner, p.proacl,
             format('%s %I.%I(%s)', CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, p.proname,
                    oidvectortypes(p.proargtypes))
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      UNION ALL
      SELECT ${catalog('pg_type')}, t.oid, 'T', t.typowner, t.typacl, 'TYPE ' || ${qualified('n.nspname', 't.typname')}
        FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typelem = 0 AND t.typrelid = 0
      UNION ALL
      SELECT ${catalog('pg_namespace')}, n.oid, 'n', n.nspowner, n.nspacl, 'SCHEMA ' || quote_ident(n.nspname)
        FROM pg_namespace n
      UNION ALL
      SELECT ${catalog('pg_language')}, l.oid, 'l', l.lanowner, l.lanacl, 'LANGUAGE ' || quote_ident(l.lanname)
        FROM pg_language l
      UNION ALL
      SELECT ${catalog('pg_foreign_data_wrapper')}, f.oid, 'F', f.fdwowner, f.fdwacl,
             'FOREIGN DATA WRAPPER ' || quote_ident(f.fdwname)
        FROM pg_foreign_data_wrapper f
      UNION ALL
      SELECT ${catalog('pg_foreign_server')}, s.oid, 'S', s.srvowner, s.srvacl, 'FOREIGN SERVER ' || quote_ident(s.srvname)
        FROM pg_foreign_server s`;

/** One ACL as rows of GrantRow. */
const exploded = (acl: string, column: string): string => `
          SELECT CASE WHEN e.grantee = h.owner THEN '@owner' WHEN e.grantee = 0 THEN 'PUBLIC'
                      ELSE pg_get_userbyid(e.grantee) END AS grantee, e.privilege_type, e.is_grantable, ${column} AS col
            FROM aclexplode(CASE WHEN cardinality(${acl}) > 0 THEN ${acl} END) e`;

const agg = (rows: string): string =>
  `(SELECT json_agg(json_build_array(x.grantee, x.privilege_type, x.is_grantable, x.col)
                        ORDER BY x.grantee, x.privilege_type, x.is_grantable, x.col) FROM (${rows}) x)`;

const columns = (acl: string, from: string): string => `
          SELECT y.* FROM ${from}, LATERAL (${exploded(acl, 'a.attname')}) y
           WHERE h.classid = ${catalog('pg_class')} AND a.attrelid = h.oid AND a.attnum > 0`;

/** Whether the privileges come from default privileges at CREATE EXTENSION, and no statement changed them later. */
const byDefault = `EXISTS (
             SELECT FROM pg_default_acl da
              WHERE da.defaclrole = h.owner AND da.defaclnamespace = 0
                AND da.defaclobjtype = CASE h.letter WHEN 's' THEN 'S' ELSE h.letter END::"char"
                AND ARRAY(SELECT v::text FROM unnest(da.defaclacl) v ORDER BY 1) = ARRAY(SELECT v::text FROM unnest(h.acl) v ORDER BY 1))`;

export const extensionMemberPrivileges = defineKind<MemberPrivileges>({
  name: 'extension member privileges',
  keyword: 'EXTENSION',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true },
  query: () => `
    -- Read once: for each member anew, the server would go through all functions there are.
    WITH h AS MATERIALIZED (SELECT x.* FROM (${HOLDERS}) x WHERE x.oid >= 16384)
    SELECT ${catalog('pg_init_privs')} AS classid, q.oid AS objid, q.classid AS objsubid, NULL AS namespace,
           q.member AS reference, q.parent, q.member, q.letter, q."ownedBy", q.privileges, q.initial
      FROM (
        SELECT h.classid, h.oid, h.member, h.letter, pg_get_userbyid(h.owner) AS "ownedBy",
               json_build_array(d.refclassid, d.refobjid, 0) AS parent,
               coalesce(${agg(`
          ${exploded('coalesce(h.acl, acldefault(h.letter::"char", h.owner))', 'NULL::name')}
          UNION ALL ${columns('a.attacl', 'pg_attribute a')}`)}, '[]') AS privileges,
               CASE WHEN i.initprivs IS NOT NULL OR ci.columns THEN coalesce(${agg(`
          ${exploded('coalesce(i.initprivs, acldefault(h.letter::"char", h.owner))', 'NULL::name')}
          UNION ALL ${columns(
            'ip.initprivs',
            'pg_attribute a JOIN pg_init_privs ip ON ip.classoid = h.classid AND ip.objoid = h.oid AND ip.objsubid = a.attnum',
          )}`)}, '[]') END AS initial,
               ${agg(exploded('acldefault(h.letter::"char", h.owner)', 'NULL::name'))} AS standard
          FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid AND x.extname <> 'plpgsql'
          JOIN h ON h.classid = d.classid AND h.oid = d.objid
          LEFT JOIN pg_init_privs i ON i.classoid = h.classid AND i.objoid = h.oid AND i.objsubid = 0
          CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM pg_init_privs ip WHERE ip.classoid = h.classid AND ip.objoid = h.oid
                                                AND ip.objsubid > 0) AS columns) ci
         WHERE d.deptype = 'e' AND d.refclassid = ${catalog('pg_extension')}
           AND (h.acl IS NOT NULL OR i.initprivs IS NOT NULL OR ci.columns
                OR (h.classid = ${catalog('pg_class')} AND EXISTS (
                      SELECT FROM pg_attribute a WHERE a.attrelid = h.oid AND a.attacl IS NOT NULL)))
           AND (i.initprivs IS NOT NULL OR NOT ${byDefault})) q
     WHERE q.privileges::text <> coalesce(q.initial, q.standard)::text`,
  create: (object, context) =>
    change(object, initial(object.attributes, context), toGrants(object.attributes.privileges), context),
  drop: (object, context) =>
    change(object, toGrants(object.attributes.privileges), initial(object.attributes, context), context),
  since: [
    {
      major: 17,
      without: (a) => ({
        ...a,
        privileges: withoutMaintain(a.privileges),
        initial: a.initial === null ? null : withoutMaintain(a.initial),
      }),
    },
  ],
  attributes: {
    member: 'replace',
    letter: 'replace',
    ownedBy: 'ignore',
    privileges: ({ before, after }, context) =>
      change(after, toGrants(before.attributes.privileges), toGrants(after.attributes.privileges), context),
    initial: 'ignore',
  },
});
