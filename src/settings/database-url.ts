// Which database the settings name, for settings.ts. The first source that is set decides: a value that is empty or
// can't be resolved is an error, since a later source would be another database.
import { SchemaError } from '../errors.ts';
import { nearest } from '../sql/nearest.ts';
import type { ConfigFile } from './config-file.ts';
import type { SettingValue } from './setting.ts';
import { DEFAULT_URL } from './settings-table.ts';

export interface UrlSources {
  /** The values of flags, by the settings' keys. */
  readonly flags: ReadonlyMap<string, SettingValue>;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export interface ResolvedUrl {
  /** Empty where there is a problem. */
  readonly value: string;
  /** The error for every command that would use the URL; null: there is none. */
  readonly problem: SchemaError | null;
  readonly from: string;
  readonly environment: string | null;
  readonly environmentFrom: string;
}

interface Candidate {
  readonly kind: 'url' | 'env';
  readonly value: SettingValue | undefined;
  readonly from: string;
  /** Whether a flag or a variable gives it. */
  readonly said?: true;
}

/** The variables of libpq that name a database; the others are options of the connection. */
const NAMING = ['PGSERVICE', 'PGHOST', 'PGHOSTADDR', 'PGPORT', 'PGDATABASE', 'PGUSER'];

/** Raises `usage/invalid` for an environment that does not exist; all other problems are for those who use the URL. */
export function resolveUrl({ flags, variables }: UrlSources, file: ConfigFile | null): ResolvedUrl {
  const candidates = candidatesOf({ flags, variables }, file).filter(({ value }) => value !== undefined);
  const first = candidates[0] ?? { kind: 'url', value: DEFAULT_URL, from: 'default' };
  // An environment given by flag or variable is active even if the URL comes from elsewhere.
  const asked = candidates.find(({ kind, said, value }) => kind === 'env' && said === true && value !== '');
  const named = first.kind === 'env' ? first : asked;
  const environment = named === undefined || named.value === '' ? null : String(named.value);
  if (environment !== null) findEnvironment(environment, file);
  const active = { environment, environmentFrom: named?.from ?? 'default' };
  if (named !== undefined && environment === null) {
    return { value: '', problem: empty(named.from), from: named.from, ...active };
  }
  if (first.kind === 'env' && environment !== null) {
    const from = `environments.${environment} in ${file?.path}`;
    return { ...attempt(() => environmentUrl(environment, file, variables)), from, ...active };
  }
  const { value, from } = first;
  if (value === '') return { value: '', problem: empty(from), from, ...active };
  const inFile = from === file?.path;
  return { ...attempt(() => (inFile ? expand(String(value), variables, from) : String(value))), from, ...active };
}

function candidatesOf({ flags, variables }: UrlSources, file: ConfigFile | null): readonly Candidate[] {
  const given = (value: SettingValue | undefined): SettingValue | undefined =>
    typeof value === 'string' ? value.trim() : value;
  const variable = (kind: 'url' | 'env', name: string): Candidate => ({
    kind,
    value: given(variables[name]),
    from: name,
    said: true,
  });
  const set = NAMING.filter((name) => variables[name] !== undefined);
  const blank = set.find((name) => variables[name]?.trim() === '');
  return [
    { kind: 'url', value: given(flags.get('url')), from: '--url', said: true },
    { kind: 'env', value: given(flags.get('env')), from: '--env', said: true },
    variable('url', 'SCHEMA_URL'),
    variable('env', 'SCHEMA_ENV'),
    variable('url', 'SCHEMA_DATABASE_URL'),
    variable('url', 'DATABASE_URL'),
    // The connection takes missing parts of the URL from the PG* variables.
    ...(blank === undefined ? [] : [{ kind: 'url' as const, value: '', from: blank }]),
    { kind: 'url', value: set.length === 0 ? undefined : 'postgres://', from: set.join(', ') },
    { kind: 'url', value: file?.values.get('url'), from: file?.path ?? '' },
    { kind: 'env', value: file?.values.get('env'), from: file?.path ?? '' },
  ];
}

function attempt(work: () => string): Pick<ResolvedUrl, 'value' | 'problem'> {
  try {
    return { value: work(), problem: null };
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return { value: '', problem: error };
  }
}

const empty = (from: string): SchemaError =>
  new SchemaError('usage/invalid', `${from} is empty, so that it names no database`, {
    detail: 'Nothing ran.',
    hint: /^--/.test(from)
      ? `Give ${from} a value, or leave it out.`
      : `Is a secret missing? Give ${from} a value, or unset it; or name the database with --url or --env.`,
  });

/** Raises `usage/invalid` where the config file has no such environment. */
function findEnvironment(name: string, file: ConfigFile | null) {
  const found = file?.environments.get(name);
  if (file !== null && found !== undefined) return { file, found };
  const names = [...(file?.environments.keys() ?? [])];
  const near = nearest(name, names);
  const known = names.length === 0 ? 'There is none: add it under "environments" in schema.config.json.' : null;
  throw new SchemaError('usage/invalid', `there is no environment ${JSON.stringify(name)}`, {
    hint: known ?? (near === null ? `Known ones: ${names.join(', ')}.` : `Did you mean ${near}?`),
  });
}

/** The URL of an environment. Raises `usage/invalid`, `config/invalid`. */
export function environmentUrl(name: string, config: ConfigFile | null, variables: UrlSources['variables']): string {
  const { file, found } = findEnvironment(name, config);
  if (found.url === null || found.url === '') {
    throw new SchemaError('config/invalid', `${file.path}: environments.${name} has no url`, {
      hint: 'Add a "url" to it, or say --url.',
    });
  }
  return expand(found.url, variables, `environments.${name}.url`);
}

/** Replaces `${VAR}` by the environment variable, so that the file need not hold secrets. */
function expand(url: string, variables: UrlSources['variables'], place: string): string {
  return url.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    const value = variables[name];
    if (value !== undefined && value !== '') return value;
    const state = value === '' ? 'empty' : 'not set';
    throw new SchemaError('config/invalid', `${place} needs the environment variable ${name}, which is ${state}`, {
      hint: `Set ${name}, or name the database with --url.`,
    });
  });
}
