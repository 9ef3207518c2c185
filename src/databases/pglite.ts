// PGlite as a database, for scratch and for embedded databases: PostgreSQL as WebAssembly, in memory or in a folder.
import { randomUUID } from 'node:crypto';
import { SchemaError } from '../errors.ts';
import type { Database, Notice, Row } from './database.ts';
import { bundledFiles, type ServerFile } from './pglite-bundles.ts';
import { lockDirectory } from './pglite-directory.ts';
import type { StatementResult, TransactionStatus, WorkerJob, WorkerRequest } from './pglite-messages.ts';
import { loadSnapshot } from './pglite-snapshot.ts';
import { died, type PgliteThread, startThread } from './pglite-thread.ts';
import { queryError } from './server-errors.ts';
import { decodeValue, encodeValue } from './values.ts';

export { bundledExtensions } from './pglite-bundles.ts';

export interface CallOptions {
  /** Time for this call in milliseconds; after it the instance is ended and the call fails with `scratch/deadline`. */
  readonly deadlineMs?: number | undefined;
  /** Megabytes by which the process may grow during this call; after it the call fails with `scratch/memory`. */
  readonly memoryMb?: number | undefined;
}

/** A PGlite in a thread of its own. Each answer is checked for signs of a dead backend. */
export interface PgliteDatabase extends Database {
  query(sql: string, parameters?: readonly unknown[], options?: CallOptions): Promise<readonly Row[]>;
  script(sql: string, options?: CallOptions): Promise<readonly (readonly Row[])[]>;
  /** Sends a random text and compares the answer. Errors: `scratch/died`. */
  assertAlive(): Promise<void>;
  /** The transaction status after the last call: idle, in a transaction block, or in a failed one. */
  transactionStatus(): TransactionStatus;
  isDead(): boolean;
  /** Puts files into the virtual installation, for example `share/postgresql/extension/x.control`. */
  addFiles(files: readonly ServerFile[]): Promise<void>;
}

export interface PgliteOptions {
  /** A folder for the data, created on first use; absent: all data is in memory. */
  readonly dataDir?: string | undefined;
  /** An uncompressed tar of an initialized data directory, which the instance takes over; default: the cached one. */
  readonly snapshot?: Uint8Array | undefined;
  /** Bundled extensions whose files are put in place at the start. CREATE EXTENSION finds the others on demand. */
  readonly extensions?: readonly string[] | undefined;
  /** Time for each call in milliseconds; default 60 s in memory, and no limit for a folder, which holds real data. */
  readonly deadlineMs?: number | undefined;
  /**
   * The thread's stack in MB, default 64. With a smaller stack, endless recursion ends PGlite instead of raising an
   * error.
   */
  readonly stackMb?: number | undefined;
}

const DEFAULT_DEADLINE_MS = 60_000;
/** The deadline for the start, the close and the canary, independent of the deadline of statements. */
const SERVICE_DEADLINE_MS = 120_000;

/**
 * Opens a PGlite in memory, or in a folder, which stays locked against other processes until `close`.
 * Errors: `scratch/died`, `scratch/deadline`, `database/connection` (the folder is in use or can't be written).
 */
export async function openPglite(options: PgliteOptions = {}): Promise<PgliteDatabase> {
  if (options.dataDir === undefined) {
    const snapshot = options.snapshot ?? (await loadSnapshot('scratch'));
    return start({ job: 'serve', snapshot }, 'scratch', options, DEFAULT_DEADLINE_MS, async () => undefined);
  }
  const directory = await lockDirectory(options.dataDir);
  const job: WorkerJob = { job: 'serve', dataDir: directory.path };
  return start(job, `pglite://${options.dataDir}`, options, Number.POSITIVE_INFINITY, directory.unlock);
}

async function start(
  job: WorkerJob,
  label: string,
  options: PgliteOptions,
  defaultDeadlineMs: number,
  unlock: () => Promise<void>,
): Promise<PgliteDatabase> {
  const deadlineMs = options.deadlineMs ?? defaultDeadlineMs;
  let thread: PgliteThread | undefined;
  try {
    ({ thread } = await startThread(label, job, SERVICE_DEADLINE_MS, options.stackMb));
    const files = await bundledFiles(options.extensions ?? []);
    if (files.length > 0) await thread.call({ call: 'add files', files }, SERVICE_DEADLINE_MS);
    const [row] = await ask(thread, label, versionQuery, SERVICE_DEADLINE_MS);
    return database(thread, label, Number(row?.[0]?.['version']), deadlineMs, unlock);
  } catch (error) {
    await thread?.terminate();
    await unlock();
    throw error;
  }
}

const versionQuery: WorkerRequest = {
  call: 'script',
  sql: "SELECT current_setting('server_version_num')::int AS version",
};

async function ask(
  thread: PgliteThread,
  label: string,
  request: WorkerRequest,
  deadlineMs: number,
  memoryMb?: number,
  hear: (notice: Notice) => void = () => undefined,
): Promise<readonly (readonly Row[])[]> {
  const reply = await thread.call(request, deadlineMs, memoryMb);
  if ('notices' in reply) reply.notices.forEach(hear);
  if (reply.reply === 'results') return reply.results.map(rowsOf);
  if (reply.reply === 'refused') throw queryError(reply.error);
  const error = died(label, 'it gave an answer that fits no question');
  await thread.terminate(error);
  throw error;
}

function rowsOf({ fields, rows }: StatementResult): readonly Row[] {
  if (fields === null) return [];
  return rows.map((values) =>
    Object.fromEntries(fields.map(({ name, oid }, column) => [name, decodeValue(oid, values[column] ?? null)])),
  );
}

/** SQLSTATE in_failed_sql_transaction: a backend that raises it is alive. */
const FAILED_TRANSACTION = '25P02';

async function assertAlive(thread: PgliteThread, label: string): Promise<void> {
  const canary = randomUUID();
  const request: WorkerRequest = { call: 'query', sql: 'SELECT $1::text AS canary', parameters: [canary] };
  try {
    const [rows] = await ask(thread, label, request, SERVICE_DEADLINE_MS);
    if (rows?.length === 1 && rows[0]?.['canary'] === canary) return;
  } catch (error) {
    if (error instanceof SchemaError && error.sqlstate === FAILED_TRANSACTION) return;
    throw error;
  }
  const error = died(label, 'it did not echo the canary');
  await thread.terminate(error);
  throw error;
}

function database(
  thread: PgliteThread,
  label: string,
  serverVersion: number,
  deadlineMs: number,
  unlock: () => Promise<void>,
): PgliteDatabase {
  let listener: ((notice: Notice) => void) | null = null;
  const hear = (notice: Notice): void => listener?.(notice);
  return {
    serverVersion,
    label,
    async query(sql, parameters = [], options = {}) {
      const request: WorkerRequest = { call: 'query', sql, parameters: parameters.map(encodeValue) };
      const [rows] = await ask(thread, label, request, options.deadlineMs ?? deadlineMs, options.memoryMb, hear);
      return rows ?? [];
    },
    script: (sql, options = {}) =>
      ask(thread, label, { call: 'script', sql }, options.deadlineMs ?? deadlineMs, options.memoryMb, hear),
    hear: (next) => {
      listener = next;
    },
    assertAlive: () => assertAlive(thread, label),
    transactionStatus: thread.status,
    isDead: thread.dead,
    async addFiles(files) {
      await thread.call({ call: 'add files', files }, deadlineMs);
    },
    async close() {
      // A folder needs a shutdown checkpoint; data in memory is discarded.
      if (label !== 'scratch' && !thread.dead()) {
        await thread.call({ call: 'close' }, SERVICE_DEADLINE_MS).catch(() => undefined);
      }
      await thread.terminate();
      await unlock();
    },
  };
}
