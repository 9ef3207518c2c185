// A catalog with its relations between objects looked up, for the planner and the rules of kinds.
import type { Catalog, DbObject, Key } from './catalog.ts';

/** A catalog with children, dependencies and inheritance looked up. A parent is one of the dependencies. */
export interface Side {
  readonly catalog: Catalog;
  get(key: Key): DbObject | undefined;
  children(key: Key): readonly DbObject[];
  dependencies(key: Key): readonly Key[];
  dependents(key: Key): readonly Key[];
  /** Objects that depend on this one, and that it depends on: a base type's input and output functions. */
  circular(key: Key): readonly Key[];
  /** The objects of partitions and child tables that are inherited from this one (find_inheritance_children). */
  inheritanceChildren(key: Key): readonly DbObject[];
}

const known = new WeakMap<Catalog, Side>();

/** The side of a catalog, which never changes: made once. */
export function sideOf(catalog: Catalog): Side {
  const side = known.get(catalog) ?? lookedUp(catalog);
  known.set(catalog, side);
  return side;
}

function lookedUp(catalog: Catalog): Side {
  const children = new Map<Key, DbObject[]>();
  const dependencies = new Map<Key, Set<Key>>();
  const dependents = new Map<Key, Set<Key>>();
  const inheriting = new Map<Key, DbObject[]>();
  const depend = (dependent: Key, on: Key): void => {
    if (dependent === on) return;
    into(dependencies, dependent).add(on);
    into(dependents, on).add(dependent);
  };
  for (const object of catalog.objects.values()) {
    for (const ancestor of object.inherits) inheriting.set(ancestor, [...(inheriting.get(ancestor) ?? []), object]);
    if (object.parent === null) continue;
    const list = children.get(object.parent);
    if (list) list.push(object);
    else children.set(object.parent, [object]);
    depend(object.key, object.parent);
  }
  for (const { dependent, on } of catalog.dependencies) depend(dependent, on);
  return {
    catalog,
    get: (key) => catalog.objects.get(key),
    children: (key) => children.get(key) ?? [],
    dependencies: (key) => [...(dependencies.get(key) ?? [])],
    dependents: (key) => [...(dependents.get(key) ?? [])],
    circular: (key) => [...(dependencies.get(key) ?? [])].filter((on) => dependencies.get(on)?.has(key)),
    inheritanceChildren: (key) => inheriting.get(key) ?? [],
  };
}

function into(map: Map<Key, Set<Key>>, key: Key): Set<Key> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<Key>();
  map.set(key, made);
  return made;
}
