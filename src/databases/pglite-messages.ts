// The messages between a process and its PGlite thread, for both.
import type { Notice, ServerError } from './database.ts';
import type { ServerFile } from './pglite-bundles.ts';

/** The task for which a worker is started. */
export type WorkerJob =
  | { readonly job: 'make snapshots' }
  | { readonly job: 'serve'; readonly dataDir: string }
  | { readonly job: 'serve'; readonly snapshot: Uint8Array };

export interface WorkerStart {
  readonly job: WorkerJob;
  /** A compiled WebAssembly.Module. */
  readonly pgliteWasmModule: object;
}

export type WorkerRequest =
  | { readonly call: 'query'; readonly sql: string; readonly parameters: readonly (string | null)[] }
  | { readonly call: 'script'; readonly sql: string }
  | { readonly call: 'add files'; readonly files: readonly ServerFile[] }
  | { readonly call: 'close' };

/** The rows of one statement in text format. `fields` is null for a statement without rows. */
export interface StatementResult {
  readonly fields: readonly { readonly name: string; readonly oid: number }[] | null;
  readonly rows: readonly (readonly (string | null)[])[];
}

/** The status in ReadyForQuery: I idle, T in a transaction block, E in a failed one (manual, section 54.7). */
export type TransactionStatus = 'I' | 'T' | 'E';

/** What the backend says with each answer. */
interface Told {
  readonly status: TransactionStatus;
  readonly notices: readonly Notice[];
}

export type WorkerReply =
  | { readonly reply: 'ready' }
  | { readonly reply: 'snapshots'; readonly scratch: Uint8Array; readonly directory: Uint8Array }
  | ({ readonly reply: 'results'; readonly results: readonly StatementResult[] } & Told)
  | ({ readonly reply: 'refused'; readonly error: ServerError } & Told)
  | { readonly reply: 'done' }
  | { readonly reply: 'died'; readonly reason: string };
