// Nodes that need no statement of their own: they stand in their parent's, or happen with another's.
import type { Decided, Host } from '../kinds/kind.ts';
import { type Graph, idOf, type Node } from './graph.ts';

/** For each absorbed node, the node whose statement does its work. */
export type Absorption = ReadonlyMap<string, Absorbed>;

export interface Absorbed {
  readonly host: string;
  /** See `Host`. */
  readonly apart: Host['apart'];
}

export function absorb(graph: Graph, context: Decided): Absorption {
  const into = new Map<string, Absorbed>();
  for (const node of graph.nodes.values()) {
    const found = hostsOf(node, graph, context)
      .map(({ verb, key, apart }) => ({ host: idOf(verb, key), apart }))
      .find(({ host }) => host !== node.id && graph.nodes.has(host));
    if (found) into.set(node.id, found);
  }
  return into;
}

/** The node at the end of the chain. */
export function rootOf(id: string, into: Absorption): string {
  let root = id;
  for (let next = into.get(root); next !== undefined; next = into.get(root)) root = next.host;
  return root;
}

function hostsOf(node: Node, graph: Graph, context: Decided): readonly Host[] {
  const { verb, object, kind, key } = node;
  if (verb !== 'create' && verb !== 'drop') return [];
  const own = kind.hosts?.(object, { verb }, context) ?? ofParent(node, context);
  if (verb === 'create') return own;
  // DROP TYPE … CASCADE also drops the functions that the type is made of.
  const types = context.before.circular(key).filter((type) => graph.nodes.get(idOf('drop', type))?.kind.shell);
  return [...own, ...types.map((type): Host => ({ verb: 'drop', key: type }))];
}

/** DROP drops what belongs to the object, and CREATE spells what can stand in it. */
const ofParent = ({ verb, object }: Node, context: Decided): readonly Host[] =>
  object.parent !== null && (verb === 'drop' || context.inlines(object))
    ? [{ verb: verb === 'drop' ? 'drop' : 'create', key: object.parent }]
    : [];
