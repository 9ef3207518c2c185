// Checks of the history, the fingerprint and the standbys, for `schema verify` and `schema doctor`.
import type { Database } from '../databases/database.ts';
import { type Check, check } from '../report/checks.ts';
import { type HistoryRow, newestApplied } from '../runner/history/history.ts';
import type { Project } from '../settings/project.ts';
import { elapsedText } from '../settings/quantities.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { readLive } from '../states/live.ts';

const GROUP = 'history';

const UNFINISHED: readonly string[] = ['running', 'failed', 'undoing'];

/** Checks that no migration stopped part way. */
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

/** Checks that the catalog still has the fingerprint that the newest migration recorded. */
export async function fingerprintCheck(
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

/** The number at the start of a fingerprint; see catalog/canonical. */
const formatOf = (fingerprint: string): string | undefined => /^(\d+)-/.exec(fingerprint)?.[1];

/** Reads pg_stat_replication, which has one row for each standby; columns that the role may not see are null. */
export async function lagCheck(database: Database, maxLagMs: number): Promise<readonly Check[]> {
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
