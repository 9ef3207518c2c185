// The settings, for the command line and the library: flags override variables, variables the config file.

import { redactUrl } from '../databases/open.ts';
import { SchemaError } from '../errors.ts';
import { parseDuration } from '../migrations/duration.ts';
import { isSecret } from '../migrations/placeholder-values.ts';
import { nearest } from '../sql/nearest.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { environmentUrl, resolveUrl } from './database-url.ts';
import { problems } from './problems.ts';
import { protectionOf } from './protection.ts';
import { mapOf, type RunSettings, runSettings } from './run-settings.ts';
import { flagOf, type Setting, type SettingKind, type SettingMap, type SettingValue, variableOf } from './setting.ts';
import { SETTINGS } from './settings-table.ts';

/** A resolved value and its source, for `config show`. */
export interface Resolved {
  readonly key: string;
  readonly value: SettingValue | null;
  /** A flag, a variable, a key of the config file, or `default`. */
  readonly from: string;
}

export interface Settings {
  /** Empty where `urlProblem` says why there is none. */
  readonly url: string;
  /** The error for every command that would use the URL. */
  readonly urlProblem: SchemaError | null;
  /** Nothing names a database: the URL is that of the embedded one. */
  readonly urlIsDefault: boolean;
  /** The URL of a server for scratch; null: PGlite is scratch. */
  readonly scratch: string | null;
  /** Whether a flag (`--url`, `--env`) gives the database. */
  readonly urlFromFlag: boolean;
  /** The name of the active environment of the config file. */
  readonly environment: string | null;
  /** The protected environment whose database this is, whatever names it; null: the database is not protected. */
  readonly protectedBy: string | null;
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
  /** The protected environment whose database a URL names. */
  readonly protectionOf: (url: string) => Promise<string | null>;
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
  if (named === '') throw emptyText(sources.flags.has('config') ? flagOf('config') : variableOf('config'));
  const file = await readConfigFile(typeof named === 'string' ? named : null, sources.directory);
  const url = resolveUrl(sources, file);
  const environment = file?.environments.get(url.environment ?? '');
  const protection = (other: string): Promise<string | null> => protectionOf(other, file, sources.variables);
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
    urlProblem: url.problem,
    urlIsDefault: url.from === 'default',
    urlFromFlag: sources.flags.has('url') || sources.flags.has('env'),
    environment: url.environment,
    protectedBy: environment?.protected === true ? url.environment : await protection(url.value),
    configFile: file?.path ?? null,
    resolved: [...resolved.values()],
    environments: [...(file?.environments.keys() ?? [])],
    urlOf: (name) => environmentUrl(name, file, sources.variables),
    protectionOf: protection,
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
  const { key, kind } = setting;
  const given = flags.get(key);
  const variable = variables[variableOf(key)];
  // Which database an empty value names is the question of `resolveUrl`.
  if (kind === 'text' && key !== 'url' && key !== 'env') {
    if (given === '') throw emptyText(flagOf(key));
    if (given === undefined && variable === '') throw emptyText(variableOf(key));
  }
  if (given !== undefined) return checked(setting, given, flagOf(key));
  if (variable !== undefined && variable !== '') {
    return checked(setting, fromVariable(setting, variable), variableOf(key));
  }
  const own = ofEnvironment?.get(key);
  if (own !== undefined) return { key, value: own, from: `environments.${environment} in ${file?.path}` };
  const inFile = file?.values.get(key);
  if (inFile !== undefined) return { key, value: inFile, from: file?.path ?? '' };
  return { key, value: setting.fallback, from: 'default' };
}

/** An empty value is no value: where a variable of CI is missing, the default would be another role or folder. */
const emptyText = (from: string): SchemaError =>
  new SchemaError('usage/invalid', `${from} is empty`, {
    hint: /^--/.test(from) ? 'Give it a value, or leave it out.' : 'Give it a value, or unset it.',
  });

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
