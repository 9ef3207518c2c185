// The frame of the workflows that use the migrations folder and the database.
import type { Database } from '../databases/database.ts';
import { withDatabase } from '../databases/open.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { databaseUrl, type Project } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { readSet } from './folder.ts';

/** Opens the folder and the database for `work`; `unchecked`: also where schema.sum does not match. */
export async function onDatabase<T>(
  project: Project,
  work: (database: Database, set: MigrationSet) => Promise<T>,
  signal?: AbortSignal,
  unchecked = false,
): Promise<T> {
  await loadParser();
  const set = await readSet(project, unchecked);
  signal?.throwIfAborted();
  return await withDatabase(databaseUrl(project), 'schema', (database) => work(database, set));
}
