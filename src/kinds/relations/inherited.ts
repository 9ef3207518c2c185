// Partitions and child tables: which statement creates, alters and drops what their ancestors bring about, and in which
// order. For the kinds whose objects have `inherits`: columns, constraints, indexes and triggers.
import { equal } from '../../catalog/canonical.ts';
import type { Attributes, DbObject, Key } from '../../catalog/catalog.ts';
import type { Act, Alteration, Cause, Decided, Host, Hosted, Response, Rule, Sides, Typed } from '../kind.ts';
import {
  isColumn,
  isConstraint,
  isIndex,
  isInheritance,
  isKey,
  isPartitionLink,
  isTrigger,
  isTypedTable,
} from './family.ts';

/**
 * How an object that an ancestor relation brings about comes and goes. 'merged': it is created and altered by the
 * ancestor's statement, and must be there before its table is attached. 'adopted': it is created by a statement of its
 * own before the ancestor's. 'cloned': it is always created by the ancestor's statement or by the attachment.
 */
export type Way = 'merged' | 'adopted' | 'cloned';

/** The way of an object, if it is of a kind whose objects can be inherited. */
function wayOf(object: DbObject): Way | undefined {
  if (isColumn(object)) return 'merged';
  if (isTrigger(object)) return 'cloned';
  if (isIndex(object)) return object.attributes.name === object.attributes.chosenName ? 'cloned' : 'adopted';
  if (!isConstraint(object)) return undefined;
  const c = object.attributes;
  if (c.type === 'f') return 'cloned';
  if (isKey(object)) return c.name === c.chosenName ? 'cloned' : 'adopted';
  // CREATE TABLE … INHERITS would make it valid: only the parent's own ADD CONSTRAINT … NOT VALID makes it so.
  return c.type === 'c' && !c.validated && !c.local && !c.partition ? 'cloned' : 'merged';
}

/** The link between a child table or a partition and its parent table, or between a typed table and its type. */
const isLink = (object: DbObject): boolean => isInheritance(object) || isTypedTable(object);

/** Declared by the child table itself and not only inherited; what a partition has is its parent's in any case. */
const isOwn = (object: DbObject): boolean =>
  (isColumn(object) || isConstraint(object)) && object.attributes.local && !object.attributes.partition;

const isPartitions = (object: DbObject): boolean =>
  (isColumn(object) || isConstraint(object)) && object.attributes.partition;

/** The hosts of an object that may be inherited; see `Kind.hosts`. `apart` of its parent's statement. */
export function inheritedHosts(
  object: DbObject,
  { verb }: Hosted,
  context: Decided,
  apart: Host['apart'] = undefined,
): readonly Host[] {
  if (verb === 'drop') return dropHosts(object, context, apart);
  return verb === 'create' ? createHosts(object, context, apart) : [];
}

function dropHosts(object: DbObject, context: Decided, apart: Host['apart']): readonly Host[] {
  const { parent, inherits } = object;
  const way = wayOf(object);
  // The drop of a foreign key or a trigger is what unties two tables that are dropped.
  const tie = way === 'cloned' && inherits.length === 0 ? 'first' : undefined;
  const host = (key: Key): Host => ({ verb: 'drop', key, apart: apart ?? tie });
  if (parent !== null && context.drops(parent)) return [host(parent)];
  if (inherits.length === 0) return [];
  const link = linkTo(object, context, 'before');
  if (link !== null && context.drops(link)) return way === 'cloned' ? [host(link)] : [];
  // A column that a child table also declares itself stays when the parent's goes.
  const ancestor = inherits.find((key) => context.drops(key));
  return ancestor === undefined || (way === 'merged' && isOwn(object)) ? [] : [host(ancestor)];
}

function createHosts(object: DbObject, context: Decided, apart: Host['apart']): readonly Host[] {
  const { parent, inherits } = object;
  const way = inherits.length > 0 ? wayOf(object) : undefined;
  const host = (key: Key): Host => ({ verb: 'create', key, apart });
  if (parent !== null && context.creates(parent)) {
    // CREATE TABLE … INHERITS brings it along, whatever its state.
    if (way === 'merged' && !isOwn(object) && !isPartitions(object)) return [host(parent)];
    if (way !== 'cloned' && context.inlines(object)) return [host(parent)];
  }
  if (way === undefined || way === 'adopted') return [];
  const ancestor = inherits.find((key) => context.creates(key));
  const link = linkTo(object, context, 'after');
  const linking = link !== null && context.creates(link);
  if (way === 'merged') return ancestor !== undefined && !linking ? [host(ancestor)] : [];
  if (linking && (ancestor === undefined || isEarly(ancestor, context))) return [host(link)];
  return ancestor === undefined ? [] : [host(ancestor)];
}

/** A key that CREATE TABLE spells is there before any partition is attached; what has a statement of its own may come after. */
function isEarly(key: Key, context: Decided): boolean {
  const object = context.after.get(key);
  if (!object || object.parent === null || !context.creates(object.parent)) return !context.creates(key);
  return context.inlines(object);
}

/** The link between the object's table and one of its ancestors' tables. */
function linkTo(object: DbObject, context: Sides, which: 'before' | 'after'): Key | null {
  const side = context[which];
  const { parent } = object;
  if (parent === null) return null;
  const ancestors = object.inherits.map((key) => side.get(key)?.parent);
  const link = side
    .children(parent)
    .find(
      (child) => isLink(child) && side.dependencies(child.key).some((key) => ancestors.includes(key) && key !== parent),
    );
  return link?.key ?? null;
}

/** The hosts of a link: no statement of its own can tie a table that CREATE TABLE ties already. */
export const linkHosts = (link: DbObject, { verb }: Hosted, context: Decided): readonly Host[] => {
  if (link.parent === null || verb === 'alter') return [];
  if (verb === 'drop') return [{ verb, key: link.parent }];
  return context.inlines(link) ? [{ verb, key: link.parent, apart: 'never' }] : [];
};

type Edges = readonly (readonly [first: Act, then: Act])[];

/** The order of an object's act and the acts on the ancestors' objects that bring it about. */
export function inheritedEdges(object: DbObject, act: Act): Edges {
  const way = wayOf(object);
  return object.inherits.flatMap((ancestor): Edges => {
    // The partitions' own indexes and keys come first: the parent's statement adopts them.
    if (way === 'adopted') return [[act, { verb: 'create', key: ancestor }]];
    // A change of the parent's statement reaches the children: what it can't say for them comes after.
    if (act.verb === 'alter') return [[{ verb: 'alter', key: ancestor }, act]];
    return act.verb === 'create' ? [[{ verb: 'create', key: ancestor }, act]] : [];
  });
}

/** A table is attached when both tables' parts are ready for it, and detached before they change apart. */
export function linkEdges(link: DbObject, act: Act, context: Decided): Edges {
  const { before, after } = context;
  const tables = (act.verb === 'drop' ? before : after).dependencies(link.key);
  return tables.flatMap((table) =>
    [...before.children(table), ...after.children(table)].flatMap((member): Edges => {
      const way = wayOf(member);
      const own = member.parent === link.parent;
      // A link that CREATE TABLE spells is there before all other parts of its table.
      if (!way || (act.verb === 'create' && own && isEarly(link.key, context))) return [];
      return MEMBER_VERBS.flatMap((verb) => memberEdges(act, { verb, key: member.key }, member, way, own, context));
    }),
  );
}

const MEMBER_VERBS = ['drop', 'alter', 'create'] as const;

/** The order of an act on a link and an act on a part of one of the two tables; `own`: of the link's own table. */
function memberEdges(link: Act, part: Act, member: DbObject, way: Way, own: boolean, context: Decided): Edges {
  if (link.verb === 'drop') return [[link, part]];
  const creates = part.verb === 'create';
  // The attachment would take it for its own and clone none.
  if (creates && own && isApart(member)) return [[link, part]];
  // The part's own statement creates the heir's: the table is there by then.
  if (way === 'merged' && creates && clonesLater(member, link, context)) return [[link, part]];
  if (way === 'merged') return [[part, link]];
  if (!own) return [];
  // Otherwise the attachment would make an index of its own. A clone is its own work in any case.
  if (way === 'adopted') return member.inherits.some((key) => isEarly(key, context)) ? [[part, link]] : [];
  // The attachment clones what the ancestor has by then.
  return member.inherits.map((ancestor) => {
    const made: Act = { verb: 'create', key: ancestor };
    return isEarly(ancestor, context) ? [made, link] : [link, made];
  });
}

/** It has nothing to do with what a partition gets from its ancestor, and a statement of its own. */
const isApart = (member: DbObject): boolean => member.inherits.length === 0 && (isIndex(member) || isTrigger(member));

/** An ancestor's part whose counterpart in the link's table is no part of CREATE TABLE. */
function clonesLater(ancestor: DbObject, link: Act, { after }: Sides): boolean {
  const child = after.get(link.key)?.parent;
  return after.heirs(ancestor.key).some((heir) => heir.parent === child && wayOf(heir) === 'cloned');
}

/** What a dropped ancestor's object drops in partitions, which stay partitions, and is yet to be there, is rebuilt. */
export function respondToAncestor(object: DbObject, cause: DbObject, how: Cause, context: Sides): Response | null {
  if (how !== 'dropped' || context.before.get(object.key)?.inherits.includes(cause.key) !== true) return null;
  const { parent } = object;
  const stays =
    parent !== null &&
    context.before.children(parent).some((child) => isLink(child) && isPartitionLink(context.after.get(child.key)));
  return wayOf(object) !== 'merged' && stays ? 'rebuild' : 'stays';
}

/** Whether the ancestor's change of an attribute brings its heir to the wanted state, too. */
export type Passes<A extends Attributes> = (
  attribute: keyof A & string,
  ancestor: Typed<A>,
  heir: Typed<A>,
  context: Sides,
) => boolean;

/** The rules of a kind, asked only where no statement for an ancestor's object makes the change. */
export function unlessPassedOn<A extends Attributes>(
  rules: { readonly [K in keyof A & string]-?: Rule<A> },
  passes: Passes<A>,
): { readonly [K in keyof A & string]-?: Rule<A> } {
  const entries = (Object.entries(rules) as [keyof A & string, Rule<A>][]).map(([name, rule]): [string, Rule<A>] => {
    if (typeof rule === 'string') return [name, rule];
    return [
      name,
      (change, context) => withoutPassedOn(rule(change, context), isPassedOn(name, change, passes, context)),
    ];
  });
  return Object.fromEntries(entries) as { readonly [K in keyof A & string]-?: Rule<A> };
}

/** Only what the statements disturb counts: the statements are the ancestor's. */
function withoutPassedOn(answer: ReturnType<RuleFunction>, passed: boolean): ReturnType<RuleFunction> {
  if (!passed || typeof answer === 'string' || 'refuse' in answer) return answer;
  const disturbances = 'drafts' in answer ? [answer.disturbs] : answer.map(({ disturbs }) => disturbs);
  const disturbs = disturbances.includes('rewrites') ? 'rewrites' : disturbances.find((one) => one !== undefined);
  return { drafts: () => [], ...(disturbs ? { disturbs } : {}) };
}

type RuleFunction = Extract<Rule<Attributes>, (...parts: never[]) => unknown>;

function isPassedOn<A extends Attributes>(
  attribute: keyof A & string,
  { before: former, after: heir }: Alteration<A>,
  passes: Passes<A>,
  context: Sides,
): boolean {
  return heir.inherits.some((key) => {
    const [before, after] = [context.before.get(key), context.after.get(key)] as (Typed<A> | undefined)[];
    if (!before || !after || !former.inherits.includes(key)) return false;
    if (equal(before.attributes[attribute], after.attributes[attribute])) return false;
    return passes(attribute, after, heir, context);
  });
}

/** For most attributes: the ancestor's statement changes all its heirs, so that the two must want the same. */
export const wantsTheSame = <A extends Attributes>(
  attribute: keyof A & string,
  ancestor: Typed<A>,
  heir: Typed<A>,
): boolean => JSON.stringify(ancestor.attributes[attribute]) === JSON.stringify(heir.attributes[attribute]);
