// Limits of time and memory for messages to PGlite, for all that use scratch. A server has limits of its own.
import { SchemaError } from '../errors.ts';
import type { Scratch } from './interface.ts';

/** The limits of one message to PGlite. */
export interface ScratchLimits {
  /** Milliseconds. */
  readonly timeMs: number;
  /** Megabytes by which the process may grow. */
  readonly memoryMb: number;
}

/** Scratch with limits for each message. */
export function limited(scratch: Scratch, limits: ScratchLimits | undefined): Scratch {
  if (limits === undefined) return scratch;
  const options = { deadlineMs: limits.timeMs, memoryMb: limits.memoryMb };
  return {
    ...scratch,
    query: (sql, parameters, more) => scratch.query(sql, parameters, { ...options, ...more }),
    script: (sql, more) => scratch.script(sql, { ...options, ...more }),
  };
}

/** Whether PGlite was ended since a message took too long or needed too much memory. */
export const isBeyondLimit = (error: unknown): error is SchemaError =>
  error instanceof SchemaError && (error.code === 'scratch/deadline' || error.code === 'scratch/memory');
