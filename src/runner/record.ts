// Writing the history: a migration begins, goes on, ends, or is taken as done; and what happened, event by event.
import { historyKey, type Migration } from '../migrations/file.ts';
import type { MigrationPair } from '../migrations/folder.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';
import type { History } from './history.ts';

export interface Writer extends History {
  readonly toolVersion: string;
  /** What is written beside each migration of this run. */
  readonly deployment?: Deployment;
}

/** One run of `apply`. */
export interface Deployment {
  readonly id: string;
  readonly gitCommit: string | null;
  readonly host: string;
}

/** A migration begins: its row with all that is known now. A row of an earlier life is replaced. */
export async function recordStart(writer: Writer, pair: MigrationPair, total: number, done: number): Promise<void> {
  const { up, undo } = pair;
  await upsert(writer, {
    ...columnsOf(writer, up, undo),
    state: 'running',
    statements_done: done,
    statements_total: total,
    origin: 'run',
  });
}

/** A migration that is taken as applied without running: by a baseline, an import, or because somebody says so. */
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

/** Writes rows of state `applied` for what did not run here, each with its event. */
export async function recordMarked(writer: Writer, rows: readonly MarkedRow[]): Promise<void> {
  for (const row of rows) {
    const { up, undo, origin } = row;
    await upsert(writer, {
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
      ...(row.appliedBy == null ? {} : { applied_by: row.appliedBy }),
    });
    await recordEvent(writer, 'marked applied', historyKey(up), { origin, checksum: up.checksum });
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
  sql: up.text,
  undo_path: undo?.path ?? null,
  undo_sql: undo?.text ?? null,
  labels: up.directives.labels,
  deployment_id: writer.deployment?.id ?? null,
  git_commit: writer.deployment?.gitCommit ?? null,
  host: writer.deployment?.host ?? null,
});

/** Columns that a row gets anew when its migration begins again. */
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

async function upsert(writer: Writer, columns: Readonly<Record<string, Column>>): Promise<void> {
  const given = Object.keys(columns);
  const renewed = Object.entries(RENEWED).filter(([name]) => !given.includes(name));
  const names = [...given, ...renewed.map(([name]) => name)];
  const values = [
    ...given.map((name, index) => `$${index + 1}::${TYPES[name] ?? 'text'}`),
    ...renewed.map(([, sql]) => sql),
  ];
  const updates = names.filter((name) => name !== 'version').map((name) => `${name} = excluded.${name}`);
  await writer.database.query(
    `INSERT INTO ${quoteIdentifier(writer.schema)}.history (${names.join(', ')}) VALUES (${values.join(', ')})
     ON CONFLICT (version) DO UPDATE SET ${updates.join(', ')}`,
    Object.values(columns),
  );
}

const TYPES: Readonly<Record<string, string>> = {
  statements_done: 'integer',
  statements_total: 'integer',
  execution_ms: 'bigint',
  started_at: 'timestamptz',
  finished_at: 'timestamptz',
  labels: 'text[]',
};

type Value = string | number | null;

/** Sets columns of one row. */
export async function updateRow(
  writer: Writer,
  version: string,
  columns: Readonly<Partial<Record<UpdatedColumn, Value>>>,
): Promise<void> {
  const names = Object.keys(columns);
  const values: Value[] = Object.values(columns);
  const assignments = names.map((name, index) => `${name} = $${index + 2}${CASTS[name as UpdatedColumn]}`);
  await writer.database.query(
    `UPDATE ${quoteIdentifier(writer.schema)}.history SET ${assignments.join(', ')} WHERE version = $1`,
    [version, ...values],
  );
}

const CASTS = {
  state: '::text',
  statements_done: '::integer',
  statements_total: '::integer',
  statement_begun: '::integer',
  execution_ms: '::bigint',
  fingerprint_after: '::text',
  error: '::text',
  undo_path: '::text',
  undo_sql: '::text',
  checksum: '::text',
  path: '::text',
  name: '::text',
  sql: '::text',
} as const;

type UpdatedColumn = keyof typeof CASTS;

/** The row reaches a state for good: `applied` or `undone`. */
export async function recordEnd(
  writer: Writer,
  version: string,
  state: 'applied' | 'undone',
  executionMs: number,
): Promise<void> {
  await writer.database.query(
    `UPDATE ${quoteIdentifier(writer.schema)}.history
     SET state = $2, finished_at = pg_catalog.clock_timestamp(), execution_ms = $3::bigint, statement_begun = NULL,
         error = NULL, fingerprint_after = NULL,
         statements_done = CASE WHEN $2 = 'applied' THEN statements_total ELSE 0 END
     WHERE version = $1`,
    [version, state, Math.round(executionMs)],
  );
}

export async function recordEvent(
  writer: Writer,
  event: string,
  version: string | null,
  details: Readonly<Record<string, Value>> = {},
): Promise<void> {
  await writer.database.query(
    `INSERT INTO ${quoteIdentifier(writer.schema)}.events (event, version, details, tool_version)
     VALUES ($1, $2, $3::jsonb, $4)`,
    [event, version, JSON.stringify(details), writer.toolVersion],
  );
}
