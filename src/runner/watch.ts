// Watching a statement from the guarding session: whom it waits for, how far its index is.
import type { Run } from './run.ts';

const WATCH_MS = 1000;
const SHORTEST_MS = 20;

/**
 * Runs `action` and reports meanwhile who holds it up. After a lock timeout nobody could tell any more, so who was seen
 * last is left in `run.blockers`.
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
    // The run does not depend on it: a lost guard is found out before the next file.
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
