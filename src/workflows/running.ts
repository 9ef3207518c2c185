// The parts that `schema apply` and `schema undo` share: request, options of the runner, check of the fingerprint.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from '../databases/database.ts';
import { defined } from '../defined.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { gitCommit } from '../migrations-folder/git.ts';
import type { RunResult } from '../runner/apply.ts';
import type { Report } from '../runner/events.ts';
import { hazardsRefused } from '../runner/hazards.ts';
import type { Deployment } from '../runner/history/record.ts';
import type { Hooks } from '../runner/hooks.ts';
import type { UndoSelection } from '../runner/undo-selection.ts';
import { inScratch } from '../scratch/furnish.ts';
import { databaseUrl, ownPlaceholders, type Project, runOf } from '../settings/project.ts';
import { majorOf } from '../sql/major.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { readLive } from '../states/live.ts';
import { readProfile } from '../states/profile.ts';
import { echoIn } from '../states/scratch-catalog.ts';

export interface RunRequest extends UndoSelection {
  readonly dryRun: boolean;
  /** Accept the hazards of an undo. */
  readonly yes: boolean;
  /** The approved digest. */
  readonly approve?: string;
  /** Record the pending migrations as applied, without running them. */
  readonly mark?: boolean;
  /** Run the health checks afterwards. */
  readonly verify?: boolean;
  /** For an undo with `dryRun`: show the undo of the pending migrations. */
  readonly pending?: boolean;
  /**
   * The common deployment of a fleet; absent for one database. With it, no fingerprint of the whole catalog is read.
   */
  readonly ofTenants?: Deployment;
  readonly onEvent: Report;
  /** Ends the run: the statement is canceled, the open transaction is rolled back, and the lock is released. */
  readonly signal?: AbortSignal;
}

/**
 * The fingerprint in a file comes from scratch's server. Servers of another major print expressions differently: if the
 * fingerprints differ, the database's catalog is rebuilt in scratch, and the fingerprint of this echo counts.
 */
export async function verifiedInScratch(project: Project, database: Database, result: RunResult): Promise<RunResult> {
  const { fingerprint, expectedFingerprint } = result;
  if (fingerprint === null || expectedFingerprint === null || fingerprint === expectedFingerprint) return result;
  const live = await readLive(database);
  const profile = await readProfile(project, database, live);
  const echoed = await inScratch(profile, async (scratch) => {
    if (majorOf(scratch.serverVersion) === majorOf(database.serverVersion)) return fingerprint;
    return fingerprintOf((await echoIn(scratch, live, live, profile)).catalog);
  });
  return echoed === expectedFingerprint ? { ...result, fingerprint: echoed } : result;
}

/** Raises `plan/hazard` for the files of a dry run that a run would refuse. */
export function refuseHazardsOf(files: RunResult['files']): void {
  const refused = files.flatMap(({ path, refused: hazards }) =>
    hazards.map((hazard) => {
      const [code = '', ...words] = hazard.split(' ');
      return { path, code, message: words.join(' ') };
    }),
  );
  const error = hazardsRefused(refused);
  if (error !== null) throw error;
}

/** The runner's options of a project, for both directions. */
export const runnerOptions = async (project: Project, request: RunRequest, database: Database, set: MigrationSet) => {
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
    protectedBy: project.protectedBy,
    // The schemas of a fleet have histories of their own, and no marks.
    environment: ofTenants === undefined ? project.environment : 'fleet',
    dryRun,
    report: onEvent,
    signal,
    now: project.now,
    ...defined({ role, searchPath }),
    ownPlaceholders: ownPlaceholders(project),
    hooks: hooksOf(project, database),
    deployment: ofTenants ?? { id: randomUUID(), gitCommit: await gitCommit(), host: hostname() },
    ...(ofTenants === undefined ? { fingerprint: async () => fingerprintOf(await readLive(database)) } : {}),
    ...defined({ to, count, only }),
  };
};

/** The other tool whose history is kept up to date; none for a dry run. */
export const otherHistory = (project: Project, { dryRun }: RunRequest) => {
  const { coexist, lockWaitMs } = runOf(project);
  return { tool: dryRun ? null : coexist, lockWaitMs, migrationsDir: project.migrationsDir };
};

/**
 * The environment variables of hook commands name the database for libpq and psql; no command line holds a password.
 */
const hooksOf = (project: Project, database: Database): Hooks => ({
  callbacks: [],
  commands: runOf(project).hooks,
  variables: {
    SCHEMA_DATABASE_URL: databaseUrl(project),
    SCHEMA_DATABASE: database.label,
    SCHEMA_ENVIRONMENT: project.environment ?? '',
  },
});
