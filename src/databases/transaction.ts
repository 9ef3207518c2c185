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
    await rollBack(database);
    throw error;
  }
}

/** Runs `work` in a transaction that is rolled back, whatever becomes of it: for looking, trying, READ ONLY. */
export async function rolledBack<T>(database: Database, begin: string, work: () => Promise<T>): Promise<T> {
  try {
    await database.script(begin);
    const result = await work();
    await database.script('ROLLBACK');
    return result;
  } catch (error) {
    await rollBack(database);
    throw error;
  }
}

/** A session that is lost can't roll back: what it had open is rolled back by the server. */
export async function rollBack(database: Database): Promise<void> {
  await database.script('ROLLBACK').catch(() => undefined);
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
