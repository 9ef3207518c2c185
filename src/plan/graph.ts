// Fates -> the graph of a plan: nodes, and edges for what must run before what. For absorption and the order.
import type { DbObject, Key } from '../catalog/catalog.ts';
import { keysByName } from '../catalog/mentions.ts';
import type { Side } from '../catalog/side.ts';
import { obeyedDefaultPrivileges } from '../kinds/default-privileges.ts';
import type { Act, Decided, Kind, Resource, Verb } from '../kinds/kind.ts';
import { type Fate, type Kinds, kindOf } from './fates.ts';

/** One act on one object: a statement, or a part of a host's statement. */
export interface PlanNode {
  readonly id: string;
  readonly verb: Verb;
  readonly key: Key;
  readonly object: DbObject;
  readonly kind: Kind;
  readonly fate: Fate;
  /** The object at the top of the parents: the table of a column's default. */
  readonly family: DbObject;
}

export interface Graph {
  readonly nodes: ReadonlyMap<string, PlanNode>;
  /** For each node, the nodes that must run before it. */
  readonly after: ReadonlyMap<string, ReadonlySet<string>>;
  /** Wishes: edges that the order drops where they would make a cycle. */
  readonly wishes: readonly (readonly [string, string])[];
}

export const idOf = (verb: Verb, key: Key): string => `${verb}\0${key}`;

const VERBS: Readonly<Record<Fate['action'], readonly Verb[]>> = {
  create: ['create shell', 'create'],
  drop: ['drop'],
  alter: ['alter'],
  replace: ['drop', 'create shell', 'create'],
  swap: ['rename', 'create shell', 'create', 'drop renamed'],
};

type Nodes = ReadonlyMap<string, PlanNode>;
type Order = (first: string, second: string) => void;

/** The graph of all acts of a plan. */
export function buildGraph(fates: ReadonlyMap<Key, Fate>, context: Decided, kinds: Kinds): Graph {
  const nodes = nodesOf(fates, context, kinds);
  const after = new Map([...nodes.keys()].map((id) => [id, new Set<string>()]));
  /** Adds the edge that `first` runs before `second`, where both nodes exist. */
  const order: Order = (first, second) => {
    if (first !== second && nodes.has(first)) after.get(second)?.add(first);
  };
  for (const [key, fate] of fates) {
    orderWithin(key, order);
    orderAround(fate, order);
    orderAfterSide(key, context.after, kinds, order, context.before);
    orderBeforeSide(key, context.before, kinds, order);
  }
  for (const node of nodes.values()) {
    const act: Act = { verb: node.verb, key: node.key };
    for (const [first, then] of node.kind.edges?.(node.object, act, context) ?? []) {
      order(idOf(first.verb, first.key), idOf(then.verb, then.key));
    }
  }
  const names = namesOf(nodes, context);
  orderNames(names, order);
  // A dropped overload goes before the creation of an overload that the same calls may resolve to.
  const wishes = [...mentionWishes(nodes, names), ...pairsOf(names.freed.answers, names.taken.answers)];
  return { nodes, after, wishes };
}

function nodesOf(fates: ReadonlyMap<Key, Fate>, context: Decided, kinds: Kinds): Nodes {
  const nodes = new Map<string, PlanNode>();
  for (const fate of fates.values()) {
    for (const verb of VERBS[fate.action]) {
      const side = verb === 'create shell' || verb === 'create' || verb === 'alter' ? context.after : context.before;
      const object = side.get(fate.key);
      if (!object || (verb === 'create shell' && !needsShell(object, context.after, kinds))) continue;
      const id = idOf(verb, fate.key);
      const family = familyOf(object, side);
      nodes.set(id, { id, verb, key: fate.key, object, kind: kindOf(kinds, object), fate, family });
    }
  }
  return nodes;
}

/** Edges between an object and the objects that it depends on circularly: a base type and its functions. */
const needsShell = (object: DbObject, side: Side, kinds: Kinds): boolean =>
  (kindOf(kinds, object).shell?.(object) ?? null) !== null && side.circular(object.key).length > 0;

/** The topmost parent. */
export function familyOf(object: DbObject, side: Side): DbObject {
  let top = object;
  while (top.parent !== null) {
    const parent = side.get(top.parent);
    if (!parent) break;
    top = parent;
  }
  return top;
}

function orderWithin(key: Key, order: Order): void {
  for (const verb of ['create shell', 'create'] as const) {
    order(idOf('drop', key), idOf(verb, key));
    order(idOf('rename', key), idOf(verb, key));
  }
  order(idOf('create shell', key), idOf('create', key));
  order(idOf('create', key), idOf('drop renamed', key));
}

/** Objects that must not exist while an object is altered are dropped before and created after that. */
function orderAround({ key, statements }: Fate, order: Order): void {
  for (const other of statements.flatMap(({ without }) => without ?? [])) {
    order(idOf('drop', other), idOf('alter', key));
    order(idOf('alter', key), idOf('create', other));
  }
}

/** Objects that `key` will depend on are created and altered first. */
function orderAfterSide(key: Key, side: Side, kinds: Kinds, order: Order, before: Side): void {
  const had = new Set(before.dependencies(key));
  const circular = side.circular(key);
  for (const on of side.dependencies(key)) {
    if (circular.includes(on) && hasShell(side, on, kinds)) {
      order(idOf('create shell', on), idOf('create', key));
      continue;
    }
    if (!circular.includes(on)) {
      for (const verb of ['create', 'alter'] as const) order(idOf(verb, on), idOf('create shell', key));
    }
    for (const verb of ['create', 'alter'] as const) order(idOf(verb, on), idOf('create', key));
    order(idOf('create', on), idOf('alter', key));
    if (!had.has(on) || side.get(key)?.parent === on) order(idOf('alter', on), idOf('alter', key));
  }
}

const hasShell = (side: Side, key: Key, kinds: Kinds): boolean => {
  const object = side.get(key);
  return object !== undefined && kindOf(kinds, object).shell !== undefined;
};

/** Objects that `key` depended on are dropped and altered after `key` is dropped or no longer depends on them. */
function orderBeforeSide(key: Key, side: Side, kinds: Kinds, order: Order): void {
  const circular = side.circular(key);
  for (const on of side.dependencies(key)) {
    // DROP TYPE … CASCADE also drops the type's input and output functions.
    const dropsAll = circular.includes(on) && hasShell(side, on, kinds);
    const verbs: readonly Verb[] = dropsAll
      ? ['drop', 'rename', 'drop renamed']
      : ['drop', 'rename', 'alter', 'drop renamed'];
    for (const verb of verbs) order(idOf('drop', key), idOf(verb, on));
    order(idOf('alter', key), idOf('drop', on));
    order(idOf('alter', key), idOf('drop renamed', on));
    for (const verb of ['drop', 'drop renamed'] as const) order(idOf('drop renamed', key), idOf(verb, on));
  }
}

/** The ids of the nodes that free and take each name, for each use. */
interface Names {
  readonly freed: Uses;
  readonly taken: Uses;
}

type Uses = Readonly<Record<Resource['use'], Map<string, string[]>>>;

const noUses = (): Uses => ({
  takes: new Map(),
  answers: new Map(),
  mentions: new Map(),
  sets: new Map(),
  obeys: new Map(),
});

/** The uses of names that only a creation makes, not an alteration. */
const OF_ALTERATION: readonly Resource['use'][] = ['takes', 'mentions', 'sets'];

/** The names that each act frees and takes. An alteration frees the names that the object no longer has. */
function namesOf(nodes: Nodes, { before, after }: Decided): Names {
  const names: Names = { freed: noUses(), taken: noUses() };
  const resources = (side: Side, { key, kind }: PlanNode): readonly Resource[] => {
    const object = side.get(key);
    return object ? [...(kind.resources?.(object) ?? []), ...obeyedDefaultPrivileges(kind, object)] : [];
  };
  const add = (uses: Uses, list: readonly Resource[], id: string): void => {
    for (const { use, name } of list) uses[use].set(name, [...(uses[use].get(name) ?? []), id]);
  };
  for (const node of nodes.values()) {
    if (node.verb === 'create') add(names.taken, resources(after, node), node.id);
    else if (node.verb === 'drop' || node.verb === 'rename') add(names.freed, resources(before, node), node.id);
    else if (node.verb === 'alter') {
      const has = resources(after, node).filter(({ use }) => OF_ALTERATION.includes(use));
      const lost = ({ use, name }: Resource): boolean =>
        use === 'takes' && !has.some((other) => other.use === use && other.name === name);
      add(names.taken, has, node.id);
      add(names.freed, resources(before, node).filter(lost), node.id);
    }
  }
  return names;
}

/** Edges: a name is freed before it is taken, and set before it is obeyed. */
function orderNames({ freed, taken }: Names, order: Order): void {
  const pairs = [
    ...pairsOf(freed.takes, taken.takes),
    ...pairsOf(freed.sets, taken.obeys),
    ...pairsOf(taken.sets, taken.obeys),
  ];
  for (const [first, second] of pairs) order(first, second);
}

/** All pairs of nodes under the same name. */
const pairsOf = (
  first: ReadonlyMap<string, readonly string[]>,
  second: ReadonlyMap<string, readonly string[]>,
): (readonly [string, string])[] =>
  [...first].flatMap(([name, ids]) =>
    ids.flatMap((id) => (second.get(name) ?? []).map((other) => [id, other] as const)),
  );

/** Wishes for routines with text bodies, which have no rows in pg_depend: an object that a body names comes first. */
function mentionWishes(nodes: Nodes, { taken }: Names): (readonly [string, string])[] {
  const made = [...nodes.values()].filter((node) => node.verb === 'create').map((node) => node.object);
  const creations = new Map(
    [...keysByName(made)].map(([name, keys]) => [name, keys.map((key) => idOf('create', key))] as const),
  );
  return pairsOf(creations, taken.mentions).filter(([first, second]) => first !== second);
}
