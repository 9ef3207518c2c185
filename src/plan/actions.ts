// Change[] -> actions: which objects are made, dropped, altered, and which must be rebuilt around a change.
import type { DbObject, Key } from '../catalog/catalog.ts';
import type { Side } from '../catalog/side.ts';
import { type Change, COMMON, keyOfChange } from '../diff/diff.ts';
import { SchemaError } from '../errors.ts';
import type { Context, Disturbance, Draft, Kind, Refusal, Rule } from '../kinds/kind.ts';

/** What happens to one object. */
export interface Fate {
  readonly key: Key;
  /** 'replace': dropped and created. 'aside': renamed away, created, and dropped when nothing uses it. */
  action: 'create' | 'drop' | 'alter' | 'replace' | 'aside' | 'adapt';
  /** Names of the attributes that change, for 'alter'. */
  attributes: readonly string[];
  /** The replaced object that it follows, for 'adapt'. */
  follows?: DbObject;
  /** The change that made it necessary to rebuild this one. */
  because?: Key;
}

export interface Sides {
  readonly before: Side;
  readonly after: Side;
  readonly kinds: ReadonlyMap<string, Kind>;
}

export const kindOf = (sides: Pick<Sides, 'kinds'>, object: DbObject): Kind => {
  const kind = sides.kinds.get(object.kind);
  if (!kind) throw new Error(`no kind is registered under ${object.kind}`);
  return kind;
};

/** The statements of one attribute's rule. */
export function applyRule(
  kind: Kind,
  name: string,
  before: DbObject,
  after: DbObject,
  context: Context,
): readonly Draft[] | 'replace' | Refusal {
  const rule = (kind.attributes as Readonly<Record<string, Rule<DbObject['attributes']>>>)[name];
  if (rule === undefined) throw new Error(`kind ${kind.name} has no rule for ${name}`);
  if (rule === 'ignore') return [];
  return rule === 'replace' ? 'replace' : rule({ before, after }, context);
}

/** What is decided so far, and what follows from it is yet to be looked at. */
interface Deciding {
  readonly sides: Sides;
  readonly context: Context;
  readonly fates: Map<Key, Fate>;
  readonly queue: { readonly key: Key; readonly disturbance: Disturbance | 'replaced' }[];
  readonly refusals: SchemaError[];
}

/** Decide the fate of every changed object and of what hangs on it. */
export function decideFates(changes: readonly Change[], sides: Sides, context: Context): Map<Key, Fate> {
  const deciding: Deciding = { sides, context, fates: new Map(), queue: [], refusals: [] };
  const { fates, queue, refusals } = deciding;
  for (const change of changes) {
    const key = keyOfChange(change);
    fates.set(key, { key, action: change.action, attributes: change.action === 'alter' ? change.attributes : [] });
  }
  for (const change of changes) if (change.action === 'alter') applyRules(change, deciding);
  const called = new Set(changes.map((change) => (change.action === 'create' ? callName(change.after, sides) : null)));
  for (const change of changes) {
    if (change.action !== 'drop' || kindOf(sides, change.before).isRole) continue;
    const name = callName(change.before, sides);
    const succeeded = name !== null && called.has(name);
    for (const key of leftBehind(change.before.key, succeeded, sides, fates)) replace(key, deciding, change.before.key);
    for (const key of takenAlong(change.before.key, sides)) replace(key, deciding, change.before.key);
  }
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const dependent of affected(next.key, next.disturbance, sides, fates)) {
      follow(dependent, next.key, next.disturbance, deciding);
    }
  }
  if (refusals[0]) throw refusals.length === 1 ? refusals[0] : joined(refusals);
  setAside(fates, sides);
  return fates;
}

const callName = (object: DbObject, sides: Sides): string | null => kindOf(sides, object).callName?.(object) ?? null;

function replace(key: Key, deciding: Deciding, because?: Key): void {
  const { sides, fates, queue } = deciding;
  const whole = madeAnewWith(key, sides);
  // The parts of what is made anew follow it.
  if (whole !== key && fates.get(whole)?.action !== 'replace') {
    replace(whole, deciding, because);
    return;
  }
  const fate = fates.get(key);
  if (fate && fate.action !== 'alter' && fate.action !== 'adapt') return;
  fates.set(key, { key, action: 'replace', attributes: [], ...(because ? { because } : {}) });
  queue.push({ key, disturbance: 'replaced' });
}

/** What must be dropped and created so that this object is: itself, or the parent that it can't leave. */
function madeAnewWith(key: Key, sides: Sides): Key {
  const object = sides.before.get(key);
  const parent = object?.parent ?? null;
  if (!object || parent === null || !sides.after.get(parent)) return key;
  return kindOf(sides, object).madeAnewWithParent?.(object) ? parent : key;
}

function disturb(key: Key, drafts: readonly Draft[], { queue }: Deciding): void {
  const disturbances = drafts.flatMap((draft) => draft.disturbs ?? []);
  const strongest = disturbances.includes('rewrites') ? 'rewrites' : disturbances[0];
  if (strongest) queue.push({ key, disturbance: strongest });
}

function applyRules(change: Change & { action: 'alter' }, deciding: Deciding): void {
  const kind = kindOf(deciding.sides, change.after);
  for (const name of change.attributes.filter((attribute) => attribute in kind.attributes)) {
    const answer = applyRule(kind, name, change.before, change.after, deciding.context);
    if (answer === 'replace') replace(change.after.key, deciding);
    else if ('refuse' in answer) {
      deciding.refusals.push(new SchemaError('plan/refused', answer.refuse, { hint: answer.hint }));
    } else disturb(change.after.key, answer, deciding);
  }
}

/** A dependent is rebuilt around the change, adapts to it, or stands in its way. */
function follow(dependent: Key, causeKey: Key, disturbance: Disturbance | 'replaced', deciding: Deciding): void {
  const { sides, context, fates, refusals } = deciding;
  const [object, successor, cause] = [
    sides.before.get(dependent),
    sides.after.get(dependent),
    sides.before.get(causeKey),
  ];
  if (!object || !successor || !cause) return;
  const kind = kindOf(sides, object);
  if (!kind.holdsRows?.(object)) replace(dependent, deciding, causeKey);
  if (kind.holdsRows?.(object) !== true || disturbance !== 'replaced') return;
  const fate = fates.get(dependent);
  if (fate && (fate.action === 'adapt' || fate.action === 'drop')) return;
  // To follow, both the old and the new one must exist for a while.
  const drafts = kindOf(sides, cause).aside ? (kind.adapt?.(successor, cause, context) ?? null) : null;
  if (drafts === null) {
    const whose = object.unread ? `whose ${object.unread.join(' and ')} could not be read` : 'which holds rows';
    const words = `${cause.reference} must be made anew, and ${object.reference}, ${whose}, depends on it`;
    const hint = 'change it in steps: add the new object beside the old one, move the rows, drop the old one';
    refusals.push(new SchemaError('plan/refused', words, { hint }));
    return;
  }
  fates.set(dependent, { key: dependent, action: 'adapt', attributes: fate?.attributes ?? [], follows: cause });
  disturb(dependent, drafts, deciding);
}

/**
 * Survivors that depend on a dropped object by a text that did not change: the same call finds another function from
 * now on. They must be made anew to let go of it. Where another one takes over its name (`succeeded`), that holds for
 * those whose text changes as well: the two must not be there at the same time.
 */
function leftBehind(key: Key, succeeded: boolean, sides: Sides, fates: ReadonlyMap<Key, Fate>): Key[] {
  const common: readonly string[] = COMMON;
  return sides.before.dependents(key).filter((dependent) => {
    const object = sides.before.get(dependent);
    if (!object || !sides.after.get(dependent) || kindOf(sides, object).holdsRows?.(object)) return false;
    const fate = fates.get(dependent);
    if (fate === undefined) return true;
    return fate.action === 'alter' && (succeeded || fate.attributes.every((name) => common.includes(name)));
  });
}

/** What a dropped object takes along in partitions, which stay partitions, and is yet to be there: its like, adopted. */
function takenAlong(key: Key, sides: Sides): Key[] {
  const stays = (relation: Key | null): boolean =>
    relation !== null &&
    sides.before
      .children(relation)
      .some((child) => kindOf(sides, child).link && (sides.after.get(child.key)?.attributes['bound'] ?? null) !== null);
  const whole = (heir: DbObject): boolean => {
    const way = kindOf(sides, heir).inheritance?.(heir) ?? 'merged';
    return way !== 'merged' && sides.after.get(heir.key) !== undefined && stays(heir.parent);
  };
  return sides.before.heirs(key).flatMap((heir) => (whole(heir) ? [heir.key] : []));
}

/** Surviving objects that such a change of `key` takes along. */
function affected(key: Key, disturbance: Disturbance | 'replaced', sides: Sides, fates: ReadonlyMap<Key, Fate>): Key[] {
  const found = sides.before.dependents(key).filter((dependent) => {
    const object = sides.before.get(dependent);
    if (!object || !sides.after.get(dependent)) return false;
    if (fates.get(dependent)?.action === 'drop') return false;
    return disturbance === 'replaced' || !kindOf(sides, object).follows?.(object, disturbance);
  });
  if (disturbance !== 'replaced') return found.sort();
  // What a parent's object brought about in partitions and child tables goes and comes with it.
  const inherited = sides.before.heirs(key).filter((object) => sides.after.get(object.key));
  return [...found, ...inherited.map((object) => object.key)].sort();
}

/**
 * A replaced object that others adapt to steps aside first, so that old and new exist at the same time; and with it
 * whatever the old one is made of.
 */
function setAside(fates: Map<Key, Fate>, sides: Sides): void {
  const queue = [...fates.values()].flatMap((fate) =>
    fate.action === 'adapt' && fate.follows ? [fate.follows.key] : [],
  );
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const fate = fates.get(key);
    const object = sides.before.get(key);
    if (fate?.action !== 'replace' || !object || !kindOf(sides, object).aside) continue;
    fate.action = 'aside';
    queue.push(...sides.before.dependencies(key));
  }
}

const joined = (refusals: readonly SchemaError[]): SchemaError =>
  new SchemaError('plan/refused', `${refusals.length} changes can't be made in place`, { others: refusals });
