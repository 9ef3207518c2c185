#!/usr/bin/env node
// The program: its commands, and what an error is as an exit code.
import { Command } from 'commander';
import { addApply } from './cli/apply.ts';
import { addBaseline } from './cli/baseline.ts';
import { addCheckpoint } from './cli/checkpoint.ts';
import { addClean } from './cli/clean.ts';
import { addComplete, addCompletion } from './cli/completion.ts';
import { addConfig } from './cli/config.ts';
import { addDiff } from './cli/diff.ts';
import { addDoctor } from './cli/doctor.ts';
import { addDrift } from './cli/drift.ts';
import { addExport } from './cli/export.ts';
import { failed } from './cli/failure.ts';
import { addHistory } from './cli/history.ts';
import { addImport } from './cli/import.ts';
import { addInit } from './cli/init.ts';
import { addLint } from './cli/lint.ts';
import { addLocks } from './cli/locks.ts';
import { addNew } from './cli/new.ts';
import { addSettings, helpEnd } from './cli/options.ts';
import { addPlan } from './cli/plan.ts';
import { addPull } from './cli/pull.ts';
import { addRebase } from './cli/rebase.ts';
import { addRepair } from './cli/repair.ts';
import { action, type Frame, newFrame, toolVersion } from './cli/session.ts';
import { start, unknownCommand } from './cli/start.ts';
import { addStatus } from './cli/status.ts';
import { addTag } from './cli/tag.ts';
import { surviveClosedPipes } from './cli/terminal.ts';
import { addTest } from './cli/test.ts';
import { addUndo } from './cli/undo.ts';
import { addValidate } from './cli/validate.ts';
import { addVerify } from './cli/verify.ts';
import { closeScratch } from './workflows/run.ts';

function buildProgram(frame: Frame): Command {
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
      if (word !== undefined)
        throw unknownCommand(
          word,
          program.commands.map((command) => command.name()),
        );
      return start(session);
    }),
  );
  const all = [
    addInit,
    addPull,
    addPlan,
    addApply,
    addUndo,
    addStatus,
    addDiff,
    addDrift,
    addHistory,
    addTag,
    addBaseline,
    addCheckpoint,
    addRebase,
    addRepair,
    addValidate,
    addLint,
    addNew,
    addImport,
    addExport,
    addConfig,
    addVerify,
    addTest,
    addDoctor,
    addLocks,
    addClean,
    addCompletion,
  ];
  for (const add of all) addSettings(add(program, frame));
  addComplete(program, frame);
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
  .parseAsync()
  .then(() => frame.exitCode)
  .catch((error: unknown) => (interrupted === undefined ? failed(frame, error) : interrupted))
  .finally(closeScratch);
process.exitCode = interrupted ?? exitCode;
