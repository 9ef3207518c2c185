import type { Command } from 'commander';
import { init } from '../workflows/init.ts';
import { newCommand } from './options.ts';
import { action, type Frame, invocation, type Session } from './session.ts';

/** `schema init` */
export function addInit(program: Command, frame: Frame): Command {
  return newCommand(program, 'init', 'Make the folders, the config file and the lines git needs. Overwrites nothing.', {
    summary: 'folders and config of a new project',
    examples: ['schema init', 'schema init --schema-dir db/schema', 'schema init --cwd services/billing'],
    exits: [0, 64],
  }).action(action<object>(frame, program, run));
}

async function run({ settings, terminal }: Session): Promise<number> {
  const result = await init({ schemaDir: settings.schemaDir, migrationsDir: settings.migrationsDir });
  const lines = [
    ...result.created.map((path) => `${terminal.out.green('made')} ${path}`),
    ...result.kept.map((path) => `kept ${path}`),
    '',
    `Write CREATE statements into ${settings.schemaDir}/, then run: ${invocation} plan first_tables`,
  ];
  terminal.product(lines.join('\n'), { command: 'init', exitCode: 0, ...result });
  return 0;
}
