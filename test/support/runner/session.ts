// What the runner's tests share: migrations written in the test, and looks at the database and its history.
import type { Database } from '#src/databases/database.js';
import { type MigrationSet, readMigrations } from '#src/migrations/folder.js';

/** A migrations folder by paths and texts. */
export const folder = (files: Readonly<Record<string, string>>): MigrationSet =>
  readMigrations(Object.entries(files).map(([path, text]) => ({ path, text })));

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

/**
 * A database whose session ends right before the end of the statement that `sql` finds is recorded: as if the runner
 * were killed there.
 */
export function killedAfter({ reopen: _, ...database }: Database, sql: RegExp): Database {
  let seen = false;
  const dies = async <Result>(text: string, run: () => Promise<Result>): Promise<Result> => {
    if (seen) await database.close(); // The next statement finds the connection gone.
    const result = await run();
    seen ||= sql.test(text);
    return result;
  };
  return {
    ...database,
    query: (text, parameters) => dies(text, () => database.query(text, parameters)),
    script: (text) => dies(text, () => database.script(text)),
  };
}
