// Running files: several in one transaction, or one outside, statement by statement with a record of each.
import { setTimeout as sleep } from 'node:timers/promises';
import { SchemaError } from '../errors.ts';
import type { MigrationStatement, Segment, SplitMigration } from '../migrations/segments.ts';
import { quoteLiteral } from '../sql/identifiers.ts';
import { withoutSecrets } from '../sql/secrets.ts';
import type { Direction, Report } from './events.ts';
import { type Failure, isConnectionLoss, isRetryable, serverSaid, statementFailed } from './failure.ts';
import { probe } from './probe.ts';
import { recordEvent, updateRow, type Writer } from './record.ts';
import type { Session } from './session.ts';

export interface Run {
  readonly direction: Direction;
  readonly writer: Writer;
  readonly session: Session;
  /** How often a transaction is tried that cannot get its locks. */
  readonly attempts: number;
  readonly report: Report;
  /** What to take of a statement that may have run in an earlier attempt where nothing tells. */
  readonly assume?: 'done' | 'not done' | undefined;
}

/** One file to run. */
export interface Task {
  readonly version: string;
  readonly split: SplitMigration;
  /** Statements that an earlier run recorded as done. */
  readonly done: number;
  /** A statement that an earlier run sent, with no record of its end. */
  readonly begun: number | null;
  /** Writes the record that the file begins; in the file's transaction, where it has one. */
  start(): Promise<void>;
  /** Writes the record that the file is done. */
  end(ms: number): Promise<void>;
}

/**
 * Runs the files in one transaction, with their records. What needs locks that others hold is rolled back, and tried
 * again after a while: the queue behind a waiting ACCESS EXCLUSIVE lock must not grow (manual, section 13.3).
 * `earlier` tells that files before these are committed and belong to the same plan.
 */
export async function runTogether(run: Run, tasks: readonly Task[], earlier: boolean): Promise<void> {
  const failure: Failure = earlier
    ? {
        code: 'migration/failed-part-way',
        hint: partWayHint(run, 'The files of the plan before this one are committed.'),
      }
    : {
        code: 'migration/failed',
        hint: `The database is as it was before. Correct the cause and run \`${again(run)}\` again.`,
      };
  const [first] = tasks;
  if (first === undefined) return;
  const { path: firstPath } = first.split.migration;
  const times = await withRetries(run, firstPath, () => transaction(run, first, tasks, failure)).catch(
    async (error) => {
      await recordAttempt(run, first.version, error);
      throw error;
    },
  );
  for (const [index, task] of tasks.entries()) {
    const { path } = task.split.migration;
    run.report({ kind: 'migration finished', direction: run.direction, path, ms: times[index] ?? 0 });
  }
  run.report({ kind: 'committed', direction: run.direction, versions: tasks.map((task) => task.version) });
}

/** Returns the milliseconds that each file took. */
async function transaction(run: Run, first: Task, tasks: readonly Task[], failure: Failure): Promise<number[]> {
  const { database } = run.session;
  const times: number[] = [];
  await database.script('BEGIN');
  try {
    for (const task of tasks) {
      const began = performance.now();
      started(run, task);
      await database.script(run.session.reset({ generated: isGenerated(task) }));
      await task.start();
      for (const segment of task.split.segments) await statements(run, task, segment, failure);
      const ms = performance.now() - began;
      times.push(ms);
      await task.end(ms);
    }
  } catch (error) {
    await rollback(run);
    throw error;
  }
  await commit(run, tasks.at(-1) ?? first, failure);
  return times;
}

async function statements(run: Run, task: Task, segment: Segment, failure: Failure): Promise<void> {
  for (const statement of segment.statements) {
    const began = performance.now();
    announce(run, task, statement);
    try {
      await run.session.database.script(statement.sql);
    } catch (error) {
      throw statementFailed(error, task.split, statement, failure);
    }
    finished(run, task, statement, began);
  }
}

/** COMMIT may fail for deferred constraints; if the connection goes in between, only the history knows the outcome. */
async function commit(run: Run, task: Task, failure: Failure): Promise<void> {
  try {
    await run.session.database.script('COMMIT');
  } catch (error) {
    if (!isConnectionLoss(error)) {
      await rollback(run);
      throw statementFailed(error, task.split, null, failure);
    }
    throw new SchemaError('migration/failed-part-way', 'the connection was lost during COMMIT', {
      detail: 'The server may have committed or not. The history was written in the same transaction, so it tells.',
      hint: `Run \`schema status\`, then \`${again(run)}\` if it is still to be done.`,
      cause: error,
    });
  }
}

async function rollback(run: Run): Promise<void> {
  try {
    await run.session.database.script('ROLLBACK');
  } catch {
    // The connection is gone: the server rolls back by itself.
  }
}

async function withRetries<Result>(run: Run, path: string, attempt: () => Promise<Result>): Promise<Result> {
  for (let number = 1; ; number++) {
    try {
      return await attempt();
    } catch (error) {
      if (number >= run.attempts || !isRetryable(error)) throw error;
      const inMs = Math.round(Math.min(30_000, 500 * 2 ** (number - 1)) * (0.5 + Math.random() / 2));
      const { sqlstate = '', message } = serverSaid(error);
      run.report({ kind: 'retrying', path, attempt: number, of: run.attempts, inMs, sqlstate, message });
      await sleep(inMs);
    }
  }
}

/**
 * Runs one file of mode `none`. What can be in a transaction is committed together with its record; what cannot is
 * recorded before and after, so that a crash shows which statement is in doubt. Goes on where an earlier run stopped.
 */
export async function runApart(run: Run, task: Task, earlier: boolean): Promise<void> {
  const { database } = run.session;
  const began = performance.now();
  started(run, task);
  await database.script(run.session.reset({ generated: isGenerated(task) }));
  await task.start();
  let done = task.done;
  try {
    for (const segment of task.split.segments) {
      if (segment.end <= task.done) await repeatSettings(run, segment);
      else if (segment.transaction)
        await recordedTransaction(run, task, segment, failureApart(run, done, earlier, false));
      else await alone(run, task, segment, failureApart(run, done, earlier, true));
      done = Math.max(done, segment.end);
    }
  } catch (error) {
    await recordFailure(run, task, error);
    throw error;
  }
  const ms = performance.now() - began;
  await task.end(ms);
  run.report({ kind: 'migration finished', direction: run.direction, path: task.split.migration.path, ms });
}

/** A new session lacks what the statements done earlier have SET. */
async function repeatSettings(run: Run, segment: Segment): Promise<void> {
  for (const statement of segment.statements) {
    const { type, node } = statement.parsed;
    if (type === 'VariableSetStmt' && node['is_local'] !== true) await run.session.database.script(statement.sql);
  }
}

async function recordedTransaction(run: Run, task: Task, segment: Segment, failure: Failure): Promise<void> {
  const { database } = run.session;
  await withRetries(run, task.split.migration.path, async () => {
    await database.script('BEGIN');
    try {
      await statements(run, task, segment, failure);
      await updateRow(run.writer, task.version, { statements_done: segment.end, statement_begun: null });
    } catch (error) {
      await rollback(run);
      throw error;
    }
    await commit(run, task, failure);
  });
}

async function alone(run: Run, task: Task, segment: Segment, failure: Failure): Promise<void> {
  const [statement] = segment.statements;
  if (statement === undefined) return;
  const { database } = run.session;
  const sql = await decide(run, task, statement);
  if (sql !== null) {
    await updateRow(run.writer, task.version, { statement_begun: statement.number });
    const began = performance.now();
    announce(run, task, statement);
    await withoutLockTimeout(run, async () => {
      try {
        await database.script(sql);
      } catch (error) {
        // What the server refused has ended; only the loss of the connection leaves it in doubt.
        if (!isConnectionLoss(error)) await updateRow(run.writer, task.version, { statement_begun: null });
        throw statementFailed(error, task.split, statement, failure);
      }
    });
    finished(run, task, statement, began);
  }
  await updateRow(run.writer, task.version, { statements_done: segment.end, statement_begun: null });
}

/** The SQL to send, or null where the statement is done already. */
async function decide(run: Run, task: Task, statement: MigrationStatement): Promise<string | null> {
  const inDoubt = task.begun === statement.number;
  if (inDoubt && run.assume === 'done') return null;
  const verdict = await probe(run.session.database, statement, inDoubt && run.assume === undefined);
  if (verdict.action === 'run') return verdict.sql;
  if (verdict.action === 'skip') {
    const { path } = task.split.migration;
    run.report({ kind: 'statement skipped', path, statement: statement.number, why: verdict.why });
    return null;
  }
  throw new SchemaError('migration/failed-part-way', `${task.split.migration.path} stopped in an unknown state`, {
    location: statement.location,
    detail: `An earlier run sent statement ${statement.number} of ${task.split.total} and did not see its end.`,
    hint: `See whether it took effect, then run \`${again(run)} --assume done\`, or the same with "not done".`,
  });
}

/** CREATE INDEX CONCURRENTLY waits for old transactions, and a lock timeout in that wait leaves an invalid index. */
async function withoutLockTimeout(run: Run, action: () => Promise<void>): Promise<void> {
  const { database } = run.session;
  const [row] = await database.query("SELECT current_setting('lock_timeout') AS timeout");
  await database.script('SET lock_timeout = 0');
  await action();
  await database.script(`SET lock_timeout = ${quoteLiteral(String(row?.['timeout'] ?? '0'))}`);
}

function failureApart(run: Run, done: number, earlier: boolean, alone: boolean): Failure {
  if (done === 0 && !earlier && !alone) {
    return {
      code: 'migration/failed',
      hint: `The database is as it was before. Correct the cause and run \`${again(run)}\` again.`,
    };
  }
  const state =
    done > 0 ? `What was done (up to statement ${done}) stays.` : 'The files before this one are committed.';
  return { code: 'migration/failed-part-way', hint: partWayHint(run, done > 0 || earlier ? state : '') };
}

const partWayHint = (run: Run, state: string): string =>
  `${state} Correct the cause, then run \`${again(run)}\`: it goes on where it stopped.`.trim();

/** A transaction that failed left nothing in the history, so what it tried is written down after it. */
async function recordAttempt(run: Run, version: string, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  await recordEvent(run.writer, `${run.direction} failed`, version, { error: message }).catch(() => {
    // The connection is gone.
  });
}

/** The row shows the failure, if the connection lets us write it; otherwise it stays begun, which says the same. */
async function recordFailure(run: Run, task: Task, error: unknown): Promise<void> {
  const { message } = serverSaid(error);
  const state = run.direction === 'apply' ? { state: 'failed' } : {};
  try {
    await updateRow(run.writer, task.version, { ...state, error: message });
  } catch {
    // See above.
  }
  await recordAttempt(run, task.version, error);
}

const again = (run: Run): string => `schema ${run.direction}`;

/** Files of a plan are generated: their SQL is qualified throughout. */
const isGenerated = (task: Task): boolean => task.split.migration.directives.plan !== undefined;

function started(run: Run, task: Task): void {
  const { migration, total } = task.split;
  run.report({
    kind: 'migration started',
    direction: run.direction,
    path: migration.path,
    version: task.version,
    planId: migration.directives.plan?.id ?? null,
    statements: total,
    done: task.done,
  });
}

function announce(run: Run, task: Task, statement: MigrationStatement): void {
  run.report({
    kind: 'statement started',
    path: task.split.migration.path,
    statement: statement.number,
    of: task.split.total,
    location: statement.location,
    sql: withoutSecrets(statement.sql),
  });
}

function finished(run: Run, task: Task, statement: MigrationStatement, began: number): void {
  const { path } = task.split.migration;
  run.report({ kind: 'statement finished', path, statement: statement.number, ms: performance.now() - began });
}
