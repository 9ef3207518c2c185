// Connecting to a server, for postgres.ts: the hosts in order, the TLS attempts of each, and the errors.
import pg from 'pg';
import { defined } from '../defined.ts';
import { SchemaError } from '../errors.ts';
import { labelOf, type PostgresHost, type PostgresSettings, type SessionAttributes } from './postgres-settings.ts';
import { serverError } from './server-errors.ts';
import { decodeValue } from './values.ts';

export interface ConnectOptions {
  /** The application_name in pg_stat_activity. */
  readonly applicationName?: string | undefined;
  /** Time for one attempt to connect, in milliseconds; default PGCONNECT_TIMEOUT or 10 s. */
  readonly connectTimeoutMs?: number | undefined;
  /** Called when a session is lost while idle, with the reason. */
  readonly onLoss: (client: pg.Client, reason: unknown) => void;
}

/** A session, and the host that it is on. */
export interface Connected {
  readonly client: pg.Client;
  readonly host: PostgresHost;
}

/** TCP keepalive: after this idle time Node.js probes the connection each second, and gives it up after ten probes. */
const KEEPALIVE_MS = 15_000;

/**
 * Connects to the first host that answers and has the wanted attributes (manual, section 32.1.1.3). Raises
 * `database/connection`, `database/permission`.
 */
export async function connect(settings: PostgresSettings, options: ConnectOptions): Promise<Connected> {
  const { attributes } = settings;
  if (attributes !== 'prefer-standby') return await firstOf(settings, attributes, options);
  return await firstOf(settings, 'standby', options).catch(() => firstOf(settings, 'any', options));
}

async function firstOf(
  settings: PostgresSettings,
  wanted: SessionAttributes,
  options: ConnectOptions,
): Promise<Connected> {
  const failures: SchemaError[] = [];
  for (const host of settings.hosts) {
    const label = labelOf({ ...settings, hosts: [host] });
    const client = await connectTo(host, settings, options).catch((error: unknown) => {
      failures.push(connectionError(error, settings, label));
      return null;
    });
    if (client === null) {
      // A server that answers and refuses the user is the right one (as in libpq), unless it is starting up.
      const { sqlstate } = failures.at(-1) ?? {};
      if (sqlstate !== undefined && sqlstate !== '57P03') break;
      continue;
    }
    const other = await refusal(client, wanted);
    if (other === null) return { client, host };
    await client.end().catch(() => undefined);
    failures.push(new SchemaError('database/connection', `${label} ${other}`, { hint: ATTRIBUTES_HINT }));
  }
  const last = failures.at(-1);
  if (last === undefined) throw new RangeError('a connection has at least one host');
  if (failures.length === 1) throw last;
  const detail = failures.slice(0, -1).map(({ message }) => message);
  throw last.with({ detail: [...detail, ...(last.detail === undefined ? [] : [last.detail])].join('\n') });
}

const ATTRIBUTES_HINT = 'See target_session_attrs: none of the hosts is as it says.';

/** Why the server is not the wanted one; null: it is. */
async function refusal(client: pg.Client, wanted: SessionAttributes): Promise<string | null> {
  if (wanted === 'any') return null;
  const { rows } = await client.query<Record<string, unknown>>(
    "SELECT pg_catalog.pg_is_in_recovery() AS standby, current_setting('transaction_read_only') = 'on' AS reads",
  );
  const [standby, reads] = [rows[0]?.['standby'] === true, rows[0]?.['reads'] === true];
  const fits = { 'read-write': !reads, 'read-only': reads, primary: !standby, standby, 'prefer-standby': true };
  return fits[wanted] ? null : `is not ${wanted}`;
}

/** Connects with the first TLS attempt that the server accepts. */
async function connectTo(
  { host, address, port, attempts }: PostgresHost,
  settings: PostgresSettings,
  { applicationName, connectTimeoutMs, onLoss }: ConnectOptions,
): Promise<pg.Client> {
  const failures: unknown[] = [];
  for (const ssl of attempts) {
    const client = new pg.Client({
      host: address ?? host,
      port,
      user: settings.user,
      database: settings.database,
      ...defined({ password: settings.password, options: settings.options }),
      application_name: applicationName ?? settings.applicationName ?? 'schema',
      connectionTimeoutMillis: connectTimeoutMs ?? settings.connectTimeoutMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEPALIVE_MS,
      ssl: address === null || typeof ssl === 'boolean' ? ssl : { ...ssl, servername: host },
      types: { getTypeParser: (oid: number) => (text: string) => decodeValue(oid, text) },
    });
    // The driver reports a connection lost while idle by this event; an 'error' event without a listener ends the
    // process.
    client.on('error', (error) => onLoss(client, error));
    try {
      await client.connect();
      return client;
    } catch (error) {
      failures.push(error);
      await client.end().catch(() => undefined);
      if (!mayTryNext(error)) break;
    }
  }
  throw failures.at(-1);
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
export function plain(error: unknown): PlainError {
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

const PASSWORD_HINT = 'Give it in the URL, in PGPASSWORD, or in the password file (~/.pgpass, PGPASSFILE).';

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

/** The driver's error where the server asks for a password and there is none. */
const NO_PASSWORD = /SASL: .*client password must be/;

function connectionError(error: unknown, settings: PostgresSettings, label: string): SchemaError {
  const raw = plain(error);
  const tls = /does not support SSL/i.test(raw.message)
    ? `sslmode=${settings.sslmode} asks for TLS: turn it on at the server, or use sslmode=prefer.`
    : undefined;
  const trust = /certificate|altname/i.test(`${raw.message} ${raw.code}`)
    ? 'Name the certificate authority with sslrootcert=FILE.'
    : undefined;
  const none = NO_PASSWORD.test(raw.message);
  const sqlstate = raw.code !== undefined && /^[0-9A-Z]{5}$/.test(raw.code) ? raw.code : undefined;
  const timeout = /timeout/i.test(raw.message) ? 'Check host, port and firewall, or raise connect_timeout.' : undefined;
  return new SchemaError(
    sqlstate === '42501' ? 'database/permission' : 'database/connection',
    `could not connect to ${label}: ${none ? 'the server asks for a password, and none is given' : raw.message}`,
    {
      detail: raw.detail,
      hint: none ? PASSWORD_HINT : (raw.hint ?? tls ?? trust ?? CONNECTION_HINTS[raw.code ?? ''] ?? timeout),
      sqlstate,
      cause: serverError(raw),
    },
  );
}
