// What the runner's tests share: folders written in the test, sessions that end with it, errors as values.
import { onTestFinished } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { SchemaError } from '#src/errors.js';
import { type MigrationSet, readMigrations } from '#src/migrations/folder.js';
import type { Target } from './target.ts';

/** A folder by paths and texts. */
export const folder = (files: Readonly<Record<string, string>>): MigrationSet =>
  readMigrations(Object.entries(files).map(([path, text]) => ({ path, text })));

/** A target that is given up when the test ends. */
export async function use(fresh: () => Promise<Target>): Promise<Target> {
  const target = await fresh();
  onTestFinished(() => target.close());
  return target;
}

/** The error that a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<SchemaError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
  throw new Error('no error was raised');
}

/** The one value of a query. */
export async function scalar(database: Database, sql: string): Promise<unknown> {
  const [row] = await database.query(sql);
  return Object.values(row ?? {})[0] ?? null;
}

export const exists = async (database: Database, name: string): Promise<boolean> =>
  (await scalar(database, `SELECT to_regclass('${name}') IS NOT NULL`)) === true;

/** Version, state and statements of the history. */
export const historyRows = (database: Database) =>
  database.query(
    `SELECT version, state, statements_done AS done, statements_total AS total
     FROM schema_migrations.history ORDER BY version`,
  );
