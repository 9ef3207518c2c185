// The list of commands, for program.ts. Each is loaded only when it is called, since loading all takes longer than most
// commands take to run.
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
  { names: ['init'], load: async () => (await import('./commands/init.ts')).addInit },
  { names: ['pull'], load: async () => (await import('./commands/pull.ts')).addPull },
  { names: ['plan'], load: async () => (await import('./commands/plan.ts')).addPlan },
  { names: ['apply', 'migrate'], load: async () => (await import('./commands/apply.ts')).addApply },
  { names: ['undo'], load: async () => (await import('./commands/undo.ts')).addUndo },
  { names: ['status', 'info'], load: async () => (await import('./commands/status.ts')).addStatus },
  { names: ['diff'], load: async () => (await import('./commands/diff.ts')).addDiff },
  { names: ['fleet'], load: async () => (await import('./commands/fleet.ts')).addFleet },
  { names: ['drift'], load: async () => (await import('./commands/drift.ts')).addDrift },
  { names: ['history'], load: async () => (await import('./commands/history.ts')).addHistory },
  { names: ['tag'], load: async () => (await import('./commands/tag.ts')).addTag },
  { names: ['baseline'], load: async () => (await import('./commands/baseline.ts')).addBaseline },
  { names: ['checkpoint', 'squash'], load: async () => (await import('./commands/checkpoint.ts')).addCheckpoint },
  { names: ['rebase'], load: async () => (await import('./commands/rebase.ts')).addRebase },
  { names: ['repair'], load: async () => (await import('./commands/repair.ts')).addRepair },
  { names: ['validate'], load: async () => (await import('./commands/validate.ts')).addValidate },
  { names: ['lint'], load: async () => (await import('./commands/lint.ts')).addLint },
  { names: ['new'], load: async () => (await import('./commands/new.ts')).addNew },
  { names: ['import'], load: async () => (await import('./commands/import.ts')).addImport },
  { names: ['export'], load: async () => (await import('./commands/export.ts')).addExport },
  { names: ['config'], load: async () => (await import('./commands/config.ts')).addConfig },
  { names: ['verify'], load: async () => (await import('./commands/verify.ts')).addVerify },
  { names: ['test'], load: async () => (await import('./commands/test.ts')).addTest },
  { names: ['doctor'], load: async () => (await import('./commands/doctor.ts')).addDoctor },
  { names: ['locks'], load: async () => (await import('./commands/locks.ts')).addLocks },
  { names: ['clean'], load: async () => (await import('./commands/clean.ts')).addClean },
  { names: ['completion'], load: async () => (await import('./commands/completion.ts')).addCompletion },
  { names: ['complete'], load: async () => (await import('./commands/completion.ts')).addComplete },
];

/** The commands that help shows. */
export const commandNames: readonly string[] = COMMANDS.map(({ names }) => names[0] ?? '').filter(
  (name) => name !== 'complete',
);

/**
 * The commands that the words of a call may name; all commands where they name none, or where help is asked for all.
 */
export async function loadCommands(words: readonly string[]): Promise<readonly Add[]> {
  const named = COMMANDS.filter(({ names }) => names.some((name) => words.includes(name)));
  const all = named.length === 0 || words.includes('complete');
  return await Promise.all((all ? COMMANDS : named).map(({ load }) => load()));
}
