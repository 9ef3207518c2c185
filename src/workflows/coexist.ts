// `"coexist": "flyway"`: what the runner does is written into Flyway's history as well, under Flyway's own lock.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FLYWAY } from '../adoption/flyway.ts';
import { flywayRow, writeFlywayRow } from '../adoption/flyway-coexist.ts';
import { underForeignLock } from '../adoption/foreign-lock.ts';
import { findTable } from '../adoption/foreign-table.ts';
import type { TableName } from '../adoption/tool.ts';
import type { Database } from '../databases/database.ts';
import type { Migration } from '../migrations/file.ts';
import type { Recorder } from '../runner/apply.ts';
import { type Project, runOf } from '../settings/project.ts';

/**
 * Runs `work`, with a recorder where another history is kept as well. Raises `adoption/no-history` where there is none,
 * `runner/locked` where Flyway is at work.
 */
export async function coexisting<Result>(
  project: Project,
  database: Database,
  dryRun: boolean,
  work: (recorder: { readonly recorder?: Recorder }) => Promise<Result>,
): Promise<Result> {
  const { coexist, lockWaitMs } = runOf(project);
  if (coexist !== FLYWAY.name || dryRun) return await work({});
  const table = await findTable(database, FLYWAY, undefined);
  const lock = FLYWAY.lock(table, '');
  return await underForeignLock(database, { lock, tool: FLYWAY, waitMs: lockWaitMs }, () =>
    work({ recorder: recorderFor(project, table) }),
  );
}

const recorderFor =
  (project: Project, table: TableName): Recorder =>
  async (database, { migration, ms }) => {
    const row = flywayRow(migration, await fileText(project, migration), ms);
    if (row !== null) await writeFlywayRow(database, table, row);
  };

/** The file as it is; what ran, where there is none (an undo from the history) or where placeholders were put in. */
async function fileText({ migrationsDir }: Project, { kind, path, text }: Migration): Promise<string> {
  if (kind === 'repeatable') return text;
  return await readFile(join(migrationsDir, path), 'utf8').catch(() => text);
}
