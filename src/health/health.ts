// All health checks of a database, for `schema verify`, and after `apply` and `undo`.
import type { Database } from '../databases/database.ts';
import { type Check, hasProblem } from '../report/checks.ts';
import { type HistoryRow, historyOf, newestApplied, readHistory } from '../runner/history/history.ts';
import { lockHolder } from '../runner/lock.ts';
import { type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { readCheckFiles, runCheckFile } from './check-files.ts';
import { fingerprintCheck, historyCheck, lagCheck } from './history-checks.ts';
import { findLeftovers } from './leftovers.ts';

export interface HealthRequest {
  /** The longest accepted replication lag of a standby, in milliseconds; default 30 s. */
  readonly maxLagMs?: number;
  /** The time limit of each of the project's own checks, in milliseconds; default 30 s. */
  readonly timeoutMs?: number;
}

export interface HealthReport {
  readonly checks: readonly Check[];
  readonly healthy: boolean;
  /** The command that undoes the newest plan; null where there is none. */
  readonly undo: string | null;
}

const DEFAULT_LAG_MS = 30_000;
const DEFAULT_TIMEOUT_MS = 30_000;

/** Runs all checks, in a session without an open transaction. Writes nothing. */
export async function runHealthChecks(
  project: Project,
  database: Database,
  request: HealthRequest = {},
): Promise<HealthReport> {
  await loadParser();
  const history = historyOf(database, runOf(project));
  const rows = await readHistory(history);
  const holder = await lockHolder(database, history.schema);
  const checks: Check[] = [
    historyCheck(rows, holder !== null),
    await fingerprintCheck(project, database, rows),
    ...(await findLeftovers(database)).map(({ repairs: _, ...one }) => one),
    ...(await lagCheck(database, request.maxLagMs ?? DEFAULT_LAG_MS)),
  ];
  for (const file of await readCheckFiles(project.verify ?? 'verify')) {
    checks.push(...(await runCheckFile(database, file, request.timeoutMs ?? DEFAULT_TIMEOUT_MS)));
  }
  return { checks, healthy: !hasProblem(checks), undo: undoCommand(rows) };
}

function undoCommand(rows: readonly HistoryRow[]): string | null {
  const newest = newestApplied(rows);
  if (newest === null || newest.undoPath === null) return null;
  return `schema undo --plan ${newest.planId ?? `V${newest.version}`}`;
}
