// The kind role setting: ALTER ROLE … [IN DATABASE …] SET, in all databases or in one (catalog pg_db_role_setting).
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { asNode, asText } from '../../sql/node.ts';
import type { ParsedStatement } from '../../sql/parser.ts';
import { type Draft, ddl, defineKind, type Typed } from '../kind.ts';
import { catalog } from '../shared/catalog-sql.ts';
import { configurationClause, configurationSql } from '../shared/configuration.ts';
import { settingMeaning } from '../shared/setting-values.ts';
import { onThisDatabase } from '../shared/this-database.ts';

type RoleSetting = {
  /** Null for all roles. */
  readonly role: string | null;
  readonly inDatabase: boolean;
  readonly name: string;
  readonly value: string;
};

const ALL = 'all roles';

/** Settings of a role are compared only where the desired files set any for that role. */
const mentions = ({ type, node }: ParsedStatement): readonly string[] =>
  type === 'AlterRoleSetStmt' ? [asText(asNode(node['role'])?.['rolename']) || ALL] : [];

function set({ attributes: s }: Typed<RoleSetting>, value: string | null): Draft {
  const head = `ALTER ROLE ${s.role === null ? 'ALL' : quoteIdentifier(s.role)}`;
  const clause = ` ${configurationClause(s.name, value)}`;
  const parts = {
    why: `${value === null ? 'Resets' : 'Sets'} ${s.name} for sessions of ${s.role === null ? ALL : `role ${s.role}`}.`,
    hazards: [
      { code: 'C413', message: `changes ${s.name} for new sessions of ${s.role === null ? ALL : `role ${s.role}`}` },
    ],
  };
  return s.inDatabase ? onThisDatabase(`${head} IN DATABASE `, clause, parts) : ddl(head + clause, parts);
}

export const roleSetting = defineKind<RoleSetting>({
  name: 'role setting',
  keyword: 'ROLE',
  folder: 'ddl',
  words: {
    statements: { AlterRoleSetStmt: {} },
  },
  traits: { uncommented: true },
  optIn: { of: mentions },
  query: () => `
    SELECT ${catalog('pg_db_role_setting')} AS classid, s.setrole AS objid, 0 AS objsubid, NULL AS namespace,
           coalesce(r.rolname, '${ALL}') AS subject,
           json_build_array(json_build_array(${catalog('pg_authid')}, s.setrole, 0)) AS uses,
           format('%s%s: %s', coalesce(quote_ident(r.rolname), '${ALL}'),
                  CASE WHEN s.setdatabase <> 0 THEN ' in this database' END, split_part(c, '=', 1)) AS reference,
           r.rolname AS role, s.setdatabase <> 0 AS "inDatabase", ${configurationSql('c')}
      FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) c LEFT JOIN pg_roles r ON r.oid = s.setrole
     WHERE (s.setdatabase = 0 OR (s.setrole <> 0 AND s.setdatabase =
             (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())))`,
  meaning: (s) => ({ ...s, value: settingMeaning(s.name, s.value) }),
  create: (object) => [set(object, object.attributes.value)],
  drop: (object) => [set(object, null)],
  attributes: {
    role: 'replace',
    inDatabase: 'replace',
    name: 'replace',
    value: ({ after }) => [set(after, after.attributes.value)],
  },
});
