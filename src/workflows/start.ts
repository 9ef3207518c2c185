// `schema` without a command: applies the committed migrations, then compares the desired files with the database.
import { readDesiredFiles } from '../desired/read-files.ts';
import type { Project } from '../settings/project.ts';
import { applyPending, type RunResult } from './apply.ts';
import { type PlanResult, plan } from './plan.ts';
import type { RunRequest } from './running.ts';

export interface MainJobResult {
  readonly applied: RunResult;
  /** The plan for the remaining differences to the desired files; no file is written. */
  readonly planned: PlanResult;
}

/** Applies and plans. A folder without desired files is no project, and no database is created for it. */
export async function mainJob(
  project: Project,
  running: Pick<RunRequest, 'onEvent' | 'signal'>,
): Promise<MainJobResult> {
  await readDesiredFiles(project.schemaDir);
  const applied = await applyPending(project, { ...running, dryRun: false, yes: false });
  return { applied, planned: await plan(project, { against: 'database', write: false }) };
}
