// The commands of the program, and what none of them is.
import { Command } from 'commander';
import { addApply } from './apply.ts';
import { addBaseline } from './baseline.ts';
import { addCheckpoint } from './checkpoint.ts';
import { addClean } from './clean.ts';
import { addComplete, addCompletion } from './completion.ts';
import { addConfig } from './config.ts';
import { addDiff } from './diff.ts';
import { addDoctor } from './doctor.ts';
import { addDrift } from './drift.ts';
import { addExport } from './export.ts';
import { addFleet } from './fleet.ts';
import { addHistory } from './history.ts';
import { addImport } from './import.ts';
import { addInit } from './init.ts';
import { addLint } from './lint.ts';
import { addLocks } from './locks.ts';
import { addNew } from './new.ts';
import { addSettings, helpEnd } from './options.ts';
import { addPlan } from './plan.ts';
import { addPull } from './pull.ts';
import { addRebase } from './rebase.ts';
import { addRepair } from './repair.ts';
import { action, type Frame } from './session.ts';
import { start, unknownCommand } from './start.ts';
import { addStatus } from './status.ts';
import { addTag } from './tag.ts';
import { addTest } from './test.ts';
import { addUndo } from './undo.ts';
import { addValidate } from './validate.ts';
import { addVerify } from './verify.ts';

/** All commands, on one frame. */
export function buildProgram(frame: Frame): Command {
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
    addFleet,
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
