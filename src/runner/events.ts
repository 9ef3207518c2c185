// What a run reports while it goes on. The runner prints nothing.
import type { Location } from '../errors.ts';

/** A session as pg_stat_activity shows it; of other roles' sessions PostgreSQL hides some of it. */
export interface Activity {
  readonly pid: number;
  readonly application: string;
  readonly user: string;
  readonly state: string | null;
  /** When its session (a lock's holder) or its transaction (a blocker) began, ISO 8601. */
  readonly since: string | null;
  /** The statement that it runs, or the last one where it is idle; cut, without secrets. */
  readonly query: string | null;
}

/** Who has the migration lock. Its application names the file that runs. */
export interface LockHolder extends Activity {
  readonly address: string | null;
}

export type Direction = 'apply' | 'undo';

export type RunEvent =
  /** Another runner has the lock; said once, and again when the holder changes. */
  | { readonly kind: 'waiting for lock'; readonly holder: LockHolder | null; readonly waitedMs: number }
  | {
      readonly kind: 'migration started';
      readonly direction: Direction;
      readonly path: string;
      readonly version: string;
      readonly planId: string | null;
      readonly statements: number;
      /** Statements done by an earlier run that failed part-way. */
      readonly done: number;
    }
  | {
      readonly kind: 'statement started';
      readonly path: string;
      /** From 1. */
      readonly statement: number;
      readonly of: number;
      readonly location: Location;
      readonly sql: string;
    }
  | { readonly kind: 'statement finished'; readonly path: string; readonly statement: number; readonly ms: number }
  | { readonly kind: 'statement skipped'; readonly path: string; readonly statement: number; readonly why: string }
  /** The statement waits for others; said when it begins and when they change. */
  | { readonly kind: 'blocked'; readonly path: string; readonly statement: number; readonly by: readonly Activity[] }
  /** How far an index is built (manual, section 27.4.4). */
  | {
      readonly kind: 'index progress';
      readonly path: string;
      readonly statement: number;
      readonly phase: string;
      readonly percent: number | null;
    }
  /** What an interrupted statement had left behind is gone. */
  | { readonly kind: 'cleaned up'; readonly path: string; readonly statement: number; readonly what: string }
  | {
      readonly kind: 'retrying';
      readonly path: string;
      readonly attempt: number;
      readonly of: number;
      readonly inMs: number;
      readonly sqlstate: string;
      readonly message: string;
      /** Who had the locks that it waited for, as last seen. */
      readonly blockers: readonly Activity[];
    }
  | { readonly kind: 'connection lost'; readonly path: string; readonly message: string }
  | {
      readonly kind: 'reconnected';
      readonly path: string;
      /** What became of the transaction, where COMMIT was under way. */
      readonly outcome: 'committed' | 'rolled back' | null;
    }
  | { readonly kind: 'migration finished'; readonly direction: Direction; readonly path: string; readonly ms: number }
  /** The transaction that held these files is committed. */
  | { readonly kind: 'committed'; readonly direction: Direction; readonly versions: readonly string[] };

export type Report = (event: RunEvent) => void;
