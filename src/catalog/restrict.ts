import type { Catalog, DbObject, Key } from './catalog.ts';
import { keysByName } from './mentions.ts';
import { type Side, sideOf } from './side.ts';

type Mentions = (object: DbObject) => readonly Key[];

/**
 * The part of two catalogs that a change of `keys` can touch or needs: everything that depends on them on either side,
 * and whatever all of that depends on. Work in scratch then grows with the change and not with the schema. `mentions`
 * finds objects that only a text names (routine bodies); `ambient` kinds bear on everything and are always in.
 */
export function restrictBoth(
  before: Catalog,
  after: Catalog,
  keys: ReadonlySet<Key>,
  mentions: { readonly before: Mentions; readonly after: Mentions },
  isEssential: (kind: string) => boolean,
  ambient: (kind: string) => boolean,
): { readonly before: Catalog; readonly after: Catalog } {
  const sides = [
    { side: sideOf(before), mentions: mentions.before },
    { side: sideOf(after), mentions: mentions.after },
  ];
  const touched = new Set(keys);
  for (const { side } of sides) {
    reach(touched, side, (key) => [...side.dependents(key), ...side.heirs(key).map((heir) => heir.key)]);
  }
  const needed = touched;
  for (const { side } of sides) {
    for (const object of side.catalog.objects.values()) if (ambient(object.kind)) needed.add(object.key);
  }
  for (let size = -1; size !== needed.size; ) {
    size = needed.size;
    for (const { side, mentions: named } of sides) {
      reach(needed, side, (key) => {
        const object = side.get(key);
        if (!object) return [];
        const family = [...object.inherits, ...side.heirs(key).map((heir) => heir.key)];
        return [...side.dependencies(key), ...family, ...parts(side, key, isEssential), ...named(object)];
      });
    }
  }
  return { before: part(before, needed), after: part(after, needed) };
}

/** A table's columns and its place in its family are parts of it. */
const parts = (side: Side, key: Key, isEssential: (kind: string) => boolean): Key[] =>
  side.children(key).flatMap((child) => (isEssential(child.kind) ? [child.key] : []));

/** Grows `keys` by everything `next` leads to. */
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

/** Objects stay in their order, so that a part reads like the whole. */
export function part(catalog: Catalog, keys: ReadonlySet<Key>): Catalog {
  const objects = new Map([...catalog.objects].filter(([key]) => keys.has(key)));
  return {
    ...catalog,
    objects,
    dependencies: catalog.dependencies.filter(({ dependent, on }) => objects.has(dependent) && objects.has(on)),
  };
}

/** For texts that pg_depend does not look into: the objects whose own name stands among the identifiers of an object. */
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
