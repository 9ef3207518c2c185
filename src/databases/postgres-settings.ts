// Parameters of libpq as settings of a connection, for the driver and for pg_dump: what the service file and the
// environment variables add, the hosts, and the TLS attempts.
import { existsSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { checkServerIdentity } from 'node:tls';
import type { ClientConfig } from 'pg';
import { defined } from '../defined.ts';
import { SchemaError } from '../errors.ts';
import { nearest } from '../sql/nearest.ts';
import { type ConnectionParameters, reader, refuseUnhonored, variablesOf } from './connection-parameters.ts';
import { serviceParameters } from './service-file.ts';

type Tls = Exclude<ClientConfig['ssl'], undefined>;

/** One host of a connection, with its TLS attempts in order. */
export interface PostgresHost {
  /** A name, an address, or the folder of a socket. */
  readonly host: string;
  /** The address to connect to; null: that of the name. The certificate is that of the name. */
  readonly address: string | null;
  readonly port: number;
  readonly attempts: readonly Tls[];
}

/** Which server of several hosts is wanted (manual, target_session_attrs). */
export type SessionAttributes = 'any' | 'read-write' | 'read-only' | 'primary' | 'standby' | 'prefer-standby';

/** The settings of a connection: its hosts in order, and the other values that the driver needs. */
export interface PostgresSettings {
  readonly hosts: readonly PostgresHost[];
  readonly attributes: SessionAttributes;
  readonly user: string;
  readonly database: string;
  readonly password: string | undefined;
  readonly options: string | undefined;
  readonly applicationName: string | undefined;
  readonly connectTimeoutMs: number;
  readonly sslmode: string;
}

const MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
const ATTRIBUTES = ['any', 'read-write', 'read-only', 'primary', 'standby', 'prefer-standby'] as const;
const PROTOCOLS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
const DEFAULT_CONNECT_TIMEOUT_MS = 10_000;

const invalid = (message: string, hint: string): SchemaError => new SchemaError('usage/invalid', message, { hint });

type Read = (keyword: string) => string | undefined;

/** A function that reads parameters: as given, from the service, then from the PG* variables. */
function parametersOf(given: ConnectionParameters, variables: Readonly<Record<string, string | undefined>>): Read {
  const service = reader(given, variables)('service');
  const own = Object.fromEntries(Object.entries(given).filter(([, value]) => value));
  const known = service === undefined ? own : { ...serviceParameters(service, variables), ...own };
  refuseUnhonored(known, variables);
  return reader(known, variables);
}

/** Adds what the service file, the PG* variables and libpq's defaults say, and derives the TLS attempts. */
export function resolveSettings(
  given: ConnectionParameters,
  variables: Readonly<Record<string, string | undefined>>,
): PostgresSettings {
  const value = parametersOf(given, variables);
  const user = value('user') ?? userInfo().username;
  const timeout = value('connect_timeout') ?? '0';
  if (!/^\s*-?\d{1,7}\s*$/.test(timeout)) throw invalid('connect_timeout is not a number', 'It is in seconds.');
  const sslmode = oneOf('sslmode', value('sslmode') ?? requiredTls(variables), MODES);
  const hosts = hostsOf(value, (host) => (host.startsWith('/') ? [false] : tlsAttempts(sslmode, value)));
  const balanced = oneOf('load_balance_hosts', value('load_balance_hosts') ?? 'disable', ['disable', 'random']);
  return {
    hosts: balanced === 'random' ? shuffled(hosts) : hosts,
    attributes: oneOf('target_session_attrs', value('target_session_attrs') ?? 'any', ATTRIBUTES),
    user,
    database: value('dbname') ?? user,
    password: value('password'),
    options: value('options'),
    applicationName: value('application_name'),
    connectTimeoutMs: Number(timeout) > 0 ? Number(timeout) * 1000 : DEFAULT_CONNECT_TIMEOUT_MS,
    sslmode,
  };
}

/** PGREQUIRESSL is the older form of PGSSLMODE. */
const requiredTls = (variables: Readonly<Record<string, string | undefined>>): string =>
  variables['PGREQUIRESSL']?.startsWith('1') ? 'require' : 'prefer';

function oneOf<T extends string>(keyword: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const near = nearest(value, choices);
  const hint = near === null ? `Use one of ${choices.join(', ')}.` : `Did you mean ${near}?`;
  throw invalid(`unknown ${keyword}: ${value}`, hint);
}

/** Hosts, addresses and ports are lists that belong together; one port stands for all hosts. */
function hostsOf(value: Read, attemptsOf: (host: string) => readonly Tls[]): readonly PostgresHost[] {
  const list = (keyword: string): readonly string[] => value(keyword)?.split(',') ?? [];
  const [names, addresses, ports] = [list('host'), list('hostaddr'), list('port')];
  const many = Math.max(names.length, addresses.length, 1);
  if (addresses.length > 0 && names.length > 0 && addresses.length !== names.length) {
    throw invalid(`${names.length} hosts and ${addresses.length} values of hostaddr`, 'Give one for each host.');
  }
  if (ports.length > 1 && ports.length !== many) {
    throw invalid(`${many} hosts and ${ports.length} ports`, 'Give one port for each host, or one for all.');
  }
  return Array.from({ length: many }, (_, index) => {
    const address = addresses[index] || null;
    const host = names[index] || address || 'localhost';
    return { host, address, port: portOf(ports.length > 1 ? ports[index] : ports[0]), attempts: attemptsOf(host) };
  });
}

function portOf(text: string | undefined): number {
  const port = Number(text || 5432);
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw invalid('the port of the database is not a port number', 'A port is a number from 1 to 65535.');
}

function shuffled<T>(list: readonly T[]): readonly T[] {
  return list
    .map((one) => ({ one, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/** `user@host:port/database`, for messages; never a password. */
export function labelOf({ user, hosts, database }: Pick<PostgresSettings, 'user' | 'hosts' | 'database'>): string {
  const places = hosts.map(({ host, port }) => `${/[/:]/.test(host) ? `[${host}]` : host}:${port}`);
  return `${user}@${places.join(',')}/${database}`;
}

/** The PG* variables with which another program of PostgreSQL connects to a URL, including the password. */
export const libpqVariables = (
  given: ConnectionParameters,
  variables: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> => variablesOf(parametersOf(given, variables));

/** What each sslmode means (manual, section 32.19.3). */
function tlsAttempts(sslmode: (typeof MODES)[number], value: Read): readonly Tls[] {
  if (sslmode === 'disable') return [false];
  const system = value('sslrootcert') === 'system';
  const home = join(homedir(), '.postgresql', 'root.crt');
  const rootFile = system ? undefined : (value('sslrootcert') ?? (existsSync(home) ? home : undefined));
  const certificates = {
    ...(rootFile === undefined ? {} : { ca: readPem('sslrootcert', rootFile) }),
    ...optionalPem('cert', 'sslcert', value('sslcert')),
    ...optionalPem('key', 'sslkey', value('sslkey')),
    ...optionalPem('crl', 'sslcrl', value('sslcrl')),
    ...defined({
      passphrase: value('sslpassword'),
      minVersion: protocol('min', value),
      maxVersion: protocol('max', value),
    }),
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

function protocol(end: 'min' | 'max', value: Read) {
  const keyword = `ssl_${end}_protocol_version`;
  const found = value(keyword);
  return found === undefined ? undefined : oneOf(keyword, found, PROTOCOLS);
}

const optionalPem = (
  option: 'cert' | 'key' | 'crl',
  keyword: string,
  file: string | undefined,
): Record<string, string> => (file === undefined ? {} : { [option]: readPem(keyword, file) });

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
