// `schema import`: the history and the files of another tool become ours.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type AdoptedRow, type Adoption, adopt } from '../adoption/adopt.ts';
import { underForeignLock } from '../adoption/foreign-lock.ts';
import { findTable, tableSql } from '../adoption/foreign-table.ts';
import type { ForeignHistory, SourceFile, TableName, Tool } from '../adoption/tool.ts';
import { toolNamed } from '../adoption/tools.ts';
import type { Database } from '../databases/database.ts';
import { openDatabase } from '../databases/open.ts';
import { SchemaError } from '../errors.ts';
import { historyKey, type MigrationFile, normaliseText } from '../migrations/file.ts';
import { readMigrations } from '../migrations/folder.ts';
import { renderSum } from '../migrations/sum.ts';
import { createHistory, type History, historyExists } from '../runner/history.ts';
import { releaseLock, takeLock } from '../runner/lock.ts';
import { readFolder, SUM_FILE } from '../runner/read-folder.ts';
import { recordEvent, recordMarked, updateRow, type Writer } from '../runner/record.ts';
import { type Project, runOf } from '../settings/project.ts';
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { loadParser } from '../sql/parser.ts';
import { importBaseline } from './import-baseline.ts';
import { readSources } from './source-files.ts';

export interface ImportRequest {
  readonly tool: string;
  /** The folder of the tool's files. */
  readonly dir?: string;
  /** Where its history is, as `schema.table`. */
  readonly table?: string;
  /** Liquibase's first changelog, below `dir`. */
  readonly changelog?: string;
  /** Default: `convert` where there are files. */
  readonly mode?: 'convert' | 'baseline';
  readonly dryRun: boolean;
  readonly acceptChanged: boolean;
  /** Leave a comment on the old table that says where the history goes on. */
  readonly finalize: boolean;
}

export interface ImportedFile {
  readonly path: string;
  /** False where it was there already as it is. */
  readonly written: boolean;
}

export interface ImportResult {
  readonly tool: string;
  readonly table: string;
  readonly mode: 'convert' | 'baseline';
  readonly files: readonly ImportedFile[];
  /** Rows that are new in our history. */
  readonly rows: readonly { readonly key: string; readonly path: string; readonly at: string | null }[];
  /** Rows that an earlier import wrote. */
  readonly known: number;
  readonly pending: readonly string[];
  readonly tags: readonly string[];
  readonly notes: readonly string[];
  readonly dryRun: boolean;
  readonly finalized: boolean;
}

/** From where to where. */
interface Ends {
  readonly tool: Tool;
  readonly table: TableName;
  readonly writer: Writer;
}

/** What both ways of importing work on, under the locks. */
export interface Importing extends Ends {
  readonly project: Project;
  readonly request: ImportRequest;
  readonly database: Database;
  readonly history: ForeignHistory;
}

/**
 * Take over a history. Errors: `adoption/*`, `migration/missing` and `migration/checksum` for files that are not what
 * ran, `runner/locked`.
 */
export async function importHistory(project: Project, request: ImportRequest): Promise<ImportResult> {
  await loadParser();
  const tool = toolNamed(request.tool);
  const database = await openDatabase(project.url, { applicationName: 'schema import' });
  try {
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
  } finally {
    await database.close();
  }
}

/** Nobody writes into the table while it is read, with whichever lock its tool works. */
async function readSettled(database: Database, tool: Tool, table: TableName): Promise<ForeignHistory> {
  await database.script(`BEGIN; SET LOCAL lock_timeout = '5s'; LOCK TABLE ${tableSql(table)} IN SHARE MODE`);
  try {
    return await tool.read({ database, table });
  } finally {
    await database.script('ROLLBACK');
  }
}

async function underLocks<Result>(
  project: Project,
  { dryRun }: ImportRequest,
  { tool, table, writer }: Ends,
  work: () => Promise<Result>,
): Promise<Result> {
  // Liquibase's lock is a row: taking it would be writing.
  if (dryRun) return await work();
  const { database, schema } = writer;
  const waitMs = runOf(project).lockWaitMs;
  await takeLock(database, { historySchema: schema, waitMs });
  try {
    const [row] = await database.query('SELECT pg_catalog.current_database() AS name');
    const lock = tool.lock(table, String(row?.['name']));
    return await underForeignLock(database, { lock, tool, waitMs }, work);
  } finally {
    await releaseLock(database, schema);
  }
}

/** Flyway's files are where ours are, unless another folder is named. */
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
  const known = await knownKeys(writer);
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
    notes: adoption.notes,
    finalized: await finalize(importing),
  };
}

/** Which files are there already. Raises `adoption/conflict` for those that are there and say something else. */
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
    if (there !== null && normaliseText(there) !== normaliseText(text)) conflicts.push(path);
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

/** `schema.sum` for the folder as it is now. */
export async function updateSum(project: Project): Promise<void> {
  const { files } = await readFolder(project.migrationsDir);
  await writeFile(join(project.migrationsDir, SUM_FILE), renderSum(readMigrations(files)), 'utf8');
}

/** Keys of what our history has, in whatever state. */
export async function knownKeys(history: History): Promise<ReadonlySet<string>> {
  if (!(await historyExists(history))) return new Set();
  const rows = await history.database.query(`SELECT version FROM ${quoteIdentifier(history.schema)}.history`);
  return new Set(rows.map((row) => String(row['version'])));
}

/** All rows and tags, or none. The event also says which tables are another tool's: see foreign-histories. */
export async function writeRows(
  { writer, tool, table }: Ends,
  rows: readonly AdoptedRow[],
  tags: Adoption['tags'],
  state: 'applied' | 'deleted' = 'applied',
): Promise<void> {
  await createHistory(writer);
  const { database } = writer;
  await database.script('BEGIN');
  try {
    if (rows.length > 0 || state === 'deleted') {
      const own = tool.table.schema === table.schema ? { schema: table.schema } : {};
      const beside = tool.beside === undefined ? {} : { beside: tableSql(tool.beside(table)) };
      const details = { tool: tool.name, table: tableSql(table), ...beside, ...own, migrations: rows.length };
      await recordEvent(writer, 'imported', null, details);
    }
    await recordMarked(writer, rows);
    if (state !== 'applied') for (const { up } of rows) await updateRow(writer, historyKey(up), { state });
    for (const { name, version, at } of tags) await writeTag(writer, name, version, at);
    await database.script('COMMIT');
  } catch (error) {
    await database.script('ROLLBACK');
    throw error;
  }
}

async function writeTag(writer: Writer, name: string, version: string, at: string | null): Promise<void> {
  await writer.database.query(
    `INSERT INTO ${quoteIdentifier(writer.schema)}.tags (name, version, at)
     VALUES ($1, $2, COALESCE($3::timestamptz, pg_catalog.now())) ON CONFLICT (name) DO NOTHING`,
    [name, version, at],
  );
}

/** The old table stays, and says what became of it. */
export async function finalize({ request, project, table, database, writer }: Importing): Promise<boolean> {
  if (!request.finalize || request.dryRun) return false;
  const day = project.now.toISOString().slice(0, 10);
  const comment = `Taken over by schema on ${day}: the history goes on in ${quoteIdentifier(writer.schema)}.history.`;
  await database.query(`COMMENT ON TABLE ${tableSql(table)} IS ${quoteLiteral(comment)}`);
  return true;
}
