// Nodes that need no statement of their own: they stand in their parent's, or happen with another's.

import { equal } from '../catalog/canonical.ts';
import type { DbObject, Key } from '../catalog/catalog.ts';
import type { Context } from '../kinds/kind.ts';
import type { Sides } from './actions.ts';
import { type Graph, idOf, type Node } from './graph.ts';

/** For each absorbed node, the node whose statement does its work. */
export type Absorption = Map<string, string>;

export function absorb(graph: Graph, sides: Sides, context: Context): Absorption {
  const into: Absorption = new Map();
  for (const node of graph.nodes.values()) {
    const host =
      node.verb === 'drop'
        ? (carrierOf(node, graph, context) ?? dropHost(node, graph, sides))
        : node.verb === 'create'
          ? (carrierOf(node, graph, context) ?? createHost(node, graph, sides, context))
          : null;
    if (host !== null && host !== node.id && graph.nodes.has(host)) into.set(node.id, host);
  }
  return into;
}

/** The node at the end of the chain. */
export function hostOf(id: string, into: ReadonlyMap<string, string>): string {
  let host = id;
  for (let next = into.get(host); next !== undefined; next = into.get(host)) host = next;
  return host;
}

/** Another object's change does it. */
function carrierOf(node: Node, graph: Graph, context: Context): string | null {
  const carrier = node.kind.carrier?.(node.object, context) ?? null;
  return carrier !== null && graph.nodes.has(idOf('alter', carrier)) ? idOf('alter', carrier) : null;
}

function dropHost(node: Node, graph: Graph, sides: Sides): string | null {
  const object = node.object;
  const parent = object.parent === null ? null : idOf('drop', object.parent);
  if (parent !== null && graph.nodes.has(parent)) return parent;
  // A base type's DROP … CASCADE takes its input and output functions along.
  const announced = sides.before.circular(node.key).find((key) => {
    const dropped = graph.nodes.get(idOf('drop', key));
    return dropped?.kind.announce !== undefined;
  });
  if (announced !== undefined) return idOf('drop', announced);
  const with_ = node.kind.goesWith?.(object, sides.before) ?? null;
  if (with_ !== null && graph.nodes.has(idOf('drop', with_))) return idOf('drop', with_);
  const how = node.kind.inheritance?.(object);
  if (!how || object.inherits.length === 0) return null;
  const link = linkTo(object, sides);
  const unlinked = link !== null && graph.nodes.has(idOf('drop', link));
  if (unlinked) return how === 'cloned' ? idOf('drop', link) : null;
  const ancestor = object.inherits.find((key) => graph.nodes.has(idOf('drop', key)));
  // A column that a child table also declares itself stays when the parent's goes.
  const own = how === 'merged' && object.attributes['local'] === true && object.attributes['partition'] !== true;
  return ancestor && !own ? idOf('drop', ancestor) : null;
}

function createHost(node: Node, graph: Graph, sides: Sides, context: Context): string | null {
  const object = node.object;
  const inherited = object.inherits.length > 0 ? node.kind.inheritance?.(object) : undefined;
  const parent = object.parent === null ? null : idOf('create', object.parent);
  if (parent !== null && graph.nodes.has(parent)) {
    // CREATE TABLE … INHERITS brings it along, whatever its state.
    if (inherited === 'merged' && object.attributes['local'] !== true && object.attributes['partition'] !== true)
      return parent;
    if (inherited !== 'cloned' && node.kind.clause?.(object, context) != null) {
      // A default under a column that an ancestor's statement makes stands there only if the ancestor's is the same.
      return sameAsAncestors(node, parent, graph, sides) ? parent : null;
    }
  }
  if (inherited === undefined || inherited === 'adopted') return null;
  const ancestor = object.inherits.find((key) => graph.nodes.has(idOf('create', key)));
  const link = linkTo(object, sides, 'after');
  const linking = link !== null && graph.nodes.has(idOf('create', link));
  if (inherited === 'cloned') {
    if (linking && (!ancestor || standsInItsTable(ancestor, sides, context))) return idOf('create', link);
    return ancestor ? idOf('create', ancestor) : null;
  }
  return ancestor && !linking ? idOf('create', ancestor) : null;
}

/** A key that CREATE TABLE spells is there before any partition; what has a statement of its own may come after. */
export function standsInItsTable(key: Key, sides: Sides, context: Context): boolean {
  const object = sides.after.get(key);
  if (!object || object.parent === null || !context.creates(object.parent)) return !context.creates(key);
  return sides.kinds.get(object.kind)?.clause?.(object, context) != null;
}

/** The inheritance link between the object's table and one of its ancestors' tables. */
function linkTo(object: DbObject, sides: Sides, which: 'before' | 'after' = 'before'): Key | null {
  const side = sides[which];
  const ancestors = object.inherits.map((key) => side.get(key)?.parent);
  if (object.parent === null) return null;
  const link = side.children(object.parent).find((child) => {
    return (
      sides.kinds.get(child.kind)?.link &&
      side.dependencies(child.key).some((key) => ancestors.includes(key) && key !== object.parent)
    );
  });
  return link?.key ?? null;
}

function sameAsAncestors(node: Node, parent: string, graph: Graph, sides: Sides): boolean {
  const holder = graph.nodes.get(parent)?.object;
  if (!holder || holder.inherits.length === 0 || node.object.inherits.length > 0) return true;
  const made = holder.inherits.filter((key) => graph.nodes.has(idOf('create', key)));
  const tableIsNew = holder.parent !== null && graph.nodes.has(idOf('create', holder.parent));
  if (made.length === 0 || (tableIsNew && holder.attributes['partition'] === true)) return true;
  return made.every((key) =>
    sides.after
      .children(key)
      .some(
        (other) =>
          other.kind === node.object.kind &&
          equal(other.attributes['expression'], node.object.attributes['expression']),
      ),
  );
}
