// What is to be done with a statement that may have run.
import type { Activity } from './events.ts';

export type Verdict = {
  /** What an earlier attempt had left behind and is gone now. */
  readonly cleaned?: readonly string[];
} & (
  | { readonly action: 'run'; readonly sql: string }
  | { readonly action: 'skip'; readonly why: string }
  /** Another backend is at it. */
  | { readonly action: 'wait'; readonly by: readonly Activity[] }
  /** It may have run, and nothing tells. */
  | { readonly action: 'unknown' }
);

export interface Doubt {
  /** An earlier run sent the statement and did not record its end. */
  readonly inDoubt: boolean;
  /** What was written down when the statement was last sent, by `begunWith`. */
  readonly indexes: string | null;
}
