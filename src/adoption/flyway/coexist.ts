// `"coexist": "flyway"`, for `apply` and `undo`: the runner also writes Flyway's history, under Flyway's own lock.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../../databases/database.ts';
import type { Migration } from '../../migrations/file.ts';
import type { Recorder } from '../../runner/apply.ts';
import { underForeignLock } from '../foreign-lock.ts';
import { findTable } from '../foreign-table.ts';
import type { TableName } from '../tool.ts';
import { FLYWAY } from './flyway.ts';
import { flywayRow, writeFlywayRow } from './rows.ts';

export interface OtherHistory {
  /** The tool whose history is kept up to date; null: none. */
  readonly tool: string | null;
  /** How long to wait for the tool's own lock, in milliseconds. */
  readonly lockWaitMs: number;
  readonly migrationsDir: string;
}

/**
 * Runs `work`, with a recorder where the history of another tool is kept up to date. Raises `adoption/no-history` where
 * the tool's table is missing, `runner/locked` where Flyway is running.
 */
export async function coexisting<Result>(
  database: Database,
  { tool, lockWaitMs, migrationsDir }: OtherHistory,
  work: (recorder: { readonly recorder?: Recorder }) => Promise<Result>,
): Promise<Result> {
  if (tool !== FLYWAY.name) return await work({});
  const table = await findTable(database, FLYWAY, undefined);
  const lock = FLYWAY.lock(table, '');
  return await underForeignLock(database, { lock, tool: FLYWAY, waitMs: lockWaitMs }, () =>
    work({ recorder: recorderFor(migrationsDir, table) }),
  );
}

const recorderFor =
  (migrationsDir: string, table: TableName): Recorder =>
  async (database, { migration, ms }) => {
    const row = flywayRow(migration, await fileText(migrationsDir, migration), ms);
    if (row !== null) await writeFlywayRow(database, table, row);
  };

/**
 * The text of the file. Where there is no file (an undo from the history), or placeholders were replaced, the text that
 * ran.
 */
async function fileText(migrationsDir: string, { kind, path, text }: Migration): Promise<string> {
  if (kind === 'repeatable') return text;
  return await readFile(join(migrationsDir, path), 'utf8').catch(() => text);
}
