// The session in which migrations run. Its settings do not depend on the role, the database or an earlier file.
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { quoteLiteral } from '../sql/identifiers.ts';
import { refusePooler } from './pooler.ts';
import { refuseRole } from './role.ts';

export interface SessionOptions {
  /** The name in pg_stat_activity while no file runs, for those who wait for the lock. */
  readonly applicationName: string;
  /** How long a statement waits for a lock on an object, in milliseconds; 0: forever. */
  readonly lockTimeoutMs: number;
  /** How long a statement may take, in milliseconds; 0: forever. */
  readonly statementTimeoutMs: number;
  /** The role of the run; absent: the role of the connection. */
  readonly role?: string | undefined;
  /** The search path of handwritten files, as SET takes it; absent: the session's default. */
  readonly searchPath?: string | undefined;
}

/** Settings of one file. */
export interface FileSession {
  /** All names in its SQL are qualified. */
  readonly generated: boolean;
  readonly applicationName?: string | undefined;
  readonly lockTimeoutMs?: number | undefined;
  readonly statementTimeoutMs?: number | undefined;
}

export interface RunnerSession {
  readonly database: Database;
  readonly options: SessionOptions;
  /**
   * SQL that sets the session's known state and ends what an earlier file left in it; runs inside and outside a
   * transaction block.
   */
  reset(file: FileSession): string;
  /** SQL that makes the run's role current again, whatever role a file has set. */
  ownRole(): string;
  /** Restores the settings that the session had. */
  restore(): Promise<void>;
}

/**
 * Refuses sessions without the guarantees of a run before anything is written: a transaction pooler, a standby, a
 * read-only session, a role that the user may not set. Stores the settings of the session. `guard` is the second
 * session, where there is one. Raises `database/pooler`, `database/read-only`, `database/permission`.
 */
export async function openSession(
  database: Database,
  guard: Database | null,
  options: SessionOptions,
): Promise<RunnerSession> {
  await refusePooler(database, guard);
  await refuseReadOnly(database);
  if (options.role !== undefined) await refuseRole(database, options.role);
  const found = await database.query(
    "SELECT name, setting FROM pg_catalog.pg_settings WHERE source = 'session' AND context IN ('user', 'superuser')",
  );
  const foundRole = String((await database.query("SELECT current_setting('role') AS role"))[0]?.['role'] ?? 'none');
  const checksConnection = await canCheckConnection(database);
  const ownRole = `RESET SESSION AUTHORIZATION;\n${setConfig('role', options.role ?? foundRole)}`;
  return {
    database,
    options,
    reset: (file) =>
      [
        'RESET SESSION AUTHORIZATION; RESET ALL',
        discarded(database),
        // One statement for all settings, since it is sent for every file.
        setAll([
          ['role', options.role ?? foundRole],
          ...settingsFor(database, options, file, checksConnection),
          // Generated SQL is qualified, and an empty path keeps other names from being found. Handwritten files expect
          // the path that psql would have.
          ...(file.generated ? [['search_path', ''] as const] : pathOf(options)),
        ]),
      ].join(';\n'),
    ownRole: () => ownRole,
    restore: async () => {
      const set = found.map((row) => setConfig(String(row['name']), String(row['setting'])));
      const back = setConfig('role', foundRole);
      const known = ['RESET SESSION AUTHORIZATION; RESET ALL', discarded(database), back, ...set];
      await database.script(known.join(';\n'));
    },
  };
}

/**
 * SQL that ends what a session keeps besides its settings: cursors WITH HOLD, prepared statements, LISTEN, the last
 * values of sequences, temporary objects. DISCARD ALL would also release the migration lock, and can't run in a
 * transaction block. The locks of a file are released by the guard.
 */
const discarded = ({ prepared }: Database): string =>
  [
    'CLOSE ALL',
    ...(prepared === undefined ? ['DEALLOCATE ALL'] : []),
    'UNLISTEN *',
    'DISCARD SEQUENCES',
    'DISCARD TEMP',
  ].join('; ');

const pathOf = ({ searchPath }: SessionOptions): (readonly [name: string, value: string])[] =>
  searchPath === undefined ? [] : [['search_path', searchPath]];

/** Roles and databases can have settings of these parameters, so each is set by name. */
function settingsFor(
  database: Database,
  options: SessionOptions,
  file: FileSession,
  checksConnection: boolean,
): readonly Assigned[] {
  return [
    ['application_name', file.applicationName ?? options.applicationName],
    ['TimeZone', 'UTC'],
    ['DateStyle', 'ISO, YMD'],
    ['IntervalStyle', 'postgres'],
    ['standard_conforming_strings', 'on'],
    // A data migration that row security filters must fail instead of leaving rows out without an error.
    ['row_security', 'off'],
    ['check_function_bodies', 'on'],
    // The notices of a file are reported, whatever a role or database has set.
    ['client_min_messages', 'notice'],
    ['default_transaction_isolation', 'read committed'],
    ['statement_timeout', String(Math.round(file.statementTimeoutMs ?? options.statementTimeoutMs))],
    ['lock_timeout', String(Math.round(file.lockTimeoutMs ?? options.lockTimeoutMs))],
    // The session may be idle in a transaction for as long as a hook's command runs.
    ['idle_in_transaction_session_timeout', '15min'],
    // A commit that was reported must survive a crash of the server.
    ['synchronous_commit', null],
    ...keepalives(database),
    // Without it, a killed client keeps its locks until its statement ends.
    ...(checksConnection ? [['client_connection_check_interval', '2s'] as const] : []),
    ...(database.serverVersion >= 170000 ? [['transaction_timeout', '0'] as const] : []),
  ];
}

/** A setting and its value; null: at least `local`. */
type Assigned = readonly [name: string, value: string | null];

const setAll = (settings: readonly Assigned[]): string =>
  `SELECT ${settings.map(([name, value]) => call(name, value)).join(', ')}`;

function call(name: string, value: string | null): string {
  const found = `pg_catalog.current_setting(${quoteLiteral(name)})`;
  const set = value === null ? `coalesce(nullif(${found}, 'off'), 'local')` : quoteLiteral(value);
  return `pg_catalog.set_config(${quoteLiteral(name)}, ${set}, false)`;
}

/** A lost peer is noticed within half a minute, and an idle session is not ended (manual, section 19.3.2). */
function keepalives(database: Database): readonly Assigned[] {
  const never: readonly Assigned[] = database.serverVersion >= 140000 ? [['idle_session_timeout', '0']] : [];
  if (database.another === undefined) return never;
  return [
    ...never,
    ['tcp_keepalives_idle', '15'],
    ['tcp_keepalives_interval', '5'],
    ['tcp_keepalives_count', '3'],
    ['tcp_user_timeout', '30s'],
  ];
}

/** Settings of the guard's session: it is idle most of the time and must not be ended for that. */
export const guardSettings = (guard: Database): string =>
  setAll([['statement_timeout', '0'], ['lock_timeout', '0'], ...keepalives(guard)]);

/** Some platforms lack the setting, and there SET raises an error. */
async function canCheckConnection(database: Database): Promise<boolean> {
  if (database.serverVersion < 140000) return false;
  try {
    await database.query("SET client_connection_check_interval = '2s'");
    return true;
  } catch {
    return false;
  }
}

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

export const setConfig = (name: string, value: string): string => setAll([[name, value]]);
