// Steps -> batches: which steps commit together, for the files of a plan.
import type { Key } from '../catalog/catalog.ts';
import type { Side } from '../catalog/side.ts';
import type { Batch } from './plan.ts';
import type { DraftedStep } from './render.ts';

/**
 * Consecutive steps of one folder and one way of committing. Steps whose result needs a commit come first, in a batch
 * of their own.
 */
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

/** Whether the step depends on one of the keys, directly or not; a routine's body may name any of them. */
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
