// A project, for every workflow: where things are, and what is allowed.
import { defined } from '../defined.ts';
import { DEFAULT_RUN, type RunSettings } from './run-settings.ts';
import type { SettingMap } from './setting.ts';
import type { Settings } from './settings.ts';

export interface Project {
  /** Folder of the desired files. */
  readonly schemaDir: string;
  readonly migrationsDir: string;
  /** The database; see `openDatabase`. */
  readonly url: string;
  /** URL of a server that holds scratch in PGlite's place; null: PGlite. */
  readonly scratch: string | null;
  /** A profile of a server, for planning where none is at hand; see `pull`. */
  readonly profile: string;
  /** Hazards accepted: codes, family letters, `all`. */
  readonly allow: readonly string[];
  /** Run DO blocks in desired files. */
  readonly allowDo: boolean;
  /** Make and change the roles of the desired files; default: they are only named. */
  readonly roles?: 'reference' | 'manage';
  /** What the runner takes; absent: the defaults. */
  readonly run?: RunSettings;
  /** The environment of the config file that is in effect, by its name. */
  readonly environment?: string | null;
  /** `apply` and `undo` need an approval. */
  readonly protected?: boolean;
  /** How to back up before `apply`; see `takeBackup`. */
  readonly backup?: SettingMap;
  /** Folder of health checks. */
  readonly verify?: string;
  /** Whether `clean` may empty the database. */
  readonly allowClean?: boolean;
  /** Keep what desired files load to in the user's cache folder, and look there first. */
  readonly cache?: boolean;
  readonly toolVersion: string;
  readonly now: Date;
  readonly report: (event: Progress) => void;
}

/** What is going on, for whoever waits. */
export type Progress =
  | { readonly kind: 'phase'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string };

/** The project that settings describe. */
export const projectOf = (settings: Settings, caller: Pick<Project, 'toolVersion' | 'now' | 'report'>): Project => ({
  schemaDir: settings.schemaDir,
  migrationsDir: settings.migrationsDir,
  url: settings.url,
  scratch: settings.scratch,
  profile: settings.profile,
  allow: settings.allow,
  allowDo: settings.allowDo,
  roles: settings.roles,
  run: settings.run,
  environment: settings.environment,
  protected: settings.protected,
  backup: settings.backup,
  verify: settings.verify,
  allowClean: settings.allowClean,
  cache: true,
  ...caller,
});

/** An acknowledgement covers a hazard by its code, its family letter or `all`. */
export const covers = (allow: readonly string[], code: string): boolean =>
  allow.some((word) => word === 'all' || word === code || word === code.charAt(0));

/** What the runner takes for a project. */
export const runOf = ({ run }: Project): RunSettings => run ?? DEFAULT_RUN;

/** Values of the tool's own placeholders that do not depend on the database. */
export const ownPlaceholders = (project: Project): ReadonlyMap<string, string> =>
  new Map([
    ['schema:environment', project.environment ?? ''],
    ['schema:timestamp', project.now.toISOString()],
    ['schema:workingDirectory', process.cwd()],
    ['schema:table', `${runOf(project).historySchema}.history`],
  ]);

/** What is told to whoever takes the lock to read or correct the history. */
export const historyOptions = (project: Project) => {
  const { historySchema, lockWaitMs, lockTimeoutMs, role } = runOf(project);
  const { toolVersion } = project;
  return { toolVersion, historySchema, lockWaitMs, lockTimeoutMs, ...defined({ role }) };
};
