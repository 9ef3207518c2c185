// The rows of a scratch database as statements: what migrations have put into tables, and where sequences stand.
import type { Database, Row } from '../databases/database.ts';
import { qualifiedName, quoteIdentifier } from '../sql/identifiers.ts';

/** Tables with their columns that can be written. */
const TABLES = `
  SELECT c.oid::text AS oid, n.nspname::text AS schema, c.relname::text AS name,
         EXISTS (SELECT FROM pg_catalog.pg_trigger AS t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal) AS triggers,
         array_agg(a.attname::text ORDER BY a.attnum) AS columns,
         bool_or(a.attidentity = 'a') AS always
  FROM pg_catalog.pg_class AS c
  JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                                    AND a.attgenerated = ''
  WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')
  GROUP BY c.oid, n.nspname, c.relname ORDER BY 2, 3`;

const SEQUENCES = `
  SELECT schemaname::text AS schema, sequencename::text AS name, last_value::text AS value
  FROM pg_catalog.pg_sequences WHERE last_value IS NOT NULL ORDER BY 1, 2`;

/** Which table's rows must be there before which other's. */
const REFERENCES = `
  SELECT conrelid::text AS source, confrelid::text AS target FROM pg_catalog.pg_constraint
  WHERE contype = 'f' AND conrelid <> confrelid`;

/**
 * INSERT statements for every row, and setval for every sequence that was used. Tables that foreign keys refer to come
 * first, and triggers rest, since their effects are among the rows. Where foreign keys go in a circle they rest as well,
 * which takes a superuser (manual, session_replication_role).
 */
export async function rowStatements(scratch: Pick<Database, 'query'>): Promise<readonly string[]> {
  const tables = await scratch.query(TABLES);
  const order = inOrder(tables, await scratch.query(REFERENCES));
  const inserts: string[] = [];
  for (const table of order ?? tables) {
    const own = await insertsOf(scratch, table);
    const rests = own.length > 0 && table['triggers'] === true && order !== null;
    const trigger = (word: string): string[] => (rests ? [`ALTER TABLE ${nameOf(table)} ${word} TRIGGER USER`] : []);
    inserts.push(...trigger('DISABLE'), ...own, ...trigger('ENABLE'));
  }
  const sequences = (await scratch.query(SEQUENCES)).map(
    (row) => `SELECT pg_catalog.setval('${nameOf(row).replaceAll("'", "''")}', ${String(row['value'])})`,
  );
  const resting = order === null && inserts.length > 0 ? ['SET LOCAL session_replication_role = replica'] : [];
  return [...resting, ...inserts, ...sequences];
}

/** Tables after those they refer to; null where that goes in a circle. */
function inOrder(tables: readonly Row[], references: readonly Row[]): readonly Row[] | null {
  const done = new Set<unknown>();
  const ordered: Row[] = [];
  while (ordered.length < tables.length) {
    const ready = tables.filter(
      ({ oid }) => !done.has(oid) && references.every((edge) => edge['source'] !== oid || done.has(edge['target'])),
    );
    if (ready.length === 0) return null;
    for (const table of ready) done.add(table['oid']);
    ordered.push(...ready);
  }
  return ordered;
}

const nameOf = (row: Readonly<Record<string, unknown>>): string =>
  qualifiedName(String(row['schema']), String(row['name']));

/** A table that refers to itself is checked when its statement ends. */
const ROWS_AT_ONCE = 5000;

async function insertsOf(
  scratch: Pick<Database, 'query'>,
  table: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const columns = Array.isArray(table['columns']) ? table['columns'].map((name) => quoteIdentifier(String(name))) : [];
  const values = columns.map((column) => `pg_catalog.quote_nullable(${column}::text)`).join(" || ', ' || ");
  const rows = await scratch.query(`SELECT '(' || ${values} || ')' AS line FROM ${nameOf(table)} ORDER BY 1`);
  const overriding = table['always'] === true ? ' OVERRIDING SYSTEM VALUE' : '';
  const statements: string[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const lines = rows.slice(from, from + ROWS_AT_ONCE).map((row) => `  ${String(row['line'])}`);
    statements.push(`INSERT INTO ${nameOf(table)} (${columns.join(', ')})${overriding} VALUES\n${lines.join(',\n')}`);
  }
  return statements;
}
