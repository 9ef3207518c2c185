// Indexes and CONCURRENTLY, for probe.ts and alone.ts: the remains of interrupted statements, and whether an index is
// valid.
import type { Database, Row } from '../databases/database.ts';
import type { MigrationStatement } from '../migrations/segments.ts';
import { qualifiedName } from '../sql/identifiers.ts';
import { asList, asText, type Node, namesOf, rangeName } from '../sql/node.ts';
import { activityColumns, activityOf } from './activity.ts';
import type { Doubt, Verdict } from './verdict.ts';

/** The last two names, quoted and joined by a dot, as to_regclass() and statements take them. */
export const dotted = (names: readonly string[]): string => {
  const [first = '', second] = names.slice(-2);
  return second === undefined ? qualifiedName(null, first) : qualifiedName(first, second);
};

const INDEX = `
  SELECT n.nspname AS schema, c.relname AS name, i.indexrelid::text AS oid, i.indisvalid AND i.indisready AS valid
  FROM pg_catalog.pg_index AS i
  JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE i.indrelid = pg_catalog.to_regclass($1) AND c.relkind = 'i'`;

const BUILDERS = `
  SELECT a.pid, ${activityColumns('a.xact_start')}
  FROM pg_catalog.pg_stat_progress_create_index AS p JOIN pg_catalog.pg_stat_activity AS a ON a.pid = p.pid
  WHERE p.index_relid = $1::oid AND p.pid <> pg_catalog.pg_backend_pid()`;

/**
 * The result of an earlier CREATE INDEX CONCURRENTLY of this index. An invalid index is dropped, also for IF NOT
 * EXISTS, which would accept it. An index that another backend is building is waited for.
 */
export async function probeIndex(database: Database, statement: MigrationStatement, doubt: Doubt): Promise<Verdict> {
  const indexes = await candidates(database, statement, doubt);
  const cleaned: string[] = [];
  for (const index of indexes.filter((one) => one['valid'] !== true)) {
    const by = (await database.query(BUILDERS, [index['oid']])).map(activityOf);
    if (by.length > 0) return { action: 'wait', by, cleaned };
    cleaned.push(await dropInvalid(database, index));
  }
  if (doubt.inDoubt) {
    if (indexes.some((index) => index['valid'] === true)) {
      return { action: 'skip', why: 'the index is there and valid', cleaned };
    }
    if (nameOf(statement) === '' && doubt.indexes === null) return { action: 'unknown', cleaned };
  }
  return { action: 'run', sql: statement.sql, cleaned };
}

const nameOf = (statement: MigrationStatement): string => asText(statement.parsed.node['idxname']);

/** The index of the statement. For a statement without a name: the indexes that are new since it was sent. */
async function candidates(database: Database, statement: MigrationStatement, doubt: Doubt): Promise<readonly Row[]> {
  const name = nameOf(statement);
  const table = dotted(rangeName(statement.parsed.node['relation']));
  if (name !== '') return await database.query(`${INDEX} AND c.relname = $2`, [table, name]);
  if (doubt.indexes === null) return [];
  // PostgreSQL chooses a name of the table, the columns and a suffix (ChooseIndexName()): `_idx` for a plain index.
  return await database.query(
    `${INDEX} AND NOT i.indexrelid::text = ANY (pg_catalog.string_to_array($2, ' ')) AND c.relname ~ '_idx[0-9]*$'`,
    [table, doubt.indexes],
  );
}

async function dropInvalid(database: Database, index: Row): Promise<string> {
  const name = qualifiedName(String(index['schema']), String(index['name']));
  await database.script(`DROP INDEX CONCURRENTLY ${name}`);
  return `the invalid index ${name}`;
}

/**
 * The indexes of the table before CREATE INDEX without a name. An index that is there later and is not among them is
 * the new one.
 */
export async function begunWith(database: Database, statement: MigrationStatement): Promise<{ indexes?: string }> {
  const { type, node } = statement.parsed;
  if (type !== 'IndexStmt' || nameOf(statement) !== '') return {};
  const rows = await database.query(INDEX, [dotted(rangeName(node['relation']))]);
  return { indexes: rows.map((row) => String(row['oid'])).join(' ') };
}

/** What is wrong after CREATE INDEX CONCURRENTLY ended without an error; null where nothing is. */
export async function finishedWith(database: Database, statement: MigrationStatement): Promise<string | null> {
  const { type, node } = statement.parsed;
  const name = nameOf(statement);
  if (type !== 'IndexStmt' || name === '') return null;
  const table = dotted(rangeName(node['relation']));
  const [index] = await database.query(`${INDEX} AND c.relname = $2`, [table, name]);
  if (index?.['valid'] === true) return null;
  if (index !== undefined) return `index ${name} on ${table} is not valid`;
  return `there is no index ${name} on ${table}: IF NOT EXISTS found something else of that name`;
}

/** Whether one of the indexes still exists. */
export async function probeDropIndex(database: Database, node: Node): Promise<boolean> {
  for (const object of asList(node['objects'])) {
    const [row] = await database.query('SELECT pg_catalog.to_regclass($1) IS NOT NULL AS there', [
      dotted(namesOf(object)),
    ]);
    if (row?.['there'] === true) return true;
  }
  return false;
}

/** REINDEX can always run again. The remains of an interrupted REINDEX CONCURRENTLY are dropped first. */
export async function probeReindex(database: Database, statement: MigrationStatement): Promise<Verdict> {
  const { node, text } = statement.parsed;
  const run = { action: 'run', sql: statement.sql } as const;
  if (!/\bCONCURRENTLY\b/i.test(text)) return run;
  const name = node['relation'] === undefined ? asText(node['name']) : dotted(rangeName(node['relation']));
  const scope = SCOPES[asText(node['kind'])] ?? 'TRUE';
  const leftovers = await database.query(`${LEFTOVERS} AND ${scope}`, scope === 'TRUE' ? [] : [name]);
  const cleaned: string[] = [];
  for (const index of leftovers) cleaned.push(await dropInvalid(database, index));
  return { ...run, cleaned };
}

/** Indexes with the suffixes of REINDEX CONCURRENTLY, except on tables whose indexes are being built now. */
const LEFTOVERS = `
  SELECT n.nspname AS schema, c.relname AS name
  FROM pg_catalog.pg_index AS i
  JOIN pg_catalog.pg_class AS c ON c.oid = i.indexrelid
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_class AS t ON t.oid = i.indrelid
  LEFT JOIN pg_catalog.pg_class AS owner ON owner.reltoastrelid = t.oid
  WHERE NOT i.indisvalid AND c.relkind = 'i' AND c.relname ~ '_cc(new|old)[0-9]*$'
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_stat_progress_create_index AS p WHERE p.relid = t.oid)`;

/** The tables of a REINDEX by its kind: `t`, or `owner` where `t` is its TOAST table. */
const SCOPES: Readonly<Record<string, string>> = {
  REINDEX_OBJECT_INDEX: `t.oid IN (SELECT indrelid FROM pg_catalog.pg_index
    WHERE indexrelid = pg_catalog.to_regclass($1)
    OR indexrelid IN (SELECT relid FROM pg_catalog.pg_partition_tree(pg_catalog.to_regclass($1))))`,
  REINDEX_OBJECT_TABLE: `(pg_catalog.to_regclass($1) IN (t.oid, owner.oid)
    OR t.oid IN (SELECT relid FROM pg_catalog.pg_partition_tree(pg_catalog.to_regclass($1)))
    OR owner.oid IN (SELECT relid FROM pg_catalog.pg_partition_tree(pg_catalog.to_regclass($1))))`,
  REINDEX_OBJECT_SCHEMA:
    '$1 IN ((SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = t.relnamespace), ' +
    '(SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = owner.relnamespace))',
};
