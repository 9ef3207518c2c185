// `schema config show` on the command line: its options and its output.
import type { Command } from 'commander';
import { shownValue } from '../../settings/settings.ts';
import { newCommand } from '../options.ts';
import { action, type Frame, type Session } from '../session.ts';
import { table } from '../table.ts';

/** `schema config show` */
export function addConfig(program: Command, frame: Frame): Command {
  const config = program
    .command('config')
    .description('Show the settings.')
    .summary('show: every setting, and where it came from');
  return newCommand(config, 'show', 'Every setting, and where it came from. Passwords are hidden.', {
    summary: 'every setting, and where it came from',
    examples: ['schema config show', 'schema config show --env production', 'schema config show --json'],
    exits: [0, 64],
  }).action(action<object>(frame, program, run));
}

async function run({ settings, terminal }: Session): Promise<number> {
  if (settings.urlProblem !== null) throw settings.urlProblem;
  const shown = settings.resolved.map((one) => ({
    key: one.key,
    value: shownValue(one, settings.run),
    from: one.from,
  }));
  const rows = shown.map(({ key, value, from }) => [key, textOf(value), from]);
  const paint = { head: terminal.out.dim, cell: (text: string) => text };
  terminal.product(table(['SETTING', 'VALUE', 'FROM'], rows, paint), {
    command: 'config show',
    exitCode: 0,
    configFile: settings.configFile,
    protected: settings.protectedBy !== null,
    settings: shown,
  });
  return 0;
}

const textOf = (value: ReturnType<typeof shownValue>): string => {
  if (value === null) return '-';
  if (Array.isArray(value)) return value.join(',') || '-';
  if (typeof value !== 'object') return String(value);
  return Object.keys(value).join(',') || '-';
};
