// Runs files: several in one transaction, or one file segment by segment with a record of each segment.
import { inTransaction, rollBack } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';
import { hasChecksum, withoutSecretsOf } from '../migrations/file.ts';
import type { Segment } from '../migrations/segments.ts';
import { children } from '../sql/node.ts';
import { runAlone } from './alone.ts';
import { RolledBack, reconnect, survivingLosses, withRetries } from './attempts.ts';
import { type Failure, isConnectionLoss, nothingDone, partWay, serverSaid, statementFailed } from './failure.ts';
import { readProgress } from './history/history.ts';
import { recordEvent, updateRow } from './history/record.ts';
import { lockLost } from './lock.ts';
import type { Attempted, Run, Task } from './run.ts';
import { asRun, attempted, fileSession, sendAll, settingsOf, started, takeFileRole } from './task.ts';

/**
 * Runs the files and their records in one transaction. Where locks are not free, the transaction is rolled back and
 * tried again after a pause: sessions queue behind a waiting ACCESS EXCLUSIVE lock (manual, section 13.3). After a lost
 * connection it runs again unless it was committed. `earlier`: earlier files of the same plan are committed.
 */
export async function runTogether(run: Run, tasks: readonly Task[], earlier: boolean): Promise<void> {
  const [first] = tasks;
  if (first === undefined) return;
  const failure = earlier
    ? partWay(run.direction, 'The files of the plan before this one are committed.')
    : nothingDone(run.direction);
  const attempts = tasks.map((task) => settingsOf(task).attempts).find((own) => own !== undefined);
  const what = { ...attempted(run, first, failure), attempts: attempts ?? run.attempts };
  try {
    const times = await survivingLosses(run, what, () => onceTogether(run, tasks, what));
    for (const [index, task] of tasks.entries()) {
      const { path } = task.split.migration;
      run.report({ kind: 'migration finished', direction: run.direction, path, ms: times[index] ?? 0 });
    }
  } catch (error) {
    await recordAttempt(run, first.version, error);
    throw error;
  }
  run.report({ kind: 'committed', direction: run.direction, versions: tasks.map((task) => task.version) });
}

async function onceTogether(run: Run, tasks: readonly Task[], what: Attempted): Promise<readonly number[]> {
  if (run.guard.wasFree()) {
    await run.guard.assertAlone();
    await refuseDoneByOthers(run, tasks);
  }
  return await withRetries(run, what, () => transaction(run, tasks, what));
}

/** States the defaults, since the role or the database may have others. Sent in one message with what follows. */
const begins = (level = 'READ COMMITTED'): string => `BEGIN ISOLATION LEVEL ${level} READ WRITE NOT DEFERRABLE`;

/** Files that commit together have the strictest level that one of them declares. */
function beginOf(tasks: readonly Task[]): string {
  const levels = tasks.map((task) => settingsOf(task).isolation);
  return begins(['SERIALIZABLE', 'REPEATABLE READ'].find((level) => levels.includes(level)));
}

/** Returns the milliseconds of each file. */
async function transaction(run: Run, tasks: readonly Task[], what: Attempted): Promise<readonly number[]> {
  const times: number[] = [];
  let xid = '';
  try {
    for (const [index, task] of tasks.entries()) {
      const began = performance.now();
      started(run, task);
      await begin(run, task, index === 0 ? beginOf(tasks) : null);
      await takeFileRole(run, task);
      for (const segment of task.split.segments) {
        await exemptFromTimeouts(run, task, segment);
        await sendAll(run, task, segment, what.failure);
      }
      refuseEnded(run, task, 'T');
      const ms = performance.now() - began;
      times.push(ms);
      xid = await end(run, task, ms);
    }
  } catch (error) {
    await rollBack(run.session.database);
    throw error;
  }
  await commit(run, tasks, xid, what);
  return times;
}

/** Sends the session's settings and the record in one message: a message costs as much as a small migration. */
async function begin(run: Run, task: Task, transactionBegin: string | null): Promise<void> {
  const { database } = run.session;
  const messages = [fileSession(run, task), ...(task.begin === '' ? [] : [task.begin])].join(';\n');
  if (transactionBegin !== null) await onceAlone(run, () => database.script(`${transactionBegin};\n${messages}`));
  else await database.script(messages);
  await task.start?.();
}

/** Checks that the run is alone while `action` runs in the other session. Raises when both have ended. */
async function onceAlone(run: Run, action: () => Promise<unknown>): Promise<void> {
  const wasFree = run.guard.wasFree();
  const [alone, done] = await Promise.allSettled([run.guard.assertAlone(), action()]);
  if (alone.status === 'rejected') throw alone.reason;
  if (done.status === 'rejected') throw done.reason;
  if (wasFree || !run.guard.wasFree()) return;
  // The next attempt first reads what another runner may have done.
  throw new RolledBack(lockLost('It was free for a while.', 'Run the same command again.'));
}

/** Writes the record as the role of the run, without the settings of the file. Returns the id of the transaction. */
async function end(run: Run, task: Task, ms: number): Promise<string> {
  const { database } = run.session;
  const own = `${run.session.ownRole()};\nSET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0`;
  const record = `${task.end(ms)};\nSELECT pg_catalog.pg_current_xact_id()::text AS xid`;
  if (task.finish !== undefined) await database.script(own);
  await task.finish?.(ms);
  const results = await database.script(task.finish === undefined ? `${own};\n${record}` : record);
  return String(results.at(-1)?.[0]?.['xid']);
}

/** VALIDATE CONSTRAINT blocks neither reads nor writes, and a timeout would lose the work of its scan. */
async function exemptFromTimeouts(run: Run, task: Task, segment: Segment): Promise<void> {
  const { lockTimeoutMs, statementTimeoutMs } = settingsOf(task);
  const commands = segment.statements.flatMap(({ parsed }) =>
    parsed.type === 'AlterTableStmt' ? children(parsed.node['cmds'], 'AlterTableCmd') : [{ subtype: 'another' }],
  );
  if (!commands.every((command) => command['subtype'] === 'AT_ValidateConstraint')) return;
  if (lockTimeoutMs === undefined) await run.session.database.script('SET LOCAL lock_timeout = 0');
  if (statementTimeoutMs === undefined) await run.session.database.script('SET LOCAL statement_timeout = 0');
}

/** A server with other settings may run a COMMIT within what this parser reads as a string. */
function refuseEnded(run: Run, task: Task, expected: 'I' | 'T'): void {
  const status = run.session.database.transactionStatus?.() ?? expected;
  if (status === expected) return;
  const { path } = task.split.migration;
  const message =
    expected === 'T' ? `${path} ended the transaction that it runs in` : `${path} left a transaction open`;
  throw new SchemaError('migration/failed-part-way', message, {
    detail: expected === 'T' ? 'What it did up to there is committed, without a record of it.' : undefined,
    hint: 'Look for a BEGIN or COMMIT that is hidden in a string, and for standard_conforming_strings.',
  });
}

/** COMMIT may fail for deferred constraints. After a lost connection the server tells whether it committed. */
async function commit(run: Run, tasks: readonly Task[], xid: string, what: Attempted): Promise<void> {
  const last = tasks.at(-1);
  if (last === undefined) return;
  try {
    await run.session.database.script('COMMIT');
  } catch (error) {
    const failed = statementFailed(error, last.split, null, what.failure);
    if (!isConnectionLoss(error) || (await run.guard.isAlive())) {
      await rollBack(run.session.database);
      throw failed;
    }
    const failure = partWay(run.direction, 'COMMIT was under way: the server may have done it or not.');
    const restored = await reconnect(run, { ...what, failure }, failed).then(
      () => true,
      (again: unknown) => {
        if (again === failed) return false;
        throw again;
      },
    );
    const outcome = (await isCommitted(run, xid)) ? 'committed' : 'rolled back';
    run.report({ kind: 'reconnected', path: what.path, outcome });
    if (outcome === 'rolled back') throw restored ? new RolledBack(failed) : failed;
  }
}

/** The lock is taken again, so the old backend has ended and its transaction is decided (manual, table 9.80). */
async function isCommitted(run: Run, xid: string): Promise<boolean> {
  const [row] = await run.session.database.query('SELECT pg_catalog.pg_xact_status($1::xid8) AS status', [xid]);
  return row?.['status'] === 'committed';
}

/** While the lock was free another runner may have run these files. The run then ends, and nothing is wrong. */
async function refuseDoneByOthers(run: Run, tasks: readonly Task[]): Promise<void> {
  const final = run.direction === 'apply' ? 'applied' : 'undone';
  for (const { version, split } of tasks) {
    const row = await readProgress(run.writer, version);
    if (row?.state !== final || (final === 'applied' && !hasChecksum(split.migration, row.checksum))) continue;
    throw new SchemaError('runner/locked', `another runner came in between: ${split.migration.path} is ${final}`, {
      detail: 'The connection was lost, and the migration lock was free for a while.',
      hint: `Run \`schema ${run.direction}\` again: it goes on with what is left.`,
    });
  }
}

/**
 * Runs one file of mode `none`. Statements that can be in a transaction are committed together with their record; the
 * others are recorded before and after, so that a crash leaves one statement in doubt. Continues where an earlier run
 * or a lost connection stopped.
 */
export async function runApart(run: Run, task: Task, earlier: boolean): Promise<void> {
  const began = performance.now();
  const what = attempted(run, task, partWay(run.direction, ''));
  let begun = false;
  started(run, task);
  try {
    await survivingLosses(run, what, async (losses) => {
      await run.guard.assertAlone();
      if (run.guard.wasFree()) await refuseDoneByOthers(run, [task]);
      const current = losses === 0 || !begun ? task : await asRecorded(run, task);
      await run.session.database.script(fileSession(run, task));
      if (!begun && task.begin !== '') await run.session.database.script(task.begin);
      if (!begun) await task.start?.();
      begun = true;
      await takeFileRole(run, task);
      await segments(run, current, earlier, what);
      await run.session.database.script(run.session.ownRole());
      await inTransaction(run.session.database, async () => {
        const ms = performance.now() - began;
        await task.finish?.(ms);
        await run.session.database.script(task.end(ms));
      });
    });
  } catch (error) {
    await recordFailure(run, task, error);
    throw error;
  }
  const { path } = task.split.migration;
  run.report({ kind: 'migration finished', direction: run.direction, path, ms: performance.now() - began });
}

/** The task with the progress in the history, after a lost connection in this run. */
async function asRecorded(run: Run, task: Task): Promise<Task> {
  const row = await readProgress(run.writer, task.version);
  if (row === null) return task;
  const ended = row.state === 'applied' || row.state === 'undone';
  return { ...task, done: ended ? task.split.total : row.done, begun: row.begun };
}

async function segments(run: Run, task: Task, earlier: boolean, what: Attempted): Promise<void> {
  let { done } = task;
  for (const segment of task.split.segments) {
    if (segment.end <= task.done) await repeatSettings(run, segment);
    else if (segment.transaction) {
      const failure = failureApart(run, done, earlier, false);
      await withRetries(run, { ...what, failure }, () => recordedTransaction(run, task, segment, failure));
    } else {
      const failure = failureApart(run, done, earlier, true);
      await runAlone(run, task, segment, { ...what, failure });
      refuseEnded(run, task, 'I');
    }
    done = Math.max(done, segment.end);
  }
}

/** A new session lacks the settings that completed statements have SET. */
async function repeatSettings(run: Run, segment: Segment): Promise<void> {
  for (const statement of segment.statements) {
    const { type, node } = statement.parsed;
    if (type === 'VariableSetStmt' && node['is_local'] !== true) await run.session.database.script(statement.sql);
  }
}

async function recordedTransaction(run: Run, task: Task, segment: Segment, failure: Failure): Promise<void> {
  const work = async (): Promise<void> => {
    await exemptFromTimeouts(run, task, segment);
    await sendAll(run, task, segment, failure);
    refuseEnded(run, task, 'T');
    const done = { statements_done: segment.end, statement_begun: null };
    await asRun(run, task, () => updateRow(run.writer, task.version, done));
  };
  const begin = segment.begin ?? begins(settingsOf(task).isolation);
  await inTransaction(run.session.database, work, begin).catch((error: unknown) => {
    const told = !(error instanceof SchemaError) || error.code.startsWith('migration/');
    throw told ? error : statementFailed(error, task.split, null, failure);
  });
}

function failureApart(run: Run, done: number, earlier: boolean, alone: boolean): Failure {
  if (done === 0 && !earlier && !alone) return nothingDone(run.direction);
  if (done > 0) return partWay(run.direction, `What was done (up to statement ${done}) stays.`);
  return partWay(run.direction, earlier ? 'The files before this one are committed.' : '');
}

/** A failed transaction left no rows in the history, so the attempt is recorded after it. */
async function recordAttempt(run: Run, version: string, error: unknown): Promise<void> {
  const message = error instanceof Error ? error.message : String(error);
  const event = run.signal?.aborted === true ? 'interrupted' : 'failed';
  const { database } = run.session;
  try {
    await database.script(run.session.ownRole());
    await recordEvent(run.writer, `${run.direction} ${event}`, version, { error: message });
  } catch {
    // The connection is gone.
  }
}

/** Records the failure. Where the connection is gone the row stays `running` or `undoing`, which means the same. */
async function recordFailure(run: Run, task: Task, error: unknown): Promise<void> {
  const message = withoutSecretsOf(task.split.migration, serverSaid(error).message);
  const state = run.direction === 'apply' ? { state: 'failed' } : {};
  try {
    await run.session.database.script(run.session.ownRole());
    await updateRow(run.writer, task.version, { ...state, error: message });
  } catch {
    // The connection is gone.
  }
  await recordAttempt(run, task.version, error);
}
