// The frame of every run: a clean session, the lock, the history; and all given back at the end.
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { loadParser } from '../sql/parser.ts';
import type { Direction, Report } from './events.ts';
import { HISTORY_SCHEMA, type History, readHistory } from './history.ts';
import { assertLocked, releaseLock, takeLock } from './lock.ts';
import type { Deployment } from './record.ts';
import type { Run } from './run-file.ts';
import { newestApplied } from './selection.ts';
import { openSession } from './session.ts';

/** What `apply` and `undo` both take. */
export interface RunOptions {
  /** Written into the history. */
  readonly toolVersion: string;
  /** Hazards accepted: codes, family letters, `all`. */
  readonly allow?: readonly string[];
  /** Say what would run, and run nothing; nothing is written and no lock is taken. */
  readonly dryRun?: boolean;
  /** The fingerprint of the database as it is now. Given, a file is refused that was planned for another one. */
  readonly fingerprint?: () => Promise<string>;
  readonly report?: Report;
  /** How long to wait for another runner, in milliseconds; 60 s. */
  readonly lockWaitMs?: number;
  /** How long a statement may wait for locks on objects, in milliseconds; 5 s. */
  readonly lockTimeoutMs?: number;
  /** How often a transaction is tried that does not get its locks; 5. */
  readonly attempts?: number;
  /** What to take of a statement that an earlier run left in doubt. */
  readonly assume?: 'done' | 'not done';
  readonly historySchema?: string;
  /** The time by which acknowledgements expire. */
  readonly now?: Date;
  /** Written beside each migration. */
  readonly deployment?: Deployment;
}

export const historyOf = (database: Database, options: { readonly historySchema?: string }): History => ({
  database,
  schema: options.historySchema ?? HISTORY_SCHEMA,
});

/** Runs `action` under the lock, in a session in its known state. */
export async function withLock<Result>(
  database: Database,
  direction: Direction,
  options: RunOptions,
  action: (run: Run) => Promise<Result>,
): Promise<Result> {
  await loadParser();
  const { schema } = historyOf(database, options);
  const session = await openSession(database, {
    applicationName: `schema ${direction} ${options.toolVersion}`,
    lockTimeoutMs: options.lockTimeoutMs ?? 5000,
  });
  const report = options.report ?? (() => {});
  await database.script(session.reset({ generated: false }));
  try {
    await takeLock(database, { historySchema: schema, waitMs: options.lockWaitMs ?? 60_000, report });
    try {
      const { assume, deployment } = options;
      const writer = { database, schema, toolVersion: options.toolVersion, ...(deployment ? { deployment } : {}) };
      return await action({ direction, writer, session, attempts: options.attempts ?? 5, report, assume });
    } finally {
      await releaseLock(database, schema);
    }
  } finally {
    await session.restore().catch(() => {
      // The connection is gone, and its settings with it.
    });
  }
}

/** Before a unit runs: is the lock still ours, and is the database the one that the unit was planned for? */
export async function checkBefore(
  run: Run,
  path: string,
  before: string | undefined,
  options: Pick<RunOptions, 'fingerprint' | 'allow'>,
): Promise<void> {
  await assertLocked(run.writer.database, run.writer.schema);
  const { fingerprint, allow = [] } = options;
  if (before === undefined || fingerprint === undefined || allowsDrift(allow)) return;
  const current = await readFingerprint(run, fingerprint);
  // Written by a version that reads catalogs otherwise: the two say nothing about each other.
  if (formatOf(current) !== formatOf(before)) return;
  // Planned elsewhere for the same history: what counts is that nothing but migrations changed this database since.
  if (current === before || current === newestApplied(await readHistory(run.writer))?.fingerprintAfter) return;
  throw new SchemaError('plan/stale', `${path} was planned for another state of the database`, {
    detail: `It expects fingerprint ${before}, the database has ${current}: it was changed since, or by other means.`,
    hint: 'Plan again: `schema plan` shows what differs now. If the change is known and harmless: --allow T704.',
  });
}

/** The fingerprint, read in a session that no migration has changed. */
export async function readFingerprint(run: Run, fingerprint: () => Promise<string>): Promise<string> {
  await run.session.database.script(run.session.reset({ generated: false }));
  return await fingerprint();
}

/** T704, drift since the plan: no file declares it, so that `all` does not cover it. */
export const allowsDrift = (allow: readonly string[]): boolean => allow.includes('T704') || allow.includes('T');

/** The number that leads a fingerprint; see catalog/canonical. */
const formatOf = (fingerprint: string): string | undefined => /^(\d+)-/.exec(fingerprint)?.[1];
