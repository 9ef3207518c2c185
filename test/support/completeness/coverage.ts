// What the golden cases change: which kinds are created and dropped, which attributes changed and how.
import type { Catalog, DbObject } from '#src/catalog/catalog.js';
import { sideOf } from '#src/catalog/side.js';
import { type Change, COMMON, diff } from '#src/diff/diff.js';
import { KINDS } from '#src/kinds/index.js';
import type { Answer, Kind, Rule, Sides } from '#src/kinds/kind.js';
import { lacking } from '#src/kinds/since.js';

/** A case that was loaded, and what became of its plan. */
export interface Shown {
  readonly before: Catalog;
  readonly after: Catalog;
  readonly outcome: 'planned' | 'refused' | 'nothing';
}

/** How a change of an attribute is made; 'refused' is said with a hint. */
export type Way = 'in place' | 'recreated' | 'refused';

export interface Coverage {
  readonly kind: Kind;
  /** 'up' where an up migration does it, 'down' where only down migrations do. */
  readonly create: 'up' | 'down' | null;
  readonly drop: 'up' | 'down' | null;
  /** The ways in which cases change each attribute, and owner, grants and comment. */
  readonly ways: ReadonlyMap<string, ReadonlySet<Way>>;
  readonly owned: boolean;
  /** Features that a server must be new enough for, with the major they came with. */
  readonly needs: ReadonlyMap<string, number>;
}

/** The attributes of a kind that are compared. */
export const comparedAttributes = (kind: Kind): string[] =>
  Object.entries(kind.attributes).flatMap(([name, rule]) => (rule === 'ignore' ? [] : [name]));

/** What `shown` proves, kind by kind, in the order of their names. */
export function coverageOf(shown: readonly Shown[]): Coverage[] {
  const changes = shown.flatMap(({ before, after, outcome }) => {
    if (outcome === 'nothing') return [];
    const refused = outcome === 'refused';
    return [
      ...changesBetween(before, after, refused, 'up'),
      ...(refused ? [] : changesBetween(after, before, false, 'down')),
    ];
  });
  const objects = shown.flatMap(({ before, after }) => [...before.objects.values(), ...after.objects.values()]);
  return [...KINDS]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((kind) => {
      const own = objects.filter((object) => object.kind === kind.name);
      return { kind, ...summary(changes.filter((change) => change.kind === kind.name)), ...facts(kind, own) };
    });
}

interface Seen {
  readonly kind: string;
  readonly direction: 'up' | 'down';
  readonly what: string;
  readonly way: Way;
}

function changesBetween(before: Catalog, after: Catalog, refused: boolean, direction: 'up' | 'down'): Seen[] {
  const context = contextOf(before, after);
  return diff(before, after, KINDS).flatMap((change): Seen[] => {
    const { kind } = change.action === 'drop' ? change.before : change.after;
    if (change.action !== 'alter') {
      return refused ? [] : [{ kind, direction, what: `(${change.action})`, way: 'in place' }];
    }
    return change.attributes.flatMap((what): Seen[] => {
      const way = wayOf(change, what, context);
      if (!refused) return way === null ? [] : [{ kind, direction, what, way }];
      return way === 'in place' || way === null ? [] : [{ kind, direction, what, way: 'refused' }];
    });
  });
}

/** Null where the attribute says nothing by itself: another's statement brings it along. */
function wayOf(change: Change & { action: 'alter' }, attribute: string, context: Sides): Way | null {
  if (COMMON.some((name) => name === attribute)) return 'in place';
  const kind = KINDS.find(({ name }) => name === change.after.kind);
  if (!kind) return null;
  const rule = (kind.attributes as Readonly<Record<string, Rule<DbObject['attributes']>>>)[attribute];
  const answer = answerTo(kind, rule, attribute, change, context);
  if (answer === 'replace' || answer === 'replace parent') return 'recreated';
  return 'refuse' in answer ? 'refused' : 'in place';
}

function answerTo(
  kind: Kind,
  rule: Rule<DbObject['attributes']> | undefined,
  attribute: string,
  change: Change & { action: 'alter' },
  context: Sides,
): Answer {
  if (rule === undefined || rule === 'ignore') return [];
  if (rule === 'replace') return 'replace';
  return rule === 'alter' ? (kind.alter?.(change, [attribute], context) ?? []) : rule(change, context);
}

/** As when nothing else happens. */
const contextOf = (before: Catalog, after: Catalog): Sides => ({
  before: sideOf(before),
  after: sideOf(after),
  serverVersion: after.context.serverVersion,
  role: after.context.role,
  foreignKeysInline: false,
});

function summary(seen: readonly Seen[]): Pick<Coverage, 'create' | 'drop' | 'ways'> {
  const ways = new Map<string, Set<Way>>();
  for (const { what, way } of seen) if (!what.startsWith('(')) ways.set(what, (ways.get(what) ?? new Set()).add(way));
  const first = (what: string): 'up' | 'down' | null => {
    const found = seen.filter((item) => item.what === what);
    return found.some(({ direction }) => direction === 'up') ? 'up' : (found[0]?.direction ?? null);
  };
  return { create: first('(create)'), drop: first('(drop)'), ways };
}

function facts(kind: Kind, objects: readonly DbObject[]): Pick<Coverage, 'owned' | 'needs'> {
  const needs = objects.flatMap((object): [string, number][] => {
    const lacks = lacking(kind, object, 0);
    return lacks?.feature === undefined ? [] : [[lacks.feature, lacks.major]];
  });
  return { owned: objects.some(({ owner }) => owner !== null), needs: new Map(needs) };
}

/** `kind: attribute` of all that a kind has and no case changes. */
export function unshown({ kind, create, drop, ways, owned }: Coverage): string[] {
  const common = [
    ...(kind.traits?.uncommented ? [] : ['comment']),
    ...(owned ? ['owner'] : []),
    ...(kind.privileges ? ['grants'] : []),
  ];
  const missing = [...comparedAttributes(kind), ...common].filter((name) => !ways.has(name));
  const all = [...(create ? [] : ['create']), ...(drop ? [] : ['drop']), ...missing];
  return all.map((name) => `${kind.name}: ${name}`);
}
