// The descriptor of a kind of object: the questions that the generic rooms ask of it, and what it may look at to
// answer.

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

/** A hazard as a kind declares it; `plan/hazards.ts` drops or demotes it where the relation is new or small. */
export interface HazardDraft {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly blocking?: boolean;
}

/** One statement as a kind writes it, with its locks, work, hazards and losses. */
export interface Draft {
  readonly sql: string;
  /** One sentence for reviewers; default: a verb with kind and reference, such as "Creates table app.users." */
  readonly why?: string;
  readonly lock?: LockMode;
  /** The relation that `lock` is taken on; default: the object's own relation. */
  readonly on?: Key;
  /** Locks on other relations: a foreign key's referenced table, a partition's parent. */
  readonly alsoLocks?: readonly { readonly mode: LockMode; readonly on: Key }[];
  readonly hazards?: readonly HazardDraft[];
  readonly work?: 'rewrite' | 'scan' | 'index build';
  /** 'after': users of the object need a commit first (ALTER TYPE … ADD VALUE). 'outside': no transaction block. */
  readonly commit?: 'after' | 'outside';
  /** The rows or values that the statement loses, for the reversibility lines. */
  readonly loses?: string;
  /** The statement runs after all others: row security could hide rows from the checks of foreign keys. */
  readonly late?: boolean;
  /** The effect of the statement on the objects that depend on this object. */
  readonly disturbs?: Disturbance;
}

/**
 * What a changed column type is to the objects that depend on the column: 'relabels' changes the catalogs only,
 * 'rewrites' the stored values (manual, ALTER TABLE, Notes).
 */
export type Disturbance = 'relabels' | 'rewrites';

/** Statements whose text depends on what else the plan creates and drops. */
export interface Deferred {
  readonly drafts: (context: Decided) => readonly Draft[];
  readonly disturbs?: Disturbance;
}

/** A change that PostgreSQL can't make without losing rows or values. */
export interface Refusal {
  readonly refuse: string;
  readonly hint: string;
}

/** What rules may read while the fates of objects are being decided. */
export interface Sides {
  readonly before: Side;
  readonly after: Side;
  /** `server_version_num` of the server that will run the statements. */
  readonly serverVersion: number;
  /** The role that will run the statements. */
  readonly role: string;
  /**
   * Whether CREATE TABLE contains foreign keys where possible (desired files), or ALTER TABLE adds them (migrations).
   */
  readonly foreignKeysInline: boolean;
}

/** What rules may read once all fates are decided. */
export interface Decided extends Sides {
  creates(key: Key): boolean;
  drops(key: Key): boolean;
  /** Whether the object can stand in the CREATE statement of its parent; see `Kind.inline`. */
  inlines(object: DbObject): boolean;
}

/** What rules may read once hosts are decided, too: which objects another object's statement contains. */
export interface Rendering extends Decided {
  /** The children that this object's CREATE statement contains or creates implicitly. */
  inlined(key: Key): readonly DbObject[];
  /** The clause for a child in its parent's CREATE statement; null where the statement creates the child implicitly. */
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
 * How a change is made: by statements; by drop and create of the object ('replace') or of its parent
 * ('replace parent'); or not at all.
 */
export type Answer = readonly Draft[] | Deferred | 'replace' | 'replace parent' | Refusal;

/** How a change of one attribute is made. 'alter': by the kind's `alter`, once for all such attributes. */
export type Rule<A extends Attributes> =
  | 'replace'
  | 'ignore'
  | 'alter'
  | ((change: Alteration<A>, context: Sides) => Answer);

/** How an object changes that other objects depend on or inherit from. */
export type Cause = Disturbance | 'replaced' | 'dropped';

/**
 * What an object does then: PostgreSQL keeps it as it is; it is dropped and created, or its parent is; it follows by
 * statements of its own; or, as it holds rows, it stands in the way.
 */
export type Response = 'stays' | 'rebuild' | 'rebuild parent' | 'refuse' | readonly Draft[];

/** One act of a plan on an object. */
export type Verb = 'drop' | 'rename' | 'alter' | 'create shell' | 'create' | 'drop renamed';

export interface Act {
  readonly verb: Verb;
  readonly key: Key;
}

/** An act whose statement also creates, alters or drops another object: the host of that object's act. */
export interface Host extends Act {
  /**
   * Whether that object can have a statement of its own where the order demands it (default: yes): 'never', as a column
   * of a new table; 'first', as a foreign key, which is what usually ties two tables that go.
   */
  readonly apart?: 'never' | 'first' | undefined;
}

/** The act for which `Kind.hosts` names hosts: create, drop, or a change of one attribute. */
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

/** A feature of a kind that servers before `major` lack. */
export interface Since<A extends Attributes> {
  readonly major: number;
  /** The feature's name in a refusal; absent where older servers need no refusal. */
  readonly feature?: string;
  uses?(object: Typed<A>): boolean;
  /** The attributes as an older server stores them; absent where they are equal. */
  without?(attributes: A): A;
}

/** Properties of a kind that differ from those of tables and functions. */
export interface Traits {
  /**
   * Objects of the kind are roles: scratch creates them as objects, and a plan alters the objects of a dropped role.
   */
  readonly role?: true;
  /**
   * PostgreSQL creates the object as an internal part of its parent (pg_depend.deptype 'i'), with an owner and
   * privileges.
   */
  readonly internal?: true;
  /** Members (pg_depend.deptype 'e') are not objects: what depends on a member depends on this object. */
  readonly ownsMembers?: true;
  /** PostgreSQL has no COMMENT ON for the kind, or not in the usual form. */
  readonly uncommented?: true;
  /** The parent can't be created without the object: a partition key names columns. */
  readonly essential?: true;
  /**
   * The object affects objects without a dependency in pg_depend, so that every proof contains it: default privileges.
   */
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

/**
 * Privileges: the word between GRANT … ON and the name, the letter for acldefault(), the name where it isn't the
 * reference.
 */
export interface Privileges<A extends Attributes> {
  readonly keyword: string;
  readonly letter: string;
  name?(object: Typed<A>): string;
}

/** A kind of object. Only the first members and `create`, `drop`, `attributes` are needed. */
export interface Kind<A extends Attributes = Attributes> {
  /** The kind's name: the type word of pg_identify_object(). */
  readonly name: string;
  /** The object type in DROP, ALTER … OWNER TO and COMMENT ON. */
  readonly keyword: string;
  /** The folder of the kind's migrations. */
  readonly folder: 'ddl' | 'routines';
  /** How statements and catalogs name objects of the kind; empty where the kind has no statements of its own. */
  readonly words: KindWords;
  readonly traits?: Traits;
  readonly optIn?: OptIn;
  readonly privileges?: Privileges<A>;
  /** Features that are newer than the oldest supported major. */
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
  /** Statements after the creation, also where the parent's CREATE statement creates the object. */
  settings?(object: Typed<A>, context: Rendering): readonly Draft[];
  drop(object: Typed<A>, context: Decided): readonly Draft[];
  readonly attributes: { readonly [K in keyof A & string]-?: Rule<A> };
  /** The rule of all attributes that are 'alter': one statement, or statements whose order matters. */
  alter?(change: Alteration<A>, changed: readonly (keyof A & string)[], context: Sides): Answer;
  /** The statements that change the owner; default: ALTER keyword reference OWNER TO. */
  owner?(change: Alteration<A>): readonly Draft[];

  /** The names that the object takes, answers to, mentions, sets or obeys. */
  resources?(object: Typed<A>): readonly Resource[];
  /**
   * When and how the parent's CREATE statement contains the object. A null clause: the statement creates it implicitly.
   */
  readonly inline?: {
    when(object: Typed<A>, context: Decided): boolean;
    clause(object: Typed<A>, context: Rendering): string | null;
  };
  /** Acts on other objects whose statements also make this act, the best first. Default: the act on the parent. */
  hosts?(object: Typed<A>, act: Hosted, context: Decided): readonly Host[];
  /** Orders between acts beyond pg_depend and `resources`; `act` is an act on the object. */
  edges?(object: Typed<A>, act: Act, context: Decided): readonly (readonly [first: Act, then: Act])[];
  /** What happens to the object when an object that it depends on changes. Default: it is dropped and created. */
  respond?(object: Typed<A>, cause: DbObject, how: Cause, context: Sides): Response;
  /** Creates a shell (CREATE TYPE name) that the object's own functions can name. Null: none is needed. */
  shell?(object: Typed<A>): Draft | null;
  /** Renames the object to free its name for its successor, and drops it when no object uses it any more. */
  swap?(object: Typed<A>): { readonly rename: Draft; readonly drop: Draft };
}

/** Checks a descriptor against the type of its attributes, then widens it, so that one registry holds all kinds. */
export function defineKind<A extends Attributes>(kind: Kind<A>): Kind {
  // A kind is only called with objects that its own query returned.
  return kind as unknown as Kind;
}

export const ddl = (sql: string, parts: Omit<Draft, 'sql'> = {}): Draft => ({ sql, ...parts });

/** A `respond` for objects that PostgreSQL itself keeps when a column's type changes. */
export const staysWithColumn = (_object: DbObject, _cause: DbObject, how: Cause): Response =>
  how === 'relabels' || how === 'rewrites' ? 'stays' : 'rebuild';

/** A `respond` for objects that hold rows or a position: no other object's change drops and creates them. */
export const holdsRows = (_object: DbObject, _cause: DbObject, how: Cause): Response =>
  how === 'replaced' ? 'refuse' : 'stays';

/** Names in namespaces that several kinds share, each with the namespace: `relation app.users`. */
export const takes = (...names: readonly string[]): readonly Resource[] =>
  names.map((name) => ({ use: 'takes', name }));
