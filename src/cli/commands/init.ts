// `schema init` on the command line: its options and its output.
import { type Command, Option } from 'commander';
import { defined } from '../../defined.ts';
import { type CiSystem, init } from '../../workflows/init.ts';
import { newCommand } from '../options.ts';
import { action, type Frame, invocation, type Session } from '../session.ts';

interface InitOptions {
  readonly withCi?: CiSystem;
}

/** `schema init` */
export function addInit(program: Command, frame: Frame): Command {
  return newCommand(program, 'init', 'Make the folders, the config file and the lines git needs. Overwrites nothing.', {
    summary: 'folders and config of a new project',
    examples: ['schema init', 'schema init --schema-dir db/schema', 'schema init --with-ci github'],
    exits: [0, 64],
  })
    .addOption(
      new Option('--with-ci <system>', 'also a pipeline from pull request to production, and a runbook').choices([
        'github',
        'gitlab',
      ]),
    )
    .action(action<InitOptions>(frame, program, run));
}

async function run({ settings, terminal }: Session, _: readonly string[], { withCi }: InitOptions): Promise<number> {
  const { schemaDir, migrationsDir } = settings;
  const result = await init({ schemaDir, migrationsDir, ...defined({ withCi }) });
  const lines = [
    ...result.created.map((path) => `${terminal.out.green('made')} ${path}`),
    ...result.kept.map((path) => `kept ${path}`),
    '',
    `Write CREATE statements into ${settings.schemaDir}/, then run: ${invocation} plan first_tables`,
  ];
  terminal.product(lines.join('\n'), { command: 'init', exitCode: 0, ...result });
  return 0;
}
