// The frame of every run: opens the session, takes the lock, runs an action, and gives everything back at the end.
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
import { refuseRole } from './role.ts';
import type { Run } from './run.ts';
import { openSession, type RunnerSession } from './session.ts';

/** The options of `apply` and `undo`. */
export interface RunOptions {
  /** The version of the tool, for the history. */
  readonly toolVersion: string;
  /** Accepted hazards: codes, family letters, `all`. */
  readonly allow?: readonly string[];
  /** Report what would run, and run nothing: no write, no lock. */
  readonly dryRun?: boolean;
  /** The protected environment whose database this is: nothing runs without an approved digest. */
  readonly protectedBy?: string | null | undefined;
  /** The active environment; see `protection`. */
  readonly environment?: string | null | undefined;
  /** Reads the fingerprint of the database. Where it is given, a file that was planned for another state is refused. */
  readonly fingerprint?: () => Promise<string>;
  readonly report?: Report;
  /** How long to wait for another runner, in milliseconds; 60 s. */
  readonly lockWaitMs?: number;
  /** How long a statement may wait for locks on objects, in milliseconds; 3 s; 0: forever. */
  readonly lockTimeoutMs?: number;
  /** How long a statement may take, in milliseconds; 0: forever. Does not apply to statements that stand alone. */
  readonly statementTimeoutMs?: number;
  /** How often a transaction is tried that does not get its locks; 10. */
  readonly attempts?: number;
  /** The role of the run; absent: the role of the connection. */
  readonly role?: string | undefined;
  /** The search path of handwritten files; absent: that of the connection. */
  readonly searchPath?: string | undefined;
  /** How long to wait for a server that does not answer, in milliseconds; 60 s. */
  readonly reconnectMs?: number;
  /** Ends the run: the statement is canceled, the open transaction is rolled back, and the lock is released. */
  readonly signal?: AbortSignal | undefined;
  /** The state of a statement that an earlier run left in doubt, as the user states it. */
  readonly assume?: 'done' | 'not done';
  readonly historySchema?: string;
  /** The time that the expiry of acknowledgments is compared with. */
  readonly now?: Date;
  /** The deployment that the row of each migration names. */
  readonly deployment?: Deployment;
}

/** Default values; durations in milliseconds. */
const DEFAULTS = { lockWaitMs: 60_000, lockTimeoutMs: 3000, statementTimeoutMs: 0, attempts: 10, reconnectMs: 60_000 };

/** Runs `action` under the lock, in a session with known settings. */
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
  session: RunnerSession,
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
    return await action({
      direction,
      writer,
      session,
      guard,
      attempts,
      report,
      assume,
      signal,
      blockers: [],
      notices: [],
    });
  } catch (error) {
    throw goOn(error, direction);
  } finally {
    await guard.release();
  }
}

/** A connection that is lost between files loses no work: the history tells what is done. */
function goOn(error: unknown, direction: Direction): unknown {
  if (!(error instanceof SchemaError) || error.code !== 'database/connection') return error;
  // An error of a file has a cause and says more already.
  if (error.cause instanceof SchemaError) return error;
  const hint = `The history tells what is done. Run \`schema ${direction}\`: it goes on from there.`;
  return error.with({ hint, cause: error });
}

/** Before a unit runs, checks that the database has the state that the unit was planned for. */
export async function checkBefore(
  run: Run,
  path: string,
  before: string | undefined,
  options: Pick<RunOptions, 'fingerprint' | 'allow'>,
): Promise<void> {
  run.signal?.throwIfAborted();
  const { fingerprint, allow = [] } = options;
  // The lock is checked as the files run.
  if (before === undefined || fingerprint === undefined || allowsDrift(allow)) return;
  await steadily(run, () => run.guard.assertAlone());
  const current = await readFingerprint(run, fingerprint);
  // Another version of the tool wrote the fingerprint in another format: the two can't be compared.
  if (formatOf(current) !== formatOf(before)) return;
  // The plan was made on another database with the same history. It counts that only migrations changed this one since.
  if (current === before || current === newestRow(await readRecorded(run.writer))?.fingerprintAfter) return;
  throw new SchemaError('plan/stale', `${path} was planned for another state of the database`, {
    detail: `It expects fingerprint ${before}, the database has ${current}: it was changed since, or by other means.`,
    hint: 'Plan again: `schema plan` shows what differs now. If the change is known and harmless: --allow T704.',
  });
}

/**
 * Reads the fingerprint, in a session without the settings of a file. PostgreSQL deparses definitions under locks, so
 * that reading is tried again where other sessions hold them. It finally fails with `failure`.
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

/** Runs work between files that may be repeated: after a lost connection it runs again. */
export async function steadily<Result>(run: Run, action: () => Promise<Result>): Promise<Result> {
  const what = { path: 'the history', attempts: 1, failure: nothingDone(run.direction) };
  return await survivingLosses(run, what, action);
}

/** Creates the history where there is none. */
export const prepareHistory = (run: Run): Promise<void> => steadily(run, () => createHistory(run.writer));

/** Raises `database/permission` before anything runs, where the user may not set the role of a file. */
export async function refuseRoles(run: Run, migrations: readonly Migration[]): Promise<void> {
  const roles = new Set(migrations.map(({ directives }) => directives.role));
  for (const role of roles) if (role !== undefined) await refuseRole(run.session.database, role);
}

/** T704 is drift since the plan. No file declares it, so that `all` does not cover it. */
export const allowsDrift = (allow: readonly string[]): boolean => allow.includes('T704') || allow.includes('T');

/** The number at the start of a fingerprint; see catalog/canonical. */
const formatOf = (fingerprint: string): string | undefined => /^(\d+)-/.exec(fingerprint)?.[1];
