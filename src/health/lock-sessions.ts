// The sessions around the migration lock, for `schema locks`: the holder, and the sessions that wait.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, Row } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { lockHolder } from '../runner/lock.ts';
import { withoutSecrets } from '../sql/secrets.ts';

/** A session of pg_stat_activity; PostgreSQL hides the statements of other roles' sessions. */
export interface LockSession {
  readonly pid: number;
  readonly application: string;
  readonly user: string;
  readonly address: string | null;
  readonly state: string | null;
  /** ISO 8601, UTC. */
  readonly connectedSince: string | null;
  readonly statementSince: string | null;
  readonly statement: string | null;
}

export interface LockReport {
  /** The session that holds the migration lock. */
  readonly holder: LockSession | null;
  /** Sessions whose locks the holder waits for. */
  readonly blockedBy: readonly LockSession[];
  /** Sessions that wait for locks of the holder. */
  readonly blocking: readonly LockSession[];
  /** Other runs that wait for the migration lock. */
  readonly waiting: readonly LockSession[];
}

const SESSION = `
  SELECT pid, coalesce(application_name, '') AS application, coalesce(usename::text, '') AS "user",
         pg_catalog.host(client_addr) AS address, state,
         pg_catalog.to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS connected,
         pg_catalog.to_char(query_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS began, query
    FROM pg_catalog.pg_stat_activity`;

/** Reads the holder of the migration lock and the sessions that wait. Changes nothing. */
export async function readLocks(database: Database, schema: string): Promise<LockReport> {
  const found = await lockHolder(database, schema);
  if (found === null) return { holder: null, blockedBy: [], blocking: [], waiting: [] };
  const read = async (condition: string): Promise<readonly LockSession[]> =>
    (await database.query(`${SESSION} WHERE ${condition} ORDER BY pid`, [found.pid])).map(sessionOf);
  const [holder = null] = await read('pid = $1::int');
  return {
    holder,
    blockedBy: await read('pid = ANY (pg_catalog.pg_blocking_pids($1::int))'),
    blocking: await read('$1::int = ANY (pg_catalog.pg_blocking_pids(pid))'),
    // Runs poll for the lock, so pg_locks does not show them; their application_name does.
    waiting: await read(
      `pid NOT IN ($1::int, pg_catalog.pg_backend_pid()) AND datname = pg_catalog.current_database()
       AND application_name ~ '^schema (apply|undo).*[(]lock[)]$'
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_locks AS l
                        WHERE l.pid = pg_stat_activity.pid AND l.locktype = 'advisory' AND l.granted)`,
    ),
  };
}

function sessionOf(row: Row): LockSession {
  const maybe = (column: string): string | null => (row[column] == null ? null : String(row[column]));
  const statement = maybe('query');
  return {
    pid: Number(row['pid']),
    application: String(row['application']),
    user: String(row['user']),
    address: maybe('address'),
    state: maybe('state'),
    connectedSince: maybe('connected'),
    statementSince: maybe('began'),
    statement: statement === null || statement === '' ? null : withoutSecrets(statement),
  };
}

/** The time for the server to end a session, in milliseconds. */
const END_MS = 10_000;

/** The time for a run to end by itself, in milliseconds, before the run's other session is ended as well. */
const NOTICE_MS = 2000;

/**
 * Ends the session that holds the lock (pg_terminate_backend). Raises `runner/locked` where the session does not end.
 */
export async function endHolder(database: Database, schema: string, ended: number): Promise<void> {
  await database.query('SELECT pg_catalog.pg_terminate_backend($1::int)', [ended]);
  const began = Date.now();
  for (let last = ended; ; await sleep(100)) {
    const holder = await lockHolder(database, schema);
    if (holder === null) return;
    const waited = Date.now() - began;
    if (waited > END_MS) {
      throw new SchemaError('runner/locked', `pid ${holder.pid} was told to end and still has the lock`, {
        hint: 'It may be in the middle of a rollback: look again with `schema locks`.',
      });
    }
    if (holder.pid === last || waited < NOTICE_MS) continue;
    last = holder.pid;
    await database.query('SELECT pg_catalog.pg_terminate_backend($1::int)', [last]);
  }
}
