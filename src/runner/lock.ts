// One runner at a time on one history: a session-level advisory lock, which goes when the session goes.
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import type { LockHolder, Report } from './events.ts';

export interface LockOptions {
  readonly historySchema: string;
  /** How long to wait, in milliseconds; 0 fails at once. */
  readonly waitMs: number;
  readonly report?: Report | undefined;
}

const POLL_MS = 500;

/** Client-side, so that no server's hash function is part of it: 64 bits as PostgreSQL's bigint, in decimal. */
export function lockKey(historySchema: string): string {
  const digest = createHash('sha256').update(`schema-runner:${historySchema}.history`, 'utf8').digest();
  return digest.readBigInt64BE(0).toString();
}

/**
 * Polls `pg_try_advisory_lock`. The blocking form would hold a snapshot while it waits, and the holder's CREATE INDEX
 * CONCURRENTLY would wait for that snapshot: a deadlock. Raises `runner/locked`, naming the holder.
 */
export async function takeLock(database: Database, options: LockOptions): Promise<void> {
  const key = lockKey(options.historySchema);
  const began = Date.now();
  let shown: number | null | undefined;
  for (;;) {
    const [row] = await database.query('SELECT pg_catalog.pg_try_advisory_lock($1::bigint) AS locked', [key]);
    if (row?.['locked'] === true) return;
    const waitedMs = Date.now() - began;
    const holder = await lockHolder(database, options.historySchema);
    if (waitedMs >= options.waitMs) throw locked(holder, waitedMs);
    if (shown === undefined || shown !== (holder?.pid ?? null)) {
      shown = holder?.pid ?? null;
      options.report?.({ kind: 'waiting for lock', holder, waitedMs });
    }
    const pause = POLL_MS * (0.75 + Math.random() / 2);
    await sleep(Math.min(pause, Math.max(1, options.waitMs - waitedMs)));
  }
}

/** Who holds the lock, or null. Needs no privilege; of other roles' sessions PostgreSQL hides some columns. */
export async function lockHolder(database: Database, historySchema: string): Promise<LockHolder | null> {
  const [row] = await database.query(HOLDER, [lockKey(historySchema)]);
  if (row === undefined) return null;
  const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
  return {
    pid: Number(row['pid']),
    application: text(row['application_name']) ?? '',
    user: text(row['usename']) ?? '',
    address: text(row['client_addr']),
    since: text(row['since']),
    state: text(row['state']),
  };
}

const HOLDS = `
  locktype = 'advisory' AND granted AND objsubid = 1
  AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
  AND ((classid::bigint << 32) | objid::bigint) = $1::bigint`;

const HOLDER = `
  SELECT l.pid, a.application_name, a.usename::text, a.client_addr::text, a.state,
         pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since
  FROM (SELECT pid FROM pg_catalog.pg_locks WHERE ${HOLDS}) AS l
  LEFT JOIN pg_catalog.pg_stat_activity AS a ON a.pid = l.pid
  LIMIT 1`;

/** Raised if the session no longer has the lock: a file may have released all advisory locks. */
export async function assertLocked(database: Database, historySchema: string): Promise<void> {
  const [row] = await database.query(
    `SELECT 1 AS held FROM pg_catalog.pg_locks WHERE pid = pg_catalog.pg_backend_pid() AND ${HOLDS}`,
    [lockKey(historySchema)],
  );
  if (row !== undefined) return;
  throw new SchemaError('runner/locked', 'the migration lock was lost during the run', {
    detail: 'Something in the session released it, or the connection was replaced.',
    hint: 'Look for pg_advisory_unlock_all() or DISCARD ALL in the migrations, then run the same command again.',
  });
}

/** Gives the lock back; if the connection is gone, so is the lock. */
export async function releaseLock(database: Database, historySchema: string): Promise<void> {
  try {
    await database.query('SELECT pg_catalog.pg_advisory_unlock($1::bigint)', [lockKey(historySchema)]);
  } catch {
    // The session is gone, and its locks with it.
  }
}

function locked(holder: LockHolder | null, waitedMs: number): SchemaError {
  const seconds = Math.round(waitedMs / 1000);
  const who =
    holder === null
      ? 'The holder has just let go.'
      : `It is held by pid ${holder.pid}${holder.application === '' ? '' : ` (${holder.application})`}` +
        `${holder.user === '' ? '' : ` of ${holder.user}`}${holder.address === null ? '' : ` from ${holder.address}`}` +
        `${holder.since === null ? '' : `, connected since ${holder.since}`}` +
        `${holder.state === null ? '' : `, ${holder.state}`}.`;
  return new SchemaError('runner/locked', `another runner has the migration lock (waited ${seconds} s)`, {
    detail: who,
    hint:
      holder === null
        ? 'Run the same command again.'
        : `Wait for it to finish. If it is a leftover, end its session: SELECT pg_terminate_backend(${holder.pid}).`,
  });
}
