// One graph, one sort. Absorbed nodes run with their host; where that would make a cycle they get their own statement.
import { SchemaError } from '../errors.ts';
import { type Absorbed, type Absorption, rootOf } from './absorb.ts';
import type { Graph, Node } from './graph.ts';
import { type Groups, stronglyConnected } from './strongly-connected.ts';

export interface Ordered {
  /** Hosts in the order to run. */
  readonly nodes: readonly Node[];
  readonly absorbed: Absorption;
}

/** Rank: the place of each kind where nothing else decides. Errors: `plan/cycle`. */
export function order(graph: Graph, absorption: Absorption, rank: ReadonlyMap<string, number>): Ordered {
  const into = new Map(absorption);
  const wishes = new Set(graph.wishes.map(([first, second]) => `${first}\u0001${second}`));
  for (;;) {
    const groups = contract(graph, into, wishes);
    const cycles = stronglyConnected(groups).filter((component) => component.length > 1);
    if (cycles.length === 0) return { nodes: sort(graph, groups, rank), absorbed: into };
    for (const cycle of cycles) if (!loosen(cycle, graph, into, wishes)) throw cycleError(cycle, graph);
  }
}

/** For each host, the hosts that must run before it. */
function contract(graph: Graph, into: Absorption, wishes: ReadonlySet<string>): Groups {
  const groups: Groups = new Map();
  for (const id of graph.nodes.keys()) if (!into.has(id)) groups.set(id, new Set());
  const edge = (first: string, second: string): void => {
    const [a, b] = [rootOf(first, into), rootOf(second, into)];
    if (a !== b) groups.get(b)?.add(a);
  };
  for (const [second, firsts] of graph.after) for (const first of firsts) edge(first, second);
  for (const wish of wishes) {
    const [first = '', second = ''] = wish.split('\u0001');
    edge(first, second);
  }
  return groups;
}

/** Give up wishes inside the cycle, or else the absorptions that join it; false when nothing is left to give up. */
function loosen(cycle: readonly string[], graph: Graph, into: Map<string, Absorbed>, wishes: Set<string>): boolean {
  const inside = new Set(cycle);
  const given = [...wishes].filter((wish) => wish.split('\u0001').every((id) => inside.has(rootOf(id, into))));
  for (const wish of given) wishes.delete(wish);
  if (given.length > 0) return true;
  const joining = [...into].filter(([id, { apart }]) => {
    const own = rootOf(id, into);
    if (!inside.has(own) || apart === 'never') return false;
    const crosses = (other: string): boolean => inside.has(rootOf(other, into)) && rootOf(other, into) !== own;
    return (
      [...(graph.after.get(id) ?? [])].some(crosses) ||
      [...graph.after].some(([second, firsts]) => firsts.has(id) && crosses(second))
    );
  });
  const first = joining.filter(([, { apart }]) => apart === 'first');
  for (const [id] of first.length > 0 ? first : joining) into.delete(id);
  for (const [id, { apart }] of first) for (const clone of clonesOf(id, graph)) into.set(clone, { host: id, apart });
  return joining.length > 0;
}

/** The drops of what the object brought about in partitions. */
const clonesOf = (id: string, graph: Graph): string[] => {
  const original = graph.nodes.get(id)?.key;
  return [...graph.nodes.values()]
    .filter((node) => node.verb === 'drop' && original !== undefined && node.object.inherits.includes(original))
    .map((node) => node.id);
};

function sort(graph: Graph, groups: Groups, rank: ReadonlyMap<string, number>): Node[] {
  const waiting = new Map([...groups].map(([id, firsts]) => [id, new Set(firsts)]));
  const followers = new Map<string, string[]>();
  for (const [id, firsts] of groups) {
    for (const first of firsts) followers.set(first, [...(followers.get(first) ?? []), id]);
  }
  const ready = new Map<string, Ready[]>();
  const release = (id: string): void => {
    const node = graph.nodes.get(id);
    if (!node) return;
    const queue = ready.get(node.kind.folder) ?? [];
    ready.set(node.kind.folder, queue);
    insert(queue, { node, priority: priorityOf(node, rank) });
  };
  for (const [id, firsts] of waiting) if (firsts.size === 0) release(id);
  const sorted: Node[] = [];
  let folder = '';
  for (;;) {
    // Staying in one folder as long as possible keeps the number of files small.
    const queue = [ready.get(folder), ...ready.values()].find(
      (candidates) => candidates !== undefined && candidates.length > 0,
    );
    const next = queue?.pop()?.node;
    if (!next) return sorted;
    sorted.push(next);
    folder = next.kind.folder;
    for (const follower of followers.get(next.id) ?? []) {
      const firsts = waiting.get(follower);
      firsts?.delete(next.id);
      if (firsts?.size === 0) release(follower);
    }
  }
}

interface Ready {
  readonly node: Node;
  readonly priority: string;
}

/** Keeps the queue sorted with the first to run at its end. */
function insert(queue: Ready[], item: Ready): void {
  let [low, high] = [0, queue.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((queue[middle]?.priority ?? '') > item.priority) low = middle + 1;
    else high = middle;
  }
  queue.splice(low, 0, item);
}

const PHASES: Readonly<Record<Node['verb'], string>> = {
  drop: '0',
  aside: '1',
  alter: '1',
  announce: '1',
  create: '1',
  'drop aside': '2',
};

/** Drops first, then object by object: what belongs to one table stays together. */
function priorityOf(node: Node, rank: ReadonlyMap<string, number>): string {
  const pad = (value: number): string => String(value).padStart(3, '0');
  const own = rank.get(node.kind.name) ?? 0;
  if (node.verb === 'drop') return `${PHASES.drop}${pad(999 - own)}${node.key}`;
  const family = `${pad(rank.get(node.family.kind) ?? 0)}${node.family.key}`;
  const position = String(node.object.position).padStart(5, '0');
  return `${PHASES[node.verb]}${family}\0${pad(own)}${node.verb === 'create' ? '1' : '0'}${position}${node.key}`;
}

function cycleError(cycle: readonly string[], graph: Graph): SchemaError {
  const words = cycle.map((id) => graph.nodes.get(id)).map((node) => `${node?.verb} ${node?.key}`);
  return new SchemaError('plan/cycle', `these changes wait for each other: ${words.join('; ')}`, {
    hint: 'plan them in two steps; and please report the case: an order should exist',
  });
}
