// Actions -> nodes and edges: what must run before what.
import type { DbObject, Key } from '../catalog/catalog.ts';
import { keysByName } from '../catalog/mentions.ts';
import type { Side } from '../catalog/side.ts';
import type { Context, Kind } from '../kinds/kind.ts';
import { type Fate, kindOf, type Sides } from './actions.ts';

export type Verb = 'drop' | 'aside' | 'alter' | 'announce' | 'create' | 'drop aside';

/** One thing done to one object. */
export interface Node {
  readonly id: string;
  readonly verb: Verb;
  readonly key: Key;
  readonly object: DbObject;
  readonly kind: Kind;
  readonly fate: Fate;
  /** The object at the top of its family: the table of a column's default. */
  readonly family: DbObject;
}

export interface Graph {
  readonly nodes: ReadonlyMap<string, Node>;
  /** For each node, the nodes that must run before it. */
  readonly after: ReadonlyMap<string, ReadonlySet<string>>;
  /** Orders that are wished for and given up where they would make a cycle. */
  readonly wishes: readonly (readonly [string, string])[];
}

export const idOf = (verb: Verb, key: Key): string => `${verb}\0${key}`;

const VERBS: Readonly<Record<Fate['action'], readonly Verb[]>> = {
  create: ['announce', 'create'],
  drop: ['drop'],
  alter: ['alter'],
  adapt: ['alter'],
  replace: ['drop', 'announce', 'create'],
  aside: ['aside', 'announce', 'create', 'drop aside'],
};

/** `early` tells of an ancestor's object whether it is there before any partition is attached. */
export function buildGraph(
  fates: ReadonlyMap<Key, Fate>,
  sides: Sides,
  context: Context,
  early: (key: Key) => boolean,
): Graph {
  const nodes = new Map<string, Node>();
  const after = new Map<string, Set<string>>();
  for (const fate of fates.values()) {
    for (const verb of VERBS[fate.action]) {
      const side = verb === 'announce' || verb === 'create' || verb === 'alter' ? sides.after : sides.before;
      const object = side.get(fate.key);
      if (!object || (verb === 'announce' && !isAnnounced(object, sides, context))) continue;
      const id = idOf(verb, fate.key);
      nodes.set(id, {
        id,
        verb,
        key: fate.key,
        object,
        kind: kindOf(sides, object),
        fate,
        family: familyOf(object, side),
      });
      after.set(id, new Set());
    }
  }
  /** `first` runs before `second`, where both happen. */
  const order = (first: string, second: string): void => {
    if (first !== second && nodes.has(first)) after.get(second)?.add(first);
  };
  for (const fate of fates.values()) {
    orderWithin(fate.key, order);
    orderAfterSide(fate.key, sides, order);
    orderBeforeSide(fate.key, sides, order);
  }
  orderSlots(nodes, sides, order);
  orderFamilies(nodes, sides, order, early);
  orderPrecedence(nodes, order);
  return { nodes, after, wishes: [...bodyWishes(nodes), ...callWishes(nodes)] };
}

/** It and what it is made of need each other. */
const isAnnounced = (object: DbObject, sides: Sides, context: Context): boolean =>
  (kindOf(sides, object).announce?.(object, context) ?? null) !== null && sides.after.circular(object.key).length > 0;

/** The ancestor that has no parent. */
export function familyOf(object: DbObject, side: Side): DbObject {
  let top = object;
  while (top.parent !== null) {
    const parent = side.get(top.parent);
    if (!parent) break;
    top = parent;
  }
  return top;
}

type Order = (first: string, second: string) => void;

function orderWithin(key: Key, order: Order): void {
  for (const verb of ['announce', 'create'] as const) {
    order(idOf('drop', key), idOf(verb, key));
    order(idOf('aside', key), idOf(verb, key));
  }
  order(idOf('announce', key), idOf('create', key));
  order(idOf('create', key), idOf('drop aside', key));
}

/** What `key` will depend on is made and altered first. */
function orderAfterSide(key: Key, sides: Sides, order: Order): void {
  const had = new Set(sides.before.dependencies(key));
  const circular = sides.after.circular(key);
  for (const on of sides.after.dependencies(key)) {
    if (circular.includes(on) && announces(sides.after, on, sides)) {
      order(idOf('announce', on), idOf('create', key));
      continue;
    }
    if (!circular.includes(on)) {
      for (const verb of ['create', 'alter'] as const) order(idOf(verb, on), idOf('announce', key));
    }
    for (const verb of ['create', 'alter'] as const) order(idOf(verb, on), idOf('create', key));
    order(idOf('create', on), idOf('alter', key));
    if (!had.has(on) || sides.after.get(key)?.parent === on) order(idOf('alter', on), idOf('alter', key));
  }
}

const announces = (side: Side, key: Key, sides: Sides): boolean => {
  const object = side.get(key);
  return object !== undefined && kindOf(sides, object).announce !== undefined;
};

/** What `key` depended on goes and changes only when `key` is gone or has let go of it. */
function orderBeforeSide(key: Key, sides: Sides, order: Order): void {
  const circular = sides.before.circular(key);
  for (const on of sides.before.dependencies(key)) {
    // A type lets go of a function that takes it, and the function goes then.
    const lets = circular.includes(on) && announces(sides.before, on, sides);
    const verbs: readonly Verb[] = lets ? ['drop', 'aside', 'drop aside'] : ['drop', 'aside', 'alter', 'drop aside'];
    for (const verb of verbs) order(idOf('drop', key), idOf(verb, on));
    order(idOf('alter', key), idOf('drop', on));
    order(idOf('alter', key), idOf('drop aside', on));
    for (const verb of ['drop', 'drop aside'] as const) order(idOf('drop aside', key), idOf(verb, on));
  }
}

/** A name must be free before it is taken. */
function orderSlots(nodes: ReadonlyMap<string, Node>, sides: Sides, order: Order): void {
  const freed = new Map<string, string[]>();
  const slotsOf = (side: Side, key: Key, kind: Kind): readonly string[] => {
    const object = side.get(key);
    return object ? (kind.slots?.(object) ?? []) : [];
  };
  for (const node of nodes.values()) {
    if (node.verb === 'create' || node.verb === 'drop aside') continue;
    const kept = node.verb === 'alter' ? slotsOf(sides.after, node.key, node.kind) : [];
    for (const slot of slotsOf(sides.before, node.key, node.kind)) {
      if (!kept.includes(slot)) freed.set(slot, [...(freed.get(slot) ?? []), node.id]);
    }
  }
  for (const node of nodes.values()) {
    if (node.verb !== 'create' && node.verb !== 'alter') continue;
    for (const slot of slotsOf(sides.after, node.key, node.kind)) {
      for (const id of freed.get(slot) ?? []) order(id, node.id);
    }
  }
}

/** Partitions and child tables: see Kind.inheritance. */
function orderFamilies(
  nodes: ReadonlyMap<string, Node>,
  sides: Sides,
  order: Order,
  early: (key: Key) => boolean,
): void {
  for (const node of nodes.values()) {
    if (node.kind.link) orderLink(node, nodes, sides, order, early);
    const how = node.kind.inheritance?.(node.object);
    if (!how) continue;
    for (const ancestor of node.object.inherits) {
      // The partitions' own indexes and keys come first: the parent's statement adopts them.
      if (how === 'adopted') order(node.id, idOf('create', ancestor));
      // A change of the parent's statement reaches the children: what it can't say for them comes after.
      else if (node.verb === 'alter') order(idOf('alter', ancestor), node.id);
      else if (node.verb === 'create') order(idOf('create', ancestor), node.id);
    }
  }
}

/** A table is attached when both tables' parts are ready for it, and detached before they change apart. */
function orderLink(
  link: Node,
  nodes: ReadonlyMap<string, Node>,
  sides: Sides,
  order: Order,
  early: (key: Key) => boolean,
): void {
  const side = link.verb === 'drop' ? sides.before : sides.after;
  const tables = side.dependencies(link.key);
  for (const table of tables) {
    for (const member of [...sides.before.children(table), ...sides.after.children(table)]) {
      const how = kindOf(sides, member).inheritance?.(member);
      // A link that CREATE TABLE spells is there before all other parts of its table.
      if (!how || (link.verb === 'create' && member.parent === link.object.parent && early(link.key))) continue;
      for (const verb of ['drop', 'alter', 'create'] as const) {
        const id = idOf(verb, member.key);
        const part = nodes.get(id);
        if (!part) continue;
        if (link.verb === 'drop') order(link.id, id);
        // The attachment would take it for its own and clone none.
        else if (verb === 'create' && member.parent === link.object.parent && isApart(member, sides))
          order(link.id, id);
        // Its own statement makes the heir's: the table is there by then.
        else if (how === 'merged' && verb === 'create' && clonesLater(member, link, sides)) order(link.id, id);
        else if (how === 'merged') order(id, link.id);
        // The attachment clones what the ancestor has by then.
        else if (how === 'cloned' && member.parent === link.object.parent) {
          for (const ancestor of member.inherits) {
            const made = idOf('create', ancestor);
            if (early(ancestor)) order(made, link.id);
            else order(link.id, made);
          }
        }
        // Otherwise the attachment would make an index of its own. A clone is its own work in any case.
        else if (how === 'adopted' && member.parent === link.object.parent && member.inherits.some(early))
          order(id, link.id);
      }
    }
  }
}

/** It has nothing to do with what a partition gets from its ancestor, and a statement of its own. */
const isApart = (member: DbObject, sides: Sides): boolean =>
  member.inherits.length === 0 && kindOf(sides, member).clause === undefined;

/** An ancestor's part whose counterpart in the link's table is no part of CREATE TABLE. */
const clonesLater = (ancestor: DbObject, link: Node, sides: Sides): boolean =>
  sides.after
    .heirs(ancestor.key)
    .some((heir) => heir.parent === link.object.parent && kindOf(sides, heir).inheritance?.(heir) === 'cloned');

function orderPrecedence(nodes: ReadonlyMap<string, Node>, order: Order): void {
  const first = [...nodes.values()].filter((node) => node.kind.precedes);
  for (const node of first) {
    for (const created of nodes.values()) {
      if (created.verb === 'create' && node.kind.precedes?.(node.object, created.object, created.kind))
        order(node.id, created.id);
    }
  }
}

/** A former overload goes before one that the same calls may find. */
function callWishes(nodes: ReadonlyMap<string, Node>): (readonly [string, string])[] {
  const made = new Map<string, string[]>();
  for (const { id, verb, object, kind } of nodes.values()) {
    const name = verb === 'create' ? kind.callName?.(object) : undefined;
    if (name !== undefined) made.set(name, [...(made.get(name) ?? []), id]);
  }
  return [...nodes.values()].flatMap(({ id, verb, object, kind }) => {
    const name = verb === 'drop' ? kind.callName?.(object) : undefined;
    return name === undefined ? [] : (made.get(name) ?? []).map((other) => [id, other] as const);
  });
}

/** Bodies in text are invisible to pg_depend: an object whose name stands in one is wanted before the routine. */
function bodyWishes(nodes: ReadonlyMap<string, Node>): (readonly [string, string])[] {
  const routines = [...nodes.values()].filter((node) => node.verb !== 'drop' && node.kind.mentions);
  if (routines.length === 0) return [];
  const made = [...nodes.values()].filter((node) => node.verb === 'create');
  const byName = keysByName(made.map((node) => node.object));
  return routines.flatMap((routine) => {
    const words = routine.kind.mentions?.(routine.object) ?? [];
    const named = words.flatMap((word) => byName.get(word) ?? []);
    return named.filter((key) => key !== routine.key).map((key) => [idOf('create', key), routine.id] as const);
  });
}
