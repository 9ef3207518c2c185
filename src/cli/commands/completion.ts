// `schema completion` on the command line: its options and its output.
import { Argument, type Command, type Option } from 'commander';
import {
  type CommandShape,
  completionScript,
  completions,
  type OptionShape,
  type Shell,
  versionsIn,
} from '../../workflows/completion.ts';
import { newCommand } from '../options.ts';
import { action, type Frame, type Session } from '../session.ts';

/** `schema completion` */
export function addCompletion(program: Command, frame: Frame): Command {
  return newCommand(
    program,
    'completion',
    'A script that lets the shell complete what is typed; its head says where to put it.',
    {
      summary: 'for bash, zsh or fish',
      examples: ['schema completion bash', 'schema completion zsh', 'schema completion fish'],
      exits: [0, 64],
    },
  )
    .addArgument(new Argument('<shell>').choices(['bash', 'zsh', 'fish']))
    .action(
      action<object>(frame, program, async ({ terminal }, [shell]) => {
        const script = completionScript(shell as Shell);
        terminal.product({ escaped: script }, { command: 'completion', exitCode: 0, shell, script });
        return 0;
      }),
    );
}

/** The command that the completion scripts call, with the words up to the one being typed. */
export function addComplete(program: Command, frame: Frame): Command {
  return program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(action<object>(frame, program, (session, words) => complete(session, words, shapeOf(program))));
}

async function complete({ terminal, settings }: Session, words: readonly string[], program: CommandShape) {
  const offered = await completions(words.length === 0 ? [''] : words, program, {
    environments: settings.environments,
    versions: () => versionsIn(settings.migrationsDir),
  });
  terminal.product(offered.join('\n'), { command: 'complete', exitCode: 0, offered });
  return 0;
}

const shapeOf = (command: Command): CommandShape => ({
  names: [command.name(), ...command.aliases()],
  options: command.options.map(optionShape),
  words: command.registeredArguments[0]?.argChoices ?? [],
  commands: command.commands.filter((one) => one.name() !== 'complete').map(shapeOf),
});

const optionShape = ({ short, long, required, optional, argChoices, hidden }: Option): OptionShape => ({
  flags: [short, long].filter((flag) => flag !== undefined && flag !== null),
  takesValue: required || optional,
  choices: argChoices ?? [],
  hidden,
});
