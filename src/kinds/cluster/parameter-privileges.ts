// The kind parameter privileges: GRANT SET, ALTER SYSTEM ON PARAMETER, since PostgreSQL 15 (catalog pg_parameter_acl).
import type { Grant } from '../../catalog/catalog.ts';
import { asText } from '../../sql/node.ts';
import type { ParsedStatement } from '../../sql/parser.ts';
import { type Draft, ddl, defineKind, type Sides, type Typed } from '../kind.ts';
import { catalog } from '../shared/catalog-sql.ts';
import { grantStatements } from '../shared/grants.ts';

type Privileges = {
  readonly parameter: string;
  readonly privileges: readonly (readonly [string, string, boolean])[];
};

const SUBJECT = 'the server';

const granted = ({ attributes }: Typed<Privileges>): Grant[] =>
  attributes.privileges.map(([grantee, privilege, grantable]) => ({ grantee, privilege, grantable, column: null }));

const change = (object: Typed<Privileges>, before: Grant[], after: Grant[], { serverVersion }: Sides): Draft[] =>
  grantStatements(before, after, {
    on: `PARAMETER ${object.attributes.parameter}`,
    letter: 'p',
    serverVersion,
    owner: null,
  }).map(({ sql, opens }) =>
    ddl(sql, {
      why: `Changes privileges on parameter ${object.attributes.parameter}.`,
      hazards: [
        {
          code: 'S501',
          message: `changes privileges on parameter ${object.attributes.parameter} of the whole server`,
          blocking: opens,
        },
      ],
    }),
  );

/** Privileges of the bootstrap superuser are left out. */
export const parameterPrivileges = defineKind<Privileges>({
  name: 'parameter privileges',
  keyword: 'PARAMETER',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true },
  optIn: {
    of: ({ type, node }: ParsedStatement) =>
      type === 'GrantStmt' && asText(node['objtype']) === 'OBJECT_PARAMETER_ACL' ? [SUBJECT] : [],
  },
  query: (version) =>
    version < 150000
      ? 'SELECT 0 AS classid, 0 AS objid, 0 AS objsubid WHERE false'
      : `
    SELECT ${catalog('pg_parameter_acl')} AS classid, a.oid AS objid, 0 AS objsubid, a.parname AS objname, NULL AS namespace,
           '${SUBJECT}' AS subject, a.parname AS reference, a.parname AS parameter, p.privileges
      FROM pg_parameter_acl a, LATERAL (
        SELECT json_agg(json_build_array(g.grantee, g.privilege_type, g.is_grantable)
                        ORDER BY g.grantee, g.privilege_type) AS privileges FROM (
          SELECT CASE WHEN e.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END AS grantee, e.privilege_type,
                 bool_or(e.is_grantable) AS is_grantable
            FROM aclexplode(a.paracl) e WHERE e.grantee <> 10 GROUP BY 1, 2) g) p
     WHERE p.privileges IS NOT NULL`,
  create: (object, context) => change(object, [], granted(object), context),
  drop: (object, context) => change(object, granted(object), [], context),
  since: [{ major: 15, feature: 'privileges on parameters' }],
  attributes: {
    parameter: 'replace',
    privileges: ({ before, after }, context) => change(after, granted(before), granted(after), context),
  },
});
