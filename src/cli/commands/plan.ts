// `schema plan` on the command line: its options and its output.
import { type Command, Option } from 'commander';
import { defined } from '../../defined.ts';
import { scriptOf } from '../../migrations/script.ts';
import { planIdOf } from '../../proof/plan-document.ts';
import { plan } from '../../workflows/plan.ts';
import { newCommand } from '../options.ts';
import { planResultDocument, planText, writtenText } from '../plan-text.ts';
import { action, type Frame, invocation, type Session } from '../session.ts';

interface PlanOptions {
  readonly check?: true;
  readonly stdout?: true;
  readonly against: 'database' | 'migrations';
}

/** `schema plan [name]` */
export function addPlan(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'plan [name]',
    'Compare the desired files with the database, prove the change, write it.',
    {
      summary: 'compare, prove, write migrations',
      examples: ['schema plan add_phone', 'schema plan --check', 'schema plan --against migrations --stdout'],
      exits: [0, 2, 4, 9, 11, 64, 65, 130],
    },
  )
    .option('--check', 'write nothing; exit 2 where there is a difference')
    .option('--stdout', 'write nothing; print the SQL')
    .addOption(
      new Option('--against <state>', 'what the files are compared with')
        .choices(['database', 'migrations'])
        .default('database'),
    )
    .action(action<PlanOptions>(frame, program, run));
}

async function run(session: Session, [name]: readonly string[], options: PlanOptions): Promise<number> {
  const { terminal, project, settings } = session;
  const write = !options.check && !options.stdout;
  const result = await plan(project, {
    ...defined({ name }),
    against: options.against,
    write,
    unproven: options.check === true,
  });
  const different = result.pair !== null;
  const exitCode = options.check && different ? 2 : 0;
  const sql = result.pair === null ? '' : scriptOf(result.pair.up);
  const document = {
    command: 'plan',
    exitCode,
    against: options.against,
    ...planResultDocument(result, planIdOf(result.files), write && different),
  };
  if (options.stdout) {
    terminal.note(planText(result, { paint: terminal.err, verbose: false }));
    terminal.product({ sql }, { ...document, sql });
    return exitCode;
  }
  const text = planText(result, { paint: terminal.out, verbose: settings.verbose });
  terminal.product([text, ending(session, options, write, different, result)].filter(Boolean).join('\n\n'), document);
  return exitCode;
}

function ending(
  { settings, terminal }: Session,
  options: PlanOptions,
  write: boolean,
  different: boolean,
  result: Awaited<ReturnType<typeof plan>>,
): string {
  const other = options.against === 'migrations' ? 'the migrations' : 'the database';
  if (!different) return terminal.out.green(`No difference: ${settings.schemaDir} and ${other} agree.`);
  if (!write) return `Nothing was written. To write it: ${invocation} plan ${result.files[0] ? 'NAME' : ''}`.trimEnd();
  return `${writtenText(result, settings.migrationsDir)}\n\nReview them, then run: ${invocation} apply`;
}
