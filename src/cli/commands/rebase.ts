// `schema rebase` on the command line: its options and its output.
import type { Command } from 'commander';
import { rebase } from '../../workflows/rebase.ts';
import { newCommand } from '../options.ts';
import { action, type Frame, type Session } from '../session.ts';

interface RebaseOptions {
  readonly onto: string;
  readonly dryRun?: true;
}

/** `schema rebase` */
export function addRebase(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'rebase',
    'Give the migrations of this branch versions after those of another one, replay all in scratch, and write schema.sum.',
    {
      summary: 'put migrations after those of another branch',
      examples: ['schema rebase', 'schema rebase --onto origin/develop --dry-run', 'schema rebase --env dev'],
      exits: [0, 4, 5, 64],
    },
  )
    .option('--onto <ref>', 'the branch that this one will be merged into', 'origin/main')
    .option('--dry-run', 'say what would be renamed')
    .action(action<RebaseOptions>(frame, program, run));
}

async function run(
  { project, settings, terminal }: Session,
  _: readonly string[],
  options: RebaseOptions,
): Promise<number> {
  const dryRun = options.dryRun === true;
  const moved = await rebase(project, { onto: options.onto, dryRun, askDatabase: settings.urlFromFlag });
  const lines = moved.map(({ from, to }) => `${from} -> ${to}`);
  const done = dryRun
    ? 'Nothing was renamed.'
    : terminal.out.green(`All run after ${options.onto}, and replay in scratch.`);
  const text =
    moved.length === 0
      ? terminal.out.green(`Nothing to move: all is later than ${options.onto}.`)
      : [...lines, done].join('\n');
  terminal.product(text, { command: 'rebase', exitCode: 0, dryRun, moved });
  return 0;
}
