// libpq's connection parameters (manual, section 32.1.2) and their environment variables, for URLs, service files and
// settings of a connection. A parameter that would silently lose its effect is refused by name.
import { SchemaError } from '../errors.ts';
import { nearest } from '../sql/nearest.ts';

/** Connection parameters by keyword. */
export type ConnectionParameters = Readonly<Record<string, string | undefined>>;

interface Parameter {
  /** The environment variable that gives a value where none is given (manual, section 32.15). */
  readonly variable?: string;
  /** The only values that this program can honor; absent: all. */
  readonly honored?: readonly string[];
}

/** The protocols of this program are those that older servers have. */
const PROTOCOLS = ['3.0', 'latest'];

const PARAMETERS: Readonly<Record<string, Parameter>> = {
  service: { variable: 'PGSERVICE' },
  host: { variable: 'PGHOST' },
  hostaddr: { variable: 'PGHOSTADDR' },
  port: { variable: 'PGPORT' },
  user: { variable: 'PGUSER' },
  password: { variable: 'PGPASSWORD' },
  dbname: { variable: 'PGDATABASE' },
  options: { variable: 'PGOPTIONS' },
  application_name: { variable: 'PGAPPNAME' },
  connect_timeout: { variable: 'PGCONNECT_TIMEOUT' },
  target_session_attrs: { variable: 'PGTARGETSESSIONATTRS' },
  load_balance_hosts: { variable: 'PGLOADBALANCEHOSTS' },
  sslmode: { variable: 'PGSSLMODE' },
  sslrootcert: { variable: 'PGSSLROOTCERT' },
  sslcert: { variable: 'PGSSLCERT' },
  sslkey: { variable: 'PGSSLKEY' },
  sslpassword: {},
  sslcrl: { variable: 'PGSSLCRL' },
  ssl_min_protocol_version: { variable: 'PGSSLMINPROTOCOLVERSION' },
  ssl_max_protocol_version: { variable: 'PGSSLMAXPROTOCOLVERSION' },
  // The encoding is always UTF8, and the runner sets keepalives of its own: nothing is lost without these.
  client_encoding: {},
  fallback_application_name: {},
  keepalives: {},
  keepalives_idle: {},
  keepalives_interval: {},
  keepalives_count: {},
  tcp_user_timeout: {},
  sslcompression: {},
  sslsni: {},
  krbsrvname: {},
  gsslib: {},
  gssdelegation: {},
  // Each of these makes a connection safer, or another kind of connection.
  sslnegotiation: { variable: 'PGSSLNEGOTIATION', honored: ['postgres'] },
  sslcertmode: { variable: 'PGSSLCERTMODE', honored: ['allow'] },
  sslcrldir: { variable: 'PGSSLCRLDIR', honored: [] },
  channel_binding: { variable: 'PGCHANNELBINDING', honored: ['disable', 'prefer'] },
  gssencmode: { variable: 'PGGSSENCMODE', honored: ['disable', 'prefer'] },
  requirepeer: { variable: 'PGREQUIREPEER', honored: [] },
  require_auth: { variable: 'PGREQUIREAUTH', honored: [] },
  passfile: { honored: [] },
  servicefile: { honored: [] },
  replication: { honored: ['false', 'off', 'no', '0'] },
  min_protocol_version: { variable: 'PGMINPROTOCOLVERSION', honored: PROTOCOLS },
  max_protocol_version: { variable: 'PGMAXPROTOCOLVERSION', honored: PROTOCOLS },
  scram_client_key: { honored: [] },
  scram_server_key: { honored: [] },
};

/** Parameters of other drivers, and what to write in their place. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  schema: 'For a search path write options=-csearch_path%3DNAME, or set searchPath in the config file.',
  search_path: 'Write options=-csearch_path%3DNAME, or set searchPath in the config file.',
  currentschema: 'For a search path write options=-csearch_path%3DNAME, or set searchPath in the config file.',
  pgbouncer: 'Give the address of the server itself: migrations do not run through a transaction pooler.',
  sslaccept: 'Write sslmode=require, verify-ca or verify-full.',
};

const REMEDIES: Readonly<Record<string, string>> = {
  passfile: 'Name the file in the environment variable PGPASSFILE.',
  servicefile: 'Name the file in the environment variable PGSERVICEFILE.',
};

/** Raises `usage/invalid` for a keyword that libpq does not know; `place` says where it stands. */
export function refuseUnknown(keyword: string, place: string): void {
  if (Object.hasOwn(PARAMETERS, keyword)) return;
  const near = nearest(keyword, Object.keys(PARAMETERS));
  throw new SchemaError('usage/invalid', `unknown connection parameter ${JSON.stringify(keyword)} in ${place}`, {
    hint:
      ELSEWHERE[keyword.toLowerCase()] ??
      (near === null
        ? 'Remove it: it would have no effect. The manual, section 32.1.2, has all parameters.'
        : `Did you mean ${near}?`),
  });
}

/** A function that reads the value of a parameter: as given, else from its variable. An empty value counts as none. */
export const reader =
  (given: ConnectionParameters, variables: Readonly<Record<string, string | undefined>>) =>
  (keyword: string): string | undefined =>
    given[keyword] || variables[PARAMETERS[keyword]?.variable ?? ''] || undefined;

/** Raises `usage/invalid` for a value that this program can't honor, whether it was given or is in a variable. */
export function refuseUnhonored(
  given: ConnectionParameters,
  variables: Readonly<Record<string, string | undefined>>,
): void {
  const value = reader(given, variables);
  for (const [keyword, { honored, variable }] of Object.entries(PARAMETERS)) {
    const found = value(keyword);
    if (honored === undefined || found === undefined || honored.includes(found)) continue;
    const name = given[keyword] ? keyword : variable;
    throw new SchemaError('usage/invalid', `the connection parameter ${name} is not supported`, {
      detail: 'The connection would be made without it.',
      hint:
        REMEDIES[keyword] ?? (honored.length === 0 ? 'Leave it out.' : `Leave it out, or use ${honored.join(' or ')}.`),
    });
  }
}

/** The environment variables by which another program of PostgreSQL gets the same parameters. */
export const variablesOf = (value: (keyword: string) => string | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(PARAMETERS).flatMap(([keyword, { variable }]) => {
      const found = value(keyword);
      return variable === undefined || found === undefined || keyword === 'service' ? [] : [[variable, found] as const];
    }),
  );
