// What a run is, and what belongs to it: its tasks, and what of them is tried again.
import type { SplitMigration } from '../migrations/segments.ts';
import type { Activity, Direction, Report } from './events.ts';
import type { Failure } from './failure.ts';
import type { Guard } from './guard.ts';
import type { Writer } from './history/record.ts';
import type { Session } from './session.ts';

export interface Run {
  readonly direction: Direction;
  readonly writer: Writer;
  readonly session: Session;
  readonly guard: Guard;
  /** How often a transaction is tried that cannot get its locks, where its file says nothing else. */
  readonly attempts: number;
  readonly report: Report;
  /** What to take of a statement that may have run in an earlier attempt where nothing tells. */
  readonly assume?: 'done' | 'not done' | undefined;
  /** Ends the run before its next statement. */
  readonly signal?: AbortSignal | undefined;
  /** Who held up the statement that ran last. */
  readonly blockers: Activity[];
}

/** One file to run. */
export interface Task {
  readonly version: string;
  readonly split: SplitMigration;
  /** Statements that an earlier run recorded as done. */
  readonly done: number;
  /** A statement that an earlier run sent, with no record of its end. */
  readonly begun: number | null;
  /** SQL of the record that the file begins: in its transaction, where it has one. Empty: there is none. */
  readonly begin: string;
  /** What else is to be done as it begins. */
  readonly start?: (() => Promise<void>) | undefined;
  /** What else is to be done as it ends. */
  readonly finish?: ((ms: number) => Promise<void>) | undefined;
  /** SQL of the record that the file is done. */
  end(ms: number): string;
}

/** What is tried. */
export interface Attempted {
  readonly path: string;
  /** How often, where it does not get its locks. */
  readonly attempts: number;
  /** What an error is where there is no way back. */
  readonly failure: Failure;
}
