// `schema checkpoint` on the command line: its options and its output.
import type { Command } from 'commander';
import { defined } from '../../defined.ts';
import { checkpoint } from '../../workflows/checkpoint.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';

interface CheckpointOptions {
  readonly upTo?: string;
  readonly prune?: true;
}

/** `schema checkpoint [name]` */
export function addCheckpoint(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'checkpoint [name]',
    'Put all migrations up to a version into one B file, proven to leave the same objects and rows. New databases run it in their place.',
    {
      summary: 'one file for many, for new databases',
      examples: ['schema checkpoint', 'schema checkpoint v2 --up-to 20260101120000', 'schema checkpoint --prune'],
      exits: [0, 4, 9, 64],
    },
  )
    .alias('squash')
    .option('--up-to <version>', 'the last version in it (default: the newest)')
    .option('--prune', 'delete the files that it stands for')
    .action(action<CheckpointOptions>(frame, program, run));
}

async function run(
  session: Session,
  [name = 'checkpoint']: readonly string[],
  options: CheckpointOptions,
): Promise<number> {
  const { project, terminal, settings } = session;
  const upTo = defined({ upTo: options.upTo });
  const { version, file, pruned } = await checkpoint(project, { ...upTo, name, prune: options.prune === true });
  const path = `${settings.migrationsDir}/${file.path}`;
  const gone =
    pruned.length === 0
      ? []
      : [`${count(pruned.length, 'file')} deleted. Databases that have run them keep their history.`];
  const text = [path, terminal.out.green('Proven: it leaves what the migrations leave.'), ...gone].join('\n');
  terminal.product(text, { command: 'checkpoint', exitCode: 0, version, file: path, pruned });
  return 0;
}
