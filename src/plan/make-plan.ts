// Two catalogs -> a plan: diff, fates, graph, order, statements, batches.
import type { Catalog, DbObject, Key } from '../catalog/catalog.ts';
import { type Side, sideOf } from '../catalog/side.ts';
import { type Change, diff, kindsByName } from '../diff/diff.ts';
import { type Location, SchemaError } from '../errors.ts';
import type { Context, Kind } from '../kinds/kind.ts';
import { absorb, hostOf, standsInItsTable } from './absorb.ts';
import { decideFates, type Fate, kindOf, type Sides } from './actions.ts';
import { buildGraph, idOf, type Node } from './graph.ts';
import { order } from './order.ts';
import type { Batch, Plan } from './plan.ts';
import { type DraftedStep, renderNode } from './render.ts';

export interface PlanOptions {
  /** Where a desired object was asked for. */
  readonly origin?: (object: DbObject) => Location | undefined;
  /** Sizes of the live relations, where `before` is not the live catalog itself. */
  readonly sizes?: Catalog['sizes'];
  /** See `Context`; default: they have statements of their own, which lock less. */
  readonly foreignKeysInline?: boolean;
}

/**
 * The statements that turn a database that is `before` into one that is `after`. Its fingerprints are left empty: they
 * are of whole catalogs, and a plan is often made of parts.
 */
export function makePlan(before: Catalog, after: Catalog, kinds: readonly Kind[], options: PlanOptions = {}): Plan {
  const byName = kindsByName(kinds);
  const sides: Sides = { before: sideOf(before), after: sideOf(after), kinds: byName };
  const fates = new Map<Key, Fate>();
  const inlined = new Map<Key, DbObject[]>();
  const context = contextOf(sides, fates, inlined, options.foreignKeysInline ?? false);
  const changes = diff(before, after, kinds);
  refuseNewer(changes, byName, context.serverVersion, options);
  for (const [key, fate] of decideFates(changes, sides, context)) fates.set(key, fate);

  const graph = buildGraph(fates, sides, context, (key) => standsInItsTable(key, sides, context));
  const rank = new Map(kinds.map((kind, index) => [kind.name, index]));
  const ordered = order(graph, absorb(graph, sides, context), rank);
  const guests = new Map<string, Node[]>();
  for (const [guest, host] of ordered.absorbed) {
    const node = graph.nodes.get(guest);
    if (!node) continue;
    const root = hostOf(host, ordered.absorbed);
    guests.set(root, [...(guests.get(root) ?? []), node]);
    if (node.verb === 'create' && node.object.parent !== null && host === idOf('create', node.object.parent)) {
      inlined.set(node.object.parent, [...(inlined.get(node.object.parent) ?? []), node.object]);
    }
  }
  sortGuests(guests, rank);
  for (const list of inlined.values()) list.sort(byRankAndPosition(rank));
  const input = {
    sides,
    context,
    guests,
    origin: options.origin ?? (() => undefined),
    sizes: options.sizes ?? before.sizes,
  };
  const steps = ordered.nodes.flatMap((node) => renderNode(node, input));
  return {
    before: '',
    after: '',
    batches: intoBatches(steps, sides.after),
    unmanaged: [...new Set([...before.unmanaged, ...after.unmanaged])],
    notices: [],
  };
}

/** What the destination does not have is said before anything is planned, with the place that asks for it. */
function refuseNewer(
  changes: readonly Change[],
  kinds: ReadonlyMap<string, Kind>,
  serverVersion: number,
  options: PlanOptions,
): void {
  const refusals = changes.flatMap((change) => {
    if (change.action === 'drop') return [];
    const need = kinds.get(change.after.kind)?.needs?.(change.after) ?? null;
    if (need === null || serverVersion >= need.major * 10_000) return [];
    const words = `${change.after.reference} uses ${need.feature}, which PostgreSQL ${Math.floor(serverVersion / 10_000)} does not have`;
    return [
      new SchemaError('plan/refused', words, {
        hint: `It came with PostgreSQL ${need.major}: leave it out, or upgrade the server first.`,
        location: options.origin?.(change.after),
      }),
    ];
  });
  const [first, ...others] = refusals;
  if (!first) return;
  const { code, message, hint, location } = first;
  throw new SchemaError(code, message, { hint, location, others });
}

function contextOf(
  sides: Sides,
  fates: ReadonlyMap<Key, Fate>,
  inlined: ReadonlyMap<Key, readonly DbObject[]>,
  foreignKeysInline: boolean,
): Context {
  const context: Context = {
    before: sides.before,
    after: sides.after,
    serverVersion: sides.after.catalog.context.serverVersion,
    role: sides.after.catalog.context.role,
    foreignKeysInline,
    creates: (key) => ['create', 'replace', 'aside'].includes(fates.get(key)?.action ?? ''),
    drops: (key) => ['drop', 'replace', 'aside'].includes(fates.get(key)?.action ?? ''),
    inlined: (key) => inlined.get(key) ?? [],
    clause: (object) => kindOf(sides, object).clause?.(object, context) ?? '',
  };
  return context;
}

const byRankAndPosition =
  (rank: ReadonlyMap<string, number>) =>
  (a: DbObject, b: DbObject): number => {
    const ranks = (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0);
    return ranks || a.position - b.position || (a.key < b.key ? -1 : 1);
  };

function sortGuests(guests: ReadonlyMap<string, Node[]>, rank: ReadonlyMap<string, number>): void {
  const compare = byRankAndPosition(rank);
  for (const list of guests.values()) list.sort((a, b) => compare(a.object, b.object));
}

/** Runs of one folder and one way of committing. What must commit before it is used goes first, and nothing with it. */
function intoBatches(steps: readonly DraftedStep[], after: Side): Batch[] {
  const early = steps.filter((step) => step.commit === 'after');
  const added = new Set(early.map((step) => step.subject));
  const rest = steps.filter((step) => step.commit !== 'after');
  if (early.length === 0 || !rest.some((step) => mayUse(step.subject, added, after))) return runs(steps);
  const first = runs(early).map((batch) => ({ ...batch, commitAfter: true }));
  return [...first, ...runs(rest)];
}

function runs(steps: readonly DraftedStep[]): Batch[] {
  const batches: { transaction: boolean; folder: Batch['folder']; steps: DraftedStep[] }[] = [];
  for (const step of lateLast(steps)) {
    const transaction = step.commit !== 'outside';
    let last = batches[batches.length - 1];
    if (!last || last.folder !== step.folder || last.transaction !== transaction || !transaction) {
      last = { transaction, folder: step.folder, steps: [] };
      batches.push(last);
    }
    last.steps.push(step);
  }
  return batches;
}

const lateLast = (steps: readonly DraftedStep[]): DraftedStep[] => [
  ...steps.filter((step) => !step.late),
  ...steps.filter((step) => step.late),
];

/** Depends on one of the keys, however far; a routine's body may name anything. */
function mayUse(subject: Key, keys: ReadonlySet<Key>, side: Side): boolean {
  const seen = new Set<Key>([subject]);
  const queue = [subject];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (keys.has(key)) return true;
    for (const next of [...side.children(key).map((child) => child.key), ...side.dependencies(key)]) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return false;
}
