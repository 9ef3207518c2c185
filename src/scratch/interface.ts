// The interface of scratch, for what runs in it, whatever it is made of.
import type { PgliteDatabase } from '../databases/pglite.ts';

/** What scratch is made of: PGlite in memory, or a database of its own on a server. */
export interface ScratchDatabase extends PgliteDatabase {
  /** The extensions that come with it; null: a server, which has what is installed there. */
  readonly bundles: readonly string[] | null;
  /** Quoted names of roles that were made and not rolled back: on a server they are dropped with its scratch. */
  readonly madeRoles: Set<string>;
  /** Leave no settings, temporary tables, advisory locks or other role to the next use. */
  reset(): Promise<void>;
}

/** A PostgreSQL to try things in. The session is a superuser's, in UTC, and it holds nothing of the user's. */
export interface Scratch extends ScratchDatabase {
  /**
   * Run `work` in a transaction that is rolled back, with a canary before and after; uses of one instance take turns.
   * `before` runs in front of it, for what can't be in a transaction; what it does stays.
   * Errors: those of `work`; `scratch/died`; `scratch/unsupported` where a statement ended the transaction.
   */
  isolated<T>(work: (scratch: Scratch) => Promise<T>, before?: (scratch: Scratch) => Promise<void>): Promise<T>;
}
