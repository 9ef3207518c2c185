// Transactions on a session, for all rooms that run statements.
import type { Database } from './database.ts';

/**
 * Runs `work` in a transaction: COMMIT at its end, ROLLBACK if it raises an error. `begin` may also hold SET LOCAL
 * statements.
 */
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

/** Runs `work` in a transaction that is always rolled back, for reads and trials, for example READ ONLY. */
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

/** ROLLBACK in a lost session fails; the server has rolled the transaction back already. */
export async function rollBack(database: Database): Promise<void> {
  await database.script('ROLLBACK').catch(() => undefined);
}

/** Runs statements with qualified names in one transaction, with a lock_timeout of ten seconds. */
export const runInTransaction = (database: Database, statements: readonly string[]): Promise<void> =>
  inTransaction(
    database,
    async () => {
      for (const sql of statements) await database.script(sql);
    },
    "BEGIN; SET LOCAL search_path = ''; SET LOCAL lock_timeout = '10s'",
  );
