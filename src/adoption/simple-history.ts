// Reads history tables that have little more than the names of applied migrations, for several tools.
import { maybeText, tableSql, textOf, utcText } from './foreign-table.ts';
import type { ForeignRow, ReadRequest } from './tool.ts';

export interface SimpleColumns {
  readonly id: string;
  readonly name?: string;
  readonly at?: string;
  readonly checksum?: string;
  readonly by?: string;
  /** Default: the column of the id. */
  readonly order?: string;
}

/** One row for each applied migration. Column names come from our code, never from the user. */
export async function simpleRows({ database, table }: ReadRequest, columns: SimpleColumns): Promise<ForeignRow[]> {
  const { id, name, at, checksum, by } = columns;
  const or = (column: string | undefined): string => (column === undefined ? 'NULL::text' : `${column}::text`);
  const rows = await database.query(
    `SELECT ${id}::text AS id, ${or(name)} AS name, ${or(checksum)} AS checksum, ${or(by)} AS by,
            ${at === undefined ? 'NULL::text AS at' : utcText(at, 'at')}
     FROM ${tableSql(table)} ORDER BY ${columns.order ?? id}`,
  );
  return rows.map((row) => ({
    id: textOf(row, 'id'),
    name: maybeText(row, 'name') ?? textOf(row, 'id'),
    kind: 'versioned',
    state: 'applied',
    checksum: maybeText(row, 'checksum'),
    at: maybeText(row, 'at'),
    by: maybeText(row, 'by'),
    ms: null,
  }));
}
