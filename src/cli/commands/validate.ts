// `schema validate` on the command line: its options and its output.
import type { Command } from 'commander';
import { defined } from '../../defined.ts';
import { withRestoring } from '../../workflows/restoring.ts';
import { validate } from '../../workflows/validate.ts';
import { errorDocument, errorText } from '../error-text.ts';
import { newCommand } from '../options.ts';
import { count } from '../progress.ts';
import { action, type Frame, type Session } from '../session.ts';

interface ValidateOptions {
  readonly updateSum?: true;
  readonly baseRef?: string;
  readonly ignore?: string;
}

/** `schema validate` */
export function addValidate(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'validate',
    'Check names, order, checksums and SQL of the migrations, without a database.',
    {
      summary: 'names, order and checksums',
      examples: ['schema validate', 'schema validate --base-ref origin/main', 'schema validate --update-sum'],
      exits: [0, 4, 64],
    },
  )
    .option('--update-sum', 'write schema.sum for the files as they are')
    .option('--base-ref <ref>', 'also: nothing of this branch changed or is late')
    .option('--ignore <problems>', 'pass over checksum, missing, out-of-order')
    .action(action<ValidateOptions>(frame, program, run));
}

async function run(session: Session, _words: readonly string[], options: ValidateOptions): Promise<number> {
  const { project, terminal, settings } = session;
  const result = await validate(project, {
    updateSum: options.updateSum === true,
    ...defined({ baseRef: options.baseRef, ignore: options.ignore?.split(',') }),
  });
  const problems = await Promise.all(result.problems.map((one) => withRestoring(one, settings.migrationsDir)));
  const exitCode = problems.length === 0 ? 0 : 4;
  for (const problem of terminal.look.json ? [] : problems) {
    const { verbose, migrationsDir } = settings;
    const alone = { verbose, migrationsDir, columns: terminal.columns.err };
    terminal.warn(errorText(problem, terminal.err, { ...alone, alone: true }));
  }
  for (const message of result.accepted) terminal.warn(`accepted: ${message}`);
  for (const path of result.unlisted) terminal.note(`${path} is not in schema.sum yet`);
  const good = `${count(result.migrations, 'migration')} in ${settings.migrationsDir}: all good.`;
  const text = exitCode === 0 ? terminal.out.green(good) : `${count(problems.length, 'problem')}.`;
  terminal.product(text, {
    command: 'validate',
    exitCode,
    ...result,
    problems: problems.map((problem) => errorDocument(problem)),
  });
  return exitCode;
}
