// Trying again: what did not get its locks, and what lost its connection.
import { setTimeout as sleep } from 'node:timers/promises';
import { isConnectionLoss, isRetryable, notRestored, serverSaid, sqlstateOf } from './failure.ts';
import type { Attempted, Run } from './run.ts';

const FIRST_PAUSE_MS = 1000;
const LAST_PAUSE_MS = 30_000;
/** A statement that takes the server down with it must not do so for ever. */
const MOST_LOSSES = 2;

/**
 * Repeats what failed for lack of locks (55P03, 40P01, 40001), after a pause that doubles from one second to thirty, with
 * jitter, so that runners and the application do not meet again in step.
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

/** The connection was lost and is back; what was begun is rolled back, for the reason in `cause`. */
export class RolledBack extends Error {
  constructor(cause: unknown) {
    super('rolled back', { cause });
  }
}

/**
 * Repeats what lost its connection, once the server is back and the lock taken again. What `attempt` did before must be
 * rolled back by then, or found in the history by the next attempt.
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

/** Raises the given error where nothing is lost, where there is no way back, or where an administrator ended the session. */
export async function reconnect(run: Run, { path, failure }: Attempted, error: unknown): Promise<void> {
  if (await run.guard.isAlive()) throw error;
  run.report({ kind: 'connection lost', path, message: serverSaid(error).message });
  const restored = await run.guard.restore(error).catch((again: unknown) => {
    throw again === error ? error : notRestored(again, path, failure);
  });
  if (!restored) throw error;
}
