// The kind table: CREATE TABLE, also partitioned, with row security and replica identity (catalog pg_class).
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { mentionsWord } from '../../sql/statement-words.ts';
import { tableParts } from '../../sql/table-elements.ts';
import { type Draft, ddl, defineKind, holdsRows, type Rendering, type Typed, takes } from '../kind.ts';
import { catalog, grantsOrNull, qualified, roleName, userNamespace } from '../shared/catalog-sql.ts';
import { COLUMN, columns, nameInSchema } from '../shared/member-sql.ts';
import { optionChanges, optionList } from '../shared/options.ts';
import { parameterMeaning } from '../shared/parameter-values.ts';
import { tableOptions } from '../shared/storage-parameters.ts';
import { partitionedParents, tablesReferredTo } from './inherited.ts';
import type { Table } from './models.ts';
import { tableDefinition } from './table-definition.ts';

const alter = (object: Typed<Table>, clause: string, parts: Omit<Draft, 'sql'> = {}): Draft =>
  ddl(`ALTER TABLE ${object.reference} ${clause}`, { lock: 'ACCESS EXCLUSIVE', ...parts });

const rewrite = (object: Typed<Table>, what: string): Omit<Draft, 'sql'> => ({
  work: 'rewrite',
  hazards: [
    {
      code: 'A201',
      message: `rewrites table ${object.reference} ${what} under an ACCESS EXCLUSIVE lock`,
      remedy: 'run the migration in a maintenance window, or move the rows to a new table',
      blocking: true,
    },
  ],
});

/** CREATE TABLE with the columns, defaults and constraints that stand in it. */
function createTable(object: Typed<Table>, context: Rendering): Draft {
  const { attributes: table, reference } = object;
  const parts = [
    `CREATE ${table.unlogged ? 'UNLOGGED ' : ''}TABLE ${reference}`,
    tableDefinition(object, context),
    ...(table.partitionKey === null ? [] : [`\nPARTITION BY ${table.partitionKey}`]),
    ...(table.accessMethod === null ? [] : [`\nUSING ${table.accessMethod}`]),
    ...(table.options === null ? [] : [`\nWITH ${optionList(table.options)}`]),
    ...(table.tablespace === null ? [] : [`\nTABLESPACE ${quoteIdentifier(table.tablespace)}`]),
  ];
  return ddl(parts.join(''));
}

const rowSecurity = (object: Typed<Table>): Draft =>
  alter(object, `${object.attributes.rowSecurity ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`, {
    late: object.attributes.rowSecurity,
    why: `${object.attributes.rowSecurity ? 'Enables' : 'Disables'} row security on table ${object.reference}.`,
    hazards: [
      object.attributes.rowSecurity
        ? {
            code: 'S502',
            message: `enables row security on ${object.reference}: rows that no policy allows are hidden`,
          }
        : {
            code: 'S502',
            message: `disables row security on ${object.reference}: every row is visible again`,
            blocking: true,
          },
    ],
  });

const forceRowSecurity = (object: Typed<Table>): Draft =>
  alter(object, `${object.attributes.forceRowSecurity ? 'FORCE' : 'NO FORCE'} ROW LEVEL SECURITY`, {
    late: object.attributes.forceRowSecurity,
    why: `${object.attributes.forceRowSecurity ? 'Applies row security to' : 'Exempts from row security'} the owner of table ${object.reference}.`,
    hazards: [
      { code: 'S502', message: `changes whether row security applies to the owner of table ${object.reference}` },
    ],
  });

const replicaIdentity = (object: Typed<Table>): Draft =>
  alter(object, `REPLICA IDENTITY ${object.attributes.replicaIdentity}`, {
    hazards: [{ code: 'C409', message: `changes the replica identity of table ${object.reference}` }],
  });

export const table = defineKind<Table>({
  name: 'table',
  keyword: 'TABLE',
  folder: 'ddl',
  words: {
    statements: {
      CreateStmt: {
        defines: (node, at) => tableParts('table', node, at),
        mentions: mentionsWord('access method', 'accessMethod'),
        touchesNamedOnly: true,
      },
    },
    types: { table: { objectTypes: ['OBJECT_TABLE'], namespace: 'relation', allInSchema: true } },
    catalogs: { pg_class: "x.relkind <> 't' AND x.relpersistence <> 't' AND x.relnamespace <> 99" },
    // A stand-in table has the columns and keys of the extension's table, and nothing else.
    memberStatements: `
      SELECT 4, c.oid, 'CREATE TABLE ' || ${nameInSchema('n.nspname', 'c.relname')} || ' (' || concat_ws(', ', ${columns('c.oid', COLUMN)},
               (SELECT string_agg(pg_get_constraintdef(k.oid), ', ' ORDER BY k.oid) FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u'))) || ')'
        FROM relations c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind IN ('r', 'p', 'f')`,
  },
  respond: holdsRows,
  privileges: { keyword: 'TABLE', letter: 'r' },
  query: () => `
    SELECT ${catalog('pg_class')} AS classid, c.oid AS objid, 0 AS objsubid, c.relname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 'c.relname')} AS reference, ${roleName('c.relowner')} AS owner,
           ${grantsOrNull('c.relacl', 'c.relowner')} AS grants,
           CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS "partitionKey",
           c.relpersistence = 'u' AS unlogged,
           ${tableOptions('c')} AS options,
           (SELECT quote_ident(am.amname) FROM pg_am am WHERE am.oid = c.relam AND am.amname <> 'heap') AS "accessMethod",
           (SELECT ts.spcname FROM pg_tablespace ts WHERE ts.oid = c.reltablespace) AS tablespace,
           c.relrowsecurity AS "rowSecurity", c.relforcerowsecurity AS "forceRowSecurity",
           CASE c.relreplident WHEN 'd' THEN 'DEFAULT' WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'
             ELSE coalesce((SELECT 'USING INDEX ' || quote_ident(ic.relname) FROM pg_index i
                     JOIN pg_class ic ON ic.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisreplident), 'DEFAULT')
             END AS "replicaIdentity"
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${userNamespace('n')}`,
  meaning: (a) => ({ ...a, options: parameterMeaning(a.options) }),
  resources: ({ reference }) => takes(`relation ${reference}`, `type ${reference}`),
  create: (object, context) => [createTable(object, context)],
  settings: (object) => [
    ...(object.attributes.rowSecurity ? [rowSecurity(object)] : []),
    ...(object.attributes.forceRowSecurity ? [forceRowSecurity(object)] : []),
    ...(/^(FULL|NOTHING)$/.test(object.attributes.replicaIdentity) ? [replicaIdentity(object)] : []),
  ],
  drop: ({ key, reference }, { before }) => [
    ddl(`DROP TABLE ${reference}`, {
      lock: 'ACCESS EXCLUSIVE',
      alsoLocks: [...partitionedParents(key, before), ...tablesReferredTo(key, before)].map((on) => ({
        mode: 'ACCESS EXCLUSIVE',
        on,
      })),
      loses: `the rows of table ${reference}`,
      hazards: [
        {
          code: 'D101',
          message: `drops table ${reference} with its rows`,
          remedy: 'back up the table, or rename it and drop it in a later release',
          blocking: true,
        },
      ],
    }),
  ],
  attributes: {
    partitionKey: ({ before, after }) => ({
      refuse: `table ${after.reference} can't change from ${
        before.attributes.partitionKey === null ? 'a plain table' : `PARTITION BY ${before.attributes.partitionKey}`
      } to ${after.attributes.partitionKey === null ? 'a plain table' : `PARTITION BY ${after.attributes.partitionKey}`} in place`,
      hint: 'create the new table under another name, move the rows in a migration written by hand, then rename the table',
    }),
    unlogged: ({ after }) => [
      alter(after, after.attributes.unlogged ? 'SET UNLOGGED' : 'SET LOGGED', rewrite(after, 'to change its logging')),
    ],
    options: ({ before, after }) =>
      optionChanges(before.attributes.options, after.attributes.options).map((change) =>
        alter(after, change, { lock: 'SHARE UPDATE EXCLUSIVE' }),
      ),
    accessMethod: ({ after }, { serverVersion }) =>
      serverVersion < 150000
        ? {
            refuse: `table ${after.reference} can't get another access method in place before PostgreSQL 15`,
            hint: 'create the new table under another name, move the rows in a migration written by hand, then rename the table',
          }
        : [
            alter(
              after,
              `SET ACCESS METHOD ${after.attributes.accessMethod ?? 'heap'}`,
              rewrite(after, 'to another access method'),
            ),
          ],
    tablespace: ({ after }) => [
      alter(
        after,
        `SET TABLESPACE ${quoteIdentifier(after.attributes.tablespace ?? 'pg_default')}`,
        rewrite(after, 'into another tablespace'),
      ),
    ],
    rowSecurity: ({ after }) => [rowSecurity(after)],
    forceRowSecurity: ({ after }) => [forceRowSecurity(after)],
    replicaIdentity: ({ after }) =>
      after.attributes.replicaIdentity.startsWith('USING') ? [] : [replicaIdentity(after)],
  },
});
