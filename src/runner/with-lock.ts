// The frame of every run: a clean session, the lock, the history; and all given back at the end.
import type { Database } from '../databases/database.ts';
import { defined } from '../defined.ts';
import { SchemaError } from '../errors.ts';
import type { Migration } from '../migrations/file.ts';
import { loadParser } from '../sql/parser.ts';
import { survivingLosses, withRetries } from './attempts.ts';
import type { Direction, Report } from './events.ts';
import { type Failure, isRetryable, nothingDone, serverSaid } from './failure.ts';
import { takeGuard } from './guard.ts';
import { createHistory, historyOf, newestRow, readRecorded } from './history/history.ts';
import type { Deployment } from './history/record.ts';
import type { Run } from './run.ts';
import { openSession, refuseRole, type Session } from './session.ts';

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
  /** How long a statement may wait for locks on objects, in milliseconds; 3 s; 0 for ever. */
  readonly lockTimeoutMs?: number;
  /** How long a statement may take, in milliseconds; 0, for ever. Not of those that stand alone. */
  readonly statementTimeoutMs?: number;
  /** How often a transaction is tried that does not get its locks; 10. */
  readonly attempts?: number;
  /** The role that everything is done as; absent: that of the connection. */
  readonly role?: string | undefined;
  /** The search path of files written by hand; absent: that of the connection. */
  readonly searchPath?: string | undefined;
  /** How long a server that is gone is waited for, in milliseconds; 60 s. */
  readonly reconnectMs?: number;
  /** Ends the run: the statement is cancelled, what is open is rolled back, and the lock is given back. */
  readonly signal?: AbortSignal | undefined;
  /** What to take of a statement that an earlier run left in doubt. */
  readonly assume?: 'done' | 'not done';
  readonly historySchema?: string;
  /** The time by which acknowledgements expire. */
  readonly now?: Date;
  /** Written beside each migration. */
  readonly deployment?: Deployment;
}

/** Where nothing else is said: durations in milliseconds. */
const DEFAULTS = { lockWaitMs: 60_000, lockTimeoutMs: 3000, statementTimeoutMs: 0, attempts: 10, reconnectMs: 60_000 };

/** Runs `action` under the lock, in a session in its known state. */
export async function withLock<Result>(
  database: Database,
  direction: Direction,
  options: RunOptions,
  action: (run: Run) => Promise<Result>,
): Promise<Result> {
  await loadParser();
  const applicationName = `schema ${direction} ${options.toolVersion}`;
  const second = (await database.another?.(`${applicationName} (lock)`)) ?? null;
  try {
    const session = await openSession(database, second, {
      applicationName,
      lockTimeoutMs: options.lockTimeoutMs ?? DEFAULTS.lockTimeoutMs,
      statementTimeoutMs: options.statementTimeoutMs ?? DEFAULTS.statementTimeoutMs,
      role: options.role,
      searchPath: options.searchPath,
    });
    await database.script(session.reset({ generated: false }));
    try {
      return await guarded(session, second, direction, options, action);
    } finally {
      await session.restore().catch(() => {
        // The connection is gone, and its settings with it.
      });
    }
  } finally {
    await second?.close();
  }
}

async function guarded<Result>(
  session: Session,
  second: Database | null,
  direction: Direction,
  options: RunOptions,
  action: (run: Run) => Promise<Result>,
): Promise<Result> {
  const { database, schema } = historyOf(session.database, options);
  const { report = () => {}, signal, assume } = options;
  const guard = await takeGuard(session, second, {
    historySchema: schema,
    waitMs: options.lockWaitMs ?? DEFAULTS.lockWaitMs,
    reconnectMs: options.reconnectMs ?? DEFAULTS.reconnectMs,
    report,
    signal,
  });
  const { toolVersion, deployment } = options;
  const writer = { database, schema, toolVersion, ...defined({ deployment }) };
  const attempts = options.attempts ?? DEFAULTS.attempts;
  try {
    return await action({ direction, writer, session, guard, attempts, report, assume, signal, blockers: [] });
  } catch (error) {
    throw goOn(error, direction);
  } finally {
    await guard.release();
  }
}

/** Between files a lost connection loses nothing: the history tells what is done. */
function goOn(error: unknown, direction: Direction): unknown {
  if (!(error instanceof SchemaError) || error.code !== 'database/connection') return error;
  // Where files ran, more is said already.
  if (error.cause instanceof SchemaError) return error;
  const hint = `The history tells what is done. Run \`schema ${direction}\`: it goes on from there.`;
  return error.with({ hint, cause: error });
}

/** Before a unit runs: is the lock still ours, and is the database the one that the unit was planned for? */
export async function checkBefore(
  run: Run,
  path: string,
  before: string | undefined,
  options: Pick<RunOptions, 'fingerprint' | 'allow'>,
): Promise<void> {
  run.signal?.throwIfAborted();
  const { fingerprint, allow = [] } = options;
  // Whether the lock is still ours is asked by what runs now.
  if (before === undefined || fingerprint === undefined || allowsDrift(allow)) return;
  await steadily(run, () => run.guard.assertAlone());
  const current = await readFingerprint(run, fingerprint);
  // Written by a version that reads catalogs otherwise: the two say nothing about each other.
  if (formatOf(current) !== formatOf(before)) return;
  // Planned elsewhere for the same history: what counts is that nothing but migrations changed this database since.
  if (current === before || current === newestRow(await readRecorded(run.writer))?.fingerprintAfter) return;
  throw new SchemaError('plan/stale', `${path} was planned for another state of the database`, {
    detail: `It expects fingerprint ${before}, the database has ${current}: it was changed since, or by other means.`,
    hint: 'Plan again: `schema plan` shows what differs now. If the change is known and harmless: --allow T704.',
  });
}

/**
 * The fingerprint, read in a session that no migration has changed. Definitions are read under locks, so that it is tried
 * again where others hold them; in the end it fails as `failure` says.
 */
export async function readFingerprint(
  run: Run,
  fingerprint: () => Promise<string>,
  failure: Failure = nothingDone(run.direction),
): Promise<string> {
  const what = { path: 'the catalog', attempts: run.attempts, failure };
  const read = async (): Promise<string> => {
    await run.session.database.script(run.session.reset({ generated: false }));
    return await fingerprint();
  };
  const attempt = (): Promise<string> =>
    survivingLosses(run, what, read).catch(async (error: unknown) => {
      if (isRetryable(error)) await run.session.database.script('ROLLBACK');
      throw error;
    });
  return await withRetries(run, what, attempt).catch((error: unknown) => {
    if (!isRetryable(error)) throw error;
    const { message, sqlstate } = serverSaid(error);
    const { code, hint } = failure;
    throw new SchemaError(code, `the catalog cannot be read: ${message}`, { sqlstate, hint, cause: error });
  });
}

/** Bookkeeping between files, which may be done twice: a lost connection is waited for, and it is done again. */
export async function steadily<Result>(run: Run, action: () => Promise<Result>): Promise<Result> {
  const what = { path: 'the history', attempts: 1, failure: nothingDone(run.direction) };
  return await survivingLosses(run, what, action);
}

/** Makes the history where there is none yet. */
export const prepareHistory = (run: Run): Promise<void> => steadily(run, () => createHistory(run.writer));

/** Raises `database/permission` before anything runs, where a file wants a role that is not to be had. */
export async function refuseRoles(run: Run, migrations: readonly Migration[]): Promise<void> {
  const roles = new Set(migrations.map(({ directives }) => directives.role));
  for (const role of roles) if (role !== undefined) await refuseRole(run.session.database, role);
}

/** T704, drift since the plan: no file declares it, so that `all` does not cover it. */
export const allowsDrift = (allow: readonly string[]): boolean => allow.includes('T704') || allow.includes('T');

/** The number that leads a fingerprint; see catalog/canonical. */
const formatOf = (fingerprint: string): string | undefined => /^(\d+)-/.exec(fingerprint)?.[1];
