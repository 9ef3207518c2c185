// `schema verify`: is the database healthy, and is it what the migrations left?
import type { Database } from '../databases/database.ts';
import { openDatabase } from '../databases/open.ts';
import { type Check, check, hasProblem } from '../report/checks.ts';
import { type HistoryRow, historyOf, newestApplied, readHistory } from '../runner/history/history.ts';
import { lockHolder } from '../runner/lock.ts';
import { type Project, runOf } from '../settings/project.ts';
import { elapsedText } from '../settings/quantities.ts';
import { loadParser } from '../sql/parser.ts';
import { readLive } from './catalogs.ts';
import { findLeftovers } from './leftovers.ts';
import { fingerprintOf } from './prove.ts';
import { readCheckFiles, runCheckFile } from './verify-files.ts';

export type { Check, CheckState } from '../report/checks.ts';

export interface HealthRequest {
  /** How far a standby may be behind, in milliseconds; 30 s. */
  readonly maxLagMs?: number;
  /** Time for each of the user's statements, in milliseconds; 30 s. */
  readonly timeoutMs?: number;
}

export interface HealthReport {
  readonly checks: readonly Check[];
  readonly healthy: boolean;
  /** The command that takes the newest plan back, where there is one to take back. */
  readonly undo: string | null;
}

const DEFAULT_LAG_MS = 30_000;
const DEFAULT_TIMEOUT_MS = 30_000;

/** Runs all checks on the project's database. */
export async function verify(project: Project, request: HealthRequest = {}): Promise<HealthReport> {
  const database = await openDatabase(project.url, { applicationName: 'schema verify' });
  try {
    return await runHealthChecks(project, database, request);
  } finally {
    await database.close();
  }
}

/** All checks, in a session that is in no transaction. Nothing is written. */
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

const GROUP = 'history';

const UNFINISHED: readonly string[] = ['running', 'failed', 'undoing'];

/** No migration that stopped in the middle. */
export function historyCheck(rows: readonly HistoryRow[], running: boolean): Check {
  const name = 'migrations are finished';
  const open = rows.filter((row) => UNFINISHED.includes(row.state));
  if (open.length === 0) return check(GROUP, name, 'ok', `${rows.length} in the history, none unfinished`);
  const details = open.map(
    (row) => `${row.path}: ${row.state} after statement ${row.statementsDone} of ${row.statementsTotal}`,
  );
  if (running) return check(GROUP, name, 'note', 'a run is going on', { details });
  const command = open.some((row) => row.state === 'undoing') ? 'schema undo' : 'schema apply';
  return check(GROUP, name, 'problem', `${open.length} stopped part-way`, {
    details,
    remedy: `Correct the cause, then ${command}: it goes on where it stopped.`,
  });
}

/** The catalog is what the newest migration left. */
async function fingerprintCheck(
  { allow }: Pick<Project, 'allow'>,
  database: Database,
  rows: readonly HistoryRow[],
): Promise<Check> {
  const name = 'the schema is what the migrations left';
  const recorded = newestApplied(rows)?.fingerprintAfter ?? null;
  if (recorded === null) return check(GROUP, name, 'note', 'no fingerprint is recorded yet');
  const began = performance.now();
  const found = fingerprintOf(await readLive(database));
  const ms = performance.now() - began;
  if (found === recorded) return check(GROUP, name, 'ok', `fingerprint ${found}`, { ms });
  if (formatOf(found) !== formatOf(recorded)) {
    return check(GROUP, name, 'note', 'the recorded fingerprint is of another version of schema', { ms });
  }
  const known = allow.includes('T704') || allow.includes('T');
  return check(GROUP, name, known ? 'note' : 'problem', 'something else changed the database since', {
    details: [`recorded ${recorded}`, `found ${found}`],
    remedy: 'schema plan --check shows what differs. If it is known and harmless: --allow T704.',
    ms,
  });
}

/** The number that leads a fingerprint; see catalog/canonical. */
const formatOf = (fingerprint: string): string | undefined => /^(\d+)-/.exec(fingerprint)?.[1];

/** pg_stat_replication: one row for each standby; what a role may not see is null. */
async function lagCheck(database: Database, maxLagMs: number): Promise<readonly Check[]> {
  const rows = await database.query(
    `SELECT application_name AS name, state, extract(epoch FROM coalesce(replay_lag, '0'))::float8 * 1000 AS lag,
            pg_catalog.pg_wal_lsn_diff(sent_lsn, replay_lsn)::float8 AS bytes
       FROM pg_catalog.pg_stat_replication ORDER BY 1`,
  );
  if (rows.length === 0) return [];
  const behind = rows.filter((row) => Number(row['lag']) > maxLagMs);
  const details = rows.map(
    (row) =>
      `${String(row['name'])} (${String(row['state'] ?? 'state hidden')}): ${elapsedText(Number(row['lag']))} behind`,
  );
  const name = 'standbys follow';
  const text = `${behind.length} of ${rows.length} more than ${elapsedText(maxLagMs)} behind`;
  if (behind.length === 0) return [check('database', name, 'ok', text, { details })];
  return [check('database', name, 'problem', text, { details, remedy: 'Wait until they have caught up.' })];
}

function undoCommand(rows: readonly HistoryRow[]): string | null {
  const newest = newestApplied(rows);
  if (newest === null || newest.undoPath === null) return null;
  return `schema undo --plan ${newest.planId ?? `V${newest.version}`}`;
}
