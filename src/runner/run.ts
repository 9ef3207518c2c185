// The types of a run: the run itself, its tasks, and the attempts at them. For all files of the runner.
import type { SplitMigration } from '../migrations/segments.ts';
import type { Activity, Direction, FileNotice, Report } from './events.ts';
import type { Failure } from './failure.ts';
import type { Guard } from './guard.ts';
import type { Writer } from './history/record.ts';
import type { RunnerSession } from './session.ts';

export interface Run {
  readonly direction: Direction;
  readonly writer: Writer;
  readonly session: RunnerSession;
  readonly guard: Guard;
  /** How often a transaction is tried that does not get its locks, unless its file says otherwise. */
  readonly attempts: number;
  readonly report: Report;
  /** The state of a statement in doubt that the catalog does not show, as the user states it. */
  readonly assume?: 'done' | 'not done' | undefined;
  /** Ends the run before its next statement. */
  readonly signal?: AbortSignal | undefined;
  /** The sessions that blocked the statement that ran last. */
  readonly blockers: Activity[];
  /** The notices of the run, as far as they are kept; see notices.ts. */
  readonly notices: FileNotice[];
}

/** One file to run. */
export interface Task {
  readonly version: string;
  readonly split: SplitMigration;
  /** The number of statements that an earlier run recorded as done. */
  readonly done: number;
  /** The statement that an earlier run sent without a record of its end. */
  readonly begun: number | null;
  /** SQL that records the begin of the file, in its transaction where it has one. Empty: there is none. */
  readonly begin: string;
  /** Runs as the file begins: its hooks. */
  readonly start?: (() => Promise<void>) | undefined;
  /** Runs as the file ends: its hooks, and another record. */
  readonly finish?: ((ms: number) => Promise<void>) | undefined;
  /** SQL that records the end of the file. */
  end(ms: number): string;
}

/** What is tried again, and how its failure is reported. */
export interface Attempted {
  readonly path: string;
  /** How often it is tried where it does not get its locks. */
  readonly attempts: number;
  /** The failure to report where it is not tried again. */
  readonly failure: Failure;
}
