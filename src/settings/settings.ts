// The settings, for the command line and the library: flags override variables, variables the config file.

import { redactUrl } from '../databases/open.ts';
import { SchemaError } from '../errors.ts';
import { parseDuration } from '../migrations/duration.ts';
import { isSecret } from '../migrations/placeholder-values.ts';
import { nearest } from '../sql/nearest.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { problems } from './problems.ts';
import { mapOf, type RunSettings, runSettings } from './run-settings.ts';
import { flagOf, type Setting, type SettingKind, type SettingMap, type SettingValue, variableOf } from './setting.ts';
import { DEFAULT_URL, SETTINGS } from './settings-table.ts';

/** A resolved value and its source, for `config show`. */
export interface Resolved {
  readonly key: string;
  readonly value: SettingValue | null;
  /** A flag, a variable, a key of the config file, or `default`. */
  readonly from: string;
}

export interface Settings {
  readonly url: string;
  /** The URL of a server for scratch; null: PGlite is scratch. */
  readonly scratch: string | null;
  /** Whether a flag (`--url`, `--env`) gives the database. */
  readonly urlFromFlag: boolean;
  /** The name of the active environment of the config file. */
  readonly environment: string | null;
  readonly protected: boolean;
  readonly schemaDir: string;
  readonly migrationsDir: string;
  readonly profile: string;
  /** The limits of one message to PGlite while desired files load and plans are proven. */
  readonly scratchLimits: { readonly timeMs: number; readonly memoryMb: number };
  readonly allow: readonly string[];
  readonly allowDo: boolean;
  /** Whether the roles of the desired files are created and altered, or only named. */
  readonly roles: 'reference' | 'manage';
  readonly yes: boolean;
  readonly noInput: boolean;
  readonly json: boolean;
  readonly logFormat: 'text' | 'ndjson';
  readonly quiet: boolean;
  readonly verbose: boolean;
  /** Null: the terminal decides. */
  readonly color: boolean | null;
  /** The settings of the runner. */
  readonly run: RunSettings;
  /** The settings of the backup before `apply`; empty: no backup. */
  readonly backup: SettingMap;
  /** Folder of health checks. */
  readonly verify: string;
  readonly allowClean: boolean;
  readonly configFile: string | null;
  readonly resolved: readonly Resolved[];
  /** The names of the environments in the config file. */
  readonly environments: readonly string[];
  /** The URL of an environment in the config file. Raises `usage/invalid`, `config/invalid`. */
  readonly urlOf: (environment: string) => string;
}

export interface SettingSources {
  /** The values of flags, by the settings' keys. */
  readonly flags: ReadonlyMap<string, SettingValue>;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /**
   * The folder in which the config file is looked for, and to which its paths are relative. Default: the working
   * directory.
   */
  readonly directory?: string;
}

/** All settings with their sources. Paths are relative to the working directory. */
export async function resolveSettings(sources: SettingSources): Promise<Settings> {
  const named = sources.flags.get('config') ?? sources.variables[variableOf('config')];
  const file = await readConfigFile(typeof named === 'string' && named !== '' ? named : null, sources.directory);
  const url = resolveUrl(sources, file);
  const environment = file?.environments.get(url.environment ?? '');
  const resolved = new Map<string, Resolved>();
  for (const setting of SETTINGS) {
    resolved.set(setting.key, await resolveOne(setting, sources, file, environment?.values, url.environment));
  }
  resolved.set('url', { key: 'url', value: url.value, from: url.from });
  resolved.set('env', { key: 'env', value: url.environment, from: url.environmentFrom });
  resolved.set('config', { key: 'config', value: file?.path ?? null, from: configFrom(sources, file) });
  return {
    ...typed(resolved),
    url: url.value,
    urlFromFlag: sources.flags.has('url') || sources.flags.has('env'),
    environment: url.environment,
    protected: environment?.protected ?? false,
    configFile: file?.path ?? null,
    resolved: [...resolved.values()],
    environments: [...(file?.environments.keys() ?? [])],
    urlOf: (name) => environmentUrl(name, file, sources.variables),
  };
}

function typed(resolved: ReadonlyMap<string, Resolved>) {
  const text = (key: string): string => String(resolved.get(key)?.value ?? '');
  const on = (key: string): boolean => resolved.get(key)?.value === true;
  const color = resolved.get('color')?.value;
  return {
    scratch: text('scratch') === '' ? null : text('scratch'),
    schemaDir: text('schemaDir'),
    migrationsDir: text('migrationsDir'),
    profile: text('profile'),
    scratchLimits: { timeMs: parseDuration(text('scratchTimeout')) ?? 0, memoryMb: Number(text('scratchMemory')) },
    allow: hazards(resolved.get('allow')),
    allowDo: on('allowDo'),
    roles: text('roles') === 'manage' ? ('manage' as const) : ('reference' as const),
    yes: on('yes'),
    noInput: on('noInput'),
    json: on('json'),
    logFormat: text('logFormat') === 'ndjson' ? ('ndjson' as const) : ('text' as const),
    quiet: on('quiet'),
    verbose: on('verbose'),
    color: typeof color === 'boolean' ? color : null,
    run: runSettings(resolved),
    backup: mapOf(resolved.get('backup')),
    verify: text('verify'),
    allowClean: on('allowClean'),
  };
}

const configFrom = ({ flags }: SettingSources, file: ConfigFile | null): string => {
  if (flags.has('config')) return flagOf('config');
  if (file === null) return 'default';
  return file.path.startsWith('schema.config.') ? 'working directory' : variableOf('config');
};

async function resolveOne(
  setting: Setting,
  { flags, variables }: SettingSources,
  file: ConfigFile | null,
  ofEnvironment: ReadonlyMap<string, SettingValue> | undefined,
  environment: string | null,
): Promise<Resolved> {
  const { key } = setting;
  const given = flags.get(key);
  if (given !== undefined) return checked(setting, given, flagOf(key));
  const variable = variables[variableOf(key)];
  if (variable !== undefined && variable !== '') {
    return checked(setting, fromVariable(setting, variable), variableOf(key));
  }
  const own = ofEnvironment?.get(key);
  if (own !== undefined) return { key, value: own, from: `environments.${environment} in ${file?.path}` };
  const inFile = file?.values.get(key);
  if (inFile !== undefined) return { key, value: inFile, from: file?.path ?? '' };
  return { key, value: setting.fallback, from: 'default' };
}

function fromVariable(setting: Setting, text: string): SettingValue {
  if (setting.kind === 'list') return text.split(',');
  if (['map', 'hooks', 'backup'].includes(setting.kind)) {
    throw new SchemaError('usage/invalid', `${variableOf(setting.key)} is not read`, {
      hint: `Write ${setting.key} into the config file.`,
    });
  }
  if (setting.kind !== 'switch') return text;
  if (/^(1|true|yes|on)$/i.test(text)) return true;
  if (/^(0|false|no|off)$/i.test(text)) return false;
  throw new SchemaError('usage/invalid', `${variableOf(setting.key)} must be 1 or 0, not ${JSON.stringify(text)}`);
}

/** Kinds of settings for which any value of a flag or a variable is valid. */
const UNCHECKED: readonly SettingKind[] = ['text', 'list', 'switch'];

/** Checks the value of a flag or a variable. The values of the config file were checked when it was read. */
async function checked(setting: Setting, value: SettingValue, from: string): Promise<Resolved> {
  const { key, kind, choices } = setting;
  if (choices === undefined && UNCHECKED.includes(kind)) return { key, value, from };
  const { valueSchema } = await import('./values.ts');
  const read = valueSchema(setting).safeParse(value);
  if (read.success) return { key, value: read.data, from };
  if (choices !== undefined) throw noChoice(value, choices, from);
  throw problems(read.error.issues, value, { code: 'usage/invalid', source: null, within: [from], keysOf: () => [] });
}

function noChoice(value: SettingValue, choices: readonly string[], from: string): SchemaError {
  const near = nearest(String(value), choices);
  return new SchemaError('usage/invalid', `${from}: ${JSON.stringify(value)} is not one of its values`, {
    hint: `Use ${choices.join(' or ')}.${near === null ? '' : ` Did you mean ${near}?`}`,
  });
}

/** Hazard codes, family letters or `all`, in upper case as plans and the runner compare them. */
function hazards(allow: Resolved | undefined): readonly string[] {
  const words = Array.isArray(allow?.value) ? allow.value.flatMap((word) => String(word).split(',')) : [];
  return words
    .map((word) => word.trim())
    .filter((word) => word !== '')
    .map((word) => {
      if (/^all$/i.test(word)) return 'all';
      if (/^[A-Za-z]([0-9]{3})?$/.test(word)) return word.toUpperCase();
      throw new SchemaError('usage/invalid', `${JSON.stringify(word)} is not a hazard (${allow?.from})`, {
        hint: 'Name codes as a plan shows them (D102), family letters (D), or all; separate them by commas.',
      });
    });
}

interface ResolvedUrl {
  readonly value: string;
  readonly from: string;
  readonly environment: string | null;
  readonly environmentFrom: string;
}

/** The variables of libpq that name a database; the others are options of the connection. */
const NAMING = ['PGHOST', 'PGPORT', 'PGDATABASE', 'PGUSER'];

function resolveUrl({ flags, variables }: SettingSources, file: ConfigFile | null): ResolvedUrl {
  const inFile = (key: string): SettingValue | undefined => file?.values.get(key);
  const present = NAMING.filter((name) => variables[name]);
  const candidates: readonly (readonly [kind: 'url' | 'env', value: SettingValue | undefined, from: string])[] = [
    ['url', flags.get('url'), '--url'],
    ['env', flags.get('env'), '--env'],
    ['url', variables['SCHEMA_URL'], 'SCHEMA_URL'],
    ['env', variables['SCHEMA_ENV'], 'SCHEMA_ENV'],
    ['url', variables['SCHEMA_DATABASE_URL'], 'SCHEMA_DATABASE_URL'],
    ['url', variables['DATABASE_URL'], 'DATABASE_URL'],
    // The connection takes missing parts of the URL from the PG* variables.
    ['url', present.length === 0 ? undefined : 'postgres://', present.join(', ')],
    ['url', inFile('url'), file?.path ?? ''],
    ['env', inFile('env'), file?.path ?? ''],
    ['url', DEFAULT_URL, 'default'],
  ];
  const said = candidates.filter(([, value]) => value !== undefined && value !== '');
  const [kind, value, from] = said[0] ?? ['url', DEFAULT_URL, 'default'];
  // An environment given by flag or variable is active even if the URL comes from elsewhere.
  const asked = said.find(([what, , where]) => what === 'env' && /^(--|SCHEMA_)/.test(where));
  const [, name, environmentFrom] = kind === 'env' ? [kind, value, from] : (asked ?? [null, null, 'default']);
  const environment = name === null ? null : String(name);
  const ofEnvironment = environment === null ? null : environmentUrl(environment, file, variables, kind !== 'env');
  if (kind === 'env') {
    return {
      value: ofEnvironment ?? '',
      from: `environments.${environment} in ${file?.path}`,
      environment,
      environmentFrom,
    };
  }
  const expanded = from === file?.path ? expand(String(value), variables, from) : String(value);
  return { value: expanded, from, environment, environmentFrom };
}

function environmentUrl(
  name: string,
  file: ConfigFile | null,
  variables: SettingSources['variables'],
  urlIsElsewhere = false,
): string {
  const names = [...(file?.environments.keys() ?? [])];
  const found = file?.environments.get(name);
  if (file === null || found === undefined) {
    const near = nearest(name, names);
    const known = names.length === 0 ? 'There is none: add it under "environments" in schema.config.json.' : null;
    throw new SchemaError('usage/invalid', `there is no environment ${JSON.stringify(name)}`, {
      hint: known ?? (near === null ? `Known ones: ${names.join(', ')}.` : `Did you mean ${near}?`),
    });
  }
  if (urlIsElsewhere) return '';
  if (found.url === null || found.url === '') {
    throw new SchemaError('config/invalid', `${file.path}: environments.${name} has no url`, {
      hint: 'Add a "url" to it, or say --url.',
    });
  }
  return expand(found.url, variables, `environments.${name}.url`);
}

/** Replaces `${VAR}` by the environment variable, so that the file need not hold secrets. */
function expand(url: string, variables: SettingSources['variables'], place: string): string {
  return url.replace(/\$\{([^}]*)\}/g, (_, name: string) => {
    const value = variables[name];
    if (value !== undefined && value !== '') return value;
    throw new SchemaError('config/invalid', `${place} needs the environment variable ${name}, which is not set`, {
      hint: `Set ${name}, or name the database with --url.`,
    });
  });
}

/** A value for display: without the passwords in URLs, and without secret placeholders. */
export function shownValue({ key, value }: Resolved, { placeholders }: RunSettings): SettingValue | null {
  if ((key === 'url' || key === 'scratch') && typeof value === 'string') return redactUrl(value);
  if (key !== 'placeholders') return value;
  const shown = Object.entries(mapOf({ value })).map(([name, text]) => [
    name,
    isSecret(name, placeholders) ? '***' : text,
  ]);
  return Object.fromEntries(shown) as SettingMap;
}
