// Objects of partitions and child tables that come from ancestors, for the kinds whose objects have `inherits`.
// The rules here decide which statement creates, alters and drops such an object (a column, constraint, index or
// trigger), and in which order.
import { equal } from '../../catalog/canonical.ts';
import type { Attributes, DbObject, Key } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import type { Act, Alteration, Cause, Decided, Host, Hosted, Response, Rule, Sides, Typed } from '../kind.ts';
import {
  isColumn,
  isConstraint,
  isForeignKey,
  isIndex,
  isInheritance,
  isKey,
  isPartitioned,
  isPartitionLink,
  isTable,
  isTrigger,
  isTypedTable,
} from './family.ts';

/**
 * How an inherited object is created. 'merged': by the ancestor's statement; it must exist before its table is attached
 * (columns, CHECK). 'adopted': by a statement of its own before the ancestor's, which attaches it (indexes, keys).
 * 'cloned': always by the ancestor's statement or by ATTACH PARTITION (foreign keys, triggers).
 */
export type Way = 'merged' | 'adopted' | 'cloned';

/** How an object is created when it is inherited; undefined for kinds without inheritance. */
function wayOf(object: DbObject): Way | undefined {
  if (isColumn(object)) return 'merged';
  if (isTrigger(object)) return 'cloned';
  if (isIndex(object)) return object.attributes.name === object.attributes.chosenName ? 'cloned' : 'adopted';
  if (!isConstraint(object)) return undefined;
  const c = object.attributes;
  if (c.type === 'f') return 'cloned';
  if (isKey(object)) return c.name === c.chosenName ? 'cloned' : 'adopted';
  // CREATE TABLE … INHERITS creates the constraint as valid; only the parent's ADD CONSTRAINT … NOT VALID does not.
  return c.type === 'c' && !c.validated && !c.local && !c.partition ? 'cloned' : 'merged';
}

/** The link between a child table or a partition and its parent table, or between a typed table and its type. */
const isLink = (object: DbObject): boolean => isInheritance(object) || isTypedTable(object);

/** Whether the child table declares the object itself (attislocal, conislocal); never in a partition. */
const isOwn = (object: DbObject): boolean =>
  (isColumn(object) || isConstraint(object)) && object.attributes.local && !object.attributes.partition;

const isPartitions = (object: DbObject): boolean =>
  (isColumn(object) || isConstraint(object)) && object.attributes.partition;

/** The hosts of an object that may be inherited; see `Kind.hosts`. `apart`: of the host that is its parent. */
export function inheritedHosts(
  object: DbObject,
  { verb }: Hosted,
  context: Decided,
  apart: Host['apart'] = undefined,
): readonly Host[] {
  return verb === 'drop' ? dropHosts(object, context, apart) : createHosts(object, context, apart);
}

function dropHosts(object: DbObject, context: Decided, apart: Host['apart']): readonly Host[] {
  const { parent, inherits } = object;
  const way = wayOf(object);
  // Dropping a foreign key or trigger on its own breaks the cycle between two dropped tables.
  const tie = way === 'cloned' && inherits.length === 0 ? 'first' : undefined;
  const host = (key: Key): Host => ({ verb: 'drop', key, apart: apart ?? tie });
  if (parent !== null && context.drops(parent)) return [host(parent)];
  if (inherits.length === 0) return [];
  const link = linkTo(object, context, 'before');
  if (link !== null && context.drops(link)) return way === 'cloned' ? [host(link)] : [];
  // DROP COLUMN on the parent keeps a child's column that the child also declares.
  const ancestor = inherits.find((key) => context.drops(key));
  return ancestor === undefined || (way === 'merged' && isOwn(object)) ? [] : [host(ancestor)];
}

function createHosts(object: DbObject, context: Decided, apart: Host['apart']): readonly Host[] {
  const { parent, inherits } = object;
  const way = inherits.length > 0 ? wayOf(object) : undefined;
  const host = (key: Key): Host => ({ verb: 'create', key, apart });
  if (parent !== null && context.creates(parent)) {
    // CREATE TABLE … INHERITS creates the object, whatever its state.
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

/**
 * Whether the object exists before any partition is attached to its table: a key in CREATE TABLE, while a key of ALTER
 * TABLE may be added later, and a clone when its table is attached itself.
 */
function isEarly(key: Key, context: Decided): boolean {
  const object = context.after.get(key);
  if (!object || object.parent === null || !context.creates(object.parent)) return !context.creates(key);
  if (object.inherits.length === 0 || wayOf(object) !== 'cloned') return context.inlines(object);
  const link = linkTo(object, context, 'after');
  return link !== null && isEarly(link, context) && object.inherits.every((ancestor) => isEarly(ancestor, context));
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

/** The hosts of a link: CREATE TABLE with INHERITS, PARTITION OF or OF creates the link itself. */
export const linkHosts = (link: DbObject, { verb }: Hosted, context: Decided): readonly Host[] => {
  if (link.parent === null) return [];
  if (verb === 'drop') return [{ verb, key: link.parent }];
  return context.inlines(link) ? [{ verb, key: link.parent, apart: 'never' }] : [];
};

type Edges = readonly (readonly [first: Act, then: Act])[];

/** The order between an act on an object and acts on the ancestors' objects. */
export function inheritedEdges(object: DbObject, act: Act): Edges {
  const way = wayOf(object);
  return object.inherits.flatMap((ancestor): Edges => {
    // Indexes and keys of partitions are created first: the parent's statement attaches them.
    if (way === 'adopted') return [[act, { verb: 'create', key: ancestor }]];
    // ALTER on the parent also alters the children: statements for the children's differences come after it.
    if (act.verb === 'alter') return [[{ verb: 'alter', key: ancestor }, act]];
    return act.verb === 'create' ? [[{ verb: 'create', key: ancestor }, act]] : [];
  });
}

/** A table is attached after both tables have matching parts, and detached before one of them changes alone. */
export function linkEdges(link: DbObject, act: Act, context: Decided): Edges {
  const { before, after } = context;
  const tables = (act.verb === 'drop' ? before : after).dependencies(link.key);
  return tables.flatMap((table) =>
    [...before.children(table), ...after.children(table)].flatMap((member): Edges => {
      const way = wayOf(member);
      const own = member.parent === link.parent;
      // A link in CREATE TABLE exists before all other parts of its table.
      if (!way || (act.verb === 'create' && own && isEarly(link.key, context))) return [];
      return MEMBER_VERBS.flatMap((verb) => memberEdges(act, { verb, key: member.key }, member, way, own, context));
    }),
  );
}

const MEMBER_VERBS = ['drop', 'alter', 'create'] as const;

/** The order of an act on a link and an act on a part of one of the two tables; `own`: a part of the link's table. */
function memberEdges(link: Act, part: Act, member: DbObject, way: Way, own: boolean, context: Decided): Edges {
  if (link.verb === 'drop') return [[link, part]];
  const creates = part.verb === 'create';
  // ATTACH PARTITION would use the part and create no clone.
  if (creates && own && isApart(member)) return [[link, part]];
  // The statement of the ancestor's part creates the child's part: the table is attached by then.
  if (way === 'merged' && creates && clonesLater(member, link, context)) return [[link, part]];
  if (way === 'merged') return [[part, link]];
  if (!own) return [];
  // Otherwise ATTACH PARTITION would create an index. It creates clones in any case.
  if (way === 'adopted') return member.inherits.some((key) => isEarly(key, context)) ? [[part, link]] : [];
  // ATTACH PARTITION clones what the ancestor has at that time.
  return member.inherits.map((ancestor) => {
    const made: Act = { verb: 'create', key: ancestor };
    return isEarly(ancestor, context) ? [made, link] : [link, made];
  });
}

/** Whether the part is independent of the ancestor and has a statement of its own. */
const isApart = (member: DbObject): boolean => member.inherits.length === 0 && (isIndex(member) || isTrigger(member));

/** Whether an ancestor's part is cloned into the link's table, outside its CREATE TABLE. */
function clonesLater(ancestor: DbObject, link: Act, { after }: Sides): boolean {
  const child = after.get(link.key)?.parent;
  return after
    .inheritanceChildren(ancestor.key)
    .some((descendant) => descendant.parent === child && wayOf(descendant) === 'cloned');
}

/** Rebuilds an object that the drop of an ancestor's object drops in a remaining partition, and that is wanted. */
export function respondToAncestor(object: DbObject, cause: DbObject, how: Cause, context: Sides): Response | null {
  if (how !== 'dropped' || context.before.get(object.key)?.inherits.includes(cause.key) !== true) return null;
  const { parent } = object;
  const stays =
    parent !== null &&
    context.before.children(parent).some((child) => isLink(child) && isPartitionLink(context.after.get(child.key)));
  return wayOf(object) !== 'merged' && stays ? 'rebuild' : 'stays';
}

/** Whether the ancestor's change of an attribute also gives the descendant its wanted value. */
export type Passes<A extends Attributes> = (
  attribute: keyof A & string,
  ancestor: Typed<A>,
  descendant: Typed<A>,
  context: Sides,
) => boolean;

/** The rules of a kind, applied only where no statement for an ancestor's object makes the change. */
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

/** Drafts reduced to what they disturb, because the ancestor's statements make the change. */
function withoutPassedOn(answer: ReturnType<RuleFunction>, passed: boolean): ReturnType<RuleFunction> {
  if (!passed || typeof answer === 'string' || 'refuse' in answer) return answer;
  const disturbances = 'drafts' in answer ? [answer.disturbs] : answer.map(({ disturbs }) => disturbs);
  const disturbs = disturbances.includes('rewrites') ? 'rewrites' : disturbances.find((one) => one !== undefined);
  return { drafts: () => [], ...(disturbs ? { disturbs } : {}) };
}

type RuleFunction = Extract<Rule<Attributes>, (...parts: never[]) => unknown>;

function isPassedOn<A extends Attributes>(
  attribute: keyof A & string,
  { before: former, after: descendant }: Alteration<A>,
  passes: Passes<A>,
  context: Sides,
): boolean {
  return descendant.inherits.some((key) => {
    const [before, after] = [context.before.get(key), context.after.get(key)] as (Typed<A> | undefined)[];
    if (!before || !after || !former.inherits.includes(key)) return false;
    if (equal(before.attributes[attribute], after.attributes[attribute])) return false;
    return passes(attribute, after, descendant, context);
  });
}

/** For most attributes: the ancestor's statement changes all descendants, so both objects must want the same value. */
export const wantsTheSame = <A extends Attributes>(
  attribute: keyof A & string,
  ancestor: Typed<A>,
  descendant: Typed<A>,
): boolean => JSON.stringify(ancestor.attributes[attribute]) === JSON.stringify(descendant.attributes[attribute]);

/** The partitioned table that a table is a partition of, if it is one. */
export const partitionedParents = (table: Key, side: Side): readonly Key[] =>
  side
    .children(table)
    .filter(isPartitionLink)
    .flatMap((link) => side.dependencies(link.key).filter((key) => key !== table && isTable(side.get(key))));

/** The tables whose rows a new index or key reads: the partitions that have no index of their own for it. */
export function tablesToIndex(object: DbObject, sides: Pick<Sides, 'before' | 'after'>): readonly Key[] {
  const { before, after } = sides;
  const { parent } = object;
  if (parent === null || !isPartitioned(parent, after)) return parent === null ? [] : [parent];
  const indexed = after.inheritanceChildren(object.key).filter(({ key }) => before.get(key) !== undefined);
  const below = after
    .dependents(parent)
    .flatMap((key) => (isPartitionLink(after.get(key)) ? (after.get(key)?.parent ?? []) : []))
    .filter((table) => table !== parent && !indexed.some((child) => child.parent === table));
  return [parent, ...below.flatMap((table) => tablesToIndex({ ...object, parent: table }, sides))];
}

/** The other tables that foreign keys of a table refer to. */
export const tablesReferredTo = (table: Key, side: Side): readonly Key[] =>
  side
    .children(table)
    .filter(isForeignKey)
    .flatMap((link) => tablesOf(link, side))
    .filter((key) => key !== table);

/** The two tables of a foreign key. */
export const tablesOf = ({ key, parent }: DbObject, side: Side): readonly Key[] => {
  const tables = [parent, ...side.dependencies(key).map((on) => side.get(on)?.parent ?? on)];
  return [...new Set(tables.filter((on): on is Key => on !== null && isTable(side.get(on))))];
};
