// `schema export`: the migrations as a folder that another tool can run.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppliedRow, Exported, ExportInput } from '../adoption/export/export.ts';
import { exportFlyway } from '../adoption/export/flyway.ts';
import { exportLiquibase } from '../adoption/export/liquibase.ts';
import { exportPsql } from '../adoption/export/psql.ts';
import { withDatabase } from '../databases/open.ts';
import { SchemaError } from '../errors.ts';
import { writeWhole } from '../files/text.ts';
import { readSet } from '../migrations-folder/folder.ts';
import { readFolder } from '../migrations-folder/read-folder.ts';
import { type HistoryRow, readRecorded } from '../runner/history/history.ts';
import { databaseUrl, type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';

const EXPORTS: Readonly<Record<string, (input: ExportInput) => Exported>> = {
  flyway: exportFlyway,
  liquibase: exportLiquibase,
  psql: exportPsql,
};

const EXPORT_TOOLS: readonly string[] = Object.keys(EXPORTS);

export interface ExportRequest {
  readonly tool: string;
  /** A folder that is empty or missing. */
  readonly out: string;
  /** Also write the history, which is read from the database. */
  readonly history: boolean;
}

export interface ExportResult {
  readonly tool: string;
  /** Paths relative to the folder. */
  readonly files: readonly string[];
  readonly notes: readonly string[];
}

/** Writes the folder. Errors: `usage/invalid`, `adoption/conflict` for a folder that is not empty. */
export async function exportMigrations(project: Project, request: ExportRequest): Promise<ExportResult> {
  await loadParser();
  const make = EXPORTS[request.tool];
  if (make === undefined) {
    throw new SchemaError('usage/invalid', `there is no tool ${JSON.stringify(request.tool)} to export for`, {
      hint: `Known ones: ${EXPORT_TOOLS.join(', ')}.`,
    });
  }
  const there = await readdir(request.out).catch(() => []);
  if (there.length > 0) {
    throw new SchemaError('adoption/conflict', `${request.out} is not empty`, {
      hint: 'Name another folder with --out.',
    });
  }
  const set = await readSet(project);
  const { files } = await readFolder(project.migrationsDir);
  const applied = request.history && request.tool !== 'psql' ? await appliedRows(project) : null;
  const exported = make({ set, files, applied });
  for (const { path, text } of exported.files) {
    await writeWhole(join(request.out, path), text);
  }
  return { tool: request.tool, files: exported.files.map(({ path }) => path), notes: exported.notes };
}

/** The applied rows in the order in which they ran. */
async function appliedRows(project: Project): Promise<readonly AppliedRow[]> {
  return await withDatabase(databaseUrl(project), 'schema export', async (database) => {
    const { rows, repeatables, baseline } = await readRecorded({ database, schema: runOf(project).historySchema });
    const all: HistoryRow[] = [...(baseline === null ? [] : [baseline]), ...rows, ...repeatables.values()];
    const time = (row: HistoryRow): string => row.finishedAt ?? row.startedAt;
    return all
      .filter(({ state }) => state === 'applied')
      .sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
  });
}
