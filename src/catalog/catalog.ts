// A catalog is plain frozen data: what one database holds, at the grain of pg_depend.
import { quoteIdentifier } from '../sql/identifiers.ts';

/**
 * Names one object: PostgreSQL's own type word and identity, as pg_identify_object() gives them, joined by a space:
 * `table app.users`, `table column app.users.email`, `function app.f(integer)`. Satellites prefix their target's
 * key: `comment on table app.users`. Only this file builds and nobody parses it.
 */
export type Key = string & { readonly brand: 'Key' };

export const keyOf = (type: string, identity: string): Key => `${type} ${identity}` as Key;

/** What every object has. A kind adds its attributes, all JSON values. */
export interface DbObject {
  readonly key: Key;
  /** The kind's name in the registry. */
  readonly kind: string;
  /** Schema-qualified and quoted as SQL wants it after the kind's keyword: `app.users`, `tr ON app.users`. */
  readonly reference: string;
  /** Its own name, neither qualified nor quoted; the reference where PostgreSQL gives it none (a cast). */
  readonly name: string;
  /** Its place among its siblings (pg_attribute.attnum, pg_inherits.inhseqno); 0 where they have no order. */
  readonly position: number;
  /** The object that cannot exist without its parent goes when the parent goes: a table's column, a view's comment. */
  readonly parent: Key | null;
  /** Objects of an ancestor relation that bring this one about: the parent table's column, index, trigger. */
  readonly inherits: readonly Key[];
  /** The schema it lives in; null for what belongs to the database. */
  readonly namespace: string | null;
  readonly comment: string | null;
  /** Null where the kind has no owner of its own. */
  readonly owner: string | null;
  /** Effective privileges, the owner's and PUBLIC's defaults included; null where the kind has none. */
  readonly grants: readonly Grant[] | null;
  readonly attributes: Attributes;
  /** Attributes that the session had no right to read. They are null here, and nobody knows what they are. */
  readonly unread?: readonly string[];
}

/** Whether the object is a schema: the only kind that lives in itself. */
export const isNamespace = ({ namespace, name, reference }: DbObject): boolean =>
  namespace === name && reference === quoteIdentifier(name);

/** One privilege as aclexplode() tells it. */
export interface Grant {
  /** A role, `PUBLIC`, or OWNER for whoever owns the object. */
  readonly grantee: string;
  readonly privilege: string;
  readonly grantable: boolean;
  /** For a privilege on one column. */
  readonly column: string | null;
}

/** Stands for the owner as a grantee, so that a change of owner is no change of privileges. */
export const OWNER = '@owner';

export type Attributes = Readonly<Record<string, Json>>;
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export interface Dependency {
  readonly dependent: Key;
  readonly on: Key;
}

/** A fact of the session that read the catalog, needed to tell what is a default and what is not. */
export interface CatalogContext {
  /** `server_version_num` of the server the plan is for (also after the echo). */
  readonly serverVersion: number;
  /** The role objects belong to where nobody said otherwise. */
  readonly role: string;
  /** The subjects of kinds with `optIn` that are compared. */
  readonly managed?: readonly string[];
}

/** The name of such a subject, of a kind. */
export const managedName = (kind: string, subject: string): string => `${kind} of ${subject}`;

export interface Size {
  /** -1 where the server never counted (no VACUUM or ANALYZE yet). */
  readonly rows: number;
  readonly bytes: number;
}

export interface Catalog {
  readonly context: CatalogContext;
  readonly objects: ReadonlyMap<Key, DbObject>;
  readonly dependencies: readonly Dependency[];
  /** Objects seen and not modelled: reported in every plan, never touched. */
  readonly unmanaged: readonly string[];
  /** Cluster roles, so that scratch can have them too. */
  readonly roles: readonly string[];
  /** The cluster's tablespaces, for the same end. */
  readonly tablespaces?: readonly string[];
  /** Rows and bytes of what holds rows, by the server's own estimate (pg_class.reltuples, relpages). */
  readonly sizes: ReadonlyMap<Key, Size>;
}
