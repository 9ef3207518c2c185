// `schema apply`, `schema undo`: the runner on the project's folder and database.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from '../databases/database.ts';
import type { Migration } from '../migrations/file.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { apply, type RunResult } from '../runner/apply.ts';
import type { Report } from '../runner/events.ts';
import type { Deployment } from '../runner/history/record.ts';
import type { Hooks } from '../runner/hooks.ts';
import { undo, undoOfPending } from '../runner/undo.ts';
import type { UndoSelection } from '../runner/undo-selection.ts';
import { inScratch } from '../scratch/environment.ts';
import { ownPlaceholders, type Project, runOf } from '../settings/project.ts';
import { type BackupRecord, takeBackup } from './backup.ts';
import { echoIn, readLive } from './catalogs.ts';
import { coexisting } from './coexist.ts';
import { readEnvironment } from './environment.ts';
import { gitCommit } from './git.ts';
import { independence } from './independence.ts';
import { fingerprintOf } from './prove.ts';
import { onDatabase } from './status.ts';
import { type HealthReport, runHealthChecks } from './verify.ts';

export type { RunResult } from '../runner/apply.ts';
export type { Activity, RunEvent } from '../runner/events.ts';
export { closeScratch } from '../scratch/scratch.ts';

export interface RunRequest extends UndoSelection {
  readonly dryRun: boolean;
  /** Take an undo's hazards as accepted. */
  readonly yes: boolean;
  /** The digest that was approved. */
  readonly approve?: string;
  /** Record what is pending as applied, without running it. */
  readonly mark?: boolean;
  /** Run the health checks afterwards. */
  readonly verify?: boolean;
  /** Of an undo: what would take back what is pending; only with `dryRun`. */
  readonly pending?: boolean;
  /** One of many databases or schemas: their common deployment. The whole catalog is not read for each. */
  readonly ofTenants?: Deployment;
  readonly onEvent: Report;
  /** Ends the run: the statement is cancelled, what is open is rolled back, and the lock is given back. */
  readonly signal?: AbortSignal;
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

const common = async (project: Project, request: RunRequest, database: Database, set: MigrationSet) => {
  const { role, searchPath, historySchema, lockWaitMs, lockTimeoutMs, statementTimeoutMs, attempts, placeholders } =
    runOf(project);
  const { dryRun, signal, onEvent, to, count, only, ofTenants } = request;
  return {
    historySchema,
    lockWaitMs,
    lockTimeoutMs,
    statementTimeoutMs,
    attempts,
    placeholders,
    migrations: set,
    toolVersion: project.toolVersion,
    dryRun,
    report: onEvent,
    signal,
    now: project.now,
    ...(role === null ? {} : { role }),
    ...(searchPath === null ? {} : { searchPath }),
    ownPlaceholders: ownPlaceholders(project),
    hooks: hooksOf(project, database),
    deployment: ofTenants ?? { id: randomUUID(), gitCommit: await gitCommit(), host: hostname() },
    ...(ofTenants === undefined ? { fingerprint: async () => fingerprintOf(await readLive(database)) } : {}),
    ...(to === undefined ? {} : { to }),
    ...(count === undefined ? {} : { count }),
    ...(only === undefined ? {} : { only }),
  };
};

/** Commands get the database as libpq's variables and psql know it, and no password in their words. */
const hooksOf = (project: Project, database: Database): Hooks => ({
  callbacks: [],
  commands: runOf(project).hooks,
  variables: {
    SCHEMA_DATABASE_URL: project.url,
    SCHEMA_DATABASE: database.label,
    SCHEMA_ENVIRONMENT: project.environment ?? '',
  },
});

/** What an apply brought, with its backup and the health of the database afterwards, where they were asked for. */
export interface ApplyOutcome extends RunResult {
  readonly backup: BackupRecord | null;
  readonly health: HealthReport | null;
}

/** Run what is pending, after the backup that the settings ask for. Raises what `apply` does, and `runner/backup`. */
export const applyPending = (project: Project, request: RunRequest): Promise<ApplyOutcome> =>
  onDatabase(project, (database, set) => applyOn(project, request, database, set), request.signal);

/** The same on a database that is open. */
export async function applyOn(
  project: Project,
  request: RunRequest,
  database: Database,
  set: MigrationSet,
): Promise<ApplyOutcome> {
  const { labels, outOfOrder } = runOf(project);
  const { approve, mark, signal } = request;
  const digest = approve === undefined ? {} : { digest: approve };
  let backup: BackupRecord | null = null;
  const options = {
    ...(await common(project, request, database, set)),
    allow: project.allow,
    labels,
    late: outOfOrder === 'allow-if-independent' ? independence(database, set) : outOfOrder,
    ...(approve === undefined ? {} : { approve }),
    ...(mark === undefined ? {} : { mark }),
    before: async (pending: readonly Migration[]) => {
      backup = await takeBackup(project, database, { pending, ...digest, signal });
    },
  };
  const result = await coexisting(project, database, request.dryRun, (also) =>
    apply(database, { ...options, ...also }),
  );
  const verified = await verifiedInScratch(project, database, result);
  const checked = request.verify === true && !request.dryRun;
  return { ...verified, backup, health: checked ? await runHealthChecks(project, database) : null };
}

/** Undo the newest plans, or those that the request names. */
export const undoApplied = (project: Project, request: RunRequest): Promise<RunResult> =>
  onDatabase(
    project,
    async (database, set) => {
      const { plan, toTag, toDate, ofDeployment, force } = request;
      const options = {
        ...(await common(project, request, database, set)),
        allow: request.yes ? ['all'] : project.allow,
        ...(plan === undefined ? {} : { plan }),
        ...(toTag === undefined ? {} : { toTag }),
        ...(toDate === undefined ? {} : { toDate }),
        ...(ofDeployment === undefined ? {} : { ofDeployment }),
        ...(force === undefined ? {} : { force }),
        ...(request.approve === undefined ? {} : { approve: request.approve }),
      };
      if (request.pending === true) return undoOfPending(database, options);
      const result = await coexisting(project, database, request.dryRun, (also) =>
        undo(database, { ...options, ...also }),
      );
      return verifiedInScratch(project, database, result);
    },
    request.signal,
  );
