// The parts that both modes of `schema import` share: request, result, and the writing of history rows.
import type { AdoptedRow, Adoption } from '../adoption/adopt.ts';
import { commentOn, tableSql } from '../adoption/foreign-table.ts';
import type { ForeignHistory, TableName, Tool } from '../adoption/tool.ts';
import type { Database } from '../databases/database.ts';
import { recordImport } from '../runner/history/imported.ts';
import type { Writer } from '../runner/history/record.ts';
import type { Project } from '../settings/project.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';

export interface ImportRequest {
  readonly tool: string;
  /** The folder of the tool's files. */
  readonly dir?: string;
  /** The name of the tool's history table, as `schema.table`. */
  readonly table?: string;
  /** The path of Liquibase's first changelog, below `dir`. */
  readonly changelog?: string;
  /** Default: `convert` where there are files of the tool. */
  readonly mode?: 'convert' | 'baseline';
  readonly dryRun: boolean;
  readonly acceptChanged: boolean;
  /** Set a comment on the old table that names the new history. */
  readonly finalize: boolean;
}

export interface ImportedFile {
  readonly path: string;
  /** False for a file that existed with the same text. */
  readonly written: boolean;
}

export interface ImportResult {
  readonly tool: string;
  readonly table: string;
  readonly mode: 'convert' | 'baseline';
  readonly files: readonly ImportedFile[];
  /** The rows that are new in the history. */
  readonly rows: readonly { readonly key: string; readonly path: string; readonly at: string | null }[];
  /** The number of rows that an earlier import wrote. */
  readonly known: number;
  readonly pending: readonly string[];
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  readonly dryRun: boolean;
  readonly finalized: boolean;
}

/** The source and the destination of an import. */
export interface Ends {
  readonly tool: Tool;
  readonly table: TableName;
  readonly writer: Writer;
}

/** The data of an import, under both locks. */
export interface Importing extends Ends {
  readonly project: Project;
  readonly request: ImportRequest;
  readonly database: Database;
  readonly history: ForeignHistory;
}

/** Writes all rows and tags, or none. The event also names the tables of the other tool: see `foreignHistories`. */
export async function writeRows(
  { writer, tool, table }: Ends,
  rows: readonly AdoptedRow[],
  tags: Adoption['tags'],
  state: 'applied' | 'deleted' = 'applied',
): Promise<void> {
  const own = tool.table.schema === table.schema ? { schema: table.schema } : {};
  const beside = tool.beside === undefined ? {} : { beside: tableSql(tool.beside(table)) };
  const details = { tool: tool.name, table: tableSql(table), ...beside, ...own, migrations: rows.length };
  await recordImport(writer, { details, rows, tags, state });
}

/** The old table stays and gets a comment that names the new history. */
export async function finalize({ request, project, table, database, writer }: Importing): Promise<boolean> {
  if (!request.finalize || request.dryRun) return false;
  const day = project.now.toISOString().slice(0, 10);
  const comment = `Taken over by schema on ${day}: the history goes on in ${quoteIdentifier(writer.schema)}.history.`;
  await commentOn(database, table, comment);
  return true;
}
