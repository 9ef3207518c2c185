// The begin of a file and the sending of its statements, for run-file.ts and alone.ts.
import { SchemaError } from '../errors.ts';
import type { Directives } from '../migrations/directives.ts';
import { withoutSecretsOf } from '../migrations/file.ts';
import type { MigrationStatement, Segment } from '../migrations/segments.ts';
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { type Failure, statementFailed } from './failure.ts';
import { heard } from './notices.ts';
import type { Attempted, Run, Task } from './run.ts';
import { setConfig } from './session.ts';
import { watched } from './watch.ts';

/** The settings in the directives of a file. */
export const settingsOf = (task: Task): Directives => task.split.migration.directives;

/** The attempts at a task, as `withRetries` takes them. */
export const attempted = (run: Run, task: Task, failure: Failure): Attempted => ({
  path: task.split.migration.path,
  attempts: settingsOf(task).attempts ?? run.attempts,
  failure,
});

/** SQL at the begin of a file: it resets the session and sets the application name. */
export function fileSession(run: Run, task: Task): string {
  const { path, directives } = task.split.migration;
  const { lockTimeoutMs, statementTimeoutMs } = settingsOf(task);
  return run.session.reset({
    // Files of a plan are generated, and their SQL is qualified.
    generated: directives.plan !== undefined,
    applicationName: `schema ${run.direction} ${nameOf(task.version)} (${path})`,
    lockTimeoutMs,
    statementTimeoutMs,
  });
}

const nameOf = (version: string): string => (/^\d/.test(version) ? `V${version}` : version);

/** Sets the role of the file for its statements; records are written as the role of the run. */
export async function takeFileRole(run: Run, task: Task): Promise<void> {
  const { role } = settingsOf(task);
  if (role !== undefined) await run.session.database.script(`SET ROLE ${quoteIdentifier(role)}`);
}

/**
 * Writes a record in the middle of a file as the role of the run. Afterwards the role that the file had set is current
 * again.
 */
export async function asRun(run: Run, task: Task, record: () => Promise<void>): Promise<void> {
  if (!changesRole(task)) return await record();
  const { database } = run.session;
  const [was] = await database.query("SELECT session_user::text AS who, current_setting('role') AS role");
  await database.script(run.session.ownRole());
  await record();
  const who = quoteLiteral(String(was?.['who']));
  await database.script(`SET SESSION AUTHORIZATION ${who};\n${setConfig('role', String(was?.['role']))}`);
}

function changesRole(task: Task): boolean {
  if (settingsOf(task).role !== undefined) return true;
  const names = new Set(['role', 'session_authorization']);
  return task.split.segments.some(({ statements }) =>
    statements.some(({ parsed }) => parsed.type === 'VariableSetStmt' && names.has(String(parsed.node['name']))),
  );
}

/** Sends the statements of a segment one by one. */
export async function sendAll(run: Run, task: Task, segment: Segment, failure: Failure): Promise<void> {
  for (const statement of segment.statements) {
    await send(run, task, statement, statement.sql, failure);
  }
}

/** Sends one statement; raises its error with the place in the file. */
export async function send(
  run: Run,
  task: Task,
  statement: MigrationStatement,
  sql: string,
  failure: Failure,
): Promise<void> {
  const { path } = task.split.migration;
  if (run.signal?.aborted === true) throw interrupted(task, statement, failure);
  run.report({
    kind: 'statement started',
    path,
    statement: statement.number,
    of: task.split.total,
    location: statement.location,
    sql: withoutSecretsOf(task.split.migration, statement.sql),
  });
  const began = performance.now();
  try {
    const lockTimeoutMs = settingsOf(task).lockTimeoutMs ?? run.session.options.lockTimeoutMs;
    await heard(run, path, statement.number, () =>
      watched(run, path, statement.number, lockTimeoutMs, () => run.session.database.script(sql)),
    );
  } catch (error) {
    throw statementFailed(error, task.split, statement, failure);
  }
  run.report({ kind: 'statement finished', path, statement: statement.number, ms: performance.now() - began });
}

/** The signal came between two statements; `failure` says what is committed. */
const interrupted = ({ split }: Task, { number, location }: MigrationStatement, { code, hint }: Failure): SchemaError =>
  new SchemaError(code, `${split.migration.path} was interrupted before statement ${number} of ${split.total}`, {
    location,
    hint,
  });

export function started(run: Run, task: Task): void {
  const { migration, total } = task.split;
  run.report({
    kind: 'migration started',
    direction: run.direction,
    path: migration.path,
    version: task.version,
    planId: migration.directives.plan?.id ?? null,
    transaction: migration.directives.transaction,
    statements: total,
    done: task.done,
  });
}
