// The descriptor of a kind of object: the questions that the generic rooms ask of it, and what it may look at to answer.

import type { Attributes, DbObject, Key } from '../catalog/catalog.ts';
import type { Side } from '../catalog/side.ts';
import type { ParsedStatement } from '../sql/parser.ts';
import type { KindWords } from '../sql/words.ts';

/** PostgreSQL's names of the table-level lock modes (manual, section 13.3.1). */
export type LockMode =
  | 'ACCESS SHARE'
  | 'SHARE UPDATE EXCLUSIVE'
  | 'SHARE'
  | 'SHARE ROW EXCLUSIVE'
  | 'EXCLUSIVE'
  | 'ACCESS EXCLUSIVE';

/** A hazard as a kind declares it: severity falls to information where the relation is new in the plan. */
export interface Danger {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly blocking?: boolean;
}

/** One statement and what it does beside its name. */
export interface Draft {
  readonly sql: string;
  /** One sentence, where it says more than "Creates table app.users". */
  readonly why?: string;
  readonly lock?: LockMode;
  /** The relation that is locked; default: the relation the object belongs to. */
  readonly on?: Key;
  /** Locks on other relations: a foreign key's referenced table, a partition's parent. */
  readonly alsoLocks?: readonly { readonly mode: LockMode; readonly on: Key }[];
  readonly dangers?: readonly Danger[];
  readonly work?: 'rewrite' | 'scan' | 'index build';
  /** 'after': what uses it must wait for a commit (ALTER TYPE … ADD VALUE). 'outside': no transaction block. */
  readonly commit?: 'after' | 'outside';
  /** Rows or values that running it loses, for the reversibility line. */
  readonly loses?: string;
  /** It comes after everything else: row security that would hide rows from checks of foreign keys. */
  readonly late?: boolean;
  /** What it does to the objects that depend on this one. */
  readonly disturbs?: Disturbance;
}

/**
 * What a changed column type is to the objects that depend on the column: 'relabels' changes the catalogs only,
 * 'rewrites' the stored values (manual, ALTER TABLE, Notes).
 */
export type Disturbance = 'relabels' | 'rewrites';

/** Statements that can be worded only when it is known what else the plan creates and drops. */
export interface Deferred {
  readonly drafts: (context: Decided) => readonly Draft[];
  readonly disturbs?: Disturbance;
}

/** A change that can't be made without losing what holds rows. */
export interface Refusal {
  readonly refuse: string;
  readonly hint: string;
}

/** What can be asked while it is decided which objects are created, altered and dropped. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** `server_version_num` of the server that will run the statements. */
  readonly serverVersion: number;
  /** The role that will run them. */
  readonly role: string;
  /** Foreign keys stand in CREATE TABLE where they can, as in a file that is read, and not as in one that is run. */
  readonly foreignKeysInline: boolean;
}

/** What can be asked once that is decided. */
export interface Decided extends Sides {
  creates(key: Key): boolean;
  drops(key: Key): boolean;
  /** Whether the object can stand in the CREATE statement of its parent; see `Kind.inline`. */
  inlines(object: DbObject): boolean;
}

/** What can be asked once it is settled which objects stand in another's statement. */
export interface Rendering extends Decided {
  /** The children that this object's CREATE statement spells out or brings along. */
  inlined(key: Key): readonly DbObject[];
  /** How a child stands in its parent's CREATE statement; null where the statement brings it along unsaid. */
  clause(object: DbObject): string | null;
}

export interface Typed<A extends Attributes> extends DbObject {
  readonly attributes: A;
}

export interface Alteration<A extends Attributes> {
  readonly before: Typed<A>;
  readonly after: Typed<A>;
}

/**
 * What a change means: statements; the object is dropped and created ('replace'), or its parent is ('replace parent');
 * or it can't be made.
 */
export type Answer = readonly Draft[] | Deferred | 'replace' | 'replace parent' | Refusal;

/** What a change of one attribute means. 'alter': the kind's `alter` says, for all such attributes at once. */
export type Rule<A extends Attributes> =
  | 'replace'
  | 'ignore'
  | 'alter'
  | ((change: Alteration<A>, context: Sides) => Answer);

/** How something that an object depends on changes, or an object of an ancestor relation that brings it about. */
export type Cause = Disturbance | 'replaced' | 'dropped';

/**
 * What an object does then: PostgreSQL keeps it as it is; it is dropped and created, or its parent is; it follows by
 * statements of its own; or, as it holds rows, it stands in the way.
 */
export type Response = 'stays' | 'rebuild' | 'rebuild parent' | 'refuse' | readonly Draft[];

/** One thing that a plan does to an object. */
export type Verb = 'drop' | 'aside' | 'alter' | 'announce' | 'create' | 'drop aside';

export interface Act {
  readonly verb: Verb;
  readonly key: Key;
}

/** An act whose statement also creates, alters or drops another object. */
export interface Host extends Act {
  /**
   * Whether that object can have a statement of its own where the order demands it (default: yes): 'never', as a column
   * of a new table; 'first', as a foreign key, which is what usually ties two tables that go.
   */
  readonly apart?: 'never' | 'first' | undefined;
}

/** What an object is asked about its hosts: it is created, dropped, or altered in one attribute. */
export type Hosted = { readonly verb: 'create' | 'drop' } | { readonly verb: 'alter'; readonly attribute: string };

/**
 * A name that orders acts on objects which pg_depend does not tie.
 * - takes: in a namespace shared with other kinds; it must be free before it is taken.
 * - answers: calls find it under this name among its overloads, never a former and a new one at the same time.
 * - mentions: an identifier in its text, a wish to be created after what has that name.
 * - sets, obeys: who sets it is changed before who obeys it is created (default privileges).
 */
export interface Resource {
  readonly use: 'takes' | 'answers' | 'mentions' | 'sets' | 'obeys';
  readonly name: string;
}

/** Something of a kind that older servers lack. */
export interface Since<A extends Attributes> {
  readonly major: number;
  /** How a refusal names it; absent where an older server simply does without. */
  readonly feature?: string;
  uses?(object: Typed<A>): boolean;
  /** The attributes as an older server has them; absent where they are the same. */
  without?(attributes: A): A;
}

/** How PostgreSQL keeps objects of a kind, where that differs from a table or a function. */
export interface Traits {
  /** It is a role: scratch has it as an object and not as a stand-in, and what was its is altered when it goes. */
  readonly role?: true;
  /** PostgreSQL makes it as an internal part of its parent (pg_depend.deptype 'i'), and yet it has an owner and privileges. */
  readonly internal?: true;
  /** Its members (pg_depend.deptype 'e') are no objects of their own: whatever depends on one depends on it. */
  readonly ownsMembers?: true;
  /** COMMENT ON is not available, or not in this form. */
  readonly uncommented?: true;
  /** Its parent can't be made without it: a partition key names columns. */
  readonly essential?: true;
  /** It bears on objects that nothing ties to it, so that every proof has it: default privileges. */
  readonly ambient?: true;
}

/**
 * What a database or server has whether the files speak of it or not. Such objects are compared only where desired
 * statements say something of the same subject (a column `subject` of the query); others are named as unmanaged, unless
 * they are nobody's business but the server's (`unnamed`).
 */
export interface OptIn {
  of(statement: ParsedStatement): readonly string[];
  readonly unnamed?: true;
}

/** Privileges: the word between GRANT … ON and the name, the letter for acldefault(), the name where it isn't the reference. */
export interface Privileges<A extends Attributes> {
  readonly keyword: string;
  readonly letter: string;
  name?(object: Typed<A>): string;
}

/** A kind of object. Only the first members and `create`, `drop`, `attributes` are needed. */
export interface Kind<A extends Attributes = Attributes> {
  /** Its type word, as in pg_identify_object(). */
  readonly name: string;
  /** What follows DROP, ALTER … OWNER TO and COMMENT ON. */
  readonly keyword: string;
  /** Where its migrations go. */
  readonly folder: 'ddl' | 'routines';
  /** How statements and catalogs name it; empty where its objects have only statements that many kinds share. */
  readonly words: KindWords;
  readonly traits?: Traits;
  readonly optIn?: OptIn;
  readonly privileges?: Privileges<A>;
  /** What it uses that came with a later major than the oldest supported one. */
  readonly since?: readonly Since<A>[];
  /**
   * Rows of (classid, objid, objsubid, namespace, reference [, objname, parent, inherits, owner, grants]) and one column
   * per attribute. `objname` is the object's own name, without qualifiers and quotes; an attribute `position` is its place
   * among its siblings as well. `parent` and each of `inherits` are [classid, objid, objsubid]; so is each of `uses`,
   * which depends on what it names, and of `dependsOn`, which takes its parent's dependencies on that over.
   * `unread` names attributes that the session has no right to read and that are therefore null.
   * `destination`: the server that the catalog is read for, which scratch stands in for.
   */
  query(serverVersion: number, destination: number): string;

  create(object: Typed<A>, context: Rendering): readonly Draft[];
  /** What follows the creation, also when the object stood in its parent's CREATE statement. */
  settings?(object: Typed<A>, context: Rendering): readonly Draft[];
  drop(object: Typed<A>, context: Decided): readonly Draft[];
  readonly attributes: { readonly [K in keyof A & string]-?: Rule<A> };
  /** The answer for every attribute whose rule is 'alter': one statement, or statements whose order matters. */
  alter?(change: Alteration<A>, changed: readonly (keyof A & string)[], context: Sides): Answer;
  /** The statements for a new owner, where they aren't ALTER keyword reference OWNER TO. */
  owner?(change: Alteration<A>): readonly Draft[];

  /** Which named things it takes, answers to, mentions, sets or obeys. */
  resources?(object: Typed<A>): readonly Resource[];
  /** It can stand in its parent's CREATE statement: where, and how. Null: the statement brings it along unsaid. */
  readonly inline?: {
    when(object: Typed<A>, context: Decided): boolean;
    clause(object: Typed<A>, context: Rendering): string | null;
  };
  /** Whose act creates, drops or alters it besides its own, the best first. Default: its parent's. */
  hosts?(object: Typed<A>, act: Hosted, context: Decided): readonly Host[];
  /** Which acts run before which, besides what pg_depend and `resources` tell; `act` is one on the object. */
  edges?(object: Typed<A>, act: Act, context: Decided): readonly (readonly [first: Act, then: Act])[];
  /** What it does when what it depends on changes. Default: it is rebuilt. */
  respond?(object: Typed<A>, cause: DbObject, how: Cause, context: Sides): Response;
  /** Makes it known before it is complete, so that what it is made of can name it: CREATE TYPE name. Null: no need. */
  shell?(object: Typed<A>): Draft | null;
  /** Renames it out of the way of its successor, and drops it when nothing uses it any more. */
  swap?(object: Typed<A>): { readonly rename: Draft; readonly drop: Draft };
}

/** Checks a descriptor against its attributes and forgets them, so that kinds of all attributes fit one registry. */
export function defineKind<A extends Attributes>(kind: Kind<A>): Kind {
  // The registry only ever hands a kind objects that its own query made.
  return kind as unknown as Kind;
}

export const ddl = (sql: string, parts: Omit<Draft, 'sql'> = {}): Draft => ({ sql, ...parts });

/** A `respond` for what PostgreSQL itself carries through a changed column type. */
export const staysWithColumn = (_object: DbObject, _cause: DbObject, how: Cause): Response =>
  how === 'relabels' || how === 'rewrites' ? 'stays' : 'rebuild';

/** A `respond` for what holds rows or a position: it is never dropped and created for the sake of a change. */
export const holdsRows = (_object: DbObject, _cause: DbObject, how: Cause): Response =>
  how === 'replaced' ? 'refuse' : 'stays';

/** Names that an object takes in namespaces which other kinds share, each with the namespace: `relation app.users`. */
export const takes = (...names: readonly string[]): readonly Resource[] =>
  names.map((name) => ({ use: 'takes', name }));
