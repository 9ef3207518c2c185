// Checks of a server, for `schema doctor`: whether migrations can run, and the settings that would interfere.
import type { Database, Row } from '../databases/database.ts';
import { rolledBack } from '../databases/transaction.ts';
import { type Check, check } from '../report/checks.ts';
import { whyNotRole } from '../runner/role.ts';
import { elapsedText } from '../settings/quantities.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';
import { majorOf } from '../sql/major.ts';

const GROUP = 'connection';
const NEWEST_TESTED = 18;

const text = (row: Row | undefined, column: string): string => String(row?.[column] ?? '');

/** `server_version_num`: the tested majors are 14 to 18. */
export function versionCheck({ serverVersion, label }: Database): Check {
  const major = majorOf(serverVersion);
  const what = `PostgreSQL ${major}.${serverVersion % 10000} (${label})`;
  if (major <= NEWEST_TESTED) return check(GROUP, 'version', 'ok', what);
  return check(GROUP, 'version', 'note', `${what} is newer than this version of schema`, {
    remedy: 'Look for a newer version of schema: it may not know all that the server has.',
  });
}

/**
 * Two sessions on a server have two backends, which stay the same. Behind a transaction pooler the sessions may share a
 * backend, or get another one while the other session is in a transaction.
 */
export async function poolerCheck(one: Database, other: Database, url: string): Promise<Check> {
  const name = 'direct connection';
  const pid = async (database: Database): Promise<string> =>
    text((await database.query('SELECT pg_catalog.pg_backend_pid() AS pid'))[0], 'pid');
  const first = await pid(one);
  const [second, again] = await rolledBack(other, 'BEGIN', async () => [await pid(other), await pid(one)]);
  if (first === second || first !== again) {
    return check(GROUP, name, 'problem', 'this URL goes through a transaction pooler', {
      details: [`backends ${first}, ${second}, ${again}`],
      remedy: 'Use the direct URL of the server, or a pool in session mode (PgBouncer: pool_mode = session).',
    });
  }
  if (!POOLER_URL.test(url)) return check(GROUP, name, 'ok', 'each session has a server process of its own');
  return check(GROUP, name, 'note', 'the URL looks like that of a pooler, but sessions stay apart', {
    remedy: 'A pooler that is idle can look like a server: use the direct URL to be sure.',
  });
}

/** Host names that providers give to poolers, and the ports of PgBouncer and of Supabase's pooler. */
const POOLER_URL = /-pooler\.|\.pooler\.|pgbouncer|:6432\b|:6543\b/i;

/** A standby accepts no writes; some clusters set default_transaction_read_only on their standbys. */
export async function writableCheck(database: Database): Promise<Check> {
  const [row] = await database.query(
    "SELECT pg_catalog.pg_is_in_recovery() AS standby, current_setting('transaction_read_only') AS read_only",
  );
  const name = 'takes writes';
  if (row?.['standby'] === true) {
    return check(GROUP, name, 'problem', 'this is a standby', { remedy: 'Use the URL of the primary server.' });
  }
  if (row?.['read_only'] !== 'on') return check(GROUP, name, 'ok', 'a primary server');
  return check(GROUP, name, 'problem', 'sessions are read-only', {
    remedy: 'default_transaction_read_only is on for this role, database or server: is it the right node?',
  });
}

/** Clock differences from which versions and time-based expiry go wrong. */
const SKEW_NOTE_MS = 2000;
const SKEW_PROBLEM_MS = 300_000;

/** The client's clock gives versions, the server's clock gives the times in the history. */
export async function clockCheck(database: Database, now: () => number = Date.now): Promise<Check> {
  const before = now();
  const [row] = await database.query(
    'SELECT extract(epoch FROM pg_catalog.clock_timestamp())::float8 * 1000 AS milliseconds',
  );
  const skew = Math.abs(Number(row?.['milliseconds']) - (before + now()) / 2);
  const name = 'clocks agree';
  const words = `server and client differ by ${elapsedText(skew)}`;
  if (skew < SKEW_NOTE_MS) return check(GROUP, name, 'ok', words);
  return check(GROUP, name, skew < SKEW_PROBLEM_MS ? 'note' : 'problem', words, {
    remedy: 'Set the clocks by NTP: versions of migrations are made of the time.',
  });
}

/** The privileges that the role needs to run migrations; `role` is the role that the runner sets. */
export async function privilegeChecks(
  database: Database,
  historySchema: string,
  role: string | null,
): Promise<readonly Check[]> {
  const [row] = await database.query(
    `SELECT current_user::text AS role, current_setting('is_superuser') = 'on' AS super,
            pg_catalog.has_database_privilege(pg_catalog.current_database(), 'CREATE') AS creates,
            (SELECT pg_catalog.has_schema_privilege(oid, 'USAGE') AND pg_catalog.has_schema_privilege(oid, 'CREATE')
               FROM pg_catalog.pg_namespace WHERE nspname = $1) AS history,
            (SELECT pg_catalog.bool_and(pg_catalog.has_table_privilege(c.oid, 'SELECT, INSERT, UPDATE'))
               FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
              WHERE n.nspname = $1 AND c.relkind = 'r' AND c.relname IN ('history', 'events', 'tags')) AS tables`,
    [historySchema],
  );
  const who = quoteIdentifier(text(row, 'role'));
  const checks = [createCheck(row, who), historyAccessCheck(row, who, historySchema)];
  if (role !== null) checks.push(await roleCheck(database, role, who));
  return checks;
}

/** Without CREATE on the database migrations can still work in schemas that exist, and so can the history. */
function createCheck(row: Row | undefined, who: string): Check {
  const name = 'may create';
  if (row?.['super'] === true) return check(GROUP, name, 'ok', `${who} is a superuser`);
  if (row?.['creates'] === true) return check(GROUP, name, 'ok', `${who} may create schemas`);
  const state = row?.['history'] === true ? 'note' : 'problem';
  return check(GROUP, name, state, `${who} may not create schemas in this database`, {
    remedy: `Where migrations create schemas: GRANT CREATE ON DATABASE … TO ${who}`,
  });
}

function historyAccessCheck(row: Row | undefined, who: string, schema: string): Check {
  const name = 'may keep the history';
  const quoted = quoteIdentifier(schema);
  if (row?.['history'] == null) {
    if (row?.['creates'] === true) return check(GROUP, name, 'ok', `the schema ${schema} is made by the first apply`);
    return check(GROUP, name, 'problem', `there is no schema ${schema}, and ${who} may not create it`, {
      remedy: `GRANT CREATE ON DATABASE … TO ${who}, or CREATE SCHEMA ${quoted} AUTHORIZATION ${who}.`,
    });
  }
  if (row['history'] === true && row['tables'] !== false) return check(GROUP, name, 'ok', `${who} may write ${schema}`);
  return check(GROUP, name, 'problem', `${who} may not write into ${schema}`, {
    remedy: `GRANT ALL ON SCHEMA ${quoted} TO ${who}, and on its tables.`,
  });
}

async function roleCheck(database: Database, role: string, who: string): Promise<Check> {
  const found = await whyNotRole(database, role);
  const name = 'may become the role';
  if (found === null) return check(GROUP, name, 'ok', `${who} may SET ROLE ${role}`);
  const { why, grant } = found;
  return check(GROUP, name, 'problem', why.replace(/\.$/, ''), {
    remedy: grant ?? 'Create it, or correct the setting "role".',
  });
}

const TIMEOUTS = ['lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout'];

/**
 * The timeouts that are set for this role or database (pg_db_role_setting). The runner sets timeouts of its own
 * instead.
 */
export async function timeoutCheck(database: Database): Promise<Check> {
  const rows = await database.query(
    `SELECT s.setdatabase = 0 AS everywhere, s.setrole = 0 AS everybody, pg_catalog.unnest(s.setconfig) AS setting
       FROM pg_catalog.pg_db_role_setting AS s
      WHERE s.setdatabase IN (0, (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()))
        AND s.setrole IN (0, (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = session_user))`,
  );
  const found = rows.filter((row) => TIMEOUTS.some((timeout) => text(row, 'setting').startsWith(`${timeout}=`)));
  const name = 'timeouts';
  if (found.length === 0) return check(GROUP, name, 'ok', 'none is set for this role or database');
  return check(GROUP, name, 'note', 'set for this role or database', {
    details: found.map((row) => `${text(row, 'setting')} (${row['everybody'] === true ? 'the database' : 'the role'})`),
    remedy: 'Migrations run with timeouts of their own: --lock-timeout, --statement-timeout.',
  });
}

/** The number of locks on objects that one transaction may hold: the lock table is shared (manual, section 19.12). */
export async function locksCheck(database: Database): Promise<Check> {
  const [row] = await database.query(
    `SELECT current_setting('max_locks_per_transaction')::bigint * (current_setting('max_connections')::bigint
              + current_setting('max_prepared_transactions')::bigint) AS slots,
            (SELECT count(*) FROM pg_catalog.pg_class WHERE relkind IN ('r', 'p', 'i', 'I', 'S', 'v', 'm', 't')
                AND oid >= 16384) AS relations`,
  );
  const [slots, relations] = [Number(row?.['slots']), Number(row?.['relations'])];
  const words = `${relations} relations, room for some ${slots} locks`;
  if (relations < slots / 2) return check(GROUP, 'room for locks', 'ok', words);
  return check(GROUP, 'room for locks', 'note', words, {
    remedy: 'One plan that changes most of them needs a higher max_locks_per_transaction (and a restart).',
  });
}

/** Publications need wal_level = logical, so that WAL holds the changed rows. */
export async function walLevelCheck(database: Database): Promise<readonly Check[]> {
  const [row] = await database.query(
    `SELECT current_setting('wal_level') AS level, (SELECT count(*) FROM pg_catalog.pg_publication) AS published,
            (SELECT count(*) FROM pg_catalog.pg_stat_subscription) AS subscribed`,
  );
  if (Number(row?.['published']) === 0 && Number(row?.['subscribed']) === 0) return [];
  const name = 'logical replication';
  const words = `wal_level is ${text(row, 'level')}`;
  // Logical decoding reads the publisher's WAL, so a subscriber needs no wal_level = logical.
  if (text(row, 'level') === 'logical' || Number(row?.['published']) === 0) return [check(GROUP, name, 'ok', words)];
  return [
    check(GROUP, name, 'problem', `${words}, and there are publications`, {
      remedy: 'ALTER SYSTEM SET wal_level = logical, and restart the server.',
    }),
  ];
}
