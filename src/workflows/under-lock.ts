// The migration lock for work that is no migration: nobody may migrate meanwhile.
import type { Database } from '../databases/database.ts';
import { releaseLock, takeLock } from '../runner/lock.ts';
import { type Project, runOf } from '../settings/project.ts';

/** Runs `work` with both keys of the lock in this session. Raises `runner/locked`. */
export async function underLock<T>(project: Project, database: Database, work: () => Promise<T>): Promise<T> {
  const { historySchema, lockWaitMs } = runOf(project);
  await takeLock(database, { historySchema, waitMs: lockWaitMs, part: 'guard' });
  try {
    await takeLock(database, { historySchema, waitMs: lockWaitMs, part: 'work' });
    return await work();
  } finally {
    await releaseLock(database, historySchema, 'work');
    await releaseLock(database, historySchema, 'guard');
  }
}
