// Writes the history, for the runner: the begin, progress and end of migrations, migrations marked as applied, and
// events.
import { defined } from '../../defined.ts';
import { historyKey, type Migration, writtenText } from '../../migrations/file.ts';
import type { MigrationPair } from '../../migrations/folder.ts';
import { quoteIdentifier, quoteLiteral } from '../../sql/identifiers.ts';
import type { History } from './history.ts';

export interface Writer extends History {
  readonly toolVersion: string;
  /** The deployment that the row of each migration of this run names. */
  readonly deployment?: Deployment;
}

/** One run of `apply`. */
export interface Deployment {
  readonly id: string;
  readonly gitCommit: string | null;
  readonly host: string;
}

/**
 * SQL for the begin of a migration: its row with all that is known now. It replaces the row of an earlier run. The
 * function returns text, so that it is sent in one message with the settings of the session: a message costs as much as
 * a small migration.
 */
export function startSql(writer: Writer, { up, undo }: MigrationPair, total: number, done: number): string {
  return upsertSql(writer, {
    ...columnsOf(writer, up, undo),
    state: 'running',
    statements_done: done,
    statements_total: total,
    origin: 'run',
  });
}

/**
 * SQL that records a completed migration, for the end of its transaction. No other session could have seen its begin,
 * so there is no earlier record. `executionMs` is the time that the migration took.
 */
export function doneSql(writer: Writer, { up, undo }: MigrationPair, total: number, executionMs: number): string {
  const ms = Math.round(executionMs);
  const row = {
    ...columnsOf(writer, up, undo),
    state: 'applied',
    statements_done: total,
    statements_total: total,
    execution_ms: ms,
    origin: 'run',
  };
  const times = {
    started_at: `pg_catalog.clock_timestamp() - '${ms} ms'::interval`,
    finished_at: 'pg_catalog.clock_timestamp()',
    statement_begun: 'NULL',
  };
  const event = eventSql(writer, 'applied', historyKey(up), { path: up.path, checksum: up.checksum });
  return `${upsertSql(writer, row, times)};\n${event}`;
}

/** A migration that is recorded as applied without running: by a baseline, an import or `repair`. */
export interface MarkedRow {
  readonly up: Migration;
  readonly undo?: Migration | undefined;
  readonly origin: string;
  readonly importedChecksum?: string | null;
  /** ISO 8601; absent: now. */
  readonly startedAt?: string | null;
  readonly finishedAt?: string | null;
  readonly executionMs?: number | null;
  readonly appliedBy?: string | null;
  readonly fingerprintAfter?: string | null;
}

/** Writes rows of state `applied` for migrations that did not run here, each with its event. */
export async function recordMarked(writer: Writer, rows: readonly MarkedRow[]): Promise<void> {
  for (const row of rows) {
    const { up, undo, origin } = row;
    const marked = upsertSql(writer, {
      ...columnsOf(writer, up, undo),
      state: 'applied',
      statements_done: 0,
      statements_total: 0,
      origin,
      imported_checksum: row.importedChecksum ?? null,
      started_at: row.startedAt ?? row.finishedAt ?? new Date().toISOString(),
      finished_at: row.finishedAt ?? row.startedAt ?? new Date().toISOString(),
      execution_ms: row.executionMs ?? null,
      fingerprint_after: row.fingerprintAfter ?? null,
      ...defined({ applied_by: row.appliedBy }),
    });
    const event = eventSql(writer, 'marked applied', historyKey(up), { origin, checksum: up.checksum });
    await writer.database.script(`${marked};\n${event}`);
  }
}

type Column = string | number | null | readonly string[];

const columnsOf = (writer: Writer, up: Migration, undo: Migration | undefined): Readonly<Record<string, Column>> => ({
  version: historyKey(up),
  name: up.name,
  kind: up.kind,
  path: up.path,
  checksum: up.checksum,
  plan_id: up.directives.plan?.id ?? null,
  tool_version: writer.toolVersion,
  sql: writtenText(up),
  undo_path: undo?.path ?? null,
  undo_sql: undo === undefined ? null : writtenText(undo),
  labels: up.directives.labels,
  deployment_id: writer.deployment?.id ?? null,
  git_commit: writer.deployment?.gitCommit ?? null,
  host: writer.deployment?.host ?? null,
});

/** Columns that are reset when a migration begins again. */
const RENEWED: Readonly<Record<string, string>> = {
  started_at: 'pg_catalog.clock_timestamp()',
  finished_at: 'NULL',
  execution_ms: 'NULL',
  fingerprint_after: 'NULL',
  error: 'NULL',
  imported_checksum: 'NULL',
  applied_by: 'session_user',
  applied_role: 'current_user',
};

function upsertSql(
  writer: Writer,
  columns: Readonly<Record<string, Column>>,
  expressions: Readonly<Record<string, string>> = {},
): string {
  const given = Object.entries(columns).map(([name, value]) => [name, literal(value, TYPES[name])] as const);
  const all = Object.entries({ ...RENEWED, ...expressions, ...Object.fromEntries(given) });
  const updates = all.filter(([name]) => name !== 'version').map(([name]) => `${name} = excluded.${name}`);
  return `INSERT INTO ${quoteIdentifier(writer.schema)}.history (${all.map(([name]) => name).join(', ')})
    VALUES (${all.map(([, value]) => value).join(', ')})
    ON CONFLICT (version) DO UPDATE SET ${updates.join(', ')}`;
}

function literal(value: Column, type = 'text'): string {
  if (value === null) return `NULL::${type}`;
  if (typeof value === 'string') return `${quoteLiteral(value)}::${type}`;
  return typeof value === 'number' ? `${value}::${type}` : `ARRAY[${value.map(quoteLiteral).join(', ')}]::${type}`;
}

const TYPES: Readonly<Record<string, string>> = {
  statements_done: 'integer',
  statements_total: 'integer',
  statement_begun: 'integer',
  execution_ms: 'bigint',
  started_at: 'timestamptz',
  finished_at: 'timestamptz',
  labels: 'text[]',
};

type Value = string | number | null;

/** Sets columns of one row. */
export async function updateRow(writer: Writer, version: string, columns: Updates): Promise<void> {
  await writer.database.script(updateSql(writer, version, columns));
}

/** `updateRow` as SQL. */
export function updateSql(writer: Writer, version: string, columns: Updates): string {
  const assignments = Object.entries(columns).map(([name, value]) => `${name} = ${literal(value, TYPES[name])}`);
  const where = `version = ${quoteLiteral(version)}`;
  return `UPDATE ${quoteIdentifier(writer.schema)}.history SET ${assignments.join(', ')} WHERE ${where}`;
}

type Updates = Readonly<Partial<Record<UpdatedColumn, Value>>>;

type UpdatedColumn =
  | 'state'
  | 'statements_done'
  | 'statements_total'
  | 'statement_begun'
  | 'execution_ms'
  | 'fingerprint_after'
  | 'error'
  | 'undo_path'
  | 'undo_sql'
  | 'checksum'
  | 'path'
  | 'name'
  | 'sql';

/** SQL that sets the final state of a row, with its event. */
export function endSql(
  writer: Writer,
  version: string,
  state: 'applied' | 'undone',
  executionMs: number,
  details: Readonly<Record<string, Value>>,
): string {
  return `UPDATE ${quoteIdentifier(writer.schema)}.history
    SET state = '${state}', finished_at = pg_catalog.clock_timestamp(), execution_ms = ${Math.round(executionMs)},
        statement_begun = NULL, error = NULL, fingerprint_after = NULL,
        statements_done = ${state === 'applied' ? 'statements_total' : '0'}
    WHERE version = ${quoteLiteral(version)};
  ${eventSql(writer, state, version, details)}`;
}

export async function recordEvent(
  writer: Writer,
  event: string,
  version: string | null,
  details: Readonly<Record<string, Value>> = {},
): Promise<void> {
  await writer.database.script(eventSql(writer, event, version, details));
}

function eventSql(
  writer: Writer,
  event: string,
  version: string | null,
  details: Readonly<Record<string, Value>>,
): string {
  const values = [
    literal(event),
    literal(version),
    literal(JSON.stringify(details), 'jsonb'),
    literal(writer.toolVersion),
  ];
  return `INSERT INTO ${quoteIdentifier(writer.schema)}.events (event, version, details, tool_version)
    VALUES (${values.join(', ')})`;
}
