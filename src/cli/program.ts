// The program with its commands, and the call without a command. For main.
import { Command } from 'commander';
import { commandNames, loadCommands } from './commands.ts';
import { addSettings, helpEnd } from './options.ts';
import { action, type Frame } from './session.ts';

/** Adds the commands that the words of a call may name; all of them where they name none. */
export async function buildProgram(frame: Frame, words: readonly string[]): Promise<Command> {
  const program = new Command('schema')
    .description(
      'Schema as code for PostgreSQL: edited CREATE statements, proven migrations. Without a command: applies what is pending on the embedded database (or --url), then compares it with the desired files. -V prints the version.',
    )
    .usage('[command] [options]')
    .argument('[command]')
    .allowExcessArguments()
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .addHelpText('after', helpEnd({ examples: ['schema init', 'schema plan add_phone', 'schema apply'], exits: ALL }));
  program.configureHelp({
    visibleArguments: () => [],
    subcommandTerm: (command) => [command.name(), ...command.aliases()].join(', '),
  });
  addSettings(program);
  program.action(
    action<object>(frame, program, async (session, [word]) => {
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

/** Exit codes of most commands; the help of each command has its own. */
const ALL = [0, 2, 5, 9, 11, 64, 65];
