// Watches a running statement from the guard's session: the sessions that block it, and the progress of its index.
import type { Run } from './run.ts';

const WATCH_MS = 1000;
const SHORTEST_MS = 20;

/**
 * Runs `action` and meanwhile reports the sessions that block it. After a lock timeout they can't be queried any more,
 * so `run.blockers` keeps those that were seen last.
 */
export async function watched<Result>(
  run: Run,
  path: string,
  statement: number,
  lockTimeoutMs: number,
  action: () => Promise<Result>,
): Promise<Result> {
  run.blockers.length = 0;
  let [shown, busy] = ['', false];
  const look = async (): Promise<void> => {
    const { blockers, index } = await run.guard.watch();
    if (blockers.length > 0) run.blockers.splice(0, run.blockers.length, ...blockers);
    const seen = blockers.map((blocker) => blocker.pid).join(' ');
    if (seen !== shown && seen !== '') run.report({ kind: 'blocked', path, statement, by: blockers });
    else if (index !== null) run.report({ kind: 'index progress', path, statement, ...index });
    shown = seen;
  };
  const everyMs = lockTimeoutMs === 0 ? WATCH_MS : Math.max(SHORTEST_MS, Math.min(WATCH_MS, lockTimeoutMs / 3));
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    // A lost guard does not stop the statement: it is found before the next file.
    look()
      .catch(() => undefined)
      .finally(() => (busy = false));
  }, everyMs);
  try {
    return await action();
  } finally {
    clearInterval(timer);
  }
}
