// The table of all settings: what help shows, what the config file may hold, what variables are read.
import type { SettingKind, SettingValue } from './config-file.ts';

export type SettingGroup = 'Database' | 'Files' | 'Safety' | 'Output' | 'Run';

/** One option that every command has. Its variable is `SCHEMA_` and the flag in capitals. */
export interface Setting {
  /** The flag's name in camelCase: its key in the config file. */
  readonly key: string;
  readonly kind: SettingKind;
  readonly group: SettingGroup;
  readonly short?: string;
  /** What the flag takes, as help shows it. */
  readonly takes?: string;
  readonly about: string;
  readonly fallback: SettingValue | null;
  readonly choices?: readonly string[];
  /** Not a key of the config file: it says where that file is. */
  readonly outside?: true;
  /** An environment of the config file may have its own. */
  readonly perEnvironment?: true;
  /** The commands that take it as a flag; absent: all of them. None: only the config file and the variable give it. */
  readonly only?: readonly string[];
  /** Only the help of `config show` has it: every command takes it. */
  readonly rare?: true;
  /** What the flag means without a value. */
  readonly bare?: string;
  /** There is a `--no-…` as well, and without either the terminal decides. */
  readonly either?: true;
}

export const DEFAULT_URL = 'pglite://.schema/db';

/** Commands that run SQL of migrations. */
const RUNNING: readonly string[] = ['apply', 'undo'];

export const SETTINGS: readonly Setting[] = [
  {
    key: 'url',
    kind: 'text',
    group: 'Database',
    takes: 'url',
    about: 'database',
    fallback: DEFAULT_URL,
    perEnvironment: true,
  },
  {
    key: 'scratch',
    kind: 'text',
    group: 'Database',
    takes: 'url',
    about: 'a server for the proof',
    fallback: null,
    perEnvironment: true,
  },
  { key: 'env', kind: 'text', group: 'Database', takes: 'name', about: 'one of the config file', fallback: null },
  {
    key: 'config',
    kind: 'text',
    group: 'Files',
    short: 'c',
    takes: 'file',
    about: 'in place of schema.config.json',
    fallback: null,
    outside: true,
  },
  {
    key: 'schemaDir',
    kind: 'text',
    group: 'Files',
    takes: 'dir',
    about: 'desired files',
    fallback: 'schema',
    perEnvironment: true,
  },
  {
    key: 'migrationsDir',
    kind: 'text',
    group: 'Files',
    takes: 'dir',
    about: 'V and U',
    fallback: 'generated-migrations',
    perEnvironment: true,
  },
  {
    key: 'profile',
    kind: 'text',
    group: 'Files',
    takes: 'file',
    rare: true,
    about: 'of a server',
    fallback: 'schema.profile.json',
    perEnvironment: true,
  },
  {
    key: 'cwd',
    kind: 'text',
    group: 'Files',
    takes: 'dir',
    rare: true,
    about: 'work in this folder',
    fallback: '.',
    outside: true,
  },
  {
    key: 'allow',
    kind: 'list',
    group: 'Safety',
    takes: 'codes',
    about: 'accept hazards: D102,A or all',
    fallback: [],
    perEnvironment: true,
  },
  {
    key: 'allowDo',
    kind: 'switch',
    group: 'Safety',
    rare: true,
    about: 'run DO blocks of desired files',
    fallback: false,
    perEnvironment: true,
  },
  {
    key: 'roles',
    kind: 'text',
    group: 'Safety',
    takes: 'how',
    rare: true,
    about: 'reference or manage them',
    fallback: 'reference',
    choices: ['reference', 'manage'],
    perEnvironment: true,
  },
  { key: 'yes', kind: 'switch', group: 'Safety', about: 'answer questions with yes', fallback: false },
  { key: 'noInput', kind: 'switch', group: 'Safety', rare: true, about: 'a question is exit 9', fallback: false },
  { key: 'json', kind: 'switch', group: 'Output', about: 'one JSON document on stdout', fallback: false },
  {
    key: 'logFormat',
    kind: 'text',
    group: 'Output',
    takes: 'format',
    rare: true,
    about: 'text or ndjson',
    fallback: 'text',
    choices: ['text', 'ndjson'],
  },
  { key: 'quiet', kind: 'switch', group: 'Output', short: 'q', rare: true, about: 'no progress', fallback: false },
  {
    key: 'verbose',
    kind: 'switch',
    group: 'Output',
    short: 'v',
    rare: true,
    about: 'all SQL, stacks of errors',
    fallback: false,
  },
  { key: 'color', kind: 'switch', group: 'Output', rare: true, about: 'colour, or none', fallback: null, either: true },
  {
    key: 'role',
    kind: 'text',
    group: 'Run',
    takes: 'name',
    about: 'run as this role',
    fallback: null,
    only: RUNNING,
    perEnvironment: true,
  },
  {
    key: 'lockWait',
    kind: 'duration',
    group: 'Run',
    takes: 'time',
    about: 'for another runner',
    fallback: '60s',
    only: RUNNING,
    perEnvironment: true,
  },
  {
    key: 'lockTimeout',
    kind: 'duration',
    group: 'Run',
    takes: 'time',
    about: 'of a statement',
    fallback: '3s',
    only: RUNNING,
    perEnvironment: true,
  },
  {
    key: 'statementTimeout',
    kind: 'duration',
    group: 'Run',
    takes: 'time',
    about: '0 is none',
    fallback: '0',
    only: RUNNING,
    perEnvironment: true,
  },
  {
    key: 'retries',
    kind: 'number',
    group: 'Run',
    takes: 'number',
    about: 'for locks',
    fallback: '10',
    only: RUNNING,
    perEnvironment: true,
  },
  {
    key: 'labels',
    kind: 'text',
    group: 'Run',
    takes: 'expression',
    about: 'also files so labelled',
    fallback: null,
    only: ['apply', 'status'],
    perEnvironment: true,
  },
  {
    key: 'outOfOrder',
    kind: 'text',
    group: 'Run',
    takes: 'how',
    about: 'error, allow, allow-if-independent',
    fallback: 'error',
    choices: ['error', 'allow', 'allow-if-independent'],
    bare: 'allow',
    only: ['apply'],
    perEnvironment: true,
  },
  {
    key: 'searchPath',
    kind: 'text',
    group: 'Run',
    about: 'of files written by hand',
    fallback: null,
    only: [],
    perEnvironment: true,
  },
  {
    key: 'historySchema',
    kind: 'text',
    group: 'Run',
    about: 'schema of the history',
    fallback: 'schema_migrations',
    only: [],
    perEnvironment: true,
  },
  { key: 'hooks', kind: 'map', group: 'Run', about: 'commands by event', fallback: {}, only: [], perEnvironment: true },
  {
    key: 'placeholders',
    kind: 'map',
    group: 'Run',
    about: 'values by name',
    fallback: {},
    only: [],
    perEnvironment: true,
  },
  {
    key: 'placeholderReplacement',
    kind: 'switch',
    group: 'Run',
    about: 'replace them in all files written by hand',
    fallback: false,
    only: [],
    perEnvironment: true,
  },
  { key: 'backup', kind: 'map', group: 'Run', about: 'before apply', fallback: {}, only: [], perEnvironment: true },
  {
    key: 'verify',
    kind: 'text',
    group: 'Files',
    about: 'folder of health checks',
    fallback: 'verify',
    only: [],
    perEnvironment: true,
  },
  {
    key: 'allowClean',
    kind: 'switch',
    group: 'Safety',
    about: 'the database may be cleaned',
    fallback: false,
    only: [],
    perEnvironment: true,
  },
  {
    key: 'coexist',
    kind: 'text',
    group: 'Run',
    about: 'keep the history of flyway as well',
    fallback: null,
    choices: ['flyway'],
    only: [],
    perEnvironment: true,
  },
];

/** `schemaDir` -> `--schema-dir`. */
export const flagOf = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** `schemaDir` -> `SCHEMA_SCHEMA_DIR`. */
export const variableOf = (key: string): string =>
  `SCHEMA_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
