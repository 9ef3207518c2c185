// One graph, one sort. Absorbed nodes run with their host; where that would make a cycle they get their own statement.
import { SchemaError } from '../errors.ts';
import { type Absorption, hostOf } from './absorb.ts';
import type { Graph, Node } from './graph.ts';

export interface Ordered {
  /** Hosts in the order to run. */
  readonly nodes: readonly Node[];
  readonly absorbed: ReadonlyMap<string, string>;
}

export function order(graph: Graph, absorption: Absorption, rank: ReadonlyMap<string, number>): Ordered {
  const into: Absorption = new Map(absorption);
  const wishes = new Set(graph.wishes.map(([first, second]) => `${first}\u0001${second}`));
  for (;;) {
    const groups = contract(graph, into, wishes);
    const cycles = stronglyConnected(groups).filter((component) => component.length > 1);
    if (cycles.length === 0) return { nodes: sort(graph, groups, rank), absorbed: into };
    for (const cycle of cycles) if (!loosen(cycle, graph, into, wishes)) throw cycleError(cycle, graph);
  }
}

type Groups = Map<string, Set<string>>;

/** For each host, the hosts that must run before it. */
function contract(graph: Graph, into: Absorption, wishes: ReadonlySet<string>): Groups {
  const groups: Groups = new Map();
  for (const id of graph.nodes.keys()) if (!into.has(id)) groups.set(id, new Set());
  const edge = (first: string, second: string): void => {
    const [a, b] = [hostOf(first, into), hostOf(second, into)];
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
function loosen(cycle: readonly string[], graph: Graph, into: Absorption, wishes: Set<string>): boolean {
  const inside = new Set(cycle);
  const given = [...wishes].filter((wish) => wish.split('\u0001').every((id) => inside.has(hostOf(id, into))));
  for (const wish of given) wishes.delete(wish);
  if (given.length > 0) return true;
  const joining = [...into.keys()].filter((id) => {
    if (!inside.has(hostOf(id, into)) || !standsAlone(graph.nodes.get(id))) return false;
    const own = hostOf(id, into);
    const crosses = (other: string): boolean => inside.has(hostOf(other, into)) && hostOf(other, into) !== own;
    return (
      [...(graph.after.get(id) ?? [])].some(crosses) ||
      [...graph.after].some(([second, firsts]) => firsts.has(id) && crosses(second))
    );
  });
  // A foreign key between two tables that go is what usually ties them: with it dropped first, the rest stays together.
  const ties = joining.filter((id) => graph.nodes.get(id)?.verb === 'drop' && isTie(graph.nodes.get(id)));
  for (const id of ties.length > 0 ? ties : joining) into.delete(id);
  for (const id of ties) for (const clone of clonesOf(id, graph)) into.set(clone, id);
  return joining.length > 0;
}

const isTie = (node: Node | undefined): boolean =>
  node !== undefined && node.object.inherits.length === 0 && node.kind.inheritance?.(node.object) === 'cloned';

/** What goes from partitions when its original is dropped. */
const clonesOf = (id: string, graph: Graph): string[] => {
  const original = graph.nodes.get(id)?.key;
  return [...graph.nodes.values()]
    .filter((node) => node.verb === 'drop' && original !== undefined && node.object.inherits.includes(original))
    .map((node) => node.id);
};

/** Some parts have no statement of their own while their host's runs: a column of a table that is made or dropped. */
const standsAlone = (node: Node | undefined): boolean =>
  node !== undefined && !(node.kind.link && node.verb === 'create') && node.kind.holdsRows?.(node.object) !== true;

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

/** Tarjan's algorithm, without recursion. */
function stronglyConnected(groups: Groups): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const onStack = new Set<string>();
  const stack: string[] = [];
  const components: string[][] = [];
  for (const root of groups.keys()) {
    if (index.has(root)) continue;
    const work: { id: string; next: string[] }[] = [visit(root)];
    while (work.length > 0) {
      const frame = work[work.length - 1];
      if (!frame) break;
      const neighbour = frame.next.pop();
      if (neighbour === undefined) {
        work.pop();
        close(frame.id, work[work.length - 1]?.id);
      } else if (!index.has(neighbour)) work.push(visit(neighbour));
      else if (onStack.has(neighbour)) low.set(frame.id, Math.min(low.get(frame.id) ?? 0, index.get(neighbour) ?? 0));
    }
  }
  return components;

  function visit(id: string): { id: string; next: string[] } {
    index.set(id, index.size);
    low.set(id, index.size - 1);
    stack.push(id);
    onStack.add(id);
    return { id, next: [...(groups.get(id) ?? [])] };
  }
  function close(id: string, parent: string | undefined): void {
    if (low.get(id) === index.get(id)) {
      const component: string[] = [];
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        onStack.delete(member);
        component.push(member);
        if (member === id) break;
      }
      components.push(component);
    }
    if (parent !== undefined) low.set(parent, Math.min(low.get(parent) ?? 0, low.get(id) ?? 0));
  }
}

function cycleError(cycle: readonly string[], graph: Graph): SchemaError {
  const words = cycle.map((id) => graph.nodes.get(id)).map((node) => `${node?.verb} ${node?.key}`);
  return new SchemaError('plan/cycle', `these changes wait for each other: ${words.join('; ')}`, {
    hint: 'plan them in two steps; and please report the case: an order should exist',
  });
}
