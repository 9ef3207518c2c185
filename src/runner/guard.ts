// The guard of a run: both keys of the lock, the session that watches, and the way back after a lost connection.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../databases/database.ts';
import { activityColumns, activityOf } from './activity.ts';
import type { Activity, Report } from './events.ts';
import { isConnectionLoss, sqlstateOf } from './failure.ts';
import {
  type HeldLocks,
  heldLocks,
  holdsLock,
  type LockPart,
  lockLost,
  releaseLock,
  releaseOthers,
  takeLock,
} from './lock.ts';
import { guardSettings, type RunnerSession } from './session.ts';

export interface GuardOptions {
  readonly historySchema: string;
  readonly waitMs: number;
  /** How long the run waits for a server that does not answer, in milliseconds. */
  readonly reconnectMs: number;
  readonly report: Report;
  readonly signal?: AbortSignal | undefined;
}

export interface Guard {
  /**
   * Releases the advisory locks that an earlier file left in the working session. Raises `runner/locked` where another
   * runner could be at work, `database/connection` where the working session is gone.
   */
  assertAlone(): Promise<void>;
  /** Whether the lock was free for a while, so that another runner may have run migrations. */
  wasFree(): boolean;
  /** The sessions that block the working session, and the progress of the index that it builds. */
  watch(): Promise<Watched>;
  /** Whether the working session exists and holds its key. Not for use in a failed transaction. */
  isAlive(): Promise<boolean>;
  /**
   * After the loss of the working session: waits for the server, reopens the session and takes the lock. By then the
   * old backend has ended, and its transaction is decided. Returns false where an administrator ended the session: the
   * run must stop. Raises `error` where the session can't be reopened, `database/connection` where the server stays
   * away, `runner/locked` where another runner has the lock.
   */
  restore(error: unknown): Promise<boolean>;
  release(): Promise<void>;
}

export interface Watched {
  readonly blockers: readonly Activity[];
  readonly index: { readonly phase: string; readonly percent: number | null } | null;
}

interface State {
  readonly session: RunnerSession;
  readonly guard: Database | null;
  readonly options: GuardOptions;
  workPid: number;
  guardPid: number;
  serverStart: string;
  wasFree: boolean;
}

const HEARTBEAT_MS = 15_000;
/** The time between the cancel of a statement and the end of its session. */
const CANCEL_MS = 3000;

/** Takes both keys. Raises `runner/locked`. Without a second session (PGlite) the one session takes both. */
export async function takeGuard(session: RunnerSession, guard: Database | null, options: GuardOptions): Promise<Guard> {
  const state: State = { session, guard, options, workPid: 0, guardPid: 0, serverStart: '', wasFree: false };
  await guard?.script(guardSettings(guard));
  const until = Date.now() + options.waitMs;
  await takeParts(state, ['guard', 'work'], until);
  state.serverStart = await identify(state);
  const beat = setInterval(() => void guard?.query('SELECT 1').catch(() => undefined), HEARTBEAT_MS);
  beat.unref();
  const stopListening = cancelOnAbort(state);
  return {
    assertAlone: () => assertAlone(state),
    wasFree: () => state.wasFree,
    isAlive: () => isAlive(state),
    watch: () => watch(state),
    restore: (error) => restore(state, error),
    release: async () => {
      clearInterval(beat);
      stopListening();
      await releaseLock(session.database, options.historySchema, 'work');
      await releaseLock(guard ?? session.database, options.historySchema, 'guard');
    },
  };
}

async function takeParts(state: State, parts: readonly LockPart[], until: number): Promise<void> {
  const { historySchema, report, signal } = state.options;
  for (const part of parts) {
    const database = part === 'guard' ? (state.guard ?? state.session.database) : state.session.database;
    await takeLock(database, { historySchema, part, waitMs: Math.max(0, until - Date.now()), report, signal });
  }
}

/** Reads the pids of the run's backends; returns the start time of the server. */
async function identify(state: State): Promise<string> {
  const ask = 'SELECT pg_catalog.pg_backend_pid() AS pid, pg_catalog.pg_postmaster_start_time()::text AS started';
  const [work] = await state.session.database.query(ask);
  state.workPid = Number(work?.['pid']);
  const [guard] = state.guard === null ? [work] : await state.guard.query(ask);
  state.guardPid = Number(guard?.['pid']);
  return String(work?.['started']);
}

async function assertAlone(state: State): Promise<void> {
  const { historySchema } = state.options;
  const ours = [
    { pid: state.guardPid, part: 'guard' },
    { pid: state.workPid, part: 'work' },
  ] as const;
  let found: HeldLocks;
  try {
    found = await heldLocks(state.guard ?? state.session.database, historySchema, ours);
  } catch (error) {
    if (state.guard === null || !isConnectionLoss(error)) throw error;
    await regainGuard(state, error);
    return await assertAlone(state);
  }
  if (found.held) {
    // Where the session is in a failed transaction, its error is raised by what failed.
    if (found.others > 0) await releaseOthers(state.session.database, historySchema).catch(() => undefined);
    return;
  }
  // Where the backend has ended, this query raises `database/connection`.
  const working = await holdsLock(state.session.database, historySchema, [ours[1]]);
  throw lockLost(
    working ? 'The session that guards the run no longer has it.' : 'A migration released it, or ended its session.',
    'Look for pg_advisory_unlock_all() or DISCARD ALL in the migrations, then run the same command again.',
  );
}

/**
 * The guard's session is lost and the working session continues. The guard's key must be free at once. Another runner
 * that has taken the key is waiting for the working key, and a wait for that runner would be a deadlock.
 */
async function regainGuard(state: State, error: unknown): Promise<void> {
  const { guard } = state;
  if (guard?.reopen === undefined) throw error;
  // A shutdown of the server ends both sessions, with the same SQLSTATE (57P01) as pg_terminate_backend().
  if (!(await isAlive(state))) throw error;
  if (sqlstateOf(error) === '57P01') {
    throw lockLost('An administrator ended the session that holds it.', 'Run the same command again to go on.');
  }
  await guard.reopen();
  await guard.script(guardSettings(guard));
  state.wasFree = true;
  await takeParts(state, ['guard'], Date.now());
  await identify(state);
}

async function restore(state: State, error: unknown): Promise<boolean> {
  const { options, session } = state;
  if (session.database.reopen === undefined || options.signal?.aborted === true) throw error;
  const until = Date.now() + options.reconnectMs;
  for (let pauseMs = 100; ; pauseMs = Math.min(pauseMs * 2, 2000)) {
    try {
      await reopen(state);
      break;
    } catch (again) {
      if (!isConnectionLoss(again) || isRefusal(again) || Date.now() + pauseMs > until) throw again;
      await sleep(pauseMs, undefined, { signal: options.signal });
    }
  }
  const started = await identify(state);
  const restarted = started !== state.serverStart;
  state.serverStart = started;
  return restarted || sqlstateOf(error) !== '57P01';
}

/** Waiting does not mend a wrong password (class 28) or a missing database (class 3D). */
const isRefusal = (error: unknown): boolean => /^(28|3D)/.test(sqlstateOf(error) ?? '');

async function isAlive(state: State): Promise<boolean> {
  try {
    return await holdsLock(state.session.database, state.options.historySchema, [{ pid: state.workPid, part: 'work' }]);
  } catch {
    return false;
  }
}

/** Reopens the working session, and the guard where it is lost. Then takes the keys in the usual order. */
async function reopen(state: State): Promise<void> {
  const { guard, session, options } = state;
  const guarded = guard === null ? null : await guard.query('SELECT 1').catch(() => null);
  if (guard !== null && guarded === null) {
    await guard.reopen?.();
    await guard.script(guardSettings(guard));
    state.wasFree = true;
  }
  if (guarded !== null) await endOrphan(state);
  await session.database.reopen?.();
  await session.database.script(session.reset({ generated: false }));
  const until = Date.now() + Math.max(options.waitMs, options.reconnectMs);
  await takeParts(state, guarded === null ? ['guard', 'work'] : ['work'], until);
}

/** The old backend may not know yet that its client is gone. Its statement can't be recorded any more. */
async function endOrphan({ guard, workPid, options: { historySchema } }: State): Promise<void> {
  if (guard === null || !(await holdsLock(guard, historySchema, [{ pid: workPid, part: 'work' }]))) return;
  await guard.query('SELECT pg_catalog.pg_terminate_backend($1::int)', [workPid]);
}

/**
 * On abort, cancels the statement of the working session, and later ends the session where that is not enough. PGlite
 * has no second session: there the run stops before its next statement. Returns a function that stops listening.
 */
function cancelOnAbort(state: State): () => void {
  const { guard } = state;
  const { signal } = state.options;
  if (guard === null || signal === undefined) return () => undefined;
  const ask = (sql: string): void => void guard.query(sql, [state.workPid]).catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    ask('SELECT pg_catalog.pg_cancel_backend($1::int)');
    timer = setTimeout(() => ask('SELECT pg_catalog.pg_terminate_backend($1::int)'), CANCEL_MS);
    timer.unref();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  return () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  };
}

async function watch({ guard, workPid }: State): Promise<Watched> {
  if (guard === null) return { blockers: [], index: null };
  const rows = await guard.query(BLOCKERS, [workPid]);
  const [index] = await guard.query(PROGRESS, [workPid]);
  const percent = index?.['percent'] == null ? null : Number(index['percent']);
  return {
    blockers: rows.map(activityOf),
    index: index === undefined ? null : { phase: String(index['phase']), percent },
  };
}

const BLOCKERS = `
  SELECT a.pid, ${activityColumns('a.xact_start')} FROM pg_catalog.pg_stat_activity AS a
  WHERE a.pid = ANY (pg_catalog.pg_blocking_pids($1::int)) ORDER BY a.xact_start, a.pid`;

const PROGRESS = `
  SELECT phase, CASE WHEN blocks_total > 0 THEN pg_catalog.floor(100.0 * blocks_done / blocks_total)
                     WHEN tuples_total > 0 THEN pg_catalog.floor(100.0 * tuples_done / tuples_total) END AS percent
  FROM pg_catalog.pg_stat_progress_create_index WHERE pid = $1::int`;
