import type { Command } from 'commander';
import { SchemaError } from '../errors.ts';
import { type RunResult, undoApplied } from '../workflows/run.ts';
import { newCommand, wholeNumber } from './options.ts';
import { doneText, resultDocument, runChanging, scriptText, verified } from './run-text.ts';
import { action, type Frame, type Session } from './session.ts';

interface UndoOptions {
  readonly to?: string;
  readonly count?: number;
  readonly plan?: string;
  readonly dryRun?: true;
}

/** `schema undo` */
export function addUndo(program: Command, frame: Frame): Command {
  return newCommand(program, 'undo', 'Take back the newest plan, or several, with the U files that were proven.', {
    summary: 'take back the newest plan',
    examples: ['schema undo', 'schema undo --count 2 --yes', 'schema undo --to 20250102030405 --dry-run'],
    exits: [0, 4, 5, 6, 7, 9, 10, 11, 64, 130],
  })
    .option('--to <version>', 'back to this version, which stays; 0 undoes all')
    .option('--count <number>', 'this many plans (default: 1)', wholeNumber)
    .option('--plan <id>', 'this plan, which must be the newest')
    .option('--dry-run', 'say what would run, and run nothing')
    .action(action<UndoOptions>(frame, program, run));
}

async function run(session: Session, _words: readonly string[], options: UndoOptions): Promise<number> {
  const result = await undoAsking(session, options);
  if (result === null) {
    session.terminal.warn('Nothing was undone.');
    return 9;
  }
  const exitCode = options.dryRun || verified(result) ? 0 : 10;
  session.terminal.product(textOf(session, options, result), {
    command: 'undo',
    exitCode,
    dryRun: options.dryRun === true,
    ...resultDocument(result),
  });
  return exitCode;
}

/** The runner refuses what loses data before anything runs; a person may say yes then. Null: they said no. */
async function undoAsking(session: Session, options: UndoOptions): Promise<RunResult | null> {
  const { settings, terminal } = session;
  const hint = 'Nothing ran. Say --yes if this is meant.';
  if (settings.protected && !options.dryRun && !settings.yes) {
    if (!(await terminal.confirm(`The environment ${settings.environment} is protected.`, { hint }))) return null;
  }
  try {
    return await undoNow(session, options, settings.yes);
  } catch (error) {
    if (!(error instanceof SchemaError) || error.code !== 'plan/hazard') throw error;
    const detail = error.detail ?? error.message;
    if (terminal.live) terminal.warn(detail);
    if (!(await terminal.confirm('This undo has blocking hazards.', { detail, hint }))) return null;
    return undoNow(session, options, true);
  }
}

const undoNow = (session: Session, options: UndoOptions, yes: boolean): Promise<RunResult> =>
  runChanging(session, (running) =>
    undoApplied(session.project, {
      ...running,
      ...(options.to === undefined ? {} : { to: options.to }),
      ...(options.count === undefined ? {} : { count: options.count }),
      ...(options.plan === undefined ? {} : { plan: options.plan }),
      dryRun: options.dryRun === true,
      yes,
    }),
  );

function textOf({ terminal }: Session, options: UndoOptions, result: RunResult): string {
  if (result.files.length === 0) return terminal.out.green('Nothing is applied that could be undone.');
  if (options.dryRun) return scriptText(result, 'undo');
  return doneText('Undone', result, terminal.out);
}
