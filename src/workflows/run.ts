// `schema apply`, `schema undo`, `schema status`: the runner on the project's folder and database.
import type { Database } from '../databases/database.ts';
import { openDatabase } from '../databases/open.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { apply, type RunResult } from '../runner/apply.ts';
import type { Report } from '../runner/events.ts';
import { readStatus, type Status } from '../runner/status.ts';
import { undo } from '../runner/undo.ts';
import { inScratch } from '../scratch/environment.ts';
import { loadParser } from '../sql/parser.ts';
import { echoIn, readLive } from './catalogs.ts';
import { readEnvironment } from './environment.ts';
import { readSet } from './plan.ts';
import type { Project } from './project.ts';
import { fingerprintOf } from './prove.ts';

export type { RunResult } from '../runner/apply.ts';
export type { Activity, RunEvent } from '../runner/events.ts';
export type { MigrationState, Status, StatusEntry } from '../runner/status.ts';
export { closeScratch } from '../scratch/scratch.ts';

export interface RunRequest {
  readonly to?: string;
  readonly count?: number;
  readonly plan?: string;
  readonly dryRun: boolean;
  readonly outOfOrder: boolean;
  /** Take an undo's hazards as accepted. */
  readonly yes: boolean;
  readonly onEvent: Report;
  /** Ends the run: the statement is cancelled, what is open is rolled back, and the lock is given back. */
  readonly signal?: AbortSignal;
}

async function onDatabase<T>(
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

/**
 * Files promise the fingerprint that scratch's server tells. Servers of another major print expressions in their own
 * way; where theirs is another one, what counts is what scratch tells of the same state.
 */
async function verifiedInScratch(project: Project, database: Database, result: RunResult): Promise<RunResult> {
  const { fingerprint, expectedFingerprint } = result;
  if (fingerprint === null || expectedFingerprint === null || fingerprint === expectedFingerprint) return result;
  const live = await readLive(database);
  const environment = await readEnvironment(project, database, live);
  const echoed = await inScratch(environment, async (scratch) => {
    if (majorOf(scratch.serverVersion) === majorOf(database.serverVersion)) return fingerprint;
    return fingerprintOf((await echoIn(scratch, live, live, environment)).catalog);
  });
  return echoed === expectedFingerprint ? { ...result, fingerprint: echoed } : result;
}

const majorOf = (serverVersion: number): number => Math.trunc(serverVersion / 10000);

const common = (project: Project, request: RunRequest, database: Database, set: MigrationSet) => ({
  migrations: set,
  toolVersion: project.toolVersion,
  dryRun: request.dryRun,
  report: request.onEvent,
  signal: request.signal,
  now: project.now,
  fingerprint: async () => fingerprintOf(await readLive(database)),
  ...(request.to === undefined ? {} : { to: request.to }),
  ...(request.count === undefined ? {} : { count: request.count }),
});

/** Run what is pending. */
export const applyPending = (project: Project, request: RunRequest): Promise<RunResult> =>
  onDatabase(
    project,
    async (database, set) => {
      const { outOfOrder } = request;
      const options = { ...common(project, request, database, set), allow: project.allow, outOfOrder };
      return verifiedInScratch(project, database, await apply(database, options));
    },
    request.signal,
  );

/** Undo the newest plans. */
export const undoApplied = (project: Project, request: RunRequest): Promise<RunResult> =>
  onDatabase(
    project,
    async (database, set) => {
      const allow = request.yes ? ['all'] : project.allow;
      const plan = request.plan === undefined ? {} : { plan: request.plan };
      const options = { ...common(project, request, database, set), allow, ...plan };
      return verifiedInScratch(project, database, await undo(database, options));
    },
    request.signal,
  );

/** Where every migration stands. */
export const status = (project: Project): Promise<Status> =>
  // A file that differs from its sum is what status is asked about.
  onDatabase(project, (database, set) => readStatus(database, { migrations: set }), undefined, true);
