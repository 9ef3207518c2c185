// The migration lock: one runner at a time on one history. It consists of session-level advisory locks, which
// PostgreSQL releases when the session ends.
//
// The lock has two keys. The guard, a session that is idle most of the time, holds one; the session that runs the
// migrations holds the other. When a client is killed, the guard's key is free at once. The working backend continues
// until its statement ends, or until it notices that its client is gone: the second key keeps the next runner waiting
// until then.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { activityColumns, activityOf } from './activity.ts';
import type { LockHolder, Report } from './events.ts';

/** The keys: a runner is alone when it has both. */
export type LockPart = 'guard' | 'work';

export interface LockOptions {
  readonly historySchema: string;
  /** How long to wait, in milliseconds; 0 fails at once. */
  readonly waitMs: number;
  readonly report?: Report | undefined;
  /** Default: both, for a run with one session only. */
  readonly part?: LockPart;
  /** Ends the wait. */
  readonly signal?: AbortSignal | undefined;
}

const FIRST_POLL_MS = 250;
const LAST_POLL_MS = 2000;

/**
 * A 64-bit key in decimal, as PostgreSQL's bigint. Computed in the client, so that all server versions get the same
 * key.
 */
export function lockKey(historySchema: string, part: LockPart = 'guard'): string {
  const name = `schema-runner:${historySchema}.history${part === 'guard' ? '' : `:${part}`}`;
  return createHash('sha256').update(name, 'utf8').digest().readBigInt64BE(0).toString();
}

/**
 * Polls `pg_try_advisory_lock()`; between the polls the session is idle outside a transaction. A waiting
 * `pg_advisory_lock()` would hold a snapshot, and the holder's CREATE INDEX CONCURRENTLY would wait for that snapshot:
 * a deadlock. Raises `runner/locked`, which names the holder.
 */
export async function takeLock(database: Database, options: LockOptions): Promise<void> {
  const { historySchema, part, waitMs } = options;
  if (part === undefined) {
    const until = Date.now() + waitMs;
    await takeLock(database, { ...options, part: 'guard' });
    return await takeLock(database, { ...options, part: 'work', waitMs: Math.max(0, until - Date.now()) });
  }
  const key = lockKey(historySchema, part);
  const began = Date.now();
  let shown: number | null | undefined;
  for (let pollMs = FIRST_POLL_MS; ; pollMs = Math.min(pollMs * 1.5, LAST_POLL_MS)) {
    options.signal?.throwIfAborted();
    const [row] = await database.query('SELECT pg_catalog.pg_try_advisory_lock($1::bigint) AS locked', [key]);
    if (row?.['locked'] === true) return;
    const waitedMs = Date.now() - began;
    // A runner that waits for the second key holds the first one itself.
    const holder = await holderOf(database, historySchema, part === 'work' ? ['work'] : ['work', 'guard']);
    if (waitedMs >= waitMs) throw locked(holder, waitedMs);
    if (shown === undefined || shown !== (holder?.pid ?? null)) {
      shown = holder?.pid ?? null;
      options.report?.({ kind: 'waiting for lock', holder, waitedMs });
    }
    const pause = pollMs * (0.75 + Math.random() / 2);
    await sleep(Math.min(pause, Math.max(1, waitMs - waitedMs)), undefined, { signal: options.signal });
  }
}

/**
 * The holder of the migration lock, or null: the working session where pg_stat_activity shows it, else the guard. Needs
 * no privilege.
 */
export const lockHolder = (database: Database, historySchema: string): Promise<LockHolder | null> =>
  holderOf(database, historySchema, ['work', 'guard']);

async function holderOf(
  database: Database,
  historySchema: string,
  parts: readonly LockPart[],
): Promise<LockHolder | null> {
  const keys = parts.map((part) => lockKey(historySchema, part));
  const [row] = await database.query(HOLDER, [`{${keys.join(',')}}`]);
  if (row === undefined) return null;
  return { ...activityOf(row), address: row['client_addr'] == null ? null : String(row['client_addr']) };
}

const KEY = '((classid::bigint << 32) | objid::bigint)';

const GRANTED = `
  locktype = 'advisory' AND granted AND objsubid = 1
  AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`;

const HOLDER = `
  SELECT l.pid, pg_catalog.host(a.client_addr) AS client_addr, ${activityColumns('a.backend_start')}
  FROM (SELECT pid, ${KEY} AS key FROM pg_catalog.pg_locks WHERE ${GRANTED} AND ${KEY} = ANY ($1::bigint[])) AS l
  LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
  ORDER BY pg_catalog.array_position($1::bigint[], l.key)
  LIMIT 1`;

export interface HeldLocks {
  /** Whether these backends hold these keys. */
  readonly held: boolean;
  /** The number of other advisory locks that the backends hold. */
  readonly others: number;
}

/** The advisory locks of the backends. Any session of the database can ask. */
export async function heldLocks(
  database: Database,
  historySchema: string,
  held: readonly { readonly pid: number; readonly part: LockPart }[],
): Promise<HeldLocks> {
  const wanted = held.map(({ pid, part }) => `(${pid}, ${lockKey(historySchema, part)}::bigint)`);
  const ours = `objsubid = 1 AND (pid, ${KEY}) IN (${wanted.join(', ')})`;
  // A backend belongs to one database, so its pid tells the database of the key.
  const [rows] = await database.script(
    `SELECT count(*) FILTER (WHERE ${ours})::int AS held, count(*) FILTER (WHERE NOT (${ours}))::int AS others
     FROM pg_catalog.pg_locks
     WHERE locktype = 'advisory' AND granted AND pid IN (${held.map(({ pid }) => pid).join(', ')})`,
  );
  return { held: rows?.[0]?.['held'] === held.length, others: Number(rows?.[0]?.['others']) };
}

/** Whether these backends hold these keys. */
export const holdsLock = async (...asked: Parameters<typeof heldLocks>): Promise<boolean> =>
  (await heldLocks(...asked)).held;

const HALF = (column: string): string =>
  `(CASE WHEN ${column}::bigint < 2147483648 THEN ${column}::bigint ELSE ${column}::bigint - 4294967296 END)::int`;

/** A lock may be held several times; each round releases it once. */
const ROUNDS = 100;

/**
 * Releases the session-level advisory locks of the session but those of the runner: pg_advisory_unlock_all() would
 * release these as well. Must run before a statement of a file, which may take locks for its transaction.
 */
export async function releaseOthers(database: Database, historySchema: string): Promise<void> {
  const ours = (['guard', 'work'] as const).map((part) => `${lockKey(historySchema, part)}::bigint`).join(', ');
  for (let round = 0; round < ROUNDS; round++) {
    const rows = await database.query(
      `SELECT CASE WHEN objsubid = 1 AND mode = 'ExclusiveLock' THEN pg_catalog.pg_advisory_unlock(${KEY})
                   WHEN objsubid = 1 THEN pg_catalog.pg_advisory_unlock_shared(${KEY})
                   WHEN mode = 'ExclusiveLock' THEN pg_catalog.pg_advisory_unlock(${HALF('classid')}, ${HALF('objid')})
                   ELSE pg_catalog.pg_advisory_unlock_shared(${HALF('classid')}, ${HALF('objid')}) END
       FROM pg_catalog.pg_locks WHERE locktype = 'advisory' AND granted AND pid = pg_catalog.pg_backend_pid()
         AND NOT (objsubid = 1 AND ${KEY} IN (${ours}))`,
    );
    if (rows.length === 0) return;
  }
}

export const lockLost = (detail: string, hint: string): SchemaError =>
  new SchemaError('runner/locked', 'the migration lock was lost during the run', { detail, hint });

/** Releases one key, or both. PostgreSQL has released them where the connection is gone. */
export async function releaseLock(database: Database, historySchema: string, part?: LockPart): Promise<void> {
  const parts: readonly LockPart[] = part === undefined ? ['work', 'guard'] : [part];
  for (const one of parts) {
    await database
      .query('SELECT pg_catalog.pg_advisory_unlock($1::bigint)', [lockKey(historySchema, one)])
      // The session has ended, and its locks with it.
      .catch(() => undefined);
  }
}

function locked(holder: LockHolder | null, waitedMs: number): SchemaError {
  const seconds = Math.round(waitedMs / 1000);
  return new SchemaError('runner/locked', `another runner has the migration lock (waited ${seconds} s)`, {
    detail: holder === null ? 'The holder has just let go.' : `It is held by ${holderText(holder)}.`,
    hint:
      holder === null
        ? 'Run the same command again.'
        : `Wait for it to finish. If it is a leftover, end its session: SELECT pg_terminate_backend(${holder.pid}).`,
  });
}

function holderText({ pid, application, user, address, since, state, query }: LockHolder): string {
  const named = `pid ${pid}${application === '' ? '' : ` (${application})`}${user === '' ? '' : ` of ${user}`}`;
  const from = `${address === null ? '' : ` from ${address}`}${since === null ? '' : `, connected since ${since}`}`;
  const doing = state === 'active' && query !== null ? `, running ${query}` : state === null ? '' : `, ${state}`;
  return `${named}${from}${doing}`;
}
