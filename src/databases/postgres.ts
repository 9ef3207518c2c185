// A PostgreSQL server as a database, for open.ts: a session through the driver pg.
import pg from 'pg';
import { defined } from '../defined.ts';
import { SchemaError } from '../errors.ts';
import type { Database, Row } from './database.ts';
import {
  type ConnectionParameters,
  type PostgresSettings,
  parsePostgresUrl,
  resolveSettings,
} from './postgres-settings.ts';
import { queryError, serverError } from './server-errors.ts';
import { decodeValue, encodeValue } from './values.ts';

/** A session on a server. */
export type PostgresDatabase = Database & Required<Pick<Database, 'another' | 'reopen' | 'transactionStatus'>>;

export interface PostgresOptions {
  /** The application_name in pg_stat_activity. */
  readonly applicationName?: string | undefined;
  /** Time for one attempt to connect, in milliseconds; default PGCONNECT_TIMEOUT or 10 s. */
  readonly connectTimeoutMs?: number | undefined;
}

const OLDEST_VERSION = 140000;

/** TCP keepalive: after this idle time Node.js probes the connection each second, and gives it up after ten probes. */
const KEEPALIVE_MS = 15_000;

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
  const settings = resolveSettings(given, process.env);
  const label = labelOf(settings);
  const begin = async (applicationName: string | undefined): Promise<Begun> => {
    const client = await connect(settings, { ...options, applicationName }, label);
    try {
      const results = await runScript(client, label, SESSION);
      return { client, serverVersion: supportedVersion(results.at(-1)?.[0], label) };
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
  };
  const open = async (applicationName: string | undefined): Promise<PostgresDatabase> =>
    database(await begin(applicationName), label, { open, begin: () => begin(applicationName) });
  return await open(options.applicationName);
}

interface Begun {
  readonly client: pg.Client;
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

function labelOf(settings: PostgresSettings): string {
  const { user, host, port, database } = settings;
  const place = host.startsWith('/') ? `[${host}]` : host.includes(':') ? `[${host}]` : host;
  return `${user}@${place}:${port}/${database}`;
}

/** Connects with the first TLS attempt that the server accepts. */
async function connect(settings: PostgresSettings, options: PostgresOptions, label: string): Promise<pg.Client> {
  const failures: unknown[] = [];
  for (const ssl of settings.attempts) {
    const client = new pg.Client({
      host: settings.host,
      port: settings.port,
      user: settings.user,
      database: settings.database,
      ...defined({ password: settings.password, options: settings.options }),
      application_name: options.applicationName ?? settings.applicationName ?? 'schema',
      connectionTimeoutMillis: options.connectTimeoutMs ?? settings.connectTimeoutMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEPALIVE_MS,
      ssl,
      types: { getTypeParser: (oid: number) => (text: string) => decodeValue(oid, text) },
    });
    // The driver reports a connection lost while idle by this event; an 'error' event without a listener ends the
    // process.
    client.on('error', (error) => endings.has(client) || endings.set(client, error));
    try {
      await client.connect();
      return client;
    } catch (error) {
      failures.push(error);
      await client.end().catch(() => undefined);
      if (!mayTryNext(error)) break;
    }
  }
  throw connectionError(failures.at(-1), settings, label);
}

/** Another TLS attempt can help only after an error of TLS or of pg_hba.conf (28000). */
function mayTryNext(error: unknown): boolean {
  const { code, message } = plain(error);
  return code === '28000' || /ssl|tls|certificate/i.test(`${code} ${message}`);
}

interface PlainError {
  readonly message: string;
  readonly code: string | undefined;
  readonly detail: string | undefined;
  readonly hint: string | undefined;
  readonly position: string | undefined;
  readonly where: string | undefined;
}

/** The text fields of any value that the driver throws. */
function plain(error: unknown): PlainError {
  // Node.js tries each address of a host name and reports an AggregateError without a message of its own.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  const field = (name: string): string | undefined => {
    const value: unknown = first !== null && typeof first === 'object' ? Reflect.get(first, name) : undefined;
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    message: field('message') ?? String(first),
    code: field('code'),
    detail: field('detail'),
    hint: field('hint'),
    position: field('position'),
    where: field('where'),
  };
}

const CONNECTION_HINTS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Is the server running, and does it listen on this host and port?',
  ENOENT: 'Is the server running, and is this its socket directory?',
  ENOTFOUND: 'Check the host name.',
  EAI_AGAIN: 'Check the host name and the name server.',
  '28P01': 'Check the user and the password (URL, PGPASSWORD or the password file).',
  '28000': 'Check the user, and what pg_hba.conf allows.',
  '3D000': 'Create the database first, or check its name.',
  '53300': 'Close other sessions or raise max_connections.',
  '57P03': 'The server is starting up: try again in a moment.',
};

function connectionError(error: unknown, settings: PostgresSettings, label: string): SchemaError {
  const raw = plain(error);
  const tls = /does not support SSL/i.test(raw.message)
    ? `sslmode=${settings.sslmode} asks for TLS: turn it on at the server, or use sslmode=prefer.`
    : undefined;
  const trust = /certificate|altname/i.test(`${raw.message} ${raw.code}`)
    ? 'Name the certificate authority with sslrootcert=FILE.'
    : undefined;
  const sqlstate = raw.code !== undefined && /^[0-9A-Z]{5}$/.test(raw.code) ? raw.code : undefined;
  const timeout = /timeout/i.test(raw.message) ? 'Check host, port and firewall, or raise connect_timeout.' : undefined;
  return new SchemaError(
    sqlstate === '42501' ? 'database/permission' : 'database/connection',
    `could not connect to ${label}: ${raw.message}`,
    {
      detail: raw.detail,
      hint: raw.hint ?? tls ?? trust ?? CONNECTION_HINTS[raw.code ?? ''] ?? timeout,
      sqlstate,
      cause: serverError(raw),
    },
  );
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
      }),
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
