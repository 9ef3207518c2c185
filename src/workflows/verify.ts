// `schema verify`: checks the health of the database, and whether it still is the result of its migrations.
import { withDatabase } from '../databases/open.ts';
import { type HealthReport, type HealthRequest, runHealthChecks } from '../health/health.ts';
import { databaseUrl, type Project } from '../settings/project.ts';

export type { Check } from '../report/checks.ts';

/** Runs all checks on the project's database. */
export const verify = (project: Project, request: HealthRequest = {}): Promise<HealthReport> =>
  withDatabase(databaseUrl(project), 'schema verify', (database) => runHealthChecks(project, database, request));
