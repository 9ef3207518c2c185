// `schema verify`: is the database healthy, and is it what the migrations left?
import { openDatabase } from '../databases/open.ts';
import { type HealthReport, type HealthRequest, runHealthChecks } from '../health/health.ts';
import type { Project } from '../settings/project.ts';

export type { Check, CheckState } from '../report/checks.ts';

/** Runs all checks on the project's database. */
export async function verify(project: Project, request: HealthRequest = {}): Promise<HealthReport> {
  const database = await openDatabase(project.url, { applicationName: 'schema verify' });
  try {
    return await runHealthChecks(project, database, request);
  } finally {
    await database.close();
  }
}
