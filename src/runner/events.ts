// The events that a run reports, for the command line and the library. The runner prints nothing.
import type { Notice } from '../databases/database.ts';
import type { Location } from '../errors.ts';
import type { TransactionMode } from '../migrations/directives.ts';

/** A session as pg_stat_activity shows it. PostgreSQL hides some columns of other roles' sessions. */
export interface Activity {
  readonly pid: number;
  readonly application: string;
  readonly user: string;
  readonly state: string | null;
  /** ISO 8601: when the session (of a holder of the lock) or its transaction (of a blocker) began. */
  readonly since: string | null;
  /** The running statement, or the last one of an idle session; cut, without secrets. */
  readonly query: string | null;
}

/** The holder of the migration lock. Its application name contains the file that runs. */
export interface LockHolder extends Activity {
  readonly address: string | null;
}

/** A notice, and the statement that it belongs to. */
export interface FileNotice extends Notice {
  readonly path: string;
  readonly statement: number;
}

export type Direction = 'apply' | 'undo';

export type RunEvent =
  /** Another runner has the lock. Reported once, and again when the holder changes. */
  | { readonly kind: 'waiting for lock'; readonly holder: LockHolder | null; readonly waitedMs: number }
  | {
      readonly kind: 'migration started';
      readonly direction: Direction;
      readonly path: string;
      readonly version: string;
      readonly planId: string | null;
      /** How it commits: with its plan, by itself, or each statement by itself. */
      readonly transaction: TransactionMode;
      readonly statements: number;
      /** Statements that an earlier run completed before it failed part-way. */
      readonly done: number;
    }
  | {
      readonly kind: 'statement started';
      readonly path: string;
      /** Counts from 1. */
      readonly statement: number;
      readonly of: number;
      readonly location: Location;
      readonly sql: string;
    }
  | { readonly kind: 'statement finished'; readonly path: string; readonly statement: number; readonly ms: number }
  | { readonly kind: 'statement skipped'; readonly path: string; readonly statement: number; readonly why: string }
  /** The statement waits for other sessions. Reported when the wait begins and when the sessions change. */
  | { readonly kind: 'blocked'; readonly path: string; readonly statement: number; readonly by: readonly Activity[] }
  /** A message of the server that is no error. At most a hundred of a statement are reported. */
  | ({ readonly kind: 'notice' } & FileNotice)
  /** The progress of an index build (manual, section 27.4.4). */
  | {
      readonly kind: 'index progress';
      readonly path: string;
      readonly statement: number;
      readonly phase: string;
      readonly percent: number | null;
    }
  /** The remains of an interrupted statement were dropped. */
  | { readonly kind: 'cleaned up'; readonly path: string; readonly statement: number; readonly what: string }
  | {
      readonly kind: 'retrying';
      readonly path: string;
      readonly attempt: number;
      readonly of: number;
      readonly inMs: number;
      readonly sqlstate: string;
      readonly message: string;
      /** The last seen holders of the locks that the statement waited for. */
      readonly blockers: readonly Activity[];
    }
  /** A line that the command of a hook printed. */
  | { readonly kind: 'hook output'; readonly hook: string; readonly line: string }
  | { readonly kind: 'connection lost'; readonly path: string; readonly message: string }
  | {
      readonly kind: 'reconnected';
      readonly path: string;
      /** The end of the transaction whose COMMIT was under way; null where there was none. */
      readonly outcome: 'committed' | 'rolled back' | null;
    }
  | { readonly kind: 'migration finished'; readonly direction: Direction; readonly path: string; readonly ms: number }
  /** The transaction of these files is committed. */
  | { readonly kind: 'committed'; readonly direction: Direction; readonly versions: readonly string[] };

export type Report = (event: RunEvent) => void;
