// The program with its commands, and the call without a command. For main.
import { Command } from 'commander';
import { commandNames, loadCommands } from './commands.ts';
import { addSettings, helpEnd } from './options.ts';
import { action, type Frame } from './session.ts';

const ABOUT =
  'Schema as code for PostgreSQL: edited CREATE statements, proven migrations. Without a command it applies what is ' +
  'pending to the embedded database (pglite://.schema/db; another one with --url or --env), and compares it with the ' +
  'desired files. -V prints the version.';

/** Adds the commands that the words of a call may name; all of them where they name none. */
export async function buildProgram(frame: Frame, words: readonly string[]): Promise<Command> {
  const program = new Command('schema')
    .description(ABOUT)
    .usage('[command] [options]')
    .argument('[command]')
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .addHelpText('after', helpEnd({ examples: ['schema init', 'schema plan add_phone', 'schema apply'], exits: ALL }));
  program.configureHelp({
    minWidthToWrap: 20,
    visibleArguments: () => [],
    subcommandTerm: (command) => [command.name(), ...command.aliases()].join(', '),
  });
  addSettings(program);
  program.action(
    action<object>(frame, program, async (session, [word]) => {
      if (word === 'help') return showHelp(program, words[words.indexOf('help') + 1]);
      const { start, unknownCommand } = await import('./commands/start.ts');
      if (word !== undefined) throw unknownCommand(word, commandNames);
      return start(session);
    }),
  );
  for (const add of await loadCommands(words)) {
    const command = add(program, frame);
    // This command takes the words of another call, so options in them are not its own.
    if (command.name() !== 'complete') addSettings(command);
  }
  return program;
}

/** `schema help plan` is `schema plan --help`, and `schema help` is `schema --help`. */
async function showHelp(program: Command, name: string | undefined): Promise<number> {
  const found = program.commands.find((command) => [command.name(), ...command.aliases()].includes(name ?? ''));
  if (found === undefined && name !== undefined && !name.startsWith('-')) {
    const { unknownCommand } = await import('./commands/start.ts');
    throw unknownCommand(name, commandNames);
  }
  (found ?? program).outputHelp();
  return 0;
}

/** Exit codes of most commands; the help of each command has its own. */
const ALL = [0, 2, 5, 9, 11, 64, 65];
