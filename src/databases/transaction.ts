// Transactions on a session, whoever has it open.
import type { Database } from './database.ts';

/** Runs `work` in a transaction: COMMIT at its end, ROLLBACK where it raises. `begin` may also set what is LOCAL. */
export async function inTransaction<T>(database: Database, work: () => Promise<T>, begin = 'BEGIN'): Promise<T> {
  await database.script(begin);
  try {
    const result = await work();
    await database.script('COMMIT');
    return result;
  } catch (error) {
    // A session that is lost can't roll back, and what it had open is rolled back by the server.
    await database.script('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/** Runs statements whose names are qualified in one transaction, each waiting for locks for ten seconds at most. */
export const runInTransaction = (database: Database, statements: readonly string[]): Promise<void> =>
  inTransaction(
    database,
    async () => {
      for (const sql of statements) await database.script(sql);
    },
    "BEGIN; SET LOCAL search_path = ''; SET LOCAL lock_timeout = '10s'",
  );
