#!/usr/bin/env node
// The program: its commands, and what an error is as an exit code.
import { Command } from 'commander';
import { commandNames, loadCommands } from './cli/commands.ts';
import { failed } from './cli/failure.ts';
import { addSettings, helpEnd } from './cli/options.ts';
import { action, type Frame, newFrame, toolVersion } from './cli/session.ts';
import { surviveClosedPipes } from './cli/terminal.ts';
import { closeScratch } from './scratch/instances.ts';

async function buildProgram(frame: Frame): Promise<Command> {
  const program = new Command('schema')
    .description('Schema as code for PostgreSQL: edited CREATE statements, proven migrations. -V prints the version.')
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
      const { start, unknownCommand } = await import('./cli/start.ts');
      if (word !== undefined) throw unknownCommand(word, commandNames);
      return start(session);
    }),
  );
  for (const add of await loadCommands(process.argv.slice(2))) {
    const command = add(program, frame);
    // It takes the words of another call, whose options are not its own.
    if (command.name() !== 'complete') addSettings(command);
  }
  return program;
}

/** Those that most calls can end with; each command's help has its own. */
const ALL = [0, 2, 5, 9, 11, 64, 65];

/** While a database is changed its session ends first, which gives the lock back; a second signal does not wait. */
function onSignal(frame: Frame, exitCode: number): void {
  if (!frame.changing || frame.abort.signal.aborted) process.exit(exitCode);
  frame.terminal.warn('interrupted: ending the session');
  frame.abort.abort();
  setTimeout(() => process.exit(exitCode), 10_000).unref();
}

const frame = newFrame(process.argv.slice(2));
let interrupted: number | undefined;
for (const [signal, exitCode] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.on(signal, () => onSignal(frame, (interrupted = exitCode)));
}
surviveClosedPipes();
/** Not an option of the program, which would take it from commands that have one of their own. */
if (/^(-V|--version)$/.test(process.argv[2] ?? '')) {
  process.stdout.write(`${toolVersion()}\n`);
  process.exit(0);
}
const exitCode = await buildProgram(frame)
  .then((program) => program.parseAsync())
  .then(() => frame.exitCode)
  .catch((error: unknown) => (interrupted === undefined ? failed(frame, error) : interrupted))
  .finally(closeScratch);
process.exitCode = interrupted ?? exitCode;
