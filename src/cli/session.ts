// One call of the program: its settings, project and terminal, and the frame around every command.
import type { Command } from 'commander';
import { SchemaError } from '../errors.ts';
import { secretValues } from '../migrations/placeholder-values.ts';
import { type Project, projectOf } from '../settings/project.ts';
import { variableOf } from '../settings/setting.ts';
import { resolveSettings, type Settings } from '../settings/settings.ts';
import { toolVersion } from '../settings/version.ts';
import { givenSettings } from './options.ts';
import { phaseReporter } from './progress.ts';
import { type Look, openTerminal, type Terminal } from './terminal.ts';

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
    frame.exitCode = await work(await openSession(frame, program, command), words, command.opts<Options>());
  };
}

async function openSession(frame: Frame, program: Command, command: Command): Promise<Session> {
  const flags = givenSettings(program, command);
  changeDirectory(flags.get('cwd') ?? process.env[variableOf('cwd')]);
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

function changeDirectory(folder: unknown): void {
  if (typeof folder !== 'string' || folder === '') return;
  try {
    process.chdir(folder);
  } catch (cause) {
    throw new SchemaError('usage/invalid', `cannot work in folder ${folder}`, {
      detail: cause instanceof Error ? cause.message : undefined,
      hint: 'Correct --cwd.',
      cause,
    });
  }
}
