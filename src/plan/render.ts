// Ordered nodes -> steps: the statements with their sentences, locks, hazards and sizes, for the batches of a plan.
import { equal } from '../catalog/canonical.ts';
import type { Catalog, DbObject, Json, Key, Size } from '../catalog/catalog.ts';
import type { AttributeChange } from '../diff/diff.ts';
import type { Location } from '../errors.ts';
import { initialGrants } from '../kinds/default-privileges.ts';
import type { Decided, Draft, Kind, Rendering } from '../kinds/kind.ts';
import { defaultGrants, type GrantStatement, grantStatements } from '../kinds/shared/grants.ts';
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { forServer, stableText, withEscapedReturns } from '../sql/stable.ts';
import { familyOf, type PlanNode } from './graph.ts';
import { hazardsOf } from './hazards.ts';
import type { Action, Lock, Step } from './plan.ts';

/** A step with the properties that batches are made by. */
export interface DraftedStep extends Step {
  readonly commit?: 'after' | 'outside';
  readonly late?: boolean;
}

export interface RenderInput {
  readonly context: Rendering;
  /** Absorbed nodes by their host's id. */
  readonly guests: ReadonlyMap<string, readonly PlanNode[]>;
  /** The desired statement behind an object. */
  readonly origin: (object: DbObject) => Location | undefined;
  /** Sizes of the live relations. */
  readonly sizes: Catalog['sizes'];
  /** Whether the object makes its parent inherit from what it depends on; see `Traits.link`. */
  readonly isLink: (object: DbObject) => boolean;
  /** What changes of the objects that both sides have. */
  readonly changes: ReadonlyMap<Key, readonly AttributeChange[]>;
}

export function renderNode(node: PlanNode, input: RenderInput): DraftedStep[] {
  const guests = input.guests.get(node.id) ?? [];
  const steps = (of: PlanNode, action: Action, drafts: readonly Draft[]): DraftedStep[] =>
    withChanges(
      of,
      drafts.map((draft) => toStep(of, action, draft, input)),
      input,
    );
  // Owner, privileges, comment and settings of a new object, after its own CREATE statement or its host's.
  const following = (of: PlanNode): DraftedStep[] =>
    of.verb === 'create' ? afterCreation(of, input).map((draft) => toStep(of, 'alter', draft, input)) : [];
  return [...steps(node, ACTIONS[node.verb], draftsOf(node, input)), ...following(node), ...guests.flatMap(following)];
}

/** The first step of an object names all that changes of it: one statement may change several attributes, or a part. */
function withChanges({ key, verb }: PlanNode, steps: DraftedStep[], { changes }: RenderInput): DraftedStep[] {
  const [first, ...rest] = steps;
  const changed = changes.get(key);
  if (first === undefined || changed === undefined || (verb !== 'alter' && verb !== 'create')) return steps;
  return [{ ...first, changes: changed }, ...rest];
}

const ACTIONS: Readonly<Record<PlanNode['verb'], Action>> = {
  'create shell': 'create',
  create: 'create',
  drop: 'drop',
  alter: 'alter',
  rename: 'alter',
  'drop renamed': 'drop',
};

function draftsOf(node: PlanNode, { context }: RenderInput): readonly Draft[] {
  switch (node.verb) {
    case 'create shell':
      return [node.kind.shell?.(node.object) ?? []].flat();
    case 'create':
      return [
        ...node.kind.create(node.object, context),
        ...(node.fate.action === 'swap' ? (node.kind.swap?.(node.object, context).arrive ?? []) : []),
      ];
    case 'drop':
      return node.kind.drop(node.object, context);
    case 'rename':
      return [node.kind.swap?.(node.object, context).rename ?? []].flat();
    case 'drop renamed':
      return node.kind.swap?.(node.object, context).leave ?? [];
    case 'alter':
      return alterations(node, context);
  }
}

function afterCreation({ object, kind }: PlanNode, input: RenderInput): readonly Draft[] {
  const { context } = input;
  const target = kind.privileges;
  const privileges = target
    ? grantDrafts(
        kind,
        object,
        initialGrants(target.letter, object.namespace, context.role, context),
        object.grants ?? defaultGrants(target.letter, context.serverVersion),
        context,
      )
    : [];
  return [
    ...(kind.settings?.(object, context) ?? []).map((draft) => ({
      why: `Sets properties of ${kind.name} ${object.reference} that its CREATE statement can't set.`,
      ...draft,
    })),
    ...(object.owner === null || object.owner === context.role ? [] : ownerDrafts(kind, object)),
    ...privileges,
    ...(object.comment === null ? [] : [commentDraft(kind, object)]),
  ];
}

function alterations(node: PlanNode, context: Rendering): readonly Draft[] {
  const { kind, fate, object: after } = node;
  const before = context.before.get(node.key);
  if (!before) return [];
  const drafts = fate.statements.flatMap((given) => ('drafts' in given ? given.drafts(context) : [given]));
  if (fate.attributes.includes('owner')) drafts.push(...(kind.owner?.({ before, after }) ?? ownerDrafts(kind, after)));
  if (fate.attributes.includes('grants') && kind.privileges) {
    const standard = defaultGrants(kind.privileges.letter, context.serverVersion);
    // ALTER … OWNER merges grants of the new owner into the owner's privileges (aclnewowner).
    const kept = (before.grants ?? standard).filter((grant) => grant.grantee !== after.owner);
    drafts.push(...grantDrafts(kind, after, kept, after.grants ?? standard, context));
  }
  if (fate.attributes.includes('comment')) drafts.push(commentDraft(kind, after));
  // Two attributes may return the same statement: a former identity column that becomes nullable has DROP IDENTITY
  // twice.
  return drafts.filter(({ sql }, index) => drafts.findIndex((other) => other.sql === sql) === index);
}

const ownerDrafts = (kind: Kind, object: DbObject): Draft[] => [
  {
    sql: `ALTER ${kind.keyword} ${object.reference} OWNER TO ${quoteIdentifier(object.owner ?? '')}`,
    why: `Changes the owner of ${kind.name} ${object.reference} to ${object.owner}.`,
    // A relation: a table, a view, a materialized view or a foreign table.
    ...(kind.privileges?.letter === 'r' ? { lock: 'ACCESS EXCLUSIVE' as const } : {}),
    hazards: [{ code: 'S504', message: `changes the owner of ${kind.name} ${object.reference} to ${object.owner}` }],
  },
];

const commentDraft = (kind: Kind, object: DbObject): Draft => ({
  sql: `COMMENT ON ${kind.keyword} ${object.reference} IS ${object.comment === null ? 'NULL' : quoteLiteral(object.comment)}`,
  why:
    object.comment === null
      ? `Removes the comment of ${kind.name} ${object.reference}.`
      : `Sets the comment of ${kind.name} ${object.reference}.`,
});

function grantDrafts(
  kind: Kind,
  object: DbObject,
  before: Parameters<typeof grantStatements>[0],
  after: Parameters<typeof grantStatements>[1],
  context: Rendering,
): Draft[] {
  const { keyword = '', letter = '' } = kind.privileges ?? {};
  const ofColumn = letter === 'c';
  const relation = (object.parent === null ? undefined : context.after.get(object.parent))?.reference ?? '';
  const place = (grants: typeof before): typeof before =>
    ofColumn ? grants.map((grant) => ({ ...grant, column: object.name })) : grants;
  const target = {
    on: `${keyword} ${ofColumn ? relation : (kind.privileges?.name?.(object) ?? object.reference)}`,
    letter: ofColumn ? 'r' : letter,
    serverVersion: context.serverVersion,
    owner: object.owner ?? (object.parent === null ? null : context.after.get(object.parent)?.owner) ?? context.role,
  };
  const statements = grantStatements(place(before), place(after), target);
  const restored = columnGrantsLost(object, before, after, context, target);
  const why = `Changes privileges on ${kind.name} ${object.reference}.`;
  return [...statements, ...restored].map(({ sql, opens }) => {
    const hazard = {
      code: 'S501',
      message: `changes privileges on ${kind.name} ${object.reference}${opens ? ' for every role (PUBLIC)' : ''}`,
      blocking: opens,
    };
    return { sql, why, hazards: comesBack(object, context) ? [] : [hazard] };
  });
}

/** Whether a recreated object gets the privileges that it had. */
function comesBack(object: DbObject, { before, creates }: Rendering): boolean {
  const former = before.get(object.key);
  return former !== undefined && creates(object.key) && equal(former.grants as Json, object.grants as Json);
}

/**
 * REVOKE on a table also revokes the privilege on its columns (manual, REVOKE); wanted column privileges are granted
 * again.
 */
function columnGrantsLost(
  object: DbObject,
  before: Parameters<typeof grantStatements>[0],
  after: Parameters<typeof grantStatements>[1],
  context: Rendering,
  target: Parameters<typeof grantStatements>[2],
): GrantStatement[] {
  const gone = before.filter(
    (b) => !after.some((a) => a.grantee === b.grantee && a.privilege === b.privilege && a.column === null),
  );
  return context.after.children(object.key).flatMap((child) => {
    if (!context.before.get(child.key)) return [];
    const lost = (child.grants ?? []).filter((g) =>
      gone.some((b) => b.grantee === g.grantee && b.privilege === g.privilege),
    );
    return grantStatements(
      [],
      lost.map((g) => ({ ...g, column: child.name })),
      target,
    );
  });
}

const VERB_WORDS: Readonly<Record<PlanNode['verb'], string>> = {
  'create shell': 'Creates the shell of',
  create: 'Creates',
  drop: 'Drops',
  alter: 'Alters',
  rename: 'Renames',
  'drop renamed': 'Drops the former',
};

/** Whether the plan creates the object and `before` has none under the same key. */
const isNewIn = (context: Decided, key: Key): boolean => context.creates(key) && context.before.get(key) === undefined;

function toStep(node: PlanNode, action: Action, draft: Draft, input: RenderInput): DraftedStep {
  const { context } = input;
  const side = node.verb === 'drop' || node.verb === 'rename' ? context.before : context.after;
  const relation = draft.on ? (side.get(draft.on) ?? node.object) : familyOf(node.object, side);
  const isNew = isNewIn(context, relation.key);
  const family = draft.tree === true && !isNew ? descendants(relation.key, input) : [];
  const locks = locksOf(draft, relation.reference, isNew, input, family);
  const works = (draft.works ?? [relation.key, ...family]).filter((key) => !isNewIn(context, key));
  const size = sizeOf(works, input);
  const origin = node.verb === 'create' || node.verb === 'alter' ? input.origin(node.object) : undefined;
  return {
    // A routine's definition is the user's text and stays unchanged.
    sql: forServer(
      withEscapedReturns(node.kind.folder === 'routines' ? draft.sql : stableText(draft.sql)),
      context.serverVersion,
    ),
    why: sentence(node, draft),
    action,
    subject: node.key,
    kind: node.kind.name,
    name: node.object.name,
    folder: node.kind.folder,
    locks,
    hazards: hazardsOf(draft, works.length === 0, size),
    ...(draft.work && works.length > 0 ? { work: draft.work, worksOn: works.map((key) => nameOf(key, input)) } : {}),
    ...(draft.work && works.length > 0 && size && size.rows >= 0 ? { size } : {}),
    ...(origin ? { origin } : {}),
    ...(draft.loses === undefined ? {} : { loses: draft.loses }),
    ...(draft.commit ? { commit: draft.commit } : {}),
    ...(draft.late ? { late: true } : {}),
  };
}

/** The tables that inherit from a relation before the plan, at any depth. */
function descendants(relation: Key, { context: { before }, isLink }: RenderInput): readonly Key[] {
  const found = new Set<Key>();
  const queue = [relation];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const dependent of before.dependents(key)) {
      const link = before.get(dependent);
      if (!link || link.parent === null || link.parent === key || !isLink(link) || found.has(link.parent)) continue;
      found.add(link.parent);
      queue.push(link.parent);
    }
  }
  return [...found].sort();
}

const nameOf = (key: Key, { context }: RenderInput): string =>
  (context.before.get(key) ?? context.after.get(key))?.reference ?? key;

/** The rows and bytes of relations together; undefined where nothing is known of them. */
function sizeOf(keys: readonly Key[], { sizes }: RenderInput): Size | undefined {
  const known = keys.flatMap((key) => sizes.get(key) ?? []);
  if (known.length === 0) return undefined;
  return {
    rows: known.some(({ rows }) => rows < 0) ? -1 : known.reduce((sum, { rows }) => sum + rows, 0),
    bytes: known.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function locksOf(draft: Draft, relation: string, isNew: boolean, input: RenderInput, family: readonly Key[]): Lock[] {
  const also = (draft.alsoLocks ?? [])
    .flatMap(({ mode, on, tree }) => [on, ...(tree ? descendants(on, input) : [])].map((key) => ({ mode, key })))
    .filter(({ key }) => !isNewIn(input.context, key))
    .map(({ mode, key }) => ({ mode, on: nameOf(key, input) }));
  const { lock } = draft;
  const below = lock ? family.map((key) => ({ mode: lock, on: nameOf(key, input) })) : [];
  return [...(lock && !isNew ? [{ mode: lock, on: relation }] : []), ...below, ...also];
}

function sentence(node: PlanNode, draft: Draft): string {
  if (draft.why !== undefined) return draft.why;
  const because = node.fate.because ? `, because ${node.fate.because} changes` : '';
  const verb = node.fate.action === 'replace' && node.verb === 'create' ? 'Recreates' : VERB_WORDS[node.verb];
  return `${verb} ${node.kind.name} ${node.object.reference}${because}.`;
}
