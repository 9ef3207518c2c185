// Opening a project, for callers of the library: its settings and their sources.
import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { SchemaError } from '../errors.ts';
import { type Progress, type Project, projectOf } from '../settings/project.ts';
import type { SettingMap, SettingValue } from '../settings/setting.ts';
import { resolveSettings } from '../settings/settings.ts';
import { SETTINGS } from '../settings/settings-table.ts';
import { valueSchema } from '../settings/values.ts';
import { toolVersion } from '../settings/version.ts';
import { aDate, anObject, callback, checkRequest, type Shape, text } from './request.ts';

/**
 * Settings of a project. A missing setting comes from the environment variables `SCHEMA_…` and `DATABASE_URL`, then
 * from the config file (`schema.config.json`), then from the defaults; docs/command-line.md lists all.
 */
export interface OpenSettings {
  /** The folder of the project, to which all relative paths are relative. Default: the working directory. */
  readonly directory?: string;
  /** The config file. Default: the one in the folder, if there is one. */
  readonly config?: string;
  /** The name of an environment in the config file. */
  readonly env?: string;
  /** The database: `postgres://…` or `pglite://FOLDER`. */
  readonly url?: string;
  /** A server for scratch databases; default: PGlite, in this process. */
  readonly scratch?: string;
  /** Folder of the desired files; default `schema`. */
  readonly schemaDir?: string;
  /** Folder of the migrations; default `generated-migrations`. */
  readonly migrationsDir?: string;
  /** The saved profile of a server, for planning without one. */
  readonly profile?: string;
  /** Accepted hazards: codes, family letters, or `all`. */
  readonly allow?: readonly string[];
  /** Run DO blocks in desired files. */
  readonly allowDo?: boolean;
  /** Whether the roles of the desired files are created and altered, or only named. */
  readonly roles?: 'reference' | 'manage';
  /** The role that runs migrations (SET ROLE). */
  readonly role?: string;
  /** The time to wait for another run: a duration such as `10min`. */
  readonly lockWait?: string;
  /** lock_timeout of each statement. */
  readonly lockTimeout?: string;
  /** statement_timeout of each statement. */
  readonly statementTimeout?: string;
  /** The number of attempts after a transient failure, such as a lock timeout. */
  readonly retries?: number;
  /** Run only migrations whose labels this expression matches. */
  readonly labels?: string;
  /** The treatment of a late migration: `error`, `allow` or `allow-if-independent`. */
  readonly outOfOrder?: string;
  /** search_path of each session. */
  readonly searchPath?: string;
  /** The schema of the history; default `schema_migrations`. */
  readonly historySchema?: string;
  /** Commands before and after a run, by event. */
  readonly hooks?: SettingMap;
  /** The time that a message of desired files may take in PGlite; default `60s`. */
  readonly scratchTimeout?: string;
  /** The megabytes that it may need; default 1024. */
  readonly scratchMemory?: number;
  /** Values of placeholders, by name. */
  readonly placeholders?: SettingMap;
  /** Placeholders with secret values, besides those named like a password. */
  readonly secretPlaceholders?: readonly string[];
  readonly placeholderReplacement?: boolean;
  /** The backup before `apply`. */
  readonly backup?: SettingMap;
  /** Another tool whose history is kept up to date as well. */
  readonly coexist?: string;
  /** Folder of health checks. */
  readonly verify?: string;
  /** Whether `clean` may drop the objects of the database. */
  readonly allowClean?: boolean;
  /** Environment variables; default: those of the process. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
  /** Called with the progress of each workflow. */
  readonly report?: (event: Progress) => void;
  /** The time from which new versions are derived; default: now. */
  readonly now?: Date;
}

/** The settings of the terminal and of a single call of the program do not belong to a project. */
const OF_PROGRAM: ReadonlySet<string> = new Set(['cwd', 'yes', 'noInput']);
const OF_PROJECT = SETTINGS.filter(({ group, key }) => group !== 'Output' && !OF_PROGRAM.has(key));

const SHAPE: Shape = {
  ...Object.fromEntries(OF_PROJECT.map((setting) => [setting.key, valueSchema(setting).optional()])),
  directory: text.optional(),
  variables: anObject.optional(),
  report: callback.optional(),
  now: aDate.optional(),
};

const OWN: ReadonlySet<string> = new Set(['directory', 'variables', 'report', 'now']);

/**
 * Opens a project: resolves its settings and checks that its folder is a project. It opens no session and writes no
 * files; each verb opens and closes its own sessions.
 *
 * Raises `usage/invalid` where an argument is wrong or the folder is no project, `config/invalid` where the config file is.
 *
 * @example
 * const project = await open({ directory: 'shop', url: 'postgres://localhost/shop' });
 */
export async function open(given: OpenSettings = {}): Promise<Project> {
  const values = checkRequest('open', given, SHAPE);
  const { directory = '.', variables = process.env, report = () => undefined, now = new Date() } = given;
  const flags = new Map(
    Object.entries(values).flatMap(([key, value]) =>
      OWN.has(key) || value === undefined ? [] : [[key, value as SettingValue] as const],
    ),
  );
  const settings = await resolveSettings({ flags, variables, directory });
  const at = (path: string): string => resolve(directory, path);
  const project = projectOf(settings, { toolVersion: toolVersion(), now, report });
  const opened: Project = {
    ...project,
    schemaDir: at(project.schemaDir),
    migrationsDir: at(project.migrationsDir),
    profile: at(project.profile),
    ...(project.verify === undefined ? {} : { verify: at(project.verify) }),
    url: project.url.replace(/^(pglite:\/\/)(.+)$/is, (_, scheme: string, folder: string) => scheme + at(folder)),
  };
  if (settings.configFile === null && !(await isThere(opened.schemaDir)) && !(await isThere(opened.migrationsDir))) {
    throw new SchemaError('usage/invalid', `${at('.')} is no project`, {
      detail: `It has no config file, no folder ${project.schemaDir} and no folder ${project.migrationsDir}.`,
      hint: 'Create a project there with init(), or name its folders.',
    });
  }
  return opened;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
