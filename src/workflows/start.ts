// The whole path at once: what is committed is applied, then the desired files are compared with it.
import { readDesiredFiles } from '../desired/read-files.ts';
import type { Project } from '../settings/project.ts';
import { applyPending, type RunResult } from './apply.ts';
import { type PlanResult, plan } from './plan.ts';
import type { RunRequest } from './running.ts';

export interface MainJobResult {
  readonly applied: RunResult;
  /** What the desired files want beyond that; nothing is written. */
  readonly planned: PlanResult;
}

/** Apply and plan. Without desired files there is no project here, and no database is made. */
export async function mainJob(
  project: Project,
  running: Pick<RunRequest, 'onEvent' | 'signal'>,
): Promise<MainJobResult> {
  await readDesiredFiles(project.schemaDir);
  const applied = await applyPending(project, { ...running, dryRun: false, yes: false });
  return { applied, planned: await plan(project, { against: 'database', write: false }) };
}
