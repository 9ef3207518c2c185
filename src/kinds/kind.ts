// The descriptor of a kind of object: everything the generic rooms need to know about it.

import type { Attributes, DbObject, Key } from '../catalog/catalog.ts';
import type { Side } from '../catalog/side.ts';
import type { ParsedStatement } from '../sql/parser.ts';

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
  /** Empty where another object's statement does it, and only what it disturbs counts. */
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
  /** It changes what depending objects are made of: those that can't follow are dropped before and made anew after. */
  readonly disturbs?: Disturbance;
}

/** A column's type changes on paper only ('relabels'), or its stored values do ('rewrites'). */
export type Disturbance = 'relabels' | 'rewrites';

/** What a kind may look at when it renders. */
export interface Context {
  readonly before: Side;
  readonly after: Side;
  /** `server_version_num` of the server that will run the statements. */
  readonly serverVersion: number;
  /** The role that will run them. */
  readonly role: string;
  /** Foreign keys stand in CREATE TABLE where they can, as in a file that is read, and not as in one that is run. */
  readonly foreignKeysInline: boolean;
  creates(key: Key): boolean;
  drops(key: Key): boolean;
  /** The children that this object's CREATE statement spells out. */
  inlined(key: Key): readonly DbObject[];
  /** How a child stands in its parent's CREATE statement. */
  clause(object: DbObject): string;
}

export interface Typed<A extends Attributes> extends DbObject {
  readonly attributes: A;
}

export interface Alteration<A extends Attributes> {
  readonly before: Typed<A>;
  readonly after: Typed<A>;
}

/**
 * What a change of one attribute means: drop and create; nothing; or statements. A rule may still answer 'replace'.
 * A kind that holds rows says 'refuse' with words for the user in place of 'replace'.
 */
export type Rule<A extends Attributes> =
  | 'replace'
  | 'ignore'
  | ((change: Alteration<A>, context: Context) => readonly Draft[] | 'replace' | Refusal);

/** A change that can't be made without losing what holds rows. */
export interface Refusal {
  readonly refuse: string;
  readonly hint: string;
}

export interface Kind<A extends Attributes = Attributes> {
  /** Its type word, as in pg_identify_object(). */
  readonly name: string;
  /** What follows DROP, ALTER … OWNER TO and COMMENT ON. */
  readonly keyword: string;
  readonly folder: 'ddl' | 'routines';
  /**
   * Rows of (classid, objid, objsubid, namespace, reference [, objname, parent, inherits, owner, grants]) and one column
   * per attribute. `objname` is the object's own name, without qualifiers and quotes; an attribute `position` is its place
   * among its siblings as well. `parent` and each of `inherits` are [classid, objid, objsubid]; so is each of `uses`, which depends on
   * what it names, and of `dependsOn`, which takes its parent's dependencies on that over.
   * `unread` names attributes that the session has no right to read and that are therefore null.
   */
  query(serverVersion: number): string;
  /** Dropping it would lose rows or a position: it is never dropped and created for the sake of a change. */
  holdsRows?(object: Typed<A>): boolean;
  /** It is never made anew by itself: where it must be, its parent is. */
  madeAnewWithParent?(object: Typed<A>): boolean;
  /** PostgreSQL carries it through such a change of what it depends on. */
  follows?(object: Typed<A>, disturbance: Disturbance): boolean;
  /** Its members (pg_depend.deptype 'e') are no objects of their own: whatever depends on one depends on it. */
  readonly ownsMembers?: boolean;
  /** PostgreSQL makes it as an internal part of its parent (pg_depend.deptype 'i'), and yet it has an owner and privileges. */
  readonly internal?: boolean;
  /** COMMENT ON is not available, or not in this form. */
  readonly uncommented?: boolean;
  /**
   * What a database or server has whether the files speak of it or not. Such objects are compared only where desired
   * statements say something of the same subject (a column `subject` of the query); others are named as unmanaged, unless they are nobody's business but the server's (`unnamed`).
   */
  readonly optIn?: { of(statement: ParsedStatement): readonly string[]; readonly unnamed?: true };
  /** It is a role: scratch has it as an object and not as a stand-in, and what was its is altered when it goes. */
  readonly isRole?: true;
  /** The word between GRANT … ON and the name, the letter for acldefault(), and the name where it isn't the reference. */
  readonly privileges?: {
    readonly keyword: string;
    readonly letter: string;
    readonly name?: (object: DbObject) => string;
  };
  /**
   * How an object that an ancestor relation brings about (`inherits`) comes and goes: 'merged' is made and changed by
   * the ancestor's statement and must be there before its table is attached; 'adopted' is made by a statement of its
   * own before the ancestor's; 'cloned' is always made by the ancestor's statement or by the attachment.
   */
  inheritance?(object: Typed<A>): 'merged' | 'adopted' | 'cloned';
  /** The ancestor's change of this attribute brings the heir to its wanted state too. Default: where both are equal. */
  passesOn?(attribute: string, ancestor: Typed<A>, heir: Typed<A>, after: Side): boolean;
  /** It ties a child relation to a parent relation. */
  readonly link?: boolean;
  /** Its parent can't be made without it: a partition key names columns. */
  readonly essential?: boolean;
  /** Names it takes in namespaces shared with other kinds. */
  slots?(object: Typed<A>): readonly string[];
  /**
   * Announces it before it is complete, so that what it is made of can name it: a shell type for its input and output
   * functions. Its DROP takes these along. Null: it is made at once.
   */
  announce?(object: Typed<A>, context: Context): Draft | null;
  /** The name that calls know it by, among its overloads: no call may find a former and a new one at the same time. */
  callName?(object: Typed<A>): string;
  /** The identifiers in its body, a text that PostgreSQL does not look into for pg_depend. */
  mentions?(object: Typed<A>): readonly string[];
  /** May stand in its parent's CREATE statement; absent: never. */
  clause?(object: Typed<A>, context: Context): string | null;
  create(object: Typed<A>, context: Context): readonly Draft[];
  /** What follows the creation, also when the object stood in its parent's CREATE statement. */
  settings?(object: Typed<A>, context: Context): readonly Draft[];
  drop(object: Typed<A>, context: Context): readonly Draft[];
  /** It goes without a word when this other object goes (besides its parent). */
  goesWith?(object: Typed<A>, side: Side): Key | null;
  /** The object whose change brings this one about, or takes it away: a composite type has columns in typed tables. */
  carrier?(object: Typed<A>, context: Context): Key | null;
  /** Follows a replaced type or other object it depends on without losing its rows; null: it can't. */
  adapt?(object: Typed<A>, replaced: DbObject, context: Context): readonly Draft[] | null;
  /** Moves an object aside so that its successor can be made before it is dropped. */
  aside?(object: Typed<A>): { readonly rename: Draft; readonly drop: Draft };
  /** Every change of this object comes before the creation of that one. */
  precedes?(object: Typed<A>, created: DbObject, createdKind: Kind): boolean;
  /** The statement that changes the owner, where it isn't ALTER keyword reference OWNER TO. */
  ownerChange?(change: Alteration<A>): readonly Draft[];
  /** The first major that has what the object uses, and the words for it; null where any supported one does. */
  needs?(object: Typed<A>): { readonly major: number; readonly feature: string } | null;
  /** What the attributes look like on an older server that lacks a part of them. */
  onServer?(attributes: A, serverVersion: number): A;
  readonly attributes: { readonly [K in keyof A & string]-?: Rule<A> };
}

/** Checks a descriptor against its attributes and forgets them, so that kinds of all attributes fit one registry. */
export function defineKind<A extends Attributes>(kind: Kind<A>): Kind {
  // The registry only ever hands a kind objects that its own query made.
  return kind as Kind;
}

export const ddl = (sql: string, parts: Omit<Draft, 'sql'> = {}): Draft => ({ sql, ...parts });
