// What PostgreSQL rebuilds when ALTER TABLE changes the type of a column (RememberAllDependentForRebuilding): statements
// for what it forgets, and their order, for the kinds index, table constraint and statistics object.
import type { DbObject } from '../../catalog/catalog.ts';
import { forgottenDependencies } from '../extensions/extension-dependency.ts';
import type { Act, Cause, Decided, Response, Sides } from '../kind.ts';
import { isColumn } from './family.ts';
import { changeTargets } from './index-parameters.ts';
import type { IndexParameters } from './models.ts';

/** The response of an index or key that stays: its statistics targets and dependencies on extensions are forgotten. */
export function restoreIndex(
  { key, attributes }: DbObject & { readonly attributes: IndexParameters },
  reference: string,
  how: Cause,
  context: Sides,
): Response {
  if (how !== 'relabels' && how !== 'rewrites') return 'stays';
  return [
    ...changeTargets(reference, { ...attributes, statistics: [] }, attributes).map((draft) => ({
      ...draft,
      why: `Sets a statistics target of index ${reference} again, which PostgreSQL forgets when a column's type changes.`,
    })),
    ...forgottenDependencies(key, context),
  ];
}

/** The object is altered after its columns: what was set before is lost. */
export const afterColumns = (object: DbObject, act: Act, { after }: Decided): (readonly [first: Act, then: Act])[] =>
  act.verb === 'alter'
    ? after
        .dependencies(object.key)
        .filter((key) => isColumn(after.get(key)))
        .map((key) => [{ verb: 'alter', key }, act])
    : [];
