// URLs and environment variables of libpq as settings of a connection, for the driver and for pg_dump.
import { existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { checkServerIdentity } from 'node:tls';
import type { ClientConfig } from 'pg';
import { defined } from '../defined.ts';
import { SchemaError } from '../errors.ts';

/** libpq's connection parameters by keyword (manual, section 32.1.2). */
export type ConnectionParameters = Readonly<Record<string, string | undefined>>;

type Tls = Exclude<ClientConfig['ssl'], undefined>;

/** The settings of a connection: the TLS attempts in order, and the other values that the driver needs. */
export interface PostgresSettings {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password: string | undefined;
  readonly options: string | undefined;
  readonly applicationName: string | undefined;
  readonly connectTimeoutMs: number;
  readonly sslmode: string;
  readonly attempts: readonly Tls[];
}

const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'];

/** Environment variables of libpq (manual, section 32.15) and their connection parameters. */
const VARIABLES: Readonly<Record<string, string>> = {
  host: 'PGHOST',
  port: 'PGPORT',
  user: 'PGUSER',
  password: 'PGPASSWORD',
  dbname: 'PGDATABASE',
  options: 'PGOPTIONS',
  application_name: 'PGAPPNAME',
  connect_timeout: 'PGCONNECT_TIMEOUT',
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
};

const DEFAULT_CONNECT_TIMEOUT_MS = 10_000;

const invalid = (message: string, hint: string): SchemaError => new SchemaError('usage/invalid', message, { hint });

/** The parameters of a `postgres://` URL; missing parts are absent. No error repeats the URL. */
export function parsePostgresUrl(url: string): ConnectionParameters {
  const hint = 'Write postgres://user:password@host:5432/database?sslmode=require; percent-encode special characters.';
  let parsed: URL;
  let decode: (text: string) => string | undefined;
  try {
    parsed = new URL(url);
    decode = (text) => (text === '' ? undefined : decodeURIComponent(text));
    decodeURIComponent(`${parsed.username}${parsed.password}${parsed.hostname}${parsed.pathname}`);
  } catch {
    // The driver's own error would contain the URL with its password.
    throw invalid('the database URL is malformed', hint);
  }
  return {
    user: decode(parsed.username),
    password: decode(parsed.password),
    host: decode(parsed.hostname.replace(/^\[(.*)\]$/, '$1')),
    port: decode(parsed.port),
    dbname: decode(parsed.pathname.replace(/^\//, '')),
    ...Object.fromEntries(parsed.searchParams),
  };
}

/** Adds the values of the PG* variables and libpq's defaults, and derives the TLS attempts. */
export function resolveSettings(
  given: ConnectionParameters,
  environment: Readonly<Record<string, string | undefined>>,
): PostgresSettings {
  const value = (keyword: string): string | undefined =>
    given[keyword] || environment[VARIABLES[keyword] ?? ''] || undefined;
  const host = value('host') ?? 'localhost';
  const port = Number(value('port') ?? 5432);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw invalid(`not a port number: ${value('port')}`, 'A port is a number from 1 to 65535.');
  }
  if (host.includes(',')) throw invalid('several hosts in one URL are not supported', 'Name one host.');
  const user = value('user') ?? userInfo().username;
  const seconds = Number(value('connect_timeout') ?? Number.NaN);
  const sslmode = value('sslmode') ?? 'prefer';
  return {
    host,
    port,
    user,
    database: value('dbname') ?? user,
    password: value('password'),
    options: value('options'),
    applicationName: value('application_name'),
    connectTimeoutMs: seconds > 0 ? seconds * 1000 : DEFAULT_CONNECT_TIMEOUT_MS,
    sslmode,
    attempts: host.startsWith('/') ? [false] : tlsAttempts(sslmode, value),
  };
}

/** The PG* variables with which another program of PostgreSQL connects to a URL, including the password. */
export function libpqVariables(
  given: ConnectionParameters,
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> {
  const said = Object.entries(VARIABLES).map(
    ([keyword, name]) => [name, given[keyword] || environment[name] || ''] as const,
  );
  return Object.fromEntries(said.filter(([, value]) => value !== ''));
}

/** What each sslmode means (manual, section 32.19.3). */
function tlsAttempts(sslmode: string, value: (keyword: string) => string | undefined): readonly Tls[] {
  if (!MODES.includes(sslmode)) throw invalid(`unknown sslmode: ${sslmode}`, `Use one of ${MODES.join(', ')}.`);
  if (sslmode === 'disable') return [false];
  const system = value('sslrootcert') === 'system';
  const home = join(homedir(), '.postgresql', 'root.crt');
  const rootFile = system ? undefined : (value('sslrootcert') ?? (existsSync(home) ? home : undefined));
  const certificates = {
    ...(rootFile === undefined ? {} : { ca: readPem('sslrootcert', rootFile) }),
    ...optionalPem('cert', 'sslcert', value('sslcert')),
    ...optionalPem('key', 'sslkey', value('sslkey')),
    ...defined({ passphrase: value('sslpassword') }),
  };
  const unverified = { ...certificates, rejectUnauthorized: false };
  if (sslmode === 'prefer') return [unverified, false];
  if (sslmode === 'allow') return [false, unverified];
  // With a root certificate present, sslmode require verifies the chain, as libpq does for backward compatibility.
  if (sslmode === 'require' && rootFile === undefined && !system) return [unverified];
  const checksHost = sslmode === 'verify-full' || system;
  const identity = checksHost ? checkServerIdentity : () => undefined;
  return [{ ...certificates, rejectUnauthorized: true, checkServerIdentity: identity }];
}

const optionalPem = (option: 'cert' | 'key', keyword: string, file: string | undefined): Record<string, string> =>
  file === undefined ? {} : { [option]: readPem(keyword, file) };

function readPem(keyword: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new SchemaError('database/connection', `cannot read ${keyword} ${file}`, {
      hint: 'Name a readable PEM file.',
      cause,
    });
  }
}
