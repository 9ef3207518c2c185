// The order between a foreign key and the keys that it can use, for the kind table constraint.
// A foreign key uses the oldest key or unique index over the referenced columns, in whatever order (transformFkeyCheckAttrs).
import type { DbObject, Key } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import type { Act, Decided } from '../kind.ts';
import { isColumn, isForeignKey, isIndex, isKey } from './family.ts';

const isUnique = (object: DbObject | undefined): object is DbObject =>
  isKey(object) || (isIndex(object) && object.attributes.unique);

const columnsOf = (key: Key, side: Side): string =>
  side
    .dependencies(key)
    .filter((other) => isColumn(side.get(other)))
    .sort()
    .join('\0');

/** The other keys and unique indexes of the same table over the same columns. */
function alike(used: DbObject, side: Side): readonly Key[] {
  const columns = columnsOf(used.key, side);
  return side
    .children(used.parent ?? used.key)
    .filter((other) => other.key !== used.key && isUnique(other) && columnsOf(other.key, side) === columns)
    .map(({ key }) => key);
}

/**
 * The key that the foreign key uses is created before others that it could use, and the foreign key is dropped before all
 * of them: which one is the oldest in a database depends on how it came about.
 */
export function foreignKeyEdges(
  object: DbObject,
  act: Act,
  { before, after }: Decided,
): (readonly [first: Act, then: Act])[] {
  if (!isForeignKey(object) || act.verb === 'alter') return [];
  const side = act.verb === 'drop' ? before : after;
  const used = side
    .dependencies(object.key)
    .map((key) => side.get(key))
    .filter(isUnique);
  return used.flatMap((key) =>
    alike(key, side).map((other): readonly [Act, Act] =>
      act.verb === 'drop'
        ? [act, { verb: 'drop', key: other }]
        : [
            { verb: 'create', key: key.key },
            { verb: 'create', key: other },
          ],
    ),
  );
}
