// The part of two catalogs that a change touches or needs, for planning and for the region of the proof.
import type { Catalog, DbObject, Key } from './catalog.ts';
import { keysByName } from './mentions.ts';
import { type Side, sideOf } from './side.ts';

type Mentions = (object: DbObject) => readonly Key[];

/**
 * The part of two catalogs that a change of `keys` can touch or needs: everything that depends on them on either side,
 * and everything that these depend on. Work in scratch then grows with the change and not with the schema. `mentions`
 * finds objects that only a text names (routine bodies); `is` has the traits of kinds.
 */
export function restrictBoth(
  before: Catalog,
  after: Catalog,
  keys: ReadonlySet<Key>,
  mentions: { readonly before: Mentions; readonly after: Mentions },
  is: Readonly<Record<'essential' | 'ambient' | 'holdsValues', (kind: string) => boolean>>,
): { readonly before: Catalog; readonly after: Catalog } {
  const sides = [
    { side: sideOf(before), mentions: mentions.before },
    { side: sideOf(after), mentions: mentions.after },
  ];
  const touched = new Set(keys);
  for (const { side } of sides) {
    reach(touched, side, (key) => [
      ...side.dependents(key),
      ...side.inheritanceChildren(key).map((child) => child.key),
      ...holders(side, key, is.holdsValues),
    ]);
  }
  const needed = touched;
  for (const { side } of sides) {
    for (const object of side.catalog.objects.values()) if (is.ambient(object.kind)) needed.add(object.key);
  }
  for (let size = -1; size !== needed.size; ) {
    size = needed.size;
    for (const { side, mentions: named } of sides) {
      reach(needed, side, (key) => {
        const object = side.get(key);
        if (!object) return [];
        const family = [
          // A new column gets the default of its ancestor's column.
          ...object.inherits.flatMap((ancestor) => [ancestor, ...side.children(ancestor).map((child) => child.key)]),
          ...side.inheritanceChildren(key).map((child) => child.key),
        ];
        return [...side.dependencies(key), ...family, ...parts(side, key, is.essential), ...named(object)];
      });
    }
  }
  return { before: part(before, needed), after: part(after, needed) };
}

/** What stores values of the type that the object is a part of: a column of a table's row type, a domain's constraint. */
function holders(side: Side, key: Key, holdsValues: (kind: string) => boolean): Key[] {
  const parent = side.get(key)?.parent ?? null;
  if (parent === null) return [];
  return side.dependents(parent).filter((dependent) => {
    const object = side.get(dependent);
    return object !== undefined && object.parent !== parent && holdsValues(object.kind);
  });
}

/** Columns and inheritance links are parts of their table. */
const parts = (side: Side, key: Key, isEssential: (kind: string) => boolean): Key[] =>
  side.children(key).flatMap((child) => (isEssential(child.kind) ? [child.key] : []));

/** Extends `keys` by everything reachable through `next`. */
function reach(keys: Set<Key>, side: Side, next: (key: Key) => readonly Key[]): void {
  const queue = [...keys].filter((key) => side.get(key));
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const other of next(key)) {
      if (keys.has(other) || !side.get(other)) continue;
      keys.add(other);
      queue.push(other);
    }
  }
}

/** The selected objects, in the order of the whole catalog. */
export function part(catalog: Catalog, keys: ReadonlySet<Key>): Catalog {
  const objects = new Map([...catalog.objects].filter(([key]) => keys.has(key)));
  return {
    ...catalog,
    objects,
    dependencies: catalog.dependencies.filter(({ dependent, on }) => objects.has(dependent) && objects.has(on)),
  };
}

/** The objects whose own name is among the identifiers of an object's text, which has no dependencies in pg_depend. */
export function mentionsIn(
  catalog: Catalog,
  identifiers: (object: DbObject) => readonly string[],
): (object: DbObject) => readonly Key[] {
  let byName: ReadonlyMap<string, readonly Key[]> | null = null;
  return (object) => {
    const words = identifiers(object);
    if (words.length === 0) return [];
    byName ??= keysByName(catalog.objects.values());
    return words.flatMap((word) => byName?.get(word) ?? []);
  };
}
