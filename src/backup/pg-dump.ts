// The built-in backup, for backup.ts: pg_dump in its custom format, verified by pg_restore --list.
import { chmod, mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../databases/database.ts';
import { libpqVariables } from '../databases/postgres-settings.ts';
import { parsePostgresUrl } from '../databases/postgres-url.ts';
import { SchemaError } from '../errors.ts';
import { majorOf } from '../sql/major.ts';
import { runProgram } from './programs.ts';

export interface DumpRequest {
  readonly id: string;
  readonly directory: string;
  /** Quoted names of tables; `all`; `none`: only definitions. */
  readonly tables: readonly string[] | 'all' | 'none';
}

export interface Dump {
  readonly file: string;
  readonly bytes: number;
  readonly restore: string;
}

/** The time that pg_dump waits for a lock on a table, in milliseconds. */
const LOCK_WAIT_MS = 60_000;

/** Dumps tables of a server into a new file. Raises `runner/backup`, and then leaves no file. */
export async function dumpTables(
  url: string,
  database: Database,
  request: DumpRequest,
  signal?: AbortSignal,
): Promise<Dump> {
  if (!/^postgres(ql)?:\/\//i.test(url)) {
    throw backupFailed(
      'pg_dump can not reach an embedded database',
      '',
      'Set backup.command, or leave the backup out.',
    );
  }
  const major = majorOf(database.serverVersion);
  await refuseOlder('pg_dump', major);
  await refuseOlder('pg_restore', major);
  const variables = libpqVariables(parsePostgresUrl(url), process.env);
  const file = join(request.directory, `${request.id}.dump`);
  const part = `${file}.part`;
  try {
    // The file holds rows: no other user may read it.
    await mkdir(request.directory, { recursive: true, mode: 0o700 });
    await dump(part, request, variables, signal);
    await chmod(part, 0o600);
    await lookThrough(part, database, request);
    await rename(part, file);
  } catch (cause) {
    await rm(part, { force: true });
    if (cause instanceof SchemaError) throw cause;
    throw backupFailed('the backup could not be written', cause instanceof Error ? cause.message : String(cause));
  }
  const { bytes } = await stat(file).then(({ size }) => ({ bytes: size }));
  const restore = `pg_restore --clean --if-exists --single-transaction --dbname "$SCHEMA_DATABASE_URL" ${file}`;
  return { file, bytes, restore };
}

async function dump(
  file: string,
  { tables }: DumpRequest,
  variables: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<void> {
  const what =
    tables === 'all'
      ? []
      : tables === 'none'
        ? ['--schema-only']
        : tables.flatMap((name) => ['--table', pattern(name)]);
  const words = ['--format=custom', '--no-password', `--lock-wait-timeout=${LOCK_WAIT_MS}`, '--file', file, ...what];
  const { code, stderr } = await runProgram({ command: 'pg_dump', words, variables, signal });
  if (code !== 0) throw backupFailed(`pg_dump ended with ${code ?? 'a signal'}`, stderr);
}

/** A quoted name as a pattern of pg_dump (manual, psql, Patterns), without special characters. */
const pattern = (name: string): string =>
  name.replace(/"(?:[^"]|"")*"|[^".]+/g, (part) => (part.startsWith('"') ? part : `"${part}"`));

/** pg_dump refuses servers of a newer major than its own. */
async function refuseOlder(program: 'pg_dump' | 'pg_restore', major: number): Promise<void> {
  const { code, stdout, stderr } = await runProgram({ command: program, words: ['--version'], variables: {} });
  if (code !== 0)
    throw backupFailed(`${program} does not run`, stderr, `Install PostgreSQL ${major}'s client programs.`);
  const own = Number(/(\d+)(\.|devel|beta|rc|\s)/.exec(stdout.replace(/^\D*/, ''))?.[1] ?? 0);
  if (own >= major) return;
  throw backupFailed(
    `${program} is of PostgreSQL ${own}, and the server of ${major}`,
    stdout.trim(),
    `Put ${program} of PostgreSQL ${major} or later first in PATH, or set backup.command.`,
  );
}

/** Checks that the table of contents has the rows of each table in the backup. */
async function lookThrough(file: string, database: Database, { tables }: DumpRequest): Promise<void> {
  const { code, stdout, stderr } = await runProgram({ command: 'pg_restore', words: ['--list', file], variables: {} });
  if (code !== 0) throw backupFailed('pg_restore can not read the backup', stderr);
  if (tables === 'none') return;
  const rows = await database.query(
    `SELECT n.nspname AS schema, c.relname AS name, pg_catalog.format('%I.%I', n.nspname, c.relname) AS quoted
       FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.oid >= 16384 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')
        AND ($1::text[] IS NULL OR pg_catalog.format('%I.%I', n.nspname, c.relname) = ANY ($1::text[]))`,
    [tables === 'all' ? null : tables],
  );
  const missing = rows.filter(
    (row) => !stdout.includes(` TABLE DATA ${String(row['schema'])} ${String(row['name'])} `),
  );
  if (missing.length === 0) return;
  throw backupFailed('the backup lacks tables', missing.map((row) => String(row['quoted'])).join(', '));
}

/** The error of a failed backup; no migration runs after it. */
export const backupFailed = (message: string, detail: string, hint?: string): SchemaError =>
  new SchemaError('runner/backup', message, {
    detail: detail === '' ? undefined : detail,
    hint: `Nothing ran. ${hint ?? 'Correct the cause and run the same command again.'}`,
  });
