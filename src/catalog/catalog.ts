// The data types of a catalog: the objects of one database, at the grain of pg_depend, for all rooms.
import { quoteIdentifier } from '../sql/identifiers.ts';

/**
 * Names one object: PostgreSQL's own type word and identity, as pg_identify_object() gives them, joined by a space:
 * `table app.users`, `table column app.users.email`, `function app.f(integer)`. Satellites prefix their target's
 * key: `comment on table app.users`. Only this file builds keys, and no code parses them.
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
  /** The object's own name, neither qualified nor quoted; the reference for objects without a name (a cast). */
  readonly name: string;
  /**
   * The object's position among its siblings (pg_attribute.attnum, pg_inherits.inhseqno); 0 where they have no order.
   */
  readonly position: number;
  /** The object that this one can't exist without, and is dropped with: the table of a column. */
  readonly parent: Key | null;
  /** The objects of parent tables that this one is inherited from: the parent table's column, index, trigger. */
  readonly inherits: readonly Key[];
  /** The object's schema; null for objects outside schemas. */
  readonly namespace: string | null;
  readonly comment: string | null;
  /** Null where the kind has no owner of its own. */
  readonly owner: string | null;
  /** Effective privileges, the owner's and PUBLIC's defaults included; null where the kind has none. */
  readonly grants: readonly Grant[] | null;
  readonly attributes: Attributes;
  /** Attributes that the session had no right to read. They are null here, and their values are unknown. */
  readonly unread?: readonly string[];
}

/** Whether the object is a schema: the only kind whose namespace is itself. */
export const isNamespace = ({ namespace, name, reference }: DbObject): boolean =>
  namespace === name && reference === quoteIdentifier(name);

/** One privilege as aclexplode() returns it. */
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

/** Facts of the session that read the catalog, which decide what is a default. */
export interface CatalogContext {
  /** `server_version_num` of the server the plan is for (also after the echo). */
  readonly serverVersion: number;
  /** The role that owns new objects by default. */
  readonly role: string;
  /** The subjects of kinds with `optIn` that are compared. */
  readonly managed?: readonly string[];
}

/** The name of a subject of a kind with `optIn`. */
export const managedName = (kind: string, subject: string): string => `${kind} of ${subject}`;

export interface Size {
  /** -1 where the server has no estimate (no VACUUM or ANALYZE yet). */
  readonly rows: number;
  readonly bytes: number;
}

export interface Catalog {
  readonly context: CatalogContext;
  readonly objects: ReadonlyMap<Key, DbObject>;
  readonly dependencies: readonly Dependency[];
  /** Objects that no kind models, by name: reported in every plan, never changed. */
  readonly unmanaged: readonly string[];
  /** The roles of the cluster, which scratch creates as well. */
  readonly roles: readonly string[];
  /** The tablespaces of the cluster, which scratch creates as well. */
  readonly tablespaces?: readonly string[];
  /** Rows and bytes of relations, by the server's estimates (pg_class.reltuples, relpages). */
  readonly sizes: ReadonlyMap<Key, Size>;
}
