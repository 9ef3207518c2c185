// The interface of scratch, for the rooms that run statements in it: PGlite and a server have the same one.
import type { PgliteDatabase } from '../databases/pglite.ts';

/** The database under scratch: PGlite in memory, or a separate database on a server. */
export interface ScratchDatabase extends PgliteDatabase {
  /** The extensions that PGlite bundles; null for a server, which has the extensions that are installed there. */
  readonly bundles: readonly string[] | null;
  /**
   * Quoted names of the roles that were created and not rolled back: on a server they are dropped with the scratch
   * database.
   */
  readonly madeRoles: Set<string>;
  /** Resets settings, temporary tables, advisory locks and the role before the next use. */
  reset(): Promise<void>;
}

/**
 * A PostgreSQL database in which statements are tried. The session is that of a superuser, in UTC, and the database has
 * no data of the user.
 */
export interface Scratch extends ScratchDatabase {
  /**
   * Runs `work` in a transaction that is rolled back, with a canary before and after it. Uses of one instance wait for
   * each other. `before` runs before the transaction, for statements that can't run in one; its effects stay.
   * Errors: those of `work`; `scratch/died`; `scratch/unsupported` where a statement ended the transaction.
   */
  isolated<T>(work: (scratch: Scratch) => Promise<T>, before?: (scratch: Scratch) => Promise<void>): Promise<T>;
}
