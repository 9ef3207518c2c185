// What to do with a statement that may have run, as probe.ts decides and alone.ts reads it.
import type { Activity } from './events.ts';

export type Verdict = {
  /** The remains of an earlier attempt that were dropped. */
  readonly cleaned?: readonly string[];
} & (
  | { readonly action: 'run'; readonly sql: string }
  | { readonly action: 'skip'; readonly why: string }
  /** Another backend is building the index. */
  | { readonly action: 'wait'; readonly by: readonly Activity[] }
  /** It may have run, and the catalog does not tell. */
  | { readonly action: 'unknown' }
);

export interface Doubt {
  /** An earlier run sent the statement and did not record its end. */
  readonly inDoubt: boolean;
  /** The indexes that `begunWith` recorded when the statement was last sent. */
  readonly indexes: string | null;
}
