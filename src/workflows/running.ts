// What `schema apply` and `schema undo` share: the request, the runner's options, the check of the fingerprint.
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database } from '../databases/database.ts';
import { defined } from '../defined.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { gitCommit } from '../migrations-folder/git.ts';
import type { RunResult } from '../runner/apply.ts';
import type { Report } from '../runner/events.ts';
import type { Deployment } from '../runner/history/record.ts';
import type { Hooks } from '../runner/hooks.ts';
import type { UndoSelection } from '../runner/undo-selection.ts';
import { inScratch } from '../scratch/furnish.ts';
import { ownPlaceholders, type Project, runOf } from '../settings/project.ts';
import { majorOf } from '../sql/major.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { readLive } from '../states/live.ts';
import { readProfile } from '../states/profile.ts';
import { echoIn } from '../states/scratch-catalog.ts';

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

/** What the runner takes from the project for either direction. */
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

/** The other tool whose history is kept as well; none where nothing is to be written. */
export const otherHistory = (project: Project, { dryRun }: RunRequest) => {
  const { coexist, lockWaitMs } = runOf(project);
  return { tool: dryRun ? null : coexist, lockWaitMs, migrationsDir: project.migrationsDir };
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
