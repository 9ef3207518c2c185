// The profile of a server: what desired files take as given and scratch must have.
import type { ExtensionStandIn } from './extension-stand-ins.ts';

/** What scratch must look like before anything is loaded, so that it is a fresh database of the destination. */
export interface Profile {
  /** `server_version_num` of the destination. */
  readonly serverVersion: number;
  /** Who runs the statements. */
  readonly role: string;
  readonly roles: readonly string[];
  /** URL of a server that holds scratch in PGlite's place. */
  readonly scratch?: string | null;
  /** Extensions that PGlite lacks. */
  readonly extensions?: readonly ExtensionStandIn[];
  /** Collations in pg_catalog that the operating system of the destination brought. */
  readonly collations?: readonly CollationStandIn[];
  readonly tablespaces?: readonly string[];
  /** See `CatalogContext.managed`. */
  readonly managed?: readonly string[];
  /** How the destination spells type modifiers that desired files use: `geometry(POINT,4326)` is `Point,4326`. */
  readonly modifiers?: Readonly<Record<string, string>>;
}

export interface CollationStandIn {
  readonly name: string;
  readonly deterministic: boolean;
}
