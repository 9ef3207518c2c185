// The kinds database setting, database comment and database privileges, of the connected database.
import type { Grant } from '../../catalog/catalog.ts';
import { quoteLiteral } from '../../sql/identifiers.ts';
import { asText } from '../../sql/node.ts';
import type { ParsedStatement } from '../../sql/parser.ts';
import { type Draft, defineKind, type Sides, type Typed } from '../kind.ts';
import { catalog } from '../shared/catalog-sql.ts';
import { configurationClause, configurationSql } from '../shared/configuration.ts';
import { defaultGrants, grantStatements } from '../shared/grants.ts';
import { settingMeaning } from '../shared/setting-values.ts';
import { onThisDatabase } from '../shared/this-database.ts';

const THIS = '(SELECT d.oid FROM pg_database d WHERE d.datname = current_database())';

/** The subject of a statement about the database; see `Kind.optIn`. */
const mentions =
  (type: string, field?: string) =>
  (statement: ParsedStatement): readonly string[] =>
    statement.type === type && (field === undefined || asText(statement.node[field]) === 'OBJECT_DATABASE')
      ? ['this database']
      : [];

type Setting = { readonly name: string; readonly value: string };

const set = ({ attributes: s }: Typed<Setting>, value: string | null): Draft =>
  onThisDatabase('ALTER DATABASE ', ` ${configurationClause(s.name, value)}`, {
    why:
      value === null
        ? `Resets ${s.name} for sessions of this database.`
        : `Sets ${s.name} for sessions of this database.`,
    hazards: [{ code: 'C413', message: `changes ${s.name} for new sessions of this database` }],
  });

export const databaseSetting = defineKind<Setting>({
  name: 'database setting',
  keyword: 'DATABASE',
  folder: 'ddl',
  words: {
    statements: { AlterDatabaseSetStmt: {} },
  },
  traits: { uncommented: true },
  optIn: { of: mentions('AlterDatabaseSetStmt') },
  query: () => `
    SELECT ${catalog('pg_db_role_setting')} AS classid, 0 AS objid, 0 AS objsubid, split_part(c, '=', 1) AS objname, NULL AS namespace,
           'this database' AS subject, split_part(c, '=', 1) AS reference, ${configurationSql('c')}
      FROM pg_db_role_setting s, unnest(s.setconfig) c WHERE s.setrole = 0 AND s.setdatabase = ${THIS}`,
  meaning: (s) => ({ ...s, value: settingMeaning(s.name, s.value) }),
  create: (object) => [set(object, object.attributes.value)],
  drop: (object) => [set(object, null)],
  attributes: { name: 'replace', value: ({ after }) => [set(after, after.attributes.value)] },
});

type Comment = { readonly text: string };

const describe = (text: string | null): Draft =>
  onThisDatabase('COMMENT ON DATABASE ', ` IS ${text === null ? 'NULL' : quoteLiteral(text)}`, {
    why: text === null ? 'Removes the comment of this database.' : 'Sets the comment of this database.',
  });

export const databaseComment = defineKind<Comment>({
  name: 'database comment',
  keyword: 'DATABASE',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true },
  optIn: { of: mentions('CommentStmt', 'objtype') },
  // initdb writes a comment on the database postgres; the comment belongs to no desired file.
  query: () => `
    SELECT ${catalog('pg_database')} AS classid, 0 AS objid, 0 AS objsubid, NULL AS namespace,
           'this database' AS subject, 'this database' AS reference, d.description AS text
      FROM pg_shdescription d WHERE d.classoid = ${catalog('pg_database')} AND d.objoid = ${THIS}
       AND d.description <> 'default administrative connection database'`,
  create: (object) => [describe(object.attributes.text)],
  drop: () => [describe(null)],
  attributes: { text: ({ after }) => [describe(after.attributes.text)] },
});

type Privileges = { readonly privileges: readonly (readonly [string, string, boolean])[] };

const LETTER = 'd';
const standard = ({ serverVersion }: Sides): Grant[] =>
  defaultGrants(LETTER, serverVersion).filter(({ grantee }) => grantee === 'PUBLIC');
const granted = ({ attributes }: Typed<Privileges>): Grant[] =>
  attributes.privileges.map(([grantee, privilege, grantable]) => ({ grantee, privilege, grantable, column: null }));

const NAME = '\u0001';

const change = (before: Grant[], after: Grant[], { serverVersion }: Sides): Draft[] =>
  grantStatements(before, after, { on: `DATABASE ${NAME}`, letter: LETTER, serverVersion, owner: null }).map(
    ({ sql, opens }) => {
      const [head = '', tail = ''] = sql.split(NAME);
      return onThisDatabase(head, tail, {
        why: 'Changes privileges on this database.',
        hazards: [{ code: 'S501', message: 'changes privileges on this database', blocking: opens }],
      });
    },
  );

/** Privileges of the owner are left out: the owner differs between environments. */
export const databasePrivileges = defineKind<Privileges>({
  name: 'database privileges',
  keyword: 'DATABASE',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true },
  optIn: { of: mentions('GrantStmt', 'objtype') },
  query: () => `
    SELECT ${catalog('pg_database')} AS classid, 0 AS objid, 0 AS objsubid, NULL AS namespace,
           'this database' AS subject, 'this database' AS reference, p.privileges
      FROM pg_database d, LATERAL (
        SELECT coalesce(json_agg(json_build_array(g.grantee, g.privilege_type, g.is_grantable)
                                 ORDER BY g.grantee, g.privilege_type), '[]') AS privileges FROM (
          SELECT CASE WHEN e.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END AS grantee, e.privilege_type,
                 bool_or(e.is_grantable) AS is_grantable
            FROM aclexplode(d.datacl) e WHERE e.grantee <> d.datdba GROUP BY 1, 2) g) p
     WHERE d.oid = ${THIS} AND d.datacl IS NOT NULL
       AND p.privileges::text <> '[["PUBLIC", "CONNECT", false], ["PUBLIC", "TEMPORARY", false]]'`,
  create: (object, context) => change(standard(context), granted(object), context),
  drop: (object, context) => change(granted(object), standard(context), context),
  attributes: { privileges: ({ before, after }, context) => change(granted(before), granted(after), context) },
});
