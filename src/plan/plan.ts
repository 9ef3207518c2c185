// The data types of a plan: steps, batches, hazards, locks and reversibility, for all rooms that read plans.
import type { Key } from '../catalog/catalog.ts';
import type { AttributeChange } from '../diff/diff.ts';
import type { Location } from '../errors.ts';

/** A hazard of one statement, by its stable code (docs/hazards.md). */
export interface Hazard {
  /** For example `D102`: a family letter and a number. */
  readonly code: string;
  /** What happens, with the names of the objects. */
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

/** The folder of a migration file. Versions are unique across all folders. */
export type Folder = 'ddl' | 'dml' | 'routines';

/** What a step does to its object. Statements after a creation (owner, comment) are 'alter'. */
export type Action = 'create' | 'alter' | 'drop';

/** One statement of a plan, with its subject, locks, hazards, work and losses. */
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
  /** The relations whose rows `work` reads. */
  readonly worksOn?: readonly string[];
  /** Rows and bytes of these relations together, where the server has statistics. */
  readonly size?: { readonly rows: number; readonly bytes: number };
  /** The desired statement behind the step. */
  readonly origin?: Location;
  /** The rows or values that the statement loses. */
  readonly loses?: string;
  /** What changes of the subject, on the first step that alters or recreates it. */
  readonly changes?: readonly AttributeChange[];
}

/** Steps that commit together, or one that must run outside a transaction block. */
export interface Batch {
  readonly transaction: boolean;
  readonly folder: Folder;
  readonly steps: readonly Step[];
  /** The next batch can only run after this one is committed (a new enum value). */
  readonly commitAfter?: boolean;
}

/** Whether `up` and then `down` keep all rows. */
export type Reversibility =
  | { readonly kind: 'lossless' }
  | { readonly kind: 'loses data'; readonly what: readonly string[] }
  | { readonly kind: 'irreversible'; readonly why: readonly string[] };

/** One direction. `before` and `after` are catalog fingerprints. */
export interface Plan {
  readonly before: string;
  readonly after: string;
  readonly batches: readonly Batch[];
  /** Objects that no kind models, by name. */
  readonly unmanaged: readonly string[];
  /** Notes for reviewers that concern the whole plan and not one statement. */
  readonly notices: readonly string[];
}
