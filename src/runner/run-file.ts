// Running files: several in one transaction, or one outside, segment by segment with a record of each.
import { inTransaction, rollBack } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';
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
 * Runs the files in one transaction, with their records. What needs locks that others hold is rolled back, and tried
 * again after a while: the queue behind a waiting ACCESS EXCLUSIVE lock must not grow (manual, section 13.3). What loses
 * its connection is run again unless it was committed. `earlier` tells that files before these are committed and belong
 * to the same plan.
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

/** As it is by default, whatever an earlier file has made the default. In one message with what follows. */
const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE NOT DEFERRABLE;\n';

/** Returns the milliseconds that each file took. */
async function transaction(run: Run, tasks: readonly Task[], what: Attempted): Promise<readonly number[]> {
  const times: number[] = [];
  let xid = '';
  try {
    for (const [index, task] of tasks.entries()) {
      const began = performance.now();
      started(run, task);
      await begin(run, task, index === 0);
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

/** The session and the record in one message: each costs as much as a small migration. */
async function begin(run: Run, task: Task, isFirst: boolean): Promise<void> {
  const { database } = run.session;
  const messages = [fileSession(run, task), ...(task.begin === '' ? [] : [task.begin])].join(';\n');
  if (isFirst) await onceAlone(run, () => database.script(BEGIN + messages));
  else await database.script(messages);
  await task.start?.();
}

/** Asks whether the run is alone while `action` goes on in the other session. One has ended when the other may raise. */
async function onceAlone(run: Run, action: () => Promise<unknown>): Promise<void> {
  const wasFree = run.guard.wasFree();
  const [alone, done] = await Promise.allSettled([run.guard.assertAlone(), action()]);
  if (alone.status === 'rejected') throw alone.reason;
  if (done.status === 'rejected') throw done.reason;
  if (wasFree || !run.guard.wasFree()) return;
  // The next attempt looks first what others have done meanwhile.
  throw new RolledBack(lockLost('It was free for a while.', 'Run the same command again.'));
}

/** The record is written as the run's own role, without what the file has set. Returns the transaction's id. */
async function end(run: Run, task: Task, ms: number): Promise<string> {
  const { database } = run.session;
  const own = `${run.session.ownRole()};\nSET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0`;
  const record = `${task.end(ms)};\nSELECT pg_catalog.pg_current_xact_id()::text AS xid`;
  if (task.finish !== undefined) await database.script(own);
  await task.finish?.(ms);
  const results = await database.script(task.finish === undefined ? `${own};\n${record}` : record);
  return String(results.at(-1)?.[0]?.['xid']);
}

/** A scan that checks a constraint locks nobody out while it waits, and what it has done is lost at a timeout. */
async function exemptFromTimeouts(run: Run, task: Task, segment: Segment): Promise<void> {
  const { lockTimeoutMs, statementTimeoutMs } = settingsOf(task);
  const commands = segment.statements.flatMap(({ parsed }) =>
    parsed.type === 'AlterTableStmt' ? children(parsed.node['cmds'], 'AlterTableCmd') : [{ subtype: 'another' }],
  );
  if (!commands.every((command) => command['subtype'] === 'AT_ValidateConstraint')) return;
  if (lockTimeoutMs === undefined) await run.session.database.script('SET LOCAL lock_timeout = 0');
  if (statementTimeoutMs === undefined) await run.session.database.script('SET LOCAL statement_timeout = 0');
}

/** What the grammar here takes for a string may be a COMMIT to a server with other settings. */
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

/** COMMIT may fail for deferred constraints; if the connection goes in between, the server knows what became of it. */
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

/** The backend is gone, as the lock is taken again: the transaction is decided (manual, table 9.80). */
async function isCommitted(run: Run, xid: string): Promise<boolean> {
  const [row] = await run.session.database.query('SELECT pg_catalog.pg_xact_status($1::xid8) AS status', [xid]);
  return row?.['status'] === 'committed';
}

/** While the lock was free another runner may have run these; then this run is over, and nothing is wrong. */
async function refuseDoneByOthers(run: Run, tasks: readonly Task[]): Promise<void> {
  const final = run.direction === 'apply' ? 'applied' : 'undone';
  for (const { version, split } of tasks) {
    const row = await readProgress(run.writer, version);
    if (row?.state !== final || (final === 'applied' && row.checksum !== split.migration.checksum)) continue;
    throw new SchemaError('runner/locked', `another runner came in between: ${split.migration.path} is ${final}`, {
      detail: 'The connection was lost, and the migration lock was free for a while.',
      hint: `Run \`schema ${run.direction}\` again: it goes on with what is left.`,
    });
  }
}

/**
 * Runs one file of mode `none`. What can be in a transaction is committed together with its record; what cannot is
 * recorded before and after, so that a crash shows which statement is in doubt. Goes on where an earlier run stopped,
 * and where a lost connection stopped this one.
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

/** The task as the history has it after a loss in this run. */
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

/** A new session lacks what the statements done earlier have SET. */
async function repeatSettings(run: Run, segment: Segment): Promise<void> {
  for (const statement of segment.statements) {
    const { type, node } = statement.parsed;
    if (type === 'VariableSetStmt' && node['is_local'] !== true) await run.session.database.script(statement.sql);
  }
}

async function recordedTransaction(run: Run, task: Task, segment: Segment, failure: Failure): Promise<void> {
  await inTransaction(run.session.database, async () => {
    await exemptFromTimeouts(run, task, segment);
    await sendAll(run, task, segment, failure);
    refuseEnded(run, task, 'T');
    const done = { statements_done: segment.end, statement_begun: null };
    await asRun(run, task, () => updateRow(run.writer, task.version, done));
  }).catch((error: unknown) => {
    const told = !(error instanceof SchemaError) || error.code.startsWith('migration/');
    throw told ? error : statementFailed(error, task.split, null, failure);
  });
}

function failureApart(run: Run, done: number, earlier: boolean, alone: boolean): Failure {
  if (done === 0 && !earlier && !alone) return nothingDone(run.direction);
  if (done > 0) return partWay(run.direction, `What was done (up to statement ${done}) stays.`);
  return partWay(run.direction, earlier ? 'The files before this one are committed.' : '');
}

/** A transaction that failed left nothing in the history, so what it tried is written down after it. */
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

/** The row shows the failure, if the connection lets us write it; otherwise it stays begun, which says the same. */
async function recordFailure(run: Run, task: Task, error: unknown): Promise<void> {
  const { message } = serverSaid(error);
  const state = run.direction === 'apply' ? { state: 'failed' } : {};
  try {
    await run.session.database.script(run.session.ownRole());
    await updateRow(run.writer, task.version, { ...state, error: message });
  } catch {
    // See above.
  }
  await recordAttempt(run, task.version, error);
}
