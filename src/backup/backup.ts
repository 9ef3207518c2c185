// The backup before `schema apply`: a command of the project, or pg_dump of the tables that the pending files touch.

import { createHash } from 'node:crypto';
import type { Database } from '../databases/database.ts';
import { libpqVariables } from '../databases/postgres-settings.ts';
import { parsePostgresUrl } from '../databases/postgres-url.ts';
import type { Migration } from '../migrations/file.ts';
import { recentBackups } from '../runner/history/events.ts';
import { createHistory, historyOf } from '../runner/history/history.ts';
import { recordEvent } from '../runner/history/record.ts';
import { databaseUrl, type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import type { BackupSettings } from './backup-settings.ts';
import { backupFailed, dumpTables } from './pg-dump.ts';
import { runProgram } from './programs.ts';
import { touchedTables } from './touched-tables.ts';

export interface BackupRecord {
  readonly id: string;
  readonly kind: 'command' | 'pg_dump';
  /** The file of pg_dump; null for a command. */
  readonly file: string | null;
  readonly bytes: number | null;
  readonly seconds: number;
  /** Quoted names of the tables whose rows the backup has; `all`; `none`: only definitions. */
  readonly tables: readonly string[] | 'all' | 'none';
  /** The command that restores the backup; null where it is unknown. */
  readonly restore: string | null;
  /** The backup is an earlier one that is young enough. */
  readonly reused: boolean;
}

export interface BackupRequest {
  /** The migrations that are about to run, in this order. */
  readonly pending: readonly Migration[];
  /** The digest of the pending migrations, as `status` reports it. */
  readonly digest?: string | null;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Takes the backup that the project's settings require; null where they require none or no migration is pending. The
 * backup is recorded as an event `backup` of the history. `database` must be in no transaction. Raises `runner/backup`:
 * then no migration may run.
 */
export async function takeBackup(
  project: Project,
  database: Database,
  request: BackupRequest,
): Promise<BackupRecord | null> {
  if (request.pending.length === 0 || Object.keys(project.backup ?? {}).length === 0) return null;
  // zod takes a tenth of a second to load: a project without backups does not load it.
  const { backupSettings } = await import('./backup-settings.ts');
  const settings = backupSettings(project.backup ?? {});
  if (settings === null) return null;
  await loadParser();
  const touched =
    settings.tables === 'all' ? { tables: [], becauseOf: 'all' } : await touchedTables(database, request.pending);
  const wanted: BackupRecord['tables'] =
    settings.command !== null || touched.becauseOf !== null
      ? 'all'
      : touched.tables.length === 0
        ? 'none'
        : touched.tables;
  const earlier = await earlierBackup(project, database, settings, wanted);
  if (earlier !== null) return earlier;
  const id = idOf(project, request);
  project.report({ kind: 'phase', text: `backing up (${id})` });
  const began = performance.now();
  const taken =
    settings.command === null
      ? await dumpTables(
          databaseUrl(project),
          database,
          { id, directory: settings.directory, tables: wanted },
          request.signal,
        )
      : await runCommand(project, settings.command, id, request);
  await runVerification(project, settings.verify, id, taken.file, request);
  const seconds = Math.round((performance.now() - began) / 10) / 100;
  const kind = settings.command === null ? 'pg_dump' : 'command';
  const record: BackupRecord = { id, kind, ...taken, seconds, tables: wanted, reused: false };
  await recordBackup(project, database, record);
  return record;
}

/** The name of a backup: the time in UTC and the beginning of the digest. */
function idOf(project: Project, { pending, digest }: BackupRequest): string {
  const time = project.now.toISOString().replace(/[-:]|\.\d+/g, '');
  const files = pending.map(({ path, checksum }) => [path, checksum]);
  const own = createHash('sha256').update(JSON.stringify(files), 'utf8').digest('hex');
  return `${time}-${(digest?.replace(/^sha256:/, '') ?? own).slice(0, 12)}`;
}

async function recordBackup(project: Project, database: Database, record: BackupRecord): Promise<void> {
  const writer = { ...historyOf(database, runOf(project)), toolVersion: project.toolVersion };
  await createHistory(writer);
  const { id, kind, file, bytes, seconds, tables, restore } = record;
  const names = typeof tables === 'string' ? tables : tables.join(', ');
  await recordEvent(writer, 'backup', null, { id, kind, file, bytes, seconds, tables: names, restore });
}

/** An earlier backup that is young enough and has the rows of all wanted tables. */
async function earlierBackup(
  project: Project,
  database: Database,
  { maxAgeMinutes }: BackupSettings,
  wanted: BackupRecord['tables'],
): Promise<BackupRecord | null> {
  if (maxAgeMinutes === null) return null;
  const records = (await recentBackups(historyOf(database, runOf(project)), maxAgeMinutes)).map(recordOf);
  return records.find((record) => covers(record.tables, wanted)) ?? null;
}

function covers(has: BackupRecord['tables'], wanted: BackupRecord['tables']): boolean {
  if (has === 'all' || wanted === 'none') return true;
  return Array.isArray(has) && Array.isArray(wanted) && wanted.every((name) => has.includes(name));
}

function recordOf(details: unknown): BackupRecord {
  const field = (name: string): unknown =>
    typeof details === 'object' && details !== null ? Reflect.get(details, name) : undefined;
  const maybe = (name: string): string | null => (field(name) == null ? null : String(field(name)));
  const tables = String(field('tables'));
  return {
    id: String(field('id')),
    kind: field('kind') === 'command' ? 'command' : 'pg_dump',
    file: maybe('file'),
    bytes: field('bytes') == null ? null : Number(field('bytes')),
    seconds: Number(field('seconds')),
    tables: tables === 'all' || tables === 'none' ? tables : tables.split(', '),
    restore: maybe('restore'),
    reused: true,
  };
}

type Taken = Pick<BackupRecord, 'file' | 'bytes' | 'restore'>;

async function runCommand(project: Project, command: string, id: string, request: BackupRequest): Promise<Taken> {
  const variables = variablesOf(project, id, request);
  const { code, stderr } = await runProgram({ command, variables, signal: request.signal });
  if (code === 0) return { file: null, bytes: null, restore: null };
  throw backupFailed(`the backup command ended with ${code ?? 'a signal'}`, stderr);
}

async function runVerification(
  project: Project,
  command: string | null,
  id: string,
  file: string | null,
  request: BackupRequest,
): Promise<void> {
  if (command === null) return;
  const variables = { ...variablesOf(project, id, request), SCHEMA_BACKUP_FILE: file ?? '' };
  const { code, stderr } = await runProgram({ command, variables, signal: request.signal });
  if (code !== 0)
    throw backupFailed(`the backup is not good: its verification ended with ${code ?? 'a signal'}`, stderr);
}

/**
 * The environment variables of a backup command. Only PGPASSWORD, which PostgreSQL's own programs read, holds the
 * password.
 */
function variablesOf(project: Project, id: string, { pending }: BackupRequest): Readonly<Record<string, string>> {
  const server = /^postgres(ql)?:\/\//i.test(databaseUrl(project));
  return {
    ...(server ? libpqVariables(parsePostgresUrl(databaseUrl(project)), process.env) : {}),
    SCHEMA_URL: withoutPassword(databaseUrl(project)),
    SCHEMA_PENDING: pending.map(({ path }) => path).join(','),
    SCHEMA_BACKUP_ID: id,
  };
}

function withoutPassword(url: string): string {
  if (!/^postgres/i.test(url)) return url;
  return url
    .replace(/^([a-z]+:\/\/[^:@/]*):[^/]*@/i, '$1@')
    .replace(/([?&])(?:ssl)?password=[^&]*(?:&|$)/gi, '$1')
    .replace(/[?&]$/, '');
}
