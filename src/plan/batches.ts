// Steps -> batches: what commits together.
import type { Key } from '../catalog/catalog.ts';
import type { Side } from '../catalog/side.ts';
import type { Batch } from './plan.ts';
import type { DraftedStep } from './render.ts';

/** Runs of one folder and one way of committing. What must commit before it is used goes first, and nothing with it. */
export function intoBatches(steps: readonly DraftedStep[], after: Side): Batch[] {
  const early = steps.filter((step) => step.commit === 'after');
  const added = new Set(early.map((step) => step.subject));
  const rest = steps.filter((step) => step.commit !== 'after');
  if (early.length === 0 || !rest.some((step) => mayUse(step.subject, added, after))) return runs(steps);
  const first = runs(early).map((batch) => ({ ...batch, commitAfter: true }));
  return [...first, ...runs(rest)];
}

function runs(steps: readonly DraftedStep[]): Batch[] {
  const batches: { transaction: boolean; folder: Batch['folder']; steps: DraftedStep[] }[] = [];
  for (const step of lateLast(steps)) {
    const transaction = step.commit !== 'outside';
    let last = batches[batches.length - 1];
    if (!last || last.folder !== step.folder || last.transaction !== transaction || !transaction) {
      last = { transaction, folder: step.folder, steps: [] };
      batches.push(last);
    }
    last.steps.push(step);
  }
  return batches;
}

const lateLast = (steps: readonly DraftedStep[]): DraftedStep[] => [
  ...steps.filter((step) => !step.late),
  ...steps.filter((step) => step.late),
];

/** Depends on one of the keys, however far; a routine's body may name anything. */
function mayUse(subject: Key, keys: ReadonlySet<Key>, side: Side): boolean {
  const seen = new Set<Key>([subject]);
  const queue = [subject];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (keys.has(key)) return true;
    for (const next of [...side.children(key).map((child) => child.key), ...side.dependencies(key)]) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return false;
}
