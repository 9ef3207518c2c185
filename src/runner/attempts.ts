// Tries a transaction again: after a lock timeout, a deadlock or a serialization failure, and after a lost connection.
import { setTimeout as sleep } from 'node:timers/promises';
import { isConnectionLoss, isRetryable, notRestored, serverSaid, sqlstateOf } from './failure.ts';
import type { Attempted, Run } from './run.ts';

const FIRST_PAUSE_MS = 1000;
const LAST_PAUSE_MS = 30_000;
/** The limit of lost connections in one file: a statement that crashes the server must not run forever. */
const MOST_LOSSES = 2;

/**
 * Repeats an attempt that failed with 55P03, 40P01 or 40001. The pause doubles from one second to thirty and has
 * jitter, so that runners and the application do not collide again at the same moment.
 */
export async function withRetries<Result>(run: Run, what: Attempted, attempt: () => Promise<Result>): Promise<Result> {
  for (let number = 1; ; number++) {
    try {
      return await attempt();
    } catch (error) {
      if (number >= what.attempts || !isRetryable(error) || run.signal?.aborted === true) throw error;
      const inMs = Math.round(Math.min(LAST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (number - 1)) * (0.5 + Math.random() / 2));
      const { path, attempts } = what;
      const { message } = serverSaid(error instanceof Error ? (error.cause ?? error) : error);
      const blockers = run.blockers.splice(0);
      const sqlstate = sqlstateOf(error) ?? '';
      run.report({ kind: 'retrying', path, attempt: number, of: attempts, inMs, sqlstate, message, blockers });
      await sleep(inMs, undefined, { signal: run.signal });
    }
  }
}

/** The connection was lost and is restored, and the open transaction is rolled back; `cause` is the reason. */
export class RolledBack extends Error {
  constructor(cause: unknown) {
    super('rolled back', { cause });
  }
}

/**
 * Repeats an attempt that lost its connection, once the server answers and the lock is taken again. By then the server
 * has rolled back the earlier attempt, or the history shows what it committed.
 */
export async function survivingLosses<Result>(
  run: Run,
  what: Attempted,
  attempt: (losses: number) => Promise<Result>,
): Promise<Result> {
  for (let losses = 0; ; losses++) {
    try {
      return await attempt(losses);
    } catch (error) {
      if (error instanceof RolledBack) {
        if (losses === MOST_LOSSES) throw error.cause;
        continue;
      }
      if (!isConnectionLoss(error) || losses === MOST_LOSSES) throw error;
      await reconnect(run, what, error);
      run.report({ kind: 'reconnected', path: what.path, outcome: null });
    }
  }
}

/** Raises `error` where the session is alive, where it can't be restored, or where an administrator ended it. */
export async function reconnect(run: Run, { path, failure }: Attempted, error: unknown): Promise<void> {
  if (await run.guard.isAlive()) throw error;
  run.report({ kind: 'connection lost', path, message: serverSaid(error).message });
  const restored = await run.guard.restore(error).catch((again: unknown) => {
    throw again === error ? error : notRestored(again, path, failure);
  });
  if (!restored) throw error;
}
