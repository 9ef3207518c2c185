// Every command, and how it is loaded: a call loads the one that it names, since all of them take longer to load than most
// take to run.
import type { Command } from 'commander';
import type { Frame } from './session.ts';

/** Adds a command to the program. */
export type Add = (program: Command, frame: Frame) => Command;

interface Listed {
  /** The name and its aliases. */
  readonly names: readonly string[];
  readonly load: () => Promise<Add>;
}

/** In the order of the help. */
const COMMANDS: readonly Listed[] = [
  { names: ['init'], load: async () => (await import('./init.ts')).addInit },
  { names: ['pull'], load: async () => (await import('./pull.ts')).addPull },
  { names: ['plan'], load: async () => (await import('./plan.ts')).addPlan },
  { names: ['apply', 'migrate'], load: async () => (await import('./apply.ts')).addApply },
  { names: ['undo'], load: async () => (await import('./undo.ts')).addUndo },
  { names: ['status', 'info'], load: async () => (await import('./status.ts')).addStatus },
  { names: ['diff'], load: async () => (await import('./diff.ts')).addDiff },
  { names: ['fleet'], load: async () => (await import('./fleet.ts')).addFleet },
  { names: ['drift'], load: async () => (await import('./drift.ts')).addDrift },
  { names: ['history'], load: async () => (await import('./history.ts')).addHistory },
  { names: ['tag'], load: async () => (await import('./tag.ts')).addTag },
  { names: ['baseline'], load: async () => (await import('./baseline.ts')).addBaseline },
  { names: ['checkpoint', 'squash'], load: async () => (await import('./checkpoint.ts')).addCheckpoint },
  { names: ['rebase'], load: async () => (await import('./rebase.ts')).addRebase },
  { names: ['repair'], load: async () => (await import('./repair.ts')).addRepair },
  { names: ['validate'], load: async () => (await import('./validate.ts')).addValidate },
  { names: ['lint'], load: async () => (await import('./lint.ts')).addLint },
  { names: ['new'], load: async () => (await import('./new.ts')).addNew },
  { names: ['import'], load: async () => (await import('./import.ts')).addImport },
  { names: ['export'], load: async () => (await import('./export.ts')).addExport },
  { names: ['config'], load: async () => (await import('./config.ts')).addConfig },
  { names: ['verify'], load: async () => (await import('./verify.ts')).addVerify },
  { names: ['test'], load: async () => (await import('./test.ts')).addTest },
  { names: ['doctor'], load: async () => (await import('./doctor.ts')).addDoctor },
  { names: ['locks'], load: async () => (await import('./locks.ts')).addLocks },
  { names: ['clean'], load: async () => (await import('./clean.ts')).addClean },
  { names: ['completion'], load: async () => (await import('./completion.ts')).addCompletion },
  { names: ['complete'], load: async () => (await import('./completion.ts')).addComplete },
];

/** What a person may call. */
export const commandNames: readonly string[] = COMMANDS.map(({ names }) => names[0] ?? '').filter(
  (name) => name !== 'complete',
);

/**
 * The commands that a command line could mean: those whose names stand among its words, and all where none does, or where
 * all are asked about.
 */
export async function loadCommands(words: readonly string[]): Promise<readonly Add[]> {
  const named = COMMANDS.filter(({ names }) => names.some((name) => words.includes(name)));
  const all = named.length === 0 || words.includes('complete');
  return await Promise.all((all ? COMMANDS : named).map(({ load }) => load()));
}
