import type { Key } from '../catalog/catalog.ts';
import type { Location } from '../errors.ts';

/** A danger of one statement, by its stable code (docs/hazards.md). */
export interface Hazard {
  /** For example `D102`: a family letter and a number. */
  readonly code: string;
  /** What will happen, with names. */
  readonly message: string;
  /** What to do instead or beforehand. */
  readonly remedy?: string;
  /** Refused (exit 9) until acknowledged. */
  readonly blocking: boolean;
}

/** A lock on one relation, by PostgreSQL's name for the mode (manual, section 13.3.1). */
export interface Lock {
  readonly mode: string;
  /** Schema-qualified name of the relation. */
  readonly on: string;
}

/** Where a migration file goes. All folders share one version line. */
export type Folder = 'ddl' | 'dml' | 'routines';

/** What is said of a new object after its creation (its owner, its comment) alters it. */
export type Action = 'create' | 'alter' | 'drop';

/** One statement of a plan and all that is known about it. */
export interface Step {
  /** One statement, without its semicolon. */
  readonly sql: string;
  /** One sentence for the reviewer, without a line break. */
  readonly why: string;
  /** What the statement does to its subject. */
  readonly action: Action;
  readonly subject: Key;
  /** The subject's kind, by its name in the registry: `table column`. */
  readonly kind: string;
  /** The subject's own name, neither qualified nor quoted. */
  readonly name: string;
  readonly folder: Folder;
  readonly locks: readonly Lock[];
  readonly hazards: readonly Hazard[];
  /** Rewrites the table or builds an index: work that grows with the rows. */
  readonly work?: 'rewrite' | 'scan' | 'index build';
  /** Rows and bytes of the relation that `work` goes through, where the server's statistics tell. */
  readonly size?: { readonly rows: number; readonly bytes: number };
  /** The desired statement that asked for this. */
  readonly origin?: Location;
  /** Rows or values that running it loses. */
  readonly loses?: string;
}

/** Steps that commit together, or one that must run outside a transaction block. */
export interface Batch {
  readonly transaction: boolean;
  readonly folder: Folder;
  readonly steps: readonly Step[];
  /** What follows can only run once this is committed (a new enum value). */
  readonly commitAfter?: boolean;
}

/** What running `up` and then `down` does to rows. */
export type Reversibility =
  | { readonly kind: 'lossless' }
  | { readonly kind: 'loses data'; readonly what: readonly string[] }
  | { readonly kind: 'irreversible'; readonly why: readonly string[] };

/** One direction. `before` and `after` are catalog fingerprints. */
export interface Plan {
  readonly before: string;
  readonly after: string;
  readonly batches: readonly Batch[];
  /** Objects seen and not modelled, by name. */
  readonly unmanaged: readonly string[];
  /** Things the reader must know that are no hazard of one statement. */
  readonly notices: readonly string[];
}
