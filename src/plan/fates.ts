// Changes -> fates: which objects are created, dropped, altered or recreated. Every rule and response of a kind is
// called here, once. For the graph of a plan.
import type { DbObject, Key } from '../catalog/catalog.ts';
import { type Change, COMMON, keyOfChange } from '../diff/diff.ts';
import { SchemaError } from '../errors.ts';
import type { Answer, Cause, Deferred, Disturbance, Draft, Kind, Response, Rule, Sides } from '../kinds/kind.ts';

/** The action of a plan on one object, and why. */
export interface Fate {
  readonly key: Key;
  /**
   * 'replace': dropped and created. 'swap': renamed, then created, and the renamed one dropped when no object uses it.
   */
  readonly action: 'create' | 'drop' | 'alter' | 'replace' | 'swap';
  /** Names of the attributes that change, for 'alter'. */
  readonly attributes: readonly string[];
  /** The statements of the changed attributes of the kind, for 'alter'. */
  readonly statements: readonly (Draft | Deferred)[];
  /** The object whose change requires that this one is recreated. */
  readonly because?: Key;
  /** The recreated object that this one is altered to use, for 'alter'. */
  readonly follows?: Key;
}

/** The kinds by their names. */
export type Kinds = ReadonlyMap<string, Kind>;

export const kindOf = (kinds: Kinds, object: DbObject): Kind => {
  const kind = kinds.get(object.kind);
  if (!kind) throw new Error(`no kind is registered under ${object.kind}`);
  return kind;
};

/** The fates decided so far, and the queue of objects whose dependents are not yet decided. */
interface Deciding {
  readonly kinds: Kinds;
  readonly sides: Sides;
  readonly fates: Map<Key, Fate>;
  readonly queue: { readonly key: Key; readonly how: Disturbance | 'replaced' }[];
  readonly refusals: SchemaError[];
}

/** Decide the fate of every changed object and of what depends on it. Errors: `plan/refused`. */
export function decideFates(changes: readonly Change[], sides: Sides, kinds: Kinds): ReadonlyMap<Key, Fate> {
  const deciding: Deciding = { kinds, sides, fates: new Map(), queue: [], refusals: [] };
  const { fates, queue, refusals } = deciding;
  for (const change of changes) {
    const key = keyOfChange(change);
    const attributes = change.action === 'alter' ? change.attributes : [];
    fates.set(key, { key, action: change.action, attributes, statements: [] });
  }
  for (const change of changes) {
    if (change.action === 'alter') applyRules(change, deciding);
    if (change.action === 'create') joinParent(change.after, deciding);
  }
  const answered = new Set(
    changes.flatMap((change) => (change.action === 'create' ? answersOf(change.after, kinds) : [])),
  );
  for (const change of changes) {
    if (change.action !== 'drop' || kindOf(kinds, change.before).traits?.role) continue;
    const succeeded = answersOf(change.before, kinds).some((name) => answered.has(name));
    for (const key of leftBehind(change.before, succeeded, deciding)) respond(key, change.before, 'dropped', deciding);
    for (const child of sides.before.inheritanceChildren(change.before.key))
      respond(child.key, change.before, 'dropped', deciding);
  }
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const cause = sides.before.get(next.key);
    if (!cause) continue;
    for (const dependent of affected(next.key, next.how, deciding)) respond(dependent, cause, next.how, deciding);
  }
  if (refusals.length > 0) throw SchemaError.all(refusals, `${refusals.length} changes can't be made in place`);
  moveAside(deciding);
  return fates;
}

const answersOf = (object: DbObject, kinds: Kinds): readonly string[] =>
  (kindOf(kinds, object).resources?.(object) ?? []).flatMap(({ use, name }) => (use === 'answers' ? [name] : []));

function rebuild(key: Key, whole: boolean, deciding: Deciding, because?: Key): void {
  const { sides, fates, queue } = deciding;
  const parent = whole ? (sides.before.get(key)?.parent ?? null) : null;
  if (parent !== null && sides.after.get(parent) && fates.get(parent)?.action !== 'replace') {
    // The queue also recreates the children of the object.
    rebuild(parent, false, deciding, because);
    return;
  }
  const fate = fates.get(key);
  if (fate && fate.action !== 'alter') return;
  fates.set(key, { key, action: 'replace', attributes: [], statements: [], ...(because ? { because } : {}) });
  queue.push({ key, how: 'replaced' });
}

function applyRules(change: Change & { action: 'alter' }, deciding: Deciding): void {
  const { after } = change;
  const kind = kindOf(deciding.kinds, after);
  const statements: (Draft | Deferred)[] = [];
  for (const answer of answersTo(change, kind, deciding.sides)) {
    if (answer === 'replace' || answer === 'replace parent') {
      rebuild(after.key, answer === 'replace parent', deciding);
    } else if ('refuse' in answer) {
      deciding.refusals.push(new SchemaError('plan/refused', answer.refuse, { hint: answer.hint }));
    } else {
      const given = 'drafts' in answer ? [answer] : answer;
      disturb(after.key, given, deciding);
      statements.push(...given);
    }
  }
  const fate = deciding.fates.get(after.key);
  if (fate?.action === 'alter') deciding.fates.set(after.key, { ...fate, statements });
}

/** Recreates the parent of a new object that PostgreSQL can't add to the parent as it is. */
function joinParent(object: DbObject, deciding: Deciding): void {
  const { parent } = object;
  if (parent === null || !deciding.sides.before.get(parent)) return;
  if (kindOf(deciding.kinds, object).onlyWithParent?.(object, deciding.sides) !== true) return;
  rebuild(parent, false, deciding, object.key);
}

/** The answers of the rules of all changed attributes, in the order in which the kind declares them. */
function answersTo(change: Change & { action: 'alter' }, kind: Kind, sides: Sides): readonly Answer[] {
  const rules = kind.attributes as Readonly<Record<string, Rule<DbObject['attributes']>>>;
  const changed = Object.keys(rules).filter((name) => change.attributes.includes(name));
  const together = changed.filter((name) => rules[name] === 'alter');
  return changed.flatMap((name): Answer[] => {
    const rule = rules[name];
    if (rule === undefined || rule === 'ignore') return [];
    if (rule === 'replace') return ['replace'];
    if (rule !== 'alter') return [rule(change, sides)];
    if (name !== together[0] || !kind.alter) return [];
    return [kind.alter(change, together, sides)];
  });
}

function disturb(key: Key, statements: readonly (Draft | Deferred)[], deciding: Deciding): void {
  const { queue } = deciding;
  for (const other of statements.flatMap(({ without }) => without ?? [])) rebuild(other, false, deciding, key);
  const disturbances = statements.flatMap(({ disturbs }) => disturbs ?? []);
  const strongest = disturbances.includes('rewrites') ? 'rewrites' : disturbances[0];
  if (strongest) queue.push({ key, how: strongest });
}

/** Decides a dependent: the object stays, is recreated, is altered to follow, or the plan is refused. */
function respond(key: Key, cause: DbObject, how: Cause, deciding: Deciding): void {
  const { kinds, sides, fates } = deciding;
  const [object, successor] = [sides.before.get(key), sides.after.get(key)];
  const fate = fates.get(key);
  if (!object || !successor || fate?.action === 'drop') return;
  const response: Response = kindOf(kinds, object).respond?.(successor, cause, how, sides) ?? 'rebuild';
  if (response === 'stays') return;
  if (response === 'rebuild' || response === 'rebuild parent') {
    rebuild(key, response === 'rebuild parent', deciding, cause.key);
  } else if (response !== 'refuse' && (how === 'relabels' || how === 'rewrites')) {
    restore(key, response, deciding);
  } else if (fate?.follows === undefined) {
    // To be altered from the former to the recreated object, both must exist for a time.
    if (response === 'refuse' || !kindOf(kinds, cause).swap) refuse(object, cause, deciding);
    else followSuccessor(successor, cause, response, deciding);
  }
}

function refuse(object: DbObject, cause: DbObject, { refusals }: Deciding): void {
  const whose = object.unread ? `whose ${object.unread.join(' and ')} could not be read` : 'which holds rows';
  const words = `${cause.reference} must be recreated, and ${object.reference}, ${whose}, depends on it`;
  const hint =
    'change the object in steps: create the new object beside the old one, move the rows, and drop the old object';
  refusals.push(new SchemaError('plan/refused', words, { hint }));
}

/** Adds statements for what PostgreSQL forgets of an object that it rebuilds by itself. */
function restore(key: Key, drafts: readonly Draft[], { fates }: Deciding): void {
  const fate = fates.get(key) ?? { key, action: 'alter', attributes: [], statements: [] };
  if (fate.action !== 'alter' || drafts.length === 0) return;
  fates.set(key, { ...fate, statements: [...fate.statements, ...drafts] });
}

function followSuccessor({ key }: DbObject, cause: DbObject, drafts: readonly Draft[], deciding: Deciding): void {
  const fate = deciding.fates.get(key);
  if (fate && fate.action !== 'alter') return;
  const statements = [...drafts, ...(fate?.statements ?? [])];
  const attributes = fate?.attributes ?? [];
  deciding.fates.set(key, { key, action: 'alter', attributes, statements, follows: cause.key });
  disturb(key, drafts, deciding);
}

/**
 * Remaining objects that depend on a dropped object although their text is unchanged: the same call resolves to another
 * function afterwards. They are recreated, because DROP fails while they depend on the object. Where another object
 * takes over the name (`succeeded`), that also holds for objects whose text changes: both overloads must not coexist.
 */
function leftBehind({ key }: DbObject, succeeded: boolean, { sides, fates }: Deciding): Key[] {
  const common: readonly string[] = COMMON;
  return sides.before.dependents(key).filter((dependent) => {
    if (!sides.before.get(dependent) || !sides.after.get(dependent)) return false;
    const fate = fates.get(dependent);
    if (fate === undefined) return true;
    return fate.action === 'alter' && (succeeded || fate.attributes.every((name) => common.includes(name)));
  });
}

/** Remaining objects that a change of `key` affects. */
function affected(key: Key, how: Disturbance | 'replaced', { sides }: Deciding): Key[] {
  const found = sides.before.dependents(key).filter((dependent) => sides.after.get(dependent));
  if (how !== 'replaced') return found.sort();
  // Objects inherited from this one in partitions and child tables are dropped and created with it.
  const inherited = sides.before.inheritanceChildren(key).filter((object) => sides.after.get(object.key));
  return [...found, ...inherited.map((object) => object.key)].sort();
}

/**
 * A recreated object that others are altered to use is renamed first ('swap'), so that the former and the new object
 * exist at the same time; so are the recreated objects that the former one depends on, where they can be renamed.
 */
function moveAside({ kinds, sides, fates }: Deciding): void {
  const queue = [...fates.values()].flatMap(({ follows }) => follows ?? []);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const fate = fates.get(key);
    const object = sides.before.get(key);
    if (fate?.action !== 'replace' || !object || !kindOf(kinds, object).swap) continue;
    fates.set(key, { ...fate, action: 'swap' });
    queue.push(...sides.before.dependencies(key));
  }
}
