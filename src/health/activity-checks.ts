// The sessions and transactions that a migration would wait for, for `schema doctor`.
import type { Database, Row } from '../databases/database.ts';
import { type Check, check } from '../report/checks.ts';
import { elapsedText } from '../settings/quantities.ts';
import { withoutSecrets } from '../sql/secrets.ts';

const GROUP = 'activity';

/** The age from which a transaction is reported: its locks block each ALTER TABLE on the tables that it has read. */
const LONG_MS = 60_000;

const text = (row: Row, column: string): string => String(row[column] ?? '');

/** Transactions that have been open for long, dumps, and prepared transactions. */
export async function activityChecks(database: Database): Promise<readonly Check[]> {
  const rows = await database.query(
    `SELECT pid, coalesce(usename, '') AS role, application_name AS application, state, left(query, 500) AS query,
            extract(epoch FROM pg_catalog.clock_timestamp() - xact_start)::float8 * 1000 AS age,
            extract(epoch FROM pg_catalog.clock_timestamp() - state_change)::float8 * 1000 AS idle
       FROM pg_catalog.pg_stat_activity
      WHERE datname = pg_catalog.current_database() AND pid <> pg_catalog.pg_backend_pid()
        AND backend_type = 'client backend' AND xact_start IS NOT NULL
      ORDER BY xact_start`,
  );
  const dumps = rows.filter((row) => text(row, 'application').startsWith('pg_dump'));
  const idle = rows.filter((row) => /^idle in transaction/.test(text(row, 'state')) && Number(row['idle']) >= LONG_MS);
  const long = rows.filter((row) => Number(row['age']) >= LONG_MS && !dumps.includes(row) && !idle.includes(row));
  return [
    long.length === 0
      ? check(GROUP, 'long transactions', 'ok', `none is older than ${elapsedText(LONG_MS)}`)
      : check(GROUP, 'long transactions', 'note', `${long.length} older than ${elapsedText(LONG_MS)}`, {
          details: long.map(session),
          remedy: 'Wait for them: what they read can not be altered before, and readers queue up behind the ALTER.',
        }),
    idle.length === 0
      ? check(GROUP, 'idle in transaction', 'ok', 'no session is')
      : check(GROUP, 'idle in transaction', 'problem', `${idle.length} for longer than ${elapsedText(LONG_MS)}`, {
          details: idle.map(session),
          remedy: 'End the transaction in its client, or SELECT pg_terminate_backend(pid).',
        }),
    dumps.length === 0
      ? check(GROUP, 'pg_dump', 'ok', 'none is running')
      : check(GROUP, 'pg_dump', 'note', 'a dump is running and keeps a lock on every table', {
          details: dumps.map(session),
          remedy: 'Wait for its end: until then every ALTER TABLE waits.',
        }),
    await preparedCheck(database),
  ];
}

const session = (row: Row): string =>
  `pid ${text(row, 'pid')} ${text(row, 'role')} ${text(row, 'application')} (${text(row, 'state')}, ` +
  `${elapsedText(Number(row['age']))}): ${withoutSecrets(text(row, 'query')).replace(/\s+/g, ' ').slice(0, 100)}`;

/**
 * Prepared transactions belong to no session: they keep their locks until COMMIT PREPARED or ROLLBACK PREPARED (manual,
 * PREPARE TRANSACTION).
 */
async function preparedCheck(database: Database): Promise<Check> {
  const rows = await database.query(
    `SELECT gid, owner::text AS role, extract(epoch FROM pg_catalog.clock_timestamp() - prepared)::float8 * 1000 AS age
       FROM pg_catalog.pg_prepared_xacts WHERE database = pg_catalog.current_database() ORDER BY prepared`,
  );
  const old = rows.filter((row) => Number(row['age']) >= LONG_MS);
  if (old.length === 0) return check(GROUP, 'prepared transactions', 'ok', 'none was left');
  return check(GROUP, 'prepared transactions', 'problem', `${old.length} keep their locks`, {
    details: old.map((row) => `${text(row, 'gid')} of ${text(row, 'role')}: ${elapsedText(Number(row['age']))}`),
    remedy: "COMMIT PREPARED or ROLLBACK PREPARED '…'.",
  });
}
