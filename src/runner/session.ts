// The session a migration runs in: the same whatever the role, the database or an earlier file has set.
import { randomUUID } from 'node:crypto';
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { quoteLiteral } from '../sql/identifiers.ts';

export interface SessionOptions {
  /** Shown in pg_stat_activity to those who wait for the lock. */
  readonly applicationName: string;
  /** Milliseconds a statement may wait for a lock on an object. */
  readonly lockTimeoutMs: number;
}

export interface Session {
  readonly database: Database;
  /** SQL that puts the session into its known state; runs inside and outside a transaction block. */
  reset(options: { readonly generated: boolean }): string;
  /** Gives the session back as it was found. */
  restore(): Promise<void>;
}

/**
 * Refuses sessions in which nothing can be guaranteed (a transaction pooler, a standby, a read-only one) before
 * anything is written, and remembers the session's settings.
 */
export async function openSession(database: Database, options: SessionOptions): Promise<Session> {
  await refusePooler(database);
  await refuseReadOnly(database);
  const found = await database.query(
    "SELECT name, setting FROM pg_catalog.pg_settings WHERE source = 'session' AND context IN ('user', 'superuser')",
  );
  const role = String((await database.query("SELECT current_setting('role') AS role"))[0]?.['role'] ?? 'none');
  const checksConnection = await canCheckConnection(database);
  const settings = settingsFor(database.serverVersion, options, checksConnection);
  return {
    database,
    reset: ({ generated }) =>
      [
        'RESET SESSION AUTHORIZATION; RESET ALL',
        setConfig('role', role),
        ...settings,
        // Generated SQL is qualified throughout, and an empty path keeps names in other schemas from getting in
        // between. Hand-written files expect the path that psql would have.
        ...(generated ? [setConfig('search_path', '')] : []),
      ].join(';\n'),
    restore: async () => {
      const set = found.map((row) => setConfig(String(row['name']), String(row['setting'])));
      const back = setConfig('role', role);
      await database.script(['RESET SESSION AUTHORIZATION; RESET ALL', back, ...set].join(';\n'));
    },
  };
}

/** Settings of roles and databases may poison any of these, so each is set by name. */
function settingsFor(serverVersion: number, options: SessionOptions, checksConnection: boolean): string[] {
  const settings = [
    `SET application_name = ${quoteLiteral(options.applicationName)}`,
    "SET TimeZone = 'UTC'",
    "SET DateStyle = 'ISO, YMD'",
    "SET IntervalStyle = 'postgres'",
    'SET standard_conforming_strings = on',
    // A data migration that row security filters must fail, not silently leave rows out.
    'SET row_security = off',
    'SET check_function_bodies = on',
    "SET default_transaction_isolation = 'read committed'",
    'SET statement_timeout = 0',
    `SET lock_timeout = ${Math.round(options.lockTimeoutMs)}`,
    "SET idle_in_transaction_session_timeout = '60s'",
  ];
  if (serverVersion >= 140000) settings.push('SET idle_session_timeout = 0');
  // A killed client otherwise keeps its locks until its statement ends.
  if (checksConnection) settings.push("SET client_connection_check_interval = '2s'");
  if (serverVersion >= 170000) settings.push('SET transaction_timeout = 0');
  return settings;
}

/** Not every platform has it, and then setting it is an error. */
async function canCheckConnection(database: Database): Promise<boolean> {
  if (database.serverVersion < 140000) return false;
  try {
    await database.query("SET client_connection_check_interval = '2s'");
    return true;
  } catch {
    return false;
  }
}

/**
 * A transaction pooler gives each statement to any server session: locks, settings and CONCURRENTLY lose their
 * meaning. A marker set in one statement must be there in the next ones, in the same backend.
 */
async function refusePooler(database: Database): Promise<void> {
  const marker = randomUUID();
  const read = async (): Promise<string> => {
    const [row] = await database.query(
      "SELECT pg_catalog.pg_backend_pid() AS pid, current_setting('schema.session', true) AS marker",
    );
    return `${String(row?.['pid'])} ${String(row?.['marker'])}`;
  };
  const [set] = await database.query(
    "SELECT pg_catalog.pg_backend_pid() AS pid, pg_catalog.set_config('schema.session', $1, false) AS marker",
    [marker],
  );
  const expected = `${String(set?.['pid'])} ${marker}`;
  for (let attempt = 0; attempt < 3; attempt++) {
    if ((await read()) !== expected) throw pooler(database);
  }
}

const pooler = (database: Database): SchemaError =>
  new SchemaError('database/connection', `${database.label} is reached through a transaction pooler`, {
    detail: 'Two statements of one session were given to different server sessions.',
    hint: 'Use the direct URL of the server, or a pool in session mode (PgBouncer: pool_mode = session).',
  });

async function refuseReadOnly(database: Database): Promise<void> {
  const [row] = await database.query(
    "SELECT pg_catalog.pg_is_in_recovery() AS standby, current_setting('transaction_read_only') AS read_only",
  );
  if (row?.['standby'] === true) {
    throw new SchemaError('database/read-only', `${database.label} is a standby: it takes no writes`, {
      hint: 'Use the URL of the primary server.',
    });
  }
  if (row?.['read_only'] === 'on') {
    throw new SchemaError('database/read-only', `sessions on ${database.label} are read-only`, {
      hint: 'default_transaction_read_only is on for this role, database or server: this may be the wrong node.',
    });
  }
}

const setConfig = (name: string, value: string): string =>
  `SELECT pg_catalog.set_config(${quoteLiteral(name)}, ${quoteLiteral(value)}, false)`;
