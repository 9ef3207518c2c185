// The interface of a kind of object, for the kinds and for the rooms that treat all kinds alike.
// It has the questions that these rooms ask of a kind, and the data from which a kind answers.

import type { Attributes, DbObject, Json, Key } from '../catalog/catalog.ts';
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
  /** The statement fails on any row, so that the hazard blocks where rows are known. */
  readonly certain?: boolean;
}

/** A lock on another relation than the object's own; `tree`: and on the tables that inherit from it. */
export interface AlsoLocked {
  readonly mode: LockMode;
  readonly on: Key;
  readonly tree?: boolean;
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
  readonly alsoLocks?: readonly AlsoLocked[];
  readonly hazards?: readonly HazardDraft[];
  readonly work?: 'rewrite' | 'scan' | 'index build';
  /** The statement also locks the tables that inherit from the relation, and works on their rows. */
  readonly tree?: boolean;
  /** The relations whose rows the statement works on; default: the one of `lock`. */
  readonly works?: readonly Key[];
  /** 'after': users of the object need a commit first (ALTER TYPE … ADD VALUE). 'outside': no transaction block. */
  readonly commit?: 'after' | 'outside';
  /** The rows or values that the statement loses, for the reversibility lines. */
  readonly loses?: string;
  /** The statement runs after all others: row security could hide rows from the checks of foreign keys. */
  readonly late?: boolean;
  /** The effect of the statement on the objects that depend on this object. */
  readonly disturbs?: Disturbance;
  /** Objects that must not exist while the statement runs: they are dropped before and created after it. */
  readonly without?: readonly Key[];
}

/**
 * What a changed column type is to the objects that depend on the column: 'relabels' changes the catalogs only,
 * 'rewrites' the stored values (manual, ALTER TABLE, Notes).
 */
export type Disturbance = 'relabels' | 'rewrites';

/** Statements whose text depends on which other objects the plan creates and drops. */
export interface Deferred {
  readonly drafts: (context: Decided) => readonly Draft[];
  readonly disturbs?: Disturbance;
  readonly without?: readonly Key[];
}

/** A change that PostgreSQL can't make without losing rows or values. */
export interface Refusal {
  readonly refuse: string;
  readonly hint: string;
}

/** The data that rules may read before the fates of objects are decided. */
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

/** The data that rules may read after all fates are decided. */
export interface Decided extends Sides {
  creates(key: Key): boolean;
  drops(key: Key): boolean;
  /** Whether the object can stand in the CREATE statement of its parent; see `Kind.inline`. */
  inlines(object: DbObject): boolean;
}

/** The data that rules may read after hosts are decided: also which objects another object's statement contains. */
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
 * The way to make a change: statements; drop and create of the object ('replace') or of its parent ('replace parent');
 * or a refusal.
 */
export type Answer = readonly Draft[] | Deferred | 'replace' | 'replace parent' | Refusal;

/** The way to make a change of one attribute. 'alter': the kind's `alter` makes all such changes at once. */
export type Rule<A extends Attributes> =
  | 'replace'
  | 'ignore'
  | 'alter'
  | ((change: Alteration<A>, context: Sides) => Answer);

/** A change of an object on which other objects depend, or from which they inherit. */
export type Cause = Disturbance | 'replaced' | 'dropped';

/**
 * The effect on a dependent object: PostgreSQL keeps it as it is; it, or its parent, is dropped and created; statements
 * of its own adapt it; or the plan refuses the change, since the object holds rows.
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
   * Whether the other object may have a statement of its own where the order of the plan requires one (default: yes).
   * 'never': for example a column of a new table. 'first': its own statement is preferred, for example for a foreign
   * key, which often is the cycle between two dropped tables.
   */
  readonly apart?: 'never' | 'first' | undefined;
}

/** The statements of a swap, beside the creation of the successor. */
export interface Swap {
  /** Frees the name for the successor. */
  readonly rename: Draft;
  /** After the creation of the successor: what converts values of the renamed object to it. */
  readonly arrive?: readonly Draft[];
  /** After all objects use the successor: drops the renamed object, and what `arrive` created. */
  readonly leave: readonly Draft[];
}

/** The act for which `Kind.hosts` names hosts. */
export interface Hosted {
  readonly verb: 'create' | 'drop';
}

/**
 * A name that orders acts on objects without a dependency between them in pg_depend.
 * - takes: the object has the name in a namespace shared with other kinds; the name must be free before.
 * - answers: calls find the object by the name among its overloads; a former and a new one never exist at the same time.
 * - mentions: an identifier in the object's text, a wish to create the object after the object of that name.
 * - sets, obeys: an object that sets the name changes before an object that obeys it is created (default privileges).
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
  /** The parent is not the same without the object: a partition key names columns, a domain's values obey its constraints. */
  readonly essential?: true;
  /**
   * The object affects objects without a dependency in pg_depend, so that every proof contains it: default
   * privileges, casts.
   */
  readonly ambient?: true;
  /** By the object, its parent inherits from what the object depends on: ALTER TABLE reaches the parent from there. */
  readonly link?: true;
  /**
   * Objects of the kind store values of data types, or contain them in a type of their own: a change of such a type
   * concerns them, at any depth.
   */
  readonly holdsValues?: true;
}

/**
 * Objects that exist in a database or server also without desired statements, such as roles. They are compared only if
 * a desired statement has the same subject (a column `subject` of the query). Other ones are reported as unmanaged,
 * except for objects that only concern the server (`unnamed`).
 */
export interface OptIn {
  of(statement: ParsedStatement): readonly string[];
  readonly unnamed?: true;
}

/**
 * The privileges of a kind: the word between GRANT … ON and the name, the object type's letter for acldefault(), and the
 * name in GRANT if it differs from the reference.
 */
export interface Privileges<A extends Attributes> {
  readonly keyword: string;
  readonly letter: string;
  name?(object: Typed<A>): string;
}

/** An object without its name. */
export interface Unnamed {
  /** What the object is; equal for two objects of a table that differ in their names only. */
  readonly essence: string;
  /** Whether PostgreSQL would choose the name now; false where it did so before a table or column was renamed. */
  readonly chosen: boolean;
  /** The attributes under the name of another object of the same essence. */
  under(other: DbObject): Attributes;
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
   * SQL for rows of (classid, objid, objsubid, namespace, reference [, objname, parent, inherits, owner, grants]) and one
   * column per attribute, for a server and for the `destination` that scratch stands in for.
   * - `objname`: the object's own name, without qualifiers and quotes.
   * - `parent` and each of `inherits`: [classid, objid, objsubid] of another object.
   * - `uses`: the objects, each in the same form, on which the object depends although pg_depend has no such row for it.
   * - `dependsOn`: the objects, each in the same form, on which this object depends in place of its parent.
   * - `unread`: the attributes that are null because the session has no right to read them.
   * - an attribute `position`: also the place of the object among its siblings.
   */
  query(serverVersion: number, destination: number): string;

  /**
   * The attributes in a form in which those that mean the same are equal: a server stores what was written, or another
   * server something else. Only compared; statements have what was written.
   */
  meaning?(attributes: A): { readonly [K in keyof A]: Json };

  create(object: Typed<A>, context: Rendering): readonly Draft[];
  /** Statements after the creation, also where the parent's CREATE statement creates the object. */
  settings?(object: Typed<A>, context: Rendering): readonly Draft[];
  drop(object: Typed<A>, context: Decided): readonly Draft[];
  readonly attributes: { readonly [K in keyof A & string]-?: Rule<A> };
  /** The rule of all attributes that are 'alter': one statement, or statements whose order matters. */
  alter?(change: Alteration<A>, changed: readonly string[], context: Sides): Answer;
  /** The statements that change the owner; default: ALTER keyword reference OWNER TO. */
  owner?(change: Alteration<A>): readonly Draft[];

  /**
   * Attributes with the counterpart's values, where no desired statement declares the object's own: a name that
   * PostgreSQL chose is no wish. Null where there are none.
   */
  undeclared?(object: Typed<A>, counterpart: Typed<A>): Partial<A> | null;

  /** For an object whose name PostgreSQL may have chosen; null for other names. */
  unnamed?(object: Typed<A>, side: Side): Unnamed | null;

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
  /** Whether PostgreSQL can't add the object to its parent as it is: then the parent is recreated with it. */
  onlyWithParent?(object: Typed<A>, context: Sides): boolean;
  /** Creates a shell (CREATE TYPE name) that the object's own functions can name. Null: none is needed. */
  shell?(object: Typed<A>): Draft | null;
  /** How the object makes way for its successor of the same name, while other objects change from one to the other. */
  swap?(object: Typed<A>, context: Sides): Swap;
}

/** Checks a descriptor against the type of its attributes, then widens it, so that one registry holds all kinds. */
export function defineKind<A extends Attributes>(kind: Kind<A>): Kind {
  // A kind is only called with objects that its own query returned.
  return kind as Kind;
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
