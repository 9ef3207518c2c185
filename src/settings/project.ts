// A project, for all workflows: its folders, its database, and the changes that it permits.
import { defined } from '../defined.ts';
import type { SchemaError } from '../errors.ts';
import { DEFAULT_RUN, type RunSettings } from './run-settings.ts';
import type { SettingMap } from './setting.ts';
import type { Settings } from './settings.ts';

export interface Project {
  /** Folder of the desired files. */
  readonly schemaDir: string;
  readonly migrationsDir: string;
  /** URL of the database; see `openDatabase`. Read it with `databaseUrl`. */
  readonly url: string;
  /** Why there is no URL; absent: there is one. */
  readonly urlProblem?: SchemaError | null;
  /** URL of a server for scratch; null: PGlite is scratch. */
  readonly scratch: string | null;
  /** The limits of one message to PGlite while desired files load and plans are proven: milliseconds and megabytes. */
  readonly scratchLimits?: Settings['scratchLimits'];
  /** The saved profile of a server, for plans without a server; see `pull`. */
  readonly profile: string;
  /** Accepted hazards: codes, family letters, `all`. */
  readonly allow: readonly string[];
  /** Run DO blocks in desired files. */
  readonly allowDo: boolean;
  /** Create and alter the roles of the desired files; default: the desired files only name roles. */
  readonly roles?: 'reference' | 'manage';
  /** Settings of the runner; absent: the defaults. */
  readonly run?: RunSettings;
  /** The name of the active environment of the config file. */
  readonly environment?: string | null;
  /** The protected environment whose database this is: `apply` and `undo` need an approved digest. */
  readonly protectedBy?: string | null;
  /** The protected environment whose database a URL names, for the targets of a fleet. */
  readonly protectionOf?: (url: string) => Promise<string | null>;
  /** The backup before `apply`; see `takeBackup`. */
  readonly backup?: SettingMap;
  /** Folder of health checks. */
  readonly verify?: string;
  /** Whether `clean` may drop the objects of the database. */
  readonly allowClean?: boolean;
  /** Cache the catalogs of desired files in the user's cache folder. */
  readonly cache?: boolean;
  readonly toolVersion: string;
  readonly now: Date;
  readonly report: (event: Progress) => void;
}

/** Progress, for the person who waits. */
export type Progress =
  | { readonly kind: 'phase'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string };

/** The project of the settings. */
export const projectOf = (settings: Settings, caller: Pick<Project, 'toolVersion' | 'now' | 'report'>): Project => ({
  schemaDir: settings.schemaDir,
  migrationsDir: settings.migrationsDir,
  url: settings.url,
  urlProblem: settings.urlProblem,
  scratch: settings.scratch,
  profile: settings.profile,
  scratchLimits: settings.scratchLimits,
  allow: settings.allow,
  allowDo: settings.allowDo,
  roles: settings.roles,
  run: settings.run,
  environment: settings.environment,
  protectedBy: settings.protectedBy,
  protectionOf: settings.protectionOf,
  backup: settings.backup,
  verify: settings.verify,
  allowClean: settings.allowClean,
  cache: true,
  ...caller,
});

/** The URL of the project's database. Raises `usage/invalid`, `config/invalid` where the settings name none. */
export function databaseUrl({ url, urlProblem }: Pick<Project, 'url' | 'urlProblem'>): string {
  if (urlProblem != null) throw urlProblem;
  return url;
}

/** An acknowledgment covers a hazard by its code, its family letter or `all`. */
export const covers = (allow: readonly string[], code: string): boolean =>
  allow.some((word) => word === 'all' || word === code || word === code.charAt(0));

/** The runner's settings of a project. */
export const runOf = ({ run }: Project): RunSettings => run ?? DEFAULT_RUN;

/** Values of the placeholders `schema:…` that do not depend on the database. */
export const ownPlaceholders = (project: Project): ReadonlyMap<string, string> =>
  new Map([
    ['schema:environment', project.environment ?? ''],
    ['schema:timestamp', project.now.toISOString()],
    ['schema:workingDirectory', process.cwd()],
    ['schema:table', `${runOf(project).historySchema}.history`],
  ]);

/** Options for the workflows that take the lock to read or correct the history. */
export const historyOptions = (project: Project) => {
  const { historySchema, lockWaitMs, lockTimeoutMs, role } = runOf(project);
  const { toolVersion } = project;
  return { toolVersion, historySchema, lockWaitMs, lockTimeoutMs, ...defined({ role }) };
};
