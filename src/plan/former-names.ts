// Objects whose names PostgreSQL chose, before and after their table or column was renamed: the wanted ones get the names
// of the present ones, for plans.
import type { Catalog, DbObject, Key } from '../catalog/catalog.ts';
import { type Side, sideOf } from '../catalog/side.ts';
import { kindsByName } from '../diff/diff.ts';
import type { Kind, Unnamed } from '../kinds/kind.ts';

/** The wanted catalog with the present names of what is there under a name that PostgreSQL chose; see `Kind.unnamed`. */
export function withFormerNames(wanted: Catalog, present: Catalog, kinds: readonly Kind[]): Catalog {
  const found = formerNames(wanted, present, kinds);
  if (found.size === 0) return wanted;
  const now = (key: Key): Key => found.get(key)?.key ?? key;
  const objects = new Map<Key, DbObject>();
  for (const object of wanted.objects.values()) {
    const { parent, comment, owner, grants } = object;
    const former = found.get(object.key);
    const inherits = object.inherits.map(now);
    const renamed = former ? { ...former, comment, owner, grants, inherits } : { ...object, inherits };
    objects.set(renamed.key, { ...renamed, parent: parent === null ? null : now(parent) });
  }
  const dependencies = wanted.dependencies.map(({ dependent, on }) => ({ dependent: now(dependent), on: now(on) }));
  return { ...wanted, objects, dependencies };
}

/** For each wanted object that is there under another name, the object under that name. */
function formerNames(wanted: Catalog, present: Catalog, kinds: readonly Kind[]): ReadonlyMap<Key, DbObject> {
  const missing = without(present, wanted, kinds);
  const found = new Map<Key, DbObject>();
  if (missing.length === 0) return found;
  const there = new Map<string, DbObject[]>();
  for (const { object, unnamed } of without(wanted, present, kinds)) {
    const place = placeOf(object, unnamed);
    there.set(place, [...(there.get(place) ?? []), object]);
  }
  for (const { object, unnamed } of missing) {
    const former = unnamed.chosen ? there.get(placeOf(object, unnamed))?.shift() : undefined;
    if (former) found.set(object.key, { ...former, attributes: unnamed.under(former) });
  }
  return found;
}

const placeOf = ({ kind, parent }: DbObject, { essence }: Unnamed): string => [kind, parent, essence].join('\0');

/** The objects of `catalog` that `other` lacks, whose names PostgreSQL may have chosen, in order of their names. */
function without(other: Catalog, catalog: Catalog, kinds: readonly Kind[]) {
  const byName = kindsByName(kinds.filter((kind) => kind.unnamed));
  let side: Side | null = null;
  const list: { readonly object: DbObject; readonly unnamed: Unnamed }[] = [];
  for (const object of catalog.objects.values()) {
    const kind = byName.get(object.kind);
    if (!kind || other.objects.has(object.key) || object.parent === null || !other.objects.has(object.parent)) continue;
    side ??= sideOf(catalog);
    const unnamed = kind.unnamed?.(object, side) ?? null;
    if (unnamed) list.push({ object, unnamed });
  }
  return list.sort((a, b) => (a.object.key < b.object.key ? -1 : 1));
}
