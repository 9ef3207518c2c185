// The migration lock for other work, such as `schema clean` and `schema doctor --fix`: no migration runs meanwhile.
import type { Database } from '../databases/database.ts';
import { releaseLock, takeLock } from './lock.ts';

export interface LockSettings {
  readonly historySchema: string;
  /** How long to wait for another runner, in milliseconds. */
  readonly lockWaitMs: number;
}

/** Runs `work` with both keys of the lock in this session. Raises `runner/locked`. */
export async function underLock<T>(
  database: Database,
  { historySchema, lockWaitMs }: LockSettings,
  work: () => Promise<T>,
): Promise<T> {
  await takeLock(database, { historySchema, waitMs: lockWaitMs, part: 'guard' });
  try {
    await takeLock(database, { historySchema, waitMs: lockWaitMs, part: 'work' });
    return await work();
  } finally {
    await releaseLock(database, historySchema, 'work');
    await releaseLock(database, historySchema, 'guard');
  }
}
