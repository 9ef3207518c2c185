// Runs a statement that PostgreSQL refuses inside a transaction block. The history records it before and after, so that
// a crash in between leaves a statement in doubt; the catalog then tells whether it took effect.
import { setTimeout as sleep } from 'node:timers/promises';
import { SchemaError } from '../errors.ts';
import type { MigrationStatement, Segment } from '../migrations/segments.ts';
import { quoteLiteral } from '../sql/identifiers.ts';
import { withRetries } from './attempts.ts';
import { isConnectionLoss } from './failure.ts';
import { indexesBefore } from './history/events.ts';
import { recordEvent, updateRow } from './history/record.ts';
import { canProbe, probe } from './probe.ts';
import { begunWith, finishedWith } from './probe-index.ts';
import type { Attempted, Run, Task } from './run.ts';
import { asRun, send, settingsOf } from './task.ts';

/** The pause between two checks of an index that another backend builds. */
const BUILDING_MS = 1000;

/** Runs the one statement of a segment, unless an earlier run has completed it. */
export async function runAlone(run: Run, task: Task, segment: Segment, what: Attempted): Promise<void> {
  const [statement] = segment.statements;
  if (statement === undefined) return;
  let inDoubt = task.begun === statement.number;
  // CALL and DO are sent once: a procedure may have committed before its deadlock.
  const attempts = canProbe(statement) ? what.attempts : 1;
  await withRetries(run, { ...what, attempts }, async () => {
    const doubtful = inDoubt;
    inDoubt = false;
    await once(run, task, statement, doubtful, what);
  });
  const done = { statements_done: segment.end, statement_begun: null };
  await asRun(run, task, () => updateRow(run.writer, task.version, done));
}

async function once(
  run: Run,
  task: Task,
  statement: MigrationStatement,
  inDoubt: boolean,
  what: Attempted,
): Promise<void> {
  await withoutTimeouts(run, task, async () => {
    const sql = await decide(run, task, statement, inDoubt, what);
    if (sql === null) return;
    const { database } = run.session;
    const before = await begunWith(database, statement);
    await asRun(run, task, async () => {
      // The event is written first: a run that finds the statement in doubt reads the earlier indexes from it.
      await recordEvent(run.writer, 'statement begun', task.version, { statement: statement.number, ...before });
      await updateRow(run.writer, task.version, { statement_begun: statement.number });
    });
    try {
      await send(run, task, statement, sql, what.failure);
      await refuseInvalid(run, statement, what);
    } catch (error) {
      // A statement that the server refused has ended. Only a lost connection leaves the statement in doubt.
      if (!isConnectionLoss(error)) {
        await asRun(run, task, () => updateRow(run.writer, task.version, { statement_begun: null }));
      }
      throw error;
    }
  });
}

async function refuseInvalid(run: Run, statement: MigrationStatement, { path, failure }: Attempted): Promise<void> {
  const wrong = await finishedWith(run.session.database, statement);
  if (wrong === null) return;
  const { location } = statement;
  throw new SchemaError(failure.code, `${path}: ${wrong}`, { location, hint: failure.hint });
}

/** The SQL to send; null where the statement has taken effect already. */
async function decide(
  run: Run,
  task: Task,
  statement: MigrationStatement,
  inDoubt: boolean,
  what: Attempted,
): Promise<string | null> {
  if (inDoubt && run.assume === 'done') return null;
  const indexes = await unnamedIndexes(run, task, statement);
  const { path } = what;
  for (let waited = false; ; waited = true) {
    const doubt = { inDoubt: inDoubt && run.assume === undefined, indexes };
    const verdict = await probe(run.session.database, statement, doubt);
    for (const gone of verdict.cleaned ?? []) {
      run.report({ kind: 'cleaned up', path, statement: statement.number, what: gone });
    }
    if (verdict.action === 'run') return verdict.sql;
    if (verdict.action === 'skip') {
      run.report({ kind: 'statement skipped', path, statement: statement.number, why: verdict.why });
      return null;
    }
    if (verdict.action === 'unknown') throw inUnknownState(run, task, statement);
    if (!waited) run.report({ kind: 'blocked', path, statement: statement.number, by: verdict.by });
    await sleep(BUILDING_MS, undefined, { signal: run.signal });
  }
}

const inUnknownState = (run: Run, task: Task, statement: MigrationStatement): SchemaError =>
  new SchemaError('migration/failed-part-way', `${task.split.migration.path} stopped in an unknown state`, {
    location: statement.location,
    detail: `An earlier run sent statement ${statement.number} of ${task.split.total} and did not see its end.`,
    hint:
      `See whether it took effect, then run \`schema repair --assume done --version ${task.version}\` ` +
      `(or not-done), and \`schema ${run.direction}\` again.`,
  });

/** The indexes that existed when a CREATE INDEX without a name was last sent; see `begunWith`. */
async function unnamedIndexes(run: Run, task: Task, { number, parsed }: MigrationStatement): Promise<string | null> {
  if (parsed.type !== 'IndexStmt' || parsed.node['idxname'] !== undefined) return null;
  let found: string | null = null;
  await asRun(run, task, async () => {
    found = await indexesBefore(run.writer, task.version, number);
  });
  return found;
}

/**
 * CREATE INDEX CONCURRENTLY waits for old transactions, and a timeout during that wait leaves an invalid index. Only
 * the file itself can limit the time of such a statement.
 */
async function withoutTimeouts(run: Run, task: Task, action: () => Promise<void>): Promise<void> {
  const { database } = run.session;
  const [was] = await database.query(
    `SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement,
            (SELECT setting::bigint::text FROM pg_catalog.pg_settings WHERE name = 'statement_timeout') AS ms`,
  );
  const own = settingsOf(task).statementTimeoutMs ?? Number(was?.['ms']) !== run.session.options.statementTimeoutMs;
  await database.script(`SET lock_timeout = 0;${own === false ? ' SET statement_timeout = 0' : ''}`);
  const back =
    `SET lock_timeout = ${quoteLiteral(String(was?.['lock']))};\n` +
    `SET statement_timeout = ${quoteLiteral(String(was?.['statement']))}`;
  try {
    await action();
  } catch (error) {
    await database.script(back).catch(() => undefined);
    throw error;
  }
  await database.script(back);
}
