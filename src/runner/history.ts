// What ran, in the database it ran on: `history` has one row per migration and says what is true now, `events` is only
// ever appended to and says how it came about.
import type { Database, Row } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import type { MigrationPair } from '../migrations/folder.ts';
import { compareVersions } from '../migrations/names.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';

export const HISTORY_SCHEMA = 'schema_migrations';

/**
 * `running` and `undoing` are begun and not finished: with no runner at work they are failures, as `failed` is. Only
 * files that do not run in one transaction can be found in these three states.
 */
export type HistoryState = 'running' | 'failed' | 'applied' | 'undoing' | 'undone';

export interface HistoryRow {
  readonly version: string;
  readonly name: string;
  readonly kind: string;
  readonly path: string;
  readonly state: HistoryState;
  readonly checksum: string;
  readonly planId: string | null;
  readonly statementsDone: number;
  readonly statementsTotal: number;
  /** A statement outside a transaction that was sent and whose end was not recorded; from 1. */
  readonly statementBegun: number | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly executionMs: number | null;
  readonly appliedBy: string;
  readonly toolVersion: string;
  readonly fingerprintAfter: string | null;
  readonly error: string | null;
  readonly undoPath: string | null;
}

/** The texts of a migration as it ran: they undo it where the files are gone. */
export interface StoredText {
  readonly sql: string;
  readonly undoPath: string | null;
  readonly undoSql: string | null;
}

export interface History {
  readonly database: Database;
  /** Unquoted name of the schema. */
  readonly schema: string;
}

const RACES = new Set(['23505', '42P06', '42P07']);

export async function historyExists({ database, schema }: History): Promise<boolean> {
  const [row] = await database.query(
    `SELECT EXISTS (SELECT FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relname = 'history') AS there`,
    [schema],
  );
  return row?.['there'] === true;
}

/** Creates what is not there. IF NOT EXISTS still fails when two sessions create at once, so that is retried. */
export async function createHistory(history: History): Promise<void> {
  for (let attempt = 1; !(await historyExists(history)); attempt++) {
    try {
      await history.database.script(`BEGIN;\n${creation(history)}\nCOMMIT`);
      return;
    } catch (error) {
      await history.database.script('ROLLBACK');
      const race = error instanceof SchemaError && error.sqlstate !== undefined && RACES.has(error.sqlstate);
      if (!race || attempt === 5) throw error;
    }
  }
}

function creation({ schema }: History): string {
  const name = quoteIdentifier(schema);
  return `
CREATE SCHEMA IF NOT EXISTS ${name};
CREATE TABLE IF NOT EXISTS ${name}.history (
  version text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL,
  path text NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'failed', 'applied', 'undoing', 'undone')),
  checksum text NOT NULL,
  plan_id text,
  statements_done integer NOT NULL,
  statements_total integer NOT NULL,
  statement_begun integer,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  execution_ms bigint,
  applied_by text NOT NULL DEFAULT session_user,
  tool_version text NOT NULL,
  fingerprint_after text,
  error text,
  sql text NOT NULL,
  undo_path text,
  undo_sql text
);
CREATE TABLE IF NOT EXISTS ${name}.events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
  event text NOT NULL,
  version text COLLATE "C",
  details jsonb NOT NULL DEFAULT '{}',
  caused_by text NOT NULL DEFAULT session_user,
  tool_version text NOT NULL
);`;
}

const utc = (column: string): string =>
  `pg_catalog.to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS ${column}`;

/** All rows in the order of their versions; none where there is no history. Writes nothing. */
export async function readHistory(history: History): Promise<readonly HistoryRow[]> {
  if (!(await historyExists(history))) return [];
  const rows = await history.database.query(
    `SELECT version, name, kind, path, state, checksum, plan_id, statements_done, statements_total, statement_begun,
            ${utc('started_at')}, ${utc('finished_at')}, execution_ms::text, applied_by, tool_version,
            fingerprint_after, error, undo_path
     FROM ${quoteIdentifier(history.schema)}.history`,
  );
  return rows.map(rowOf).sort((a, b) => compareVersions(a.version, b.version));
}

function rowOf(row: Row): HistoryRow {
  const text = (column: string): string => String(row[column] ?? '');
  const maybe = (column: string): string | null => (row[column] == null ? null : String(row[column]));
  return {
    version: text('version'),
    name: text('name'),
    kind: text('kind'),
    path: text('path'),
    state: text('state') as HistoryState,
    checksum: text('checksum'),
    planId: maybe('plan_id'),
    statementsDone: Number(row['statements_done']),
    statementsTotal: Number(row['statements_total']),
    statementBegun: row['statement_begun'] == null ? null : Number(row['statement_begun']),
    startedAt: text('started_at'),
    finishedAt: maybe('finished_at'),
    executionMs: row['execution_ms'] == null ? null : Number(row['execution_ms']),
    appliedBy: text('applied_by'),
    toolVersion: text('tool_version'),
    fingerprintAfter: maybe('fingerprint_after'),
    error: maybe('error'),
    undoPath: maybe('undo_path'),
  };
}

/** The texts stored with a migration; null where it has no row. */
export async function readStoredText(history: History, version: string): Promise<StoredText | null> {
  const [row] = await history.database.query(
    `SELECT sql, undo_path, undo_sql FROM ${quoteIdentifier(history.schema)}.history WHERE version = $1`,
    [version],
  );
  if (row === undefined) return null;
  const maybe = (column: string): string | null => (row[column] == null ? null : String(row[column]));
  return { sql: String(row['sql']), undoPath: maybe('undo_path'), undoSql: maybe('undo_sql') };
}

export interface Writer extends History {
  readonly toolVersion: string;
}

/** A migration begins: its row with all that is known now. A row of an earlier life is replaced. */
export async function recordStart(writer: Writer, pair: MigrationPair, total: number, done: number): Promise<void> {
  const { up, undo } = pair;
  await writer.database.query(
    `INSERT INTO ${quoteIdentifier(writer.schema)}.history AS h (version, name, kind, path, state, checksum, plan_id,
       statements_done, statements_total, started_at, tool_version, sql, undo_path, undo_sql)
     VALUES ($1, $2, $3, $4, 'running', $5, $6, $7::integer, $8::integer, pg_catalog.clock_timestamp(),
             $9, $10, $11, $12)
     ON CONFLICT (version) DO UPDATE SET name = excluded.name, kind = excluded.kind, path = excluded.path,
       state = excluded.state, checksum = excluded.checksum, plan_id = excluded.plan_id,
       statements_done = excluded.statements_done, statements_total = excluded.statements_total,
       started_at = excluded.started_at, finished_at = NULL, execution_ms = NULL, applied_by = session_user,
       tool_version = excluded.tool_version, fingerprint_after = NULL, error = NULL, sql = excluded.sql,
       undo_path = excluded.undo_path, undo_sql = excluded.undo_sql`,
    [
      up.version,
      up.name,
      up.kind,
      up.path,
      up.checksum,
      up.directives.plan?.id ?? null,
      done,
      total,
      writer.toolVersion,
      up.text,
      undo?.path ?? null,
      undo?.text ?? null,
    ],
  );
}

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

/** Rows by version, for lookups. */
export const rowsByVersion = (rows: readonly HistoryRow[]): ReadonlyMap<string, HistoryRow> =>
  new Map(rows.map((row) => [row.version, row]));

/** A migration as its row has it, for messages. */
export const describeRow = (row: Pick<HistoryRow, 'version' | 'path'>): string => `V${row.version} (${row.path})`;
