// `schema apply`, `schema undo`, `schema status`: the runner on the project's folder and database.
import type { Database } from '../databases/database.ts';
import { openDatabase } from '../databases/open.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { apply, type RunResult } from '../runner/apply.ts';
import type { Report } from '../runner/events.ts';
import { readStatus, type Status } from '../runner/status.ts';
import { undo } from '../runner/undo.ts';
import { loadParser } from '../sql/parser.ts';
import { readLive } from './catalogs.ts';
import { readSet } from './plan.ts';
import type { Project } from './project.ts';
import { fingerprintOf } from './prove.ts';

export interface RunRequest {
  readonly to?: string;
  readonly count?: number;
  readonly plan?: string;
  readonly dryRun: boolean;
  readonly outOfOrder: boolean;
  /** Take an undo's hazards as accepted. */
  readonly yes: boolean;
  readonly onEvent: Report;
}

async function onDatabase<T>(
  project: Project,
  work: (database: Database, set: MigrationSet) => Promise<T>,
): Promise<T> {
  await loadParser();
  const set = await readSet(project);
  const database = await openDatabase(project.url, { applicationName: 'schema' });
  try {
    return await work(database, set);
  } finally {
    await database.close();
  }
}

const common = (project: Project, request: RunRequest, database: Database, set: MigrationSet) => ({
  migrations: set,
  toolVersion: project.toolVersion,
  dryRun: request.dryRun,
  report: request.onEvent,
  now: project.now,
  fingerprint: async () => fingerprintOf(await readLive(database)),
  ...(request.to === undefined ? {} : { to: request.to }),
  ...(request.count === undefined ? {} : { count: request.count }),
});

/** Run what is pending. */
export const applyPending = (project: Project, request: RunRequest): Promise<RunResult> =>
  onDatabase(project, (database, set) =>
    apply(database, {
      ...common(project, request, database, set),
      allow: project.allow,
      outOfOrder: request.outOfOrder,
    }),
  );

/** Undo the newest plans. */
export const undoApplied = (project: Project, request: RunRequest): Promise<RunResult> =>
  onDatabase(project, (database, set) =>
    undo(database, {
      ...common(project, request, database, set),
      allow: request.yes ? ['all'] : project.allow,
      ...(request.plan === undefined ? {} : { plan: request.plan }),
    }),
  );

/** Where every migration stands. */
export const status = (project: Project): Promise<Status> =>
  onDatabase(project, (database, set) => readStatus(database, { migrations: set }));
