// `schema undo` on the command line: its options and its output.
import type { Command } from 'commander';
import { defined } from '../../defined.ts';
import { SchemaError } from '../../errors.ts';
import type { RunResult } from '../../workflows/apply.ts';
import { undoApplied } from '../../workflows/undo.ts';
import { approvedDigest } from '../approval.ts';
import { newCommand, wholeNumber } from '../options.ts';
import { doneText, resultDocument, runChanging, scriptText, verified } from '../run-text.ts';
import { action, type Frame, type Session } from '../session.ts';
import { nameTarget } from '../target.ts';
import type { Formatted } from '../terminal.ts';
import { canAsk } from '../terminal.ts';
import { refuseNoMigrations } from '../working-folder.ts';

interface UndoOptions {
  readonly to?: string;
  readonly toTag?: string;
  readonly toDate?: string;
  readonly count?: number;
  readonly plan?: string;
  readonly deployment?: string;
  readonly only?: string;
  readonly force?: true;
  readonly pending?: true;
  readonly approve?: string;
  readonly dryRun?: true;
}

/** `schema undo` */
export function addUndo(program: Command, frame: Frame): Command {
  return newCommand(program, 'undo', 'Take back the newest plan, or several, with the U files that were proven.', {
    summary: 'take back the newest plan',
    examples: ['schema undo', 'schema undo --count 2 --yes', 'schema undo --to-tag v1.4 --dry-run'],
    exits: [0, 4, 5, 6, 7, 9, 10, 11, 64, 130],
  })
    .option('--to <version>', 'back to this version, which stays; 0 undoes all')
    .option('--to-tag <tag>', 'back to what a tag names')
    .option('--to-date <time>', 'what was applied after it (ISO 8601)')
    .option('--count <number>', 'this many plans (default: 1)', wholeNumber)
    .option('--plan <id>', 'this plan, which must be the newest')
    .option('--deployment <id>', 'what one apply brought; or latest')
    .option('--only <versions>', 'only these; with --force if others are newer')
    .option('--force', 'leave what was applied later as it is')
    .option('--pending', 'what would take back what is pending (--dry-run)')
    .option('--approve <digest>', 'run exactly what --dry-run gave this digest')
    .option('--dry-run', 'say what would run, and run nothing')
    .action(action<UndoOptions>(frame, program, run));
}

async function run(session: Session, _words: readonly string[], options: UndoOptions): Promise<number> {
  if (options.pending && !options.dryRun) {
    throw new SchemaError('usage/invalid', '--pending only shows: say --dry-run with it');
  }
  refuseNoMigrations(session.settings);
  nameTarget(session);
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

/** The runner refuses a loss of data before anything runs; a person may then allow it. Null: the answer was no. */
async function undoAsking(session: Session, options: UndoOptions): Promise<RunResult | null> {
  const { settings, terminal } = session;
  if (options.dryRun) return undoNow(session, options, settings.yes);
  const approve = await approvedDigest(session, options.approve, async () => {
    const { files, digest } = await undoNow(session, { ...options, dryRun: true }, settings.yes);
    return files.length === 0 || digest === undefined ? null : { digest, files, state: 'to undo' };
  });
  if (approve === null) return null;
  const approved = { ...options, ...defined({ approve }) };
  try {
    return await undoNow(session, approved, settings.yes);
  } catch (error) {
    const hazard = error instanceof SchemaError && error.code === 'plan/hazard';
    if (!hazard || !canAsk(settings)) throw error;
    terminal.warn(error.detail ?? error.message);
    const hint = error.hint ?? '';
    if (!(await terminal.confirm('This undo has blocking hazards.', { hint }))) return null;
    return undoNow(session, approved, true);
  }
}

function undoNow(session: Session, options: UndoOptions, yes: boolean): Promise<RunResult> {
  const { deployment, only, dryRun, ...rest } = options;
  return runChanging(session, (running) =>
    undoApplied(session.project, {
      ...running,
      ...rest,
      ...defined({ ofDeployment: deployment, only: only?.split(',') }),
      dryRun: dryRun === true,
      yes,
    }),
  );
}

function textOf({ terminal }: Session, options: UndoOptions, result: RunResult): string | Formatted {
  if (result.files.length === 0) return terminal.out.green('Nothing is applied that could be undone.');
  if (!options.dryRun) return doneText('Undone', result, terminal.out);
  const digest = result.digest === undefined ? '' : `\n-- Digest: ${result.digest}`;
  return { sql: `${scriptText(result, 'undo')}${digest}` };
}
