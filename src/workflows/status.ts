// `schema status`: where every migration stands; and the frame of all that works on the folder and the database.
import type { Database } from '../databases/database.ts';
import { openDatabase } from '../databases/open.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { readStatus, type Status } from '../runner/status.ts';
import { ownPlaceholders, type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { readLive } from './catalogs.ts';
import { readSet } from './migrations-folder.ts';
import { fingerprintOf } from './prove.ts';

export type { MigrationState, Status, StatusEntry } from '../runner/status.ts';

/** Where every migration stands. */
export const status = (project: Project, to?: string): Promise<Status> =>
  // A file that differs from its sum is what status is asked about.
  onDatabase(project, (database, set) => statusOf(project, database, set, { to, withDigest: true }), undefined, true);

export interface StatusRequest {
  readonly to?: string | undefined;
  /** Read the database, so that the digest stands for it as it is. */
  readonly withDigest?: boolean;
}

/** The same on a database that is open. */
export const statusOf = (
  project: Project,
  database: Database,
  set: MigrationSet,
  { to, withDigest }: StatusRequest = {},
): Promise<Status> => {
  const { labels, placeholders, historySchema } = runOf(project);
  return readStatus(database, {
    migrations: set,
    labels,
    placeholders,
    ownPlaceholders: ownPlaceholders(project),
    historySchema,
    ...(withDigest === true ? { fingerprint: async () => fingerprintOf(await readLive(database)) } : {}),
    ...(to === undefined ? {} : { to }),
  });
};

/** Opens the folder and the database for `work`; `unchecked`: also where schema.sum does not agree. */
export async function onDatabase<T>(
  project: Project,
  work: (database: Database, set: MigrationSet) => Promise<T>,
  signal?: AbortSignal,
  unchecked = false,
): Promise<T> {
  await loadParser();
  const set = await readSet(project, unchecked);
  signal?.throwIfAborted();
  const database = await openDatabase(project.url, { applicationName: 'schema' });
  try {
    return await work(database, set);
  } finally {
    await database.close();
  }
}
