// A plan as one script for psql, for `schema diff --sql`, `schema plan` and drift.
import type { Batch, Plan } from '../plan/plan.ts';
import { statementText, stepText } from './step-text.ts';

/** A plan as one script for psql: each transaction between BEGIN and COMMIT, a sentence before each statement. */
export function scriptOf(plan: Plan): string {
  return transactions(plan.batches)
    .map(({ transaction, steps }) => {
      const texts = steps.map(stepText);
      if (!transaction) return texts.join('\n');
      const bodies = steps.some(({ sql }) => /\bCREATE\s+(OR\s+REPLACE\s+)?(FUNCTION|PROCEDURE)\b/i.test(sql));
      // Bodies may name what a later statement creates.
      const settings = bodies ? [statementText('SET LOCAL check_function_bodies = off')] : [];
      return [statementText('BEGIN'), ...settings, ...texts, statementText('COMMIT')].join('\n');
    })
    .join('\n');
}

/** Batches that can commit together, as the migration files of a plan do. */
function transactions(batches: readonly Batch[]): Batch[] {
  const merged: Batch[] = [];
  let last: Batch | undefined;
  for (const batch of batches) {
    const joins =
      last?.transaction === true && batch.transaction && last.commitAfter !== true && last.folder !== batch.folder;
    const open = merged.at(-1);
    if (joins && open !== undefined) merged[merged.length - 1] = { ...open, steps: [...open.steps, ...batch.steps] };
    else merged.push(batch);
    last = batch;
  }
  return merged;
}
