// A catalog as steps on an empty database, for echoes, replays and pulls.
import type { Catalog } from '../catalog/catalog.ts';
import { KINDS } from '../kinds/index.ts';
import { makePlan, type PlanOptions } from '../plan/make-plan.ts';
import type { Plan, Step } from '../plan/plan.ts';

/** Everything in a catalog, as steps on an empty database. */
export function buildSteps(empty: Catalog, wanted: Catalog, options: PlanOptions = {}): Step[] {
  return stepsOf(makePlan(empty, wanted, KINDS, options));
}

/** The steps of all batches, in their order. */
export const stepsOf = (plan: Plan): Step[] => plan.batches.flatMap((batch) => [...batch.steps]);
