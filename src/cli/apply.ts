import type { Command } from 'commander';
import { applyPending, type RunResult } from '../workflows/run.ts';
import { newCommand, wholeNumber } from './options.ts';
import { doneText, resultDocument, runChanging, scriptText, verified } from './run-text.ts';
import { action, type Frame, type Session } from './session.ts';

interface ApplyOptions {
  readonly to?: string;
  readonly count?: number;
  readonly dryRun?: true;
}

/** `schema apply` */
export function addApply(program: Command, frame: Frame): Command {
  return newCommand(program, 'apply', 'Run the pending migrations, each plan in one transaction where it can be.', {
    summary: 'run pending migrations',
    examples: ['schema apply', 'schema apply --dry-run', 'schema apply --env production --allow D102'],
    exits: [0, 4, 5, 6, 7, 9, 10, 11, 64, 130],
  })
    .alias('migrate')
    .option('--to <version>', 'up to this version')
    .option('--count <number>', 'this many plans', wholeNumber)
    .option('--dry-run', 'say what would run, and run nothing')
    .action(action<ApplyOptions>(frame, program, run));
}

async function run(session: Session, _words: readonly string[], options: ApplyOptions): Promise<number> {
  const { settings, terminal } = session;
  if (settings.protected && !options.dryRun && !settings.yes) {
    const question = `The environment ${settings.environment} is protected.`;
    const hint = 'Nothing ran. Say --yes if this is meant.';
    if (!(await terminal.confirm(question, { hint }))) return 9;
  }
  const result = await applyNow(session, options);
  const exitCode = options.dryRun || verified(result) ? 0 : 10;
  terminal.product(textOf(session, options, result), {
    command: 'apply',
    exitCode,
    dryRun: options.dryRun === true,
    ...resultDocument(result),
  });
  return exitCode;
}

const applyNow = (session: Session, options: ApplyOptions): Promise<RunResult> =>
  runChanging(session, (running) =>
    applyPending(session.project, {
      ...running,
      ...(options.to === undefined ? {} : { to: options.to }),
      ...(options.count === undefined ? {} : { count: options.count }),
      dryRun: options.dryRun === true,
      yes: false,
    }),
  );

function textOf({ terminal }: Session, options: ApplyOptions, result: RunResult): string {
  if (result.files.length === 0) return terminal.out.green('Nothing is pending.');
  if (options.dryRun) return scriptText(result, 'apply');
  return doneText('Applied', result, terminal.out);
}
