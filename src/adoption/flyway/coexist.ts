// `"coexist": "flyway"`: what the runner does is written into Flyway's history as well, under Flyway's own lock.
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
  /** The tool whose history is kept as well; null: none. */
  readonly tool: string | null;
  /** How long to wait for the tool's own lock, in milliseconds. */
  readonly lockWaitMs: number;
  readonly migrationsDir: string;
}

/**
 * Runs `work`, with a recorder where another history is kept as well. Raises `adoption/no-history` where there is none,
 * `runner/locked` where Flyway is at work.
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

/** The file as it is; what ran, where there is none (an undo from the history) or where placeholders were put in. */
async function fileText(migrationsDir: string, { kind, path, text }: Migration): Promise<string> {
  if (kind === 'repeatable') return text;
  return await readFile(join(migrationsDir, path), 'utf8').catch(() => text);
}
