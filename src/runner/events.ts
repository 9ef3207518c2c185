// What a run reports while it goes on. The runner prints nothing.
import type { Location } from '../errors.ts';
export interface LockHolder {
  readonly pid: number;
  readonly application: string;
  readonly user: string;
  readonly address: string | null;
  /** When its session began, ISO 8601. */
  readonly since: string | null;
  readonly state: string | null;
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
  | {
      readonly kind: 'retrying';
      readonly path: string;
      readonly attempt: number;
      readonly of: number;
      readonly inMs: number;
      readonly sqlstate: string;
      readonly message: string;
    }
  | { readonly kind: 'migration finished'; readonly direction: Direction; readonly path: string; readonly ms: number }
  /** The transaction that held these files is committed. */
  | { readonly kind: 'committed'; readonly direction: Direction; readonly versions: readonly string[] };

export type Report = (event: RunEvent) => void;
