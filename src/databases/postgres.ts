// A PostgreSQL server as a database, for open.ts: a session through the driver pg.
import pg from 'pg';
import { SchemaError } from '../errors.ts';
import type { ConnectionParameters } from './connection-parameters.ts';
import type { Database, Notice, Row } from './database.ts';
import { type Connected, connect, plain } from './postgres-connect.ts';
import { labelOf, type PostgresSettings, resolveSettings } from './postgres-settings.ts';
import { parsePostgresUrl } from './postgres-url.ts';
import { noticeOf, queryError, serverError } from './server-errors.ts';
import { encodeValue } from './values.ts';

/** A session on a server. */
export type PostgresDatabase = Database & Required<Pick<Database, 'another' | 'reopen' | 'transactionStatus'>>;

export interface PostgresOptions {
  /** The application_name in pg_stat_activity. */
  readonly applicationName?: string | undefined;
  /** Time for one attempt to connect, in milliseconds; default PGCONNECT_TIMEOUT or 10 s. */
  readonly connectTimeoutMs?: number | undefined;
}

const OLDEST_VERSION = 140000;

/**
 * Settings of the session, so that catalogs and errors have the same text whatever a role, database or server has set.
 */
export const SESSION_SETTINGS = `
  SET client_encoding = 'UTF8'; SET TimeZone = 'UTC'; SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres';
  SET standard_conforming_strings = on; SET quote_all_identifiers = off; SET extra_float_digits = 1;
  SET bytea_output = 'hex'; SET client_min_messages = warning`;

const SESSION = `${SESSION_SETTINGS};
  SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name`;

/**
 * Connects to a server of PostgreSQL 14 or later. `url` is a `postgres://` URL or libpq's parameters by keyword; the
 * PG* variables supply missing parameters (and the password file a missing password). One session, no pool.
 * Errors: `usage/invalid`, `database/connection`, `database/permission`, `catalog/unsupported-version`.
 */
export async function connectPostgres(
  url?: string | ConnectionParameters,
  options: PostgresOptions = {},
): Promise<PostgresDatabase> {
  const given = typeof url === 'string' ? parsePostgresUrl(url) : (url ?? {});
  return await open(resolveSettings(given, process.env), options);
}

/**
 * Opens a session on the first of the hosts that answers. Further sessions are on the same host. A lost session begins
 * again on any of all hosts: another one may have taken over.
 */
async function open(
  settings: PostgresSettings,
  options: PostgresOptions,
  all: PostgresSettings = settings,
): Promise<PostgresDatabase> {
  const begun = await begin(settings, options);
  const here = { ...settings, hosts: [begun.host] };
  return database(begun, labelOf(here), {
    open: (applicationName) => open(here, { ...options, applicationName }, all),
    begin: () => begin(all, options),
  });
}

async function begin(settings: PostgresSettings, options: PostgresOptions): Promise<Begun> {
  const { client, host } = await connect(settings, {
    ...options,
    onLoss: (lost, reason) => endings.has(lost) || endings.set(lost, reason),
  });
  const label = labelOf({ ...settings, hosts: [host] });
  try {
    const results = await runScript(client, label, SESSION);
    return { client, host, serverVersion: supportedVersion(results.at(-1)?.[0], label) };
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

interface Begun extends Connected {
  readonly serverVersion: number;
}

/** The functions by which a session opens another session, or begins again. */
interface Connector {
  open(applicationName: string): Promise<PostgresDatabase>;
  begin(): Promise<Begun>;
}

function supportedVersion(row: Row | undefined, label: string): number {
  const version = Number(row?.['version']);
  if (version >= OLDEST_VERSION) return version;
  throw new SchemaError('catalog/unsupported-version', `${label} runs PostgreSQL ${row?.['name']}`, {
    hint: 'PostgreSQL 14 or later is needed: upgrade the server.',
  });
}

/** The reasons for which idle sessions ended: the server's error, or the socket's. */
const endings = new WeakMap<pg.Client, unknown>();

/** A connection that the server refused, or that was lost. */
function sessionError(failure: unknown, label: string, client: pg.Client): SchemaError {
  const ending = endings.get(client);
  const error = failure instanceof pg.DatabaseError || ending === undefined ? failure : ending;
  const raw = plain(error);
  if (error instanceof pg.DatabaseError) return queryError(serverError(raw));
  return new SchemaError('database/connection', `lost the connection to ${label}: ${raw.message}`, {
    hint: 'Whether the statement that ran was committed is not known: look before running it again.',
    cause: serverError(raw),
  });
}

/** `queryMode` extended limits a call to one statement, with or without parameters. */
interface ExtendedQuery extends pg.QueryConfig {
  readonly queryMode: 'extended';
}

function database(begun: Begun, label: string, connector: Connector): PostgresDatabase {
  let { client } = begun;
  let listener: ((notice: Notice) => void) | null = null;
  const listen = (): void => void client.on('notice', (notice) => listener?.(noticeOf(notice)));
  listen();
  // The driver gets one call at a time: its next major version has no queue of its own.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    serverVersion: begun.serverVersion,
    label,
    query: (sql, parameters = []) => {
      const values = parameters.map(encodeValue);
      return inTurn(() => runQuery(client, label, { text: sql, values, queryMode: 'extended' }));
    },
    script: (sql) => inTurn(() => runScript(client, label, sql)),
    transactionStatus: () => client.getTransactionStatus() ?? 'I',
    another: (applicationName) => connector.open(applicationName),
    reopen: () =>
      inTurn(async () => {
        // The Terminate message to a lost peer would wait for an answer.
        client.connection.stream.destroy();
        client = (await connector.begin()).client;
        listen();
      }),
    hear: (next) => {
      listener = next;
    },
    close: () => client.end().catch(() => undefined),
  };
}

async function runQuery(client: pg.Client, label: string, query: ExtendedQuery): Promise<readonly Row[]> {
  try {
    return (await client.query<Row>(query)).rows;
  } catch (error) {
    throw sessionError(error, label, client);
  }
}

async function runScript(client: pg.Client, label: string, sql: string): Promise<readonly (readonly Row[])[]> {
  try {
    // The driver returns one result alone, several as an array; an empty statement has no command.
    const answer: pg.QueryResult<Row> | readonly pg.QueryResult<Row>[] = await client.query<Row>(sql);
    const results: readonly pg.QueryResult<Row>[] = Array.isArray(answer) ? answer : [answer];
    return results.filter((result) => result.command !== null).map((result) => result.rows);
  } catch (error) {
    throw sessionError(error, label, client);
  }
}
