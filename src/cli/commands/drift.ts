// `schema drift` on the command line: its options and its output.
import { type Command, Option } from 'commander';
import { defined } from '../../defined.ts';
import { oneLine } from '../../sql/shown.ts';
import { type DriftReport, drift } from '../../workflows/drift.ts';
import { newCommand } from '../options.ts';
import { count, sqlLine } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';
import { refuseNoMigrations } from '../working-folder.ts';

interface DriftOptions {
  readonly against?: 'history' | 'desired';
  readonly resolve?: string;
}

/** `schema drift` */
export function addDrift(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'drift',
    'Whether the database is still what its migrations made of it. Changes nothing.',
    {
      summary: 'is the database what its history says',
      examples: ['schema drift', 'schema drift --env production --json', 'schema drift --resolve drift/'],
      exits: [0, 3, 7, 11, 64],
    },
  )
    .addOption(new Option('--against <what>', 'compare with').choices(['history', 'desired']).default('history'))
    .option('--resolve <dir>', 'write revert.sql and adopt.sql')
    .action(action<DriftOptions>(frame, program, run));
}

async function run(session: Session, _: readonly string[], options: DriftOptions): Promise<number> {
  const { project, terminal, settings } = session;
  refuseNoMigrations(settings);
  const resolve = defined({ resolve: options.resolve });
  const report = await drift(project, { against: options.against ?? 'history', ...resolve });
  const exitCode = report.drifted ? 3 : 0;
  const text = report.drifted ? driftText(report) : terminal.out.green('No drift: the database is what it should be.');
  terminal.product(text, { command: 'drift', exitCode, ...report });
  return exitCode;
}

function driftText({ differences, scripts, unmanaged }: DriftReport): string {
  return [
    `The database has drifted: ${count(differences.length, 'difference')}. To revert:`,
    ...differences.map(({ object, revert }) => `  ${oneLine(object)}: ${sqlLine(revert)}`),
    ...(unmanaged.length === 0 ? [] : ['', `Not compared: ${unmanaged.map(oneLine).join(', ')}`]),
    ...(scripts.length === 0 ? [] : ['', ...scripts.map((path) => `Written: ${path}`)]),
  ].join('\n');
}
