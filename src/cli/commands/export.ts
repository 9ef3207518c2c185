// `schema export` on the command line: its options and its output.
import { type Command, Option } from 'commander';
import { exportMigrations } from '../../workflows/export.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';

interface ExportOptions {
  readonly out: string;
  readonly history: boolean;
}

/** `schema export <tool>` */
export function addExport(program: Command, frame: Frame): Command {
  const about = 'Write a folder that flyway, liquibase or psql can run, with SQL that fills its history.';
  return newCommand(program, 'export <tool>', about, {
    summary: 'a folder that another tool runs',
    examples: [
      'schema export flyway --out flyway',
      'schema export psql --out release',
      'schema export liquibase --out lb --no-history',
    ],
    exits: [0, 4, 9, 11, 64],
  })
    .addOption(new Option('--out <dir>', 'an empty or a new folder').makeOptionMandatory())
    .option('--no-history', 'only the files: no database is needed')
    .action(action<ExportOptions>(frame, program, run));
}

async function run(
  { project, terminal }: Session,
  [tool = '']: readonly string[],
  options: ExportOptions,
): Promise<number> {
  const { out, history } = options;
  const result = await exportMigrations(project, { tool, out, history });
  for (const note of result.notes) terminal.note(note);
  const text = `Wrote ${count(result.files.length, 'file')} into ${out}.`;
  terminal.product(text, { command: 'export', exitCode: 0, out, ...result });
  return 0;
}
