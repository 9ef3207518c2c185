// `schema baseline` on the command line: its options and its output.
import type { Command } from 'commander';
import { defined } from '../../defined.ts';
import { type BaselineResult, baseline } from '../../workflows/baseline.ts';
import { newCommand } from '../options.ts';
import { sqlLine } from '../progress.ts';
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
  if (result.differences.length > 0) terminal.warn(differencesText(result));
  const text = [
    ...(path === null ? [] : [path]),
    terminal.out.green(`The history begins with B${result.version}: migrations up to it never run here.`),
  ];
  terminal.product(text.join('\n'), {
    command: 'baseline',
    exitCode: 0,
    version: result.version,
    file: path,
    differences: result.differences,
  });
  return 0;
}

const SHOWN = 20;

function differencesText({ version, differences }: BaselineResult): string {
  const more = differences.length - SHOWN;
  return [
    `warning: the database is not what the migrations up to V${version} lead to. To make it so:`,
    ...differences.slice(0, SHOWN).map((sql) => `  ${sqlLine(sql)}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
    'A plan that was made for another state is refused here (plan/stale). See: schema drift, schema plan --check',
  ].join('\n');
}
