// Two catalogs -> a plan: diff, fates, graph, order, statements, batches.

import type { Catalog, DbObject, Key } from '../catalog/catalog.ts';
import { sideOf } from '../catalog/side.ts';
import { attributeChanges, type Change, diff, kindsByName } from '../diff/diff.ts';
import { type Location, SchemaError } from '../errors.ts';
import type { Decided, Kind, Rendering, Sides } from '../kinds/kind.ts';
import { lacking } from '../kinds/since.ts';
import { majorOf } from '../sql/major.ts';
import { type Absorption, absorb, rootOf } from './absorb.ts';
import { intoBatches } from './batches.ts';
import { decideFates, type Fate, type Kinds, kindOf } from './fates.ts';
import { buildGraph, type Graph, idOf, type PlanNode } from './graph.ts';
import { withoutPassing } from './hazards.ts';
import { order } from './order.ts';
import type { Plan } from './plan.ts';
import { type RenderInput, renderNode } from './render.ts';

export interface PlanOptions {
  /** The desired statement behind an object, where there is one. */
  readonly origin?: (object: DbObject) => Location | undefined;
  /** Sizes of the live relations, where `before` is not the live catalog itself. */
  readonly sizes?: Catalog['sizes'];
  /** See `Sides`; default: foreign keys have statements of their own, which lock less. */
  readonly foreignKeysInline?: boolean;
}

/**
 * The statements that turn a database that is `before` into one that is `after`. Its fingerprints are left empty: they
 * are of whole catalogs, and a plan is often made of parts. Errors: `plan/refused`, `plan/cycle`.
 */
export function makePlan(before: Catalog, after: Catalog, kinds: readonly Kind[], options: PlanOptions = {}): Plan {
  const byName = kindsByName(kinds);
  const sides: Sides = {
    before: sideOf(before),
    after: sideOf(after),
    serverVersion: after.context.serverVersion,
    role: after.context.role,
    foreignKeysInline: options.foreignKeysInline ?? false,
  };
  const changes = diff(before, after, kinds);
  refuseNewer(changes, byName, sides.serverVersion, options);
  const fates = decideFates(changes, sides, byName);
  const decided = decidedContext(sides, fates, byName);
  const graph = buildGraph(fates, decided, byName);
  const rank = new Map(kinds.map((kind, index) => [kind.name, index]));
  const ordered = order(graph, absorb(graph, decided), rank);
  const guests = guestsOf(graph, ordered.absorbed, byRankAndPosition(rank));
  const input: RenderInput = {
    context: renderingContext(decided, guests, byName),
    guests: guests.byHost,
    origin: options.origin ?? (() => undefined),
    sizes: options.sizes ?? before.sizes,
    isLink: ({ kind }) => byName.get(kind)?.traits?.link === true,
    changes: attributeChanges(changes),
  };
  const steps = ordered.nodes.flatMap((node) => renderNode(node, input));
  return {
    before: '',
    after: '',
    batches: withoutPassing(intoBatches(steps, sides.after), (key) => fates.get(key)?.because !== undefined),
    unmanaged: [...new Set([...before.unmanaged, ...after.unmanaged])],
    notices: [],
  };
}

/** Refuses features that the destination lacks before anything is planned, at the desired statement that uses them. */
function refuseNewer(changes: readonly Change[], kinds: Kinds, serverVersion: number, options: PlanOptions): void {
  const refusals = changes.flatMap((change) => {
    if (change.action === 'drop') return [];
    const { after } = change;
    const lacks = lacking(kindOf(kinds, after), after, serverVersion);
    if (!lacks) return [];
    const words = `${after.reference} uses ${lacks.feature}, which PostgreSQL ${majorOf(serverVersion)} does not have`;
    return [
      new SchemaError('plan/refused', words, {
        hint: `PostgreSQL ${lacks.major} introduced it: remove it from the desired files, or upgrade the server first.`,
        location: options.origin?.(after),
      }),
    ];
  });
  if (refusals.length > 0) throw SchemaError.all(refusals);
}

const CREATING: readonly Fate['action'][] = ['create', 'replace', 'swap'];
const DROPPING: readonly Fate['action'][] = ['drop', 'replace', 'swap'];

function decidedContext(sides: Sides, fates: ReadonlyMap<Key, Fate>, kinds: Kinds): Decided {
  const does = (key: Key, actions: readonly Fate['action'][]): boolean => {
    const action = fates.get(key)?.action;
    return action !== undefined && actions.includes(action);
  };
  const context: Decided = {
    ...sides,
    creates: (key) => does(key, CREATING),
    drops: (key) => does(key, DROPPING),
    inlines: (object) => kindOf(kinds, object).inline?.when(object, context) === true,
  };
  return context;
}

function renderingContext(decided: Decided, { inlined }: Guests, kinds: Kinds): Rendering {
  const context: Rendering = {
    ...decided,
    inlined: (key) => inlined.get(key) ?? [],
    clause: (object) => kindOf(kinds, object).inline?.clause(object, context) ?? null,
  };
  return context;
}

interface Guests {
  /** The absorbed nodes by their host's id. */
  readonly byHost: ReadonlyMap<string, readonly PlanNode[]>;
  /** The objects that their parent's CREATE statement creates. */
  readonly inlined: ReadonlyMap<Key, readonly DbObject[]>;
}

function guestsOf(graph: Graph, absorbed: Absorption, compare: (a: DbObject, b: DbObject) => number): Guests {
  const byHost = new Map<string, PlanNode[]>();
  const inlined = new Map<Key, DbObject[]>();
  for (const [guest, { host }] of absorbed) {
    const node = graph.nodes.get(guest);
    if (!node) continue;
    const root = rootOf(host, absorbed);
    byHost.set(root, [...(byHost.get(root) ?? []), node]);
    const { parent } = node.object;
    if (node.verb === 'create' && parent !== null && host === idOf('create', parent)) {
      inlined.set(parent, [...(inlined.get(parent) ?? []), node.object]);
    }
  }
  for (const list of byHost.values()) list.sort((a, b) => compare(a.object, b.object));
  for (const list of inlined.values()) list.sort(compare);
  return { byHost, inlined };
}

const byRankAndPosition =
  (rank: ReadonlyMap<string, number>) =>
  (a: DbObject, b: DbObject): number => {
    const ranks = (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0);
    return ranks || a.position - b.position || (a.key < b.key ? -1 : 1);
  };
