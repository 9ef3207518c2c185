// The profile of a server, for scratch: the objects that desired files rely on without defining them.
import type { ExtensionStandIn } from './extension-stand-ins.ts';

/**
 * The properties of the destination that scratch imitates, so that scratch is like a new database of the destination.
 */
export interface Profile {
  /** `server_version_num` of the destination. */
  readonly serverVersion: number;
  /** The role that runs the statements. */
  readonly role: string;
  readonly roles: readonly string[];
  /** URL of the server for scratch; absent: PGlite is scratch. */
  readonly scratch?: string | null;
  /** Stand-ins for the extensions that PGlite lacks. */
  readonly extensions?: readonly ExtensionStandIn[];
  /** Collations in pg_catalog that come from the operating system of the destination. */
  readonly collations?: readonly CollationStandIn[];
  readonly tablespaces?: readonly string[];
  /** See `CatalogContext.managed`. */
  readonly managed?: readonly string[];
  /** The type modifiers of desired files as the destination prints them: `geometry(POINT,4326)` is `Point,4326`. */
  readonly modifiers?: Readonly<Record<string, string>>;
}

export interface CollationStandIn {
  readonly name: string;
  readonly deterministic: boolean;
}
