// `schema baseline` on the command line: its options and its output.
import type { Command } from 'commander';
import { defined } from '../../defined.ts';
import { baseline } from '../../workflows/baseline.ts';
import { newCommand } from '../options.ts';
import { action, type Frame, type Session } from '../session.ts';
import { nameTarget } from '../target.ts';

interface BaselineOptions {
  readonly version?: string;
  readonly file: boolean;
}

/** `schema baseline [name]` */
export function addBaseline(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'baseline [name]',
    'Take the database as it is for the start of its history, and write a B file that makes the same elsewhere.',
    {
      summary: 'begin the history of a database',
      examples: [
        'schema baseline',
        'schema baseline start --version 1',
        'schema baseline --no-file --version 20260101',
      ],
      exits: [0, 4, 7, 9, 11, 64],
    },
  )
    .option('--version <version>', 'what it stands for (default: the time)')
    .option('--no-file', 'only tell the history; files up to it never run here')
    .action(action<BaselineOptions>(frame, program, run));
}

async function run(
  session: Session,
  [name = 'baseline']: readonly string[],
  options: BaselineOptions,
): Promise<number> {
  const { project, terminal, settings } = session;
  nameTarget(session);
  const version = defined({ version: options.version });
  const result = await baseline(project, { ...version, name, writeFile: options.file });
  const path = result.file === null ? null : `${settings.migrationsDir}/${result.file.path}`;
  const text = [
    ...(path === null ? [] : [path]),
    terminal.out.green(`The history begins with B${result.version}: migrations up to it never run here.`),
  ];
  terminal.product(text.join('\n'), { command: 'baseline', exitCode: 0, version: result.version, file: path });
  return 0;
}
