// One call of the program: its settings, project and terminal, and the frame around every command.
import type { Command } from 'commander';
import { secretValues } from '../migrations/placeholder-values.ts';
import { type Project, projectOf } from '../settings/project.ts';
import { variableOf } from '../settings/setting.ts';
import { resolveSettings, type Settings } from '../settings/settings.ts';
import { toolVersion } from '../settings/version.ts';
import { noProgress, type Progress } from './interrupted.ts';
import { givenSettings } from './options.ts';
import { phaseReporter } from './progress.ts';
import { type Look, openTerminal, type Terminal } from './terminal.ts';
import { changeDirectory, enterProject, moved, movePaths } from './working-folder.ts';

export interface Session {
  readonly settings: Settings;
  readonly project: Project;
  readonly terminal: Terminal;
  /** Aborted by SIGINT and SIGTERM; see `Frame.changing`. */
  readonly frame: Frame;
}

/** What remains after a command: how to report its failure, and how to end the process. */
export interface Frame {
  terminal: Terminal;
  migrationsDir: string | undefined;
  readonly abort: AbortController;
  /** A command is changing a database: a signal must wait until the session has ended. */
  changing: boolean;
  /** What the command has changed so far. */
  readonly progress: Progress;
  exitCode: number;
  command: string;
}

/** The words by which the user called the program, for hints that can be copied. */
export const invocation = process.env['npm_lifecycle_event'] === 'start' ? 'npm start --' : 'schema';

/** The look of errors that are raised before the settings are resolved. */
export function newFrame(words: readonly string[]): Frame {
  const has = (flag: string, key: string): boolean => words.includes(flag) || process.env[variableOf(key)] === '1';
  const look: Look = {
    json: has('--json', 'json'),
    ndjson: false,
    quiet: false,
    verbose: has('--verbose', 'verbose') || words.includes('-v'),
    noInput: false,
    color: words.includes('--no-color') ? false : words.includes('--color') ? true : null,
  };
  return {
    terminal: openTerminal(look),
    migrationsDir: undefined,
    abort: new AbortController(),
    changing: false,
    progress: noProgress(),
    exitCode: 0,
    command: words.find((word) => /^[a-z]+$/.test(word)) ?? 'start',
  };
}

/** A command: it takes the words after its name and its own options, and returns the exit code. */
export type Work<Options> = (session: Session, words: readonly string[], options: Options) => Promise<number>;

/** The action of a command, for commander. */
export function action<Options extends object>(frame: Frame, program: Command, work: Work<Options>) {
  return async (...all: readonly unknown[]): Promise<void> => {
    const command = all.at(-1) as Command;
    const words = command.processedArgs.flat().filter((word): word is string => typeof word === 'string');
    frame.command = command.parent === null ? 'start' : command.name();
    const below = await workingFolder(program, command);
    const session = await openSession(frame, program, command);
    if (below !== '') session.terminal.note(`project ${process.cwd()}`);
    const here = below === '' ? words : words.map((word) => moved(word, below));
    frame.exitCode = await work(session, here, command.opts<Options>());
  };
}

/** Commands that work in the folder in which they are called: they begin a project, or need none. */
const ANYWHERE: ReadonlySet<string> = new Set(['init', 'completion']);

/** Goes to the folder of the project; the result is that of `enterProject`. */
async function workingFolder(program: Command, command: Command): Promise<string> {
  const given = givenSettings(program, command);
  changeDirectory(given.get('cwd') ?? process.env[variableOf('cwd')]);
  const config = given.get('config') ?? process.env[variableOf('config')];
  if (config !== undefined || ANYWHERE.has(command.name())) return '';
  const below = await enterProject();
  if (below !== '') movePaths(new Set([program, command]), below);
  return below;
}

async function openSession(frame: Frame, program: Command, command: Command): Promise<Session> {
  const flags = givenSettings(program, command);
  const settings = await resolveSettings({ flags, variables: process.env });
  const { json, quiet, verbose, noInput, color } = settings;
  const look = { json, quiet, verbose, noInput, color, ndjson: settings.logFormat === 'ndjson' };
  const terminal = openTerminal(look, secretValues(settings.run.placeholders));
  frame.terminal = terminal;
  frame.migrationsDir = settings.migrationsDir;
  const caller = { toolVersion: toolVersion(), now: new Date(), report: phaseReporter(terminal) };
  const project = projectOf(settings, caller);
  return { settings, project, terminal, frame };
}
