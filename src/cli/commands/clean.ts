// `schema clean` on the command line: its options and its output.
import type { Command } from 'commander';
import { oneLine } from '../../sql/shown.ts';
import { type CleanPlan, clean, planClean } from '../../workflows/clean.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';
import { table } from '../table.ts';
import { nameTarget } from '../target.ts';

interface CleanOptions {
  readonly confirm?: string;
  readonly dryRun?: true;
}

/** `schema clean` */
export function addClean(program: Command, frame: Frame): Command {
  return newCommand(program, 'clean', 'Drop everything in a database that is there to be thrown away.', {
    summary: 'drop everything (allowClean only)',
    examples: ['schema clean', 'schema clean --dry-run', 'schema clean --env dev --confirm shop_dev'],
    exits: [0, 7, 9, 11, 64],
  })
    .option('--confirm <name>', 'the name of the database, in place of typing it')
    .option('--dry-run', 'say what would go')
    .action(action<CleanOptions>(frame, program, run));
}

async function run(session: Session, _: readonly string[], options: CleanOptions): Promise<number> {
  const { terminal, project } = session;
  nameTarget(session);
  const planned = await planClean(project);
  const text = planText(session, planned);
  if (options.dryRun) {
    terminal.product(`${text}\n\nNothing was dropped.`, { command: 'clean', exitCode: 0, dryRun: true, ...planned });
    return 0;
  }
  terminal.warn(text);
  const hint = `Nothing was dropped. Say --confirm ${planned.name} if this is meant.`;
  const question = `Everything in ${planned.label} goes. To go on, type ${planned.name}:`;
  const name = options.confirm ?? (await terminal.ask(question, { hint }));
  const statements = await clean(project, name);
  const done = `Dropped all in ${planned.label} (${count(statements.length, 'statement')}).`;
  terminal.product(terminal.out.green(done), { command: 'clean', exitCode: 0, dryRun: false, ...planned, statements });
  return 0;
}

function planText({ terminal }: Session, { label, tables, statements, unmanaged, history }: CleanPlan): string {
  const rows = tables.map(({ name, rows, estimated }) => [name, `${estimated ? 'about ' : ''}${rows}`]);
  const plain = { head: terminal.err.dim, cell: (cell: string) => cell };
  const lines = [`This goes from ${label}:`];
  if (rows.length > 0) lines.push(table(['TABLE', 'ROWS'], rows, plain));
  lines.push(`${count(statements.length, 'statement')}${history ? ', and the history of migrations' : ''}.`);
  if (unmanaged.length > 0) lines.push(`Not managed, and stays: ${unmanaged.map(oneLine).join(', ')}`);
  return lines.join('\n');
}
