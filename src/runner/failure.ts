// What a server says of a failed statement, told in terms of the user's file.
import { type ErrorCode, SchemaError } from '../errors.ts';
import type { MigrationStatement, SplitMigration } from '../migrations/segments.ts';
import { locateIn, offsetOfCodePoint } from '../sql/source.ts';

export interface Failure {
  readonly code: Extract<ErrorCode, 'migration/failed' | 'migration/failed-part-way'>;
  /** What to do now. */
  readonly hint: string;
}

/** The error of a statement, with the place that PostgreSQL's `position` points at, or else the statement's start. */
export function statementFailed(
  error: unknown,
  split: SplitMigration,
  statement: MigrationStatement | null,
  failure: Failure,
): SchemaError {
  const said = serverSaid(error);
  const where = statement === null ? 'at commit' : `at statement ${statement.number} of ${split.total}`;
  return new SchemaError(failure.code, `${split.migration.path} failed ${where}: ${said.message}`, {
    detail: said.detail,
    hint: said.hint === undefined ? failure.hint : `${said.hint}\n${failure.hint}`,
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

/** The server's fields, from the error of a database or from its cause. */
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
    ...(text('message') === undefined ? {} : { message: text('message') ?? '' }),
    detail: text('detail'),
    hint: text('hint'),
    sqlstate: code !== undefined && /^[0-9A-Z]{5}$/.test(code) ? code : undefined,
    position: Number.isInteger(position) && position > 0 ? position : undefined,
  };
}

function placeOf(split: SplitMigration, statement: MigrationStatement, position: number | undefined) {
  if (position === undefined) return statement.location;
  return locateIn(split.source, statement.start + offsetOfCodePoint(statement.sql, position - 1));
}

/** Whether the error is the loss of the connection, after which nobody here knows what the server did. */
export function isConnectionLoss(error: unknown): boolean {
  if (error instanceof SchemaError && error.code === 'database/connection') return true;
  const { sqlstate } = serverSaid(error);
  return sqlstate === undefined || /^08|^57P0/.test(sqlstate);
}

/** Lock timeout, deadlock, serialisation: the same transaction may succeed a moment later. */
export function isRetryable(error: unknown): boolean {
  const { sqlstate } = serverSaid(error);
  return sqlstate === '55P03' || sqlstate === '40P01' || sqlstate === '40001';
}
