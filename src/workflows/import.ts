// `schema import`: converts the history and the files of another tool.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { adopt } from '../adoption/adopt.ts';
import { underForeignLock } from '../adoption/foreign-lock.ts';
import { findTable, readSettled, tableSql } from '../adoption/foreign-table.ts';
import { placeholderNotes } from '../adoption/placeholders.ts';
import type { SourceFile } from '../adoption/tool.ts';
import { toolNamed } from '../adoption/tools.ts';
import { databaseName } from '../databases/current.ts';
import { withDatabase } from '../databases/open.ts';
import { SchemaError } from '../errors.ts';
import { historyKey, type MigrationFile, normalizeText } from '../migrations/file.ts';
import { readMigrations } from '../migrations/folder.ts';
import { writeSum } from '../migrations-folder/folder.ts';
import { readFolder } from '../migrations-folder/read-folder.ts';
import { readSources } from '../migrations-folder/source-files.ts';
import { recordedKeys } from '../runner/history/history.ts';
import { releaseLock, takeLock } from '../runner/lock.ts';
import { databaseUrl, type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { importBaseline } from './import-baseline.ts';
import {
  type Ends,
  finalize,
  type ImportedFile,
  type Importing,
  type ImportRequest,
  type ImportResult,
  writeRows,
} from './importing.ts';

/**
 * Imports a history. Errors: `adoption/*`, `migration/missing` and `migration/checksum` for files that differ from the
 * ones that ran, `runner/locked`.
 */
export async function importHistory(project: Project, request: ImportRequest): Promise<ImportResult> {
  await loadParser();
  const tool = toolNamed(request.tool);
  return await withDatabase(databaseUrl(project), 'schema import', async (database) => {
    const table = await findTable(database, tool, request.table);
    const writer = { database, schema: runOf(project).historySchema, toolVersion: project.toolVersion };
    return await underLocks(project, request, { tool, table, writer }, async () => {
      project.report({ kind: 'phase', text: `reading ${tableSql(table)}` });
      const history = request.dryRun ? await tool.read({ database, table }) : await readSettled(database, tool, table);
      const importing = { project, request, tool, table, database, history, writer };
      const sources = await sourcesOf(importing);
      const mode = request.mode ?? (sources.length > 0 ? 'convert' : 'baseline');
      return mode === 'convert' ? await convert(importing, sources) : await importBaseline(importing);
    });
  });
}

async function underLocks<Result>(
  project: Project,
  { dryRun }: ImportRequest,
  { tool, table, writer }: Ends,
  work: () => Promise<Result>,
): Promise<Result> {
  // Liquibase's lock is a row, and a dry run writes no rows.
  if (dryRun) return await work();
  const { database, schema } = writer;
  const waitMs = runOf(project).lockWaitMs;
  await takeLock(database, { historySchema: schema, waitMs });
  try {
    const lock = tool.lock(table, await databaseName(database));
    return await underForeignLock(database, { lock, tool, waitMs }, work);
  } finally {
    await releaseLock(database, schema);
  }
}

/** Flyway's files are in the migrations folder, unless another folder is given. */
async function sourcesOf({ project, request, tool }: Importing): Promise<readonly SourceFile[]> {
  if (request.mode === 'baseline') return [];
  if (request.dir !== undefined) return await readSources(request.dir, tool.reads);
  return tool.native ? await readSources(project.migrationsDir, tool.reads).catch(() => []) : [];
}

async function convert(importing: Importing, sources: readonly SourceFile[]): Promise<ImportResult> {
  const { project, request, tool, table, history, writer } = importing;
  if (sources.length === 0) {
    throw new SchemaError('usage/invalid', `there are no files of ${tool.title} in ${request.dir ?? 'no folder'}`, {
      hint: 'Name their folder with --dir, or take the database as it is now: --mode baseline.',
    });
  }
  const converted = tool.convert(sources, request.changelog);
  const { acceptChanged } = request;
  const adoption = adopt({ tool, history, sources, converted, acceptChanged });
  const files = await compareFiles(project, request, adoption.files);
  const known = await recordedKeys(writer);
  const rows = adoption.rows.filter(({ up }) => !known.has(historyKey(up)));
  if (!request.dryRun) {
    await writeFiles(project, adoption.files, files);
    await writeRows(importing, rows, adoption.tags);
    await updateSum(project);
  }
  return {
    ...{ tool: tool.name, table: tableSql(table), mode: 'convert', files, dryRun: request.dryRun },
    rows: rows.map(({ up, finishedAt }) => ({ key: historyKey(up), path: up.path, at: finishedAt })),
    known: adoption.rows.length - rows.length,
    pending: adoption.pending,
    tags: adoption.tags.map(({ name }) => name),
    notes: [...adoption.notes, ...placeholderNotes(adoption.files, runOf(project).placeholders)],
    finalized: await finalize(importing),
  };
}

/** The files that exist already. Raises `adoption/conflict` for existing files with another text. */
async function compareFiles(
  project: Project,
  request: ImportRequest,
  files: readonly MigrationFile[],
): Promise<readonly ImportedFile[]> {
  const inPlace = request.dir === undefined || resolve(request.dir) === resolve(project.migrationsDir);
  const conflicts: string[] = [];
  const compared: ImportedFile[] = [];
  for (const { path, text } of files) {
    const there = await readFile(join(project.migrationsDir, path), 'utf8').catch(() => null);
    if (there !== null && normalizeText(there) !== normalizeText(text)) conflicts.push(path);
    compared.push({ path, written: there === null });
  }
  if (conflicts.length === 0) return compared;
  throw new SchemaError('adoption/conflict', `${conflicts.length} files are there already and say something else`, {
    detail: `${conflicts.slice(0, 10).join(', ')}${conflicts.length > 10 ? ' …' : ''}, in ${project.migrationsDir}.`,
    hint: inPlace
      ? 'Restore them from version control.'
      : 'Were they edited, or did the order of the source change? Move them away to import anew.',
  });
}

async function writeFiles(
  project: Project,
  files: readonly MigrationFile[],
  compared: readonly ImportedFile[],
): Promise<void> {
  const fresh = new Set(compared.filter(({ written }) => written).map(({ path }) => path));
  for (const { path, text } of files) {
    if (!fresh.has(path)) continue;
    await mkdir(dirname(join(project.migrationsDir, path)), { recursive: true });
    await writeFile(join(project.migrationsDir, path), text, { encoding: 'utf8', flag: 'wx' });
  }
}

/** Writes `schema.sum` for the folder as it is. */
export async function updateSum(project: Project): Promise<void> {
  const { files } = await readFolder(project.migrationsDir);
  await writeSum(project, readMigrations(files));
}
