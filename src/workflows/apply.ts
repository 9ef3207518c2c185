// `schema apply`: runs the pending migrations, after the backup that the settings require.
import { coexisting } from '../adoption/flyway/coexist.ts';
import { type BackupRecord, takeBackup } from '../backup/backup.ts';
import type { Database } from '../databases/database.ts';
import { defined } from '../defined.ts';
import { type HealthReport, runHealthChecks } from '../health/health.ts';
import type { Migration } from '../migrations/file.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { independence } from '../migrations-folder/independence.ts';
import { onDatabase } from '../migrations-folder/on-database.ts';
import { apply, type RunResult } from '../runner/apply.ts';
import { type Project, runOf } from '../settings/project.ts';
import { readLive } from '../states/live.ts';
import { otherHistory, type RunRequest, runnerOptions, verifiedInScratch } from './running.ts';

export type { RunResult } from '../runner/apply.ts';
export type { Activity, RunEvent } from '../runner/events.ts';

/** The result of a run, with its backup and the health checks afterwards where they were asked for. */
export interface ApplyOutcome extends RunResult {
  readonly backup: BackupRecord | null;
  readonly health: HealthReport | null;
}

/**
 * Runs the pending migrations, after the backup that the settings require. Raises the errors of `apply` and
 * `runner/backup`.
 */
export const applyPending = (project: Project, request: RunRequest): Promise<ApplyOutcome> =>
  onDatabase(project, (database, set) => applyOn(project, request, database, set), request.signal);

/** The same on an open database. */
export async function applyOn(
  project: Project,
  request: RunRequest,
  database: Database,
  set: MigrationSet,
): Promise<ApplyOutcome> {
  const { labels, outOfOrder } = runOf(project);
  const { approve, mark, signal } = request;
  const digest = defined({ digest: approve });
  let backup: BackupRecord | null = null;
  const options = {
    ...(await runnerOptions(project, request, database, set)),
    allow: project.allow,
    labels,
    late: outOfOrder === 'allow-if-independent' ? independence(set, () => readLive(database)) : outOfOrder,
    ...defined({ approve, mark }),
    before: async (pending: readonly Migration[]) => {
      backup = await takeBackup(project, database, { pending, ...digest, signal });
    },
  };
  const result = await coexisting(database, otherHistory(project, request), (also) =>
    apply(database, { ...options, ...also }),
  );
  const verified = await verifiedInScratch(project, database, result);
  const checked = request.verify === true && !request.dryRun;
  return { ...verified, backup, health: checked ? await runHealthChecks(project, database) : null };
}
