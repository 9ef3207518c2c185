// Errors of statements: what the server reports, with the place in the user's file and the command to run next.
import { defined } from '../defined.ts';
import { type ErrorCode, SchemaError } from '../errors.ts';
import { withoutSecretsOf } from '../migrations/file.ts';
import { type MigrationStatement, placeIn, type SplitMigration } from '../migrations/segments.ts';
import { offsetOfCodePoint } from '../sql/source.ts';
import type { Direction } from './events.ts';

export interface Failure {
  readonly code: Extract<ErrorCode, 'migration/failed' | 'migration/failed-part-way'>;
  /** The hint: what to do now. */
  readonly hint: string;
  /** The command that continues. */
  readonly again: string;
}

/** The failure of a file of which nothing is committed. */
export const nothingDone = (direction: Direction): Failure => ({
  code: 'migration/failed',
  hint: `The database is as it was before. Correct the cause and run \`schema ${direction}\` again.`,
  again: `schema ${direction}`,
});

/** The failure of a file of which something is committed and stays; `state` says what. */
export const partWay = (direction: Direction, state: string): Failure => ({
  code: 'migration/failed-part-way',
  hint: `${state} Correct the cause, then run \`schema ${direction}\`: it goes on where it stopped.`.trim(),
  again: `schema ${direction}`,
});

/** The error of a statement, at the place of PostgreSQL's `position`, or at the start of the statement. */
export function statementFailed(
  error: unknown,
  split: SplitMigration,
  statement: MigrationStatement | null,
  failure: Failure,
): SchemaError {
  const said = serverSaid(error);
  // The driver's hint after a loss is for statements without a record; the history has records.
  const advice = isConnectionLoss(error) ? undefined : said.hint;
  const where = statement === null ? 'at commit' : `at statement ${statement.number} of ${split.total}`;
  const hidden = (text: string): string => withoutSecretsOf(split.migration, text);
  return new SchemaError(failure.code, `${split.migration.path} failed ${where}: ${hidden(said.message)}`, {
    detail: said.detail === undefined ? undefined : hidden(said.detail),
    hint: advice === undefined ? failure.hint : `${hidden(advice)}\n${failure.hint}`,
    sqlstate: said.sqlstate,
    location: statement === null ? undefined : placeOf(split, statement, said.position),
    cause: error,
  });
}

export interface ServerSaid {
  readonly message: string;
  readonly detail?: string | undefined;
  readonly hint?: string | undefined;
  readonly sqlstate?: string | undefined;
  readonly position?: number | undefined;
}

/** The server's fields, from an error of a database or from its cause. */
export function serverSaid(error: unknown): ServerSaid {
  const cause = error instanceof SchemaError ? fieldsOf(error.cause) : fieldsOf(error);
  if (!(error instanceof SchemaError)) return { ...cause, message: cause.message ?? String(error) };
  return {
    message: cause.message ?? error.message,
    detail: error.detail ?? cause.detail,
    hint: error.hint ?? cause.hint,
    sqlstate: error.sqlstate,
    position: cause.position,
  };
}

function fieldsOf(value: unknown): Partial<ServerSaid> {
  if (typeof value !== 'object' || value === null) return {};
  const fields = new Map<string, unknown>(
    ['message', 'detail', 'hint', 'code', 'position'].map((name) => [name, Reflect.get(value, name)]),
  );
  const text = (name: string): string | undefined => {
    const field = fields.get(name);
    return typeof field === 'string' && field !== '' ? field : undefined;
  };
  const position = Number(fields.get('position'));
  const code = text('code');
  return {
    ...defined({ message: text('message') }),
    detail: text('detail'),
    hint: text('hint'),
    sqlstate: code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? code : undefined,
    position: Number.isInteger(position) && position > 0 ? position : undefined,
  };
}

function placeOf(split: SplitMigration, statement: MigrationStatement, position: number | undefined) {
  if (position === undefined) return statement.location;
  return placeIn(split.migration, split.source, statement.start + offsetOfCodePoint(statement.sql, position - 1));
}

/** The SQLSTATE of an error or of its cause. */
export function sqlstateOf(error: unknown): string | undefined {
  if (!(error instanceof SchemaError)) return undefined;
  return error.sqlstate ?? sqlstateOf(error.cause);
}

/** Whether the error or its cause is a lost connection: the client does not know what the server did. */
export function isConnectionLoss(error: unknown): boolean {
  if (!(error instanceof SchemaError)) return false;
  return error.code === 'database/connection' || isConnectionLoss(error.cause);
}

/** Lock timeout, deadlock or serialization failure: the same transaction may succeed a moment later. */
export function isRetryable(error: unknown): boolean {
  const sqlstate = sqlstateOf(error);
  return sqlstate === '55P03' || sqlstate === '40P01' || sqlstate === '40001';
}

/** The server did not answer in time, or another runner ran in between. `failure` tells what is committed. */
export function notRestored(error: unknown, path: string, failure: Failure): SchemaError {
  const { message, detail } = serverSaid(error);
  if (error instanceof SchemaError && error.code === 'runner/locked') return error;
  const nothing = failure.code === 'migration/failed';
  return new SchemaError(nothing ? 'database/connection' : failure.code, `${path} lost its connection: ${message}`, {
    detail: detail ?? (nothing ? 'Nothing of it is committed: the server rolls back what was begun.' : undefined),
    hint: nothing ? `When the server can be reached, run \`${failure.again}\` again.` : failure.hint,
    sqlstate: sqlstateOf(error),
    cause: error,
  });
}
