// The history table of another tool, for `schema import`: finds it and reads it.
import type { Database, Row } from '../databases/database.ts';
import { rolledBack } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';
import { qualifiedName, quoteLiteral, unquoteIdentifier } from '../sql/identifiers.ts';
import type { ForeignHistory, TableName, Tool } from './tool.ts';

/** `schema.table` as a person writes it; names may be quoted. */
function parseTableName(text: string): { schema: string | null; name: string } {
  const parts = [...text.matchAll(/"(?:[^"]|"")*"|[^".\s]+/g)].map(([part]) => unquoteIdentifier(part));
  const [first = '', second, ...more] = parts;
  if (first === '' || more.length > 0) {
    throw new SchemaError('usage/invalid', `${JSON.stringify(text)} is no name of a table`, {
      hint: 'Say --table schema.table.',
    });
  }
  return second === undefined ? { schema: null, name: first } : { schema: first, name: second };
}

/**
 * Finds the table of the tool. The columns are checked as well, since several tools have tables of the same name.
 * Raises `adoption/no-history` where there is none, or more than one.
 */
export async function findTable(database: Database, tool: Tool, given: string | undefined): Promise<TableName> {
  const wanted = given === undefined ? tool.table : parseTableName(given);
  const rows = await database.query(
    `SELECT n.nspname AS schema, c.relname AS name,
            (SELECT count(*) FROM pg_catalog.pg_attribute AS a WHERE a.attrelid = c.oid AND a.attnum > 0
               AND NOT a.attisdropped AND a.attname = ANY ($2::text[])) = pg_catalog.cardinality($2::text[]) AS fits
     FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     WHERE c.relname = $1 AND c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_'
       AND ($3::text IS NULL OR n.nspname = $3)
     ORDER BY n.nspname`,
    [wanted.name, tool.columns, wanted.schema],
  );
  const fitting = rows.filter((row) => row['fits'] === true);
  const [first, ...others] = fitting;
  if (first !== undefined && others.length === 0) return { schema: String(first['schema']), name: wanted.name };
  throw notFound(tool, wanted, rows, fitting);
}

function notFound(
  tool: Tool,
  wanted: { readonly schema: string | null; readonly name: string },
  rows: readonly Row[],
  fitting: readonly Row[],
): SchemaError {
  const name = wanted.schema === null ? wanted.name : `${wanted.schema}.${wanted.name}`;
  const places = (list: readonly Row[]): string => list.map((row) => `${row['schema']}.${row['name']}`).join(', ');
  if (fitting.length > 1) {
    return new SchemaError('adoption/no-history', `there is more than one ${wanted.name}`, {
      detail: `${places(fitting)}.`,
      hint: `Say which one with --table, as in: schema import ${tool.name} --table ${places(fitting.slice(0, 1))}`,
    });
  }
  return new SchemaError('adoption/no-history', `no history of ${tool.title} was found`, {
    detail:
      rows.length === 0
        ? `There is no table ${name}.`
        : `${places(rows)} lacks columns of ${tool.title}'s: it needs ${tool.columns.join(', ')}.`,
    hint: 'Say where it is with --table SCHEMA.TABLE. Is this the right database (--url, --env)?',
  });
}

export const tableSql = ({ schema, name }: TableName): string => qualifiedName(schema, name);

/** The history in the table. SHARE MODE blocks writes meanwhile, whichever lock the tool uses. */
export const readSettled = (database: Database, tool: Tool, table: TableName): Promise<ForeignHistory> =>
  rolledBack(database, `BEGIN; SET LOCAL lock_timeout = '5s'; LOCK TABLE ${tableSql(table)} IN SHARE MODE`, () =>
    tool.read({ database, table }),
  );

/** Writes a comment on the table. */
export async function commentOn(database: Database, table: TableName, comment: string): Promise<void> {
  await database.query(`COMMENT ON TABLE ${tableSql(table)} IS ${quoteLiteral(comment)}`);
}

/** A time as ISO 8601 in UTC. A timestamp without time zone is read in the session's zone, as the tool wrote it. */
export const utcText = (column: string, alias: string): string =>
  `pg_catalog.to_char((${column})::timestamptz AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ${alias}`;

export const textOf = (row: Row, column: string): string => String(row[column] ?? '');

export const maybeText = (row: Row, column: string): string | null =>
  row[column] === null || row[column] === undefined ? null : String(row[column]);
