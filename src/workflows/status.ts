// `schema status`: the state of each migration.
import type { Database } from '../databases/database.ts';
import { defined } from '../defined.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { onDatabase } from '../migrations-folder/on-database.ts';
import { readStatus, type Status } from '../runner/status.ts';
import { ownPlaceholders, type Project, runOf } from '../settings/project.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { readLive } from '../states/live.ts';

export type { MigrationState, Status, StatusEntry } from '../runner/status.ts';

/** The state of each migration. */
export const status = (project: Project, to?: string): Promise<Status> =>
  // The folder is read unchecked: status also reports files that differ from their sum.
  onDatabase(project, (database, set) => statusOf(project, database, set, { to, withDigest: true }), undefined, true);

export interface StatusRequest {
  readonly to?: string | undefined;
  /** Read the catalog of the database, so that the digest also covers its present state. */
  readonly withDigest?: boolean;
}

/** The same on an open database. */
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
    ...defined({ to }),
  });
};
