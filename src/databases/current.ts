// Facts about the database of a session, for the rooms that name it.
import type { Database } from './database.ts';

/** The name of the database, as `current_database()` has it. */
export async function databaseName(database: Database): Promise<string> {
  const [row] = await database.query('SELECT pg_catalog.current_database() AS name');
  return String(row?.['name']);
}
