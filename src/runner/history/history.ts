// Reads the history in a database. The table `history` has one row per migration and holds the state now; rows of
// `events` are only appended and say how that state came about. record.ts writes both.
import type { Database, Row } from '../../databases/database.ts';
import { rollBack } from '../../databases/transaction.ts';
import { SchemaError } from '../../errors.ts';
import { compareVersions } from '../../migrations/names.ts';
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { HISTORY_TABLES, historyDefinition } from './definition.ts';

const HISTORY_SCHEMA = 'schema_migrations';

/**
 * `running` and `undoing` are begun and not finished; while no runner is at work they are failures, as `failed` is.
 * Only files that do not run in one transaction can have one of these three states. `deleted`: applied, and `repair`
 * has accepted that the file is gone.
 */
export type HistoryState = 'running' | 'failed' | 'applied' | 'undoing' | 'undone' | 'deleted';

export interface HistoryRow {
  /** The value of the column `version`: `1.2`, `B1.2` or `R__views`; see `historyKey`. */
  readonly key: string;
  /** Empty for a repeatable migration. */
  readonly version: string;
  readonly name: string;
  readonly kind: string;
  readonly path: string;
  readonly state: HistoryState;
  readonly checksum: string;
  readonly planId: string | null;
  readonly statementsDone: number;
  readonly statementsTotal: number;
  /** The number, from 1, of a statement outside a transaction that was sent and whose end is not recorded. */
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
  /** `run`, `marked` (recorded as applied without running), `baseline`, or `import:` and a tool. */
  readonly origin: string;
  /** The checksum in the history of the tool that the row was imported from. */
  readonly importedChecksum: string | null;
  /** The run of `apply` that the row belongs to. */
  readonly deploymentId: string | null;
  readonly gitCommit: string | null;
  readonly host: string | null;
  readonly appliedRole: string | null;
  readonly labels: readonly string[];
}

/** The texts of a migration as it ran. An undo uses them where the files are gone. */
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

/** The history of a database: in the default schema, or in the schema that the settings name. */
export const historyOf = (database: Database, options: { readonly historySchema?: string }): History => ({
  database,
  schema: options.historySchema ?? HISTORY_SCHEMA,
});

const RACES = new Set(['23505', '42P06', '42P07']);

/** Where the histories of a database are. Every comparison leaves them out. */
export interface HistoryPlaces {
  /** All schemas with a history, and the default one. */
  readonly all: readonly string[];
  /** Those that hold nothing else, and are left out as a whole. */
  readonly alone: readonly string[];
  /** The tables of the others, as SQL writes them. */
  readonly tables: readonly string[];
}

/** Finds the histories by their tables, whatever the names of their schemas. */
export async function historyPlaces(database: Database): Promise<HistoryPlaces> {
  const rows = await database.query(
    `SELECT n.nspname::text AS name, pg_catalog.quote_ident(n.nspname) AS quoted,
            n.nspname = 'public'
            OR EXISTS (SELECT FROM pg_catalog.pg_class AS o WHERE o.relnamespace = n.oid AND o.relkind <> ALL ('{i,I,t}')
                        AND o.relname <> ALL ($1::text[]))
            OR EXISTS (SELECT FROM pg_catalog.pg_proc AS p WHERE p.pronamespace = n.oid)
            OR EXISTS (SELECT FROM pg_catalog.pg_type AS t WHERE t.typnamespace = n.oid AND t.typtype IN ('d', 'e', 'r'))
            AS shared
     FROM pg_catalog.pg_class AS c
     JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attname = 'statement_begun'
     WHERE c.relname = 'history' AND c.relkind = 'r'`,
    [[...HISTORY_TABLES, 'events_id_seq']],
  );
  const shared = rows.filter((row) => row['shared'] === true);
  const names = rows.map((row) => String(row['name']));
  const alone = names.filter((name) => !shared.some((row) => row['name'] === name));
  return {
    all: [...new Set([HISTORY_SCHEMA, ...names])],
    alone: shared.some((row) => row['name'] === HISTORY_SCHEMA) ? alone : [...new Set([HISTORY_SCHEMA, ...alone])],
    tables: shared.flatMap((row) => HISTORY_TABLES.map((table) => `${row['quoted']}.${table}`)),
  };
}

/** Whether the database has a history of any version. */
export const historyExists = async (history: History): Promise<boolean> => (await historyAge(history)) !== 'none';

type Age = 'none' | 'older' | 'current';

/** `older`: created by a version of the tool that had fewer columns. */
async function historyAge({ database, schema }: History): Promise<Age> {
  const [row] = await database.query(
    `SELECT pg_catalog.count(*) AS there, pg_catalog.count(*) FILTER (WHERE a.attname = 'labels') AS newest,
            pg_catalog.bool_or(pg_catalog.row_security_active(c.oid)) AS hidden
     FROM pg_catalog.pg_class AS c
     JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE n.nspname = $1 AND c.relname = 'history' AND c.relkind = 'r'`,
    [schema],
  );
  if (Number(row?.['there'] ?? 0) === 0) return 'none';
  if (row?.['hidden'] === true) throw hiddenRows(schema);
  return Number(row?.['newest'] ?? 0) === 0 ? 'older' : 'current';
}

/** A history with hidden rows would show migrations as pending that are applied. */
const hiddenRows = (schema: string): SchemaError =>
  new SchemaError('database/permission', `row security can hide rows of ${schema}.history from this role`, {
    detail: 'Migrations that are applied would be taken for pending. Nothing ran.',
    hint:
      `As its owner: ALTER TABLE ${quoteIdentifier(schema)}.history DISABLE ROW LEVEL SECURITY. ` +
      'Or connect as the owner, or as a role with BYPASSRLS.',
  });

/**
 * Creates what is missing, so that a role without CREATE on the database can use a schema that was made for it. IF NOT
 * EXISTS still fails when two sessions create at once, so the function tries again. Raises `database/permission`.
 */
export async function createHistory(history: History): Promise<void> {
  for (let attempt = 1; (await historyAge(history)) !== 'current'; attempt++) {
    const { schema, database } = history;
    const [row] = await database.query(SCHEMA_EXISTS, [schema]);
    try {
      await database.script(`BEGIN;\n${historyDefinition(schema, row === undefined)}\nCOMMIT`);
      return;
    } catch (error) {
      await rollBack(database);
      if (!(error instanceof SchemaError)) throw error;
      if (error.sqlstate === '42501') throw await notPermitted(history, row !== undefined, error);
      if (!RACES.has(error.sqlstate ?? '') || attempt === 5) throw error;
    }
  }
}

const SCHEMA_EXISTS = 'SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1';

async function notPermitted({ database, schema }: History, exists: boolean, cause: SchemaError): Promise<SchemaError> {
  const [row] = await database.query(
    'SELECT pg_catalog.quote_ident(current_user) AS who, pg_catalog.quote_ident(current_database()) AS database',
  );
  const [who, name] = [String(row?.['who']), quoteIdentifier(schema)];
  const grants = exists
    ? `GRANT USAGE, CREATE ON SCHEMA ${name} TO ${who}`
    : `GRANT CREATE ON DATABASE ${String(row?.['database'])} TO ${who}, or CREATE SCHEMA ${name} AUTHORIZATION ${who}`;
  return new SchemaError('database/permission', `${who} may not create the history in the schema ${schema}`, {
    detail: `${cause.message}. Nothing ran.`,
    hint: `As an administrator: ${grants}. Or name another schema: historySchema in the config file.`,
    sqlstate: cause.sqlstate,
    cause,
  });
}

/** A time in ISO 8601, as a format of `to_char`. */
export const UTC = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const utc = (column: string): string => `pg_catalog.to_char(${column} AT TIME ZONE 'UTC', ${UTC}) AS ${column}`;

/** The content of the history, sorted by the kind of file. */
export interface Recorded {
  /** Versioned migrations, in the order of their versions. */
  readonly rows: readonly HistoryRow[];
  /** Repeatable migrations, by name. */
  readonly repeatables: ReadonlyMap<string, HistoryRow>;
  /** The newest baseline: versions up to it do not run here. */
  readonly baseline: HistoryRow | null;
}

export const NOTHING_RECORDED: Recorded = { rows: [], repeatables: new Map(), baseline: null };

/** All rows; empty where there is no history. Writes nothing. */
export async function readRecorded(history: History): Promise<Recorded> {
  const age = await historyAge(history);
  if (age === 'none') return NOTHING_RECORDED;
  const newer = age === 'older' ? OLDER_COLUMNS : NEWER_COLUMNS;
  const found = await history.database.query(
    `SELECT version, name, kind, path, state, checksum, plan_id, statements_done, statements_total, statement_begun,
            ${utc('started_at')}, ${utc('finished_at')}, execution_ms::text, applied_by, tool_version,
            fingerprint_after, error, undo_path, ${newer}
     FROM ${quoteIdentifier(history.schema)}.history`,
  );
  const all = found.map(rowOf);
  const ofKind = (kind: string): HistoryRow[] =>
    all.filter((row) => row.kind === kind).sort((a, b) => compareVersions(a.version, b.version));
  return {
    rows: ofKind('versioned'),
    repeatables: new Map(all.filter((row) => row.kind === 'repeatable').map((row) => [row.name, row])),
    baseline: ofKind('baseline').findLast((row) => row.state === 'applied') ?? null,
  };
}

const NEWER_COLUMNS = 'origin, imported_checksum, deployment_id, git_commit, host, applied_role, labels';
const OLDER_COLUMNS = `'run' AS origin, NULL AS imported_checksum, NULL AS deployment_id, NULL AS git_commit,
  NULL AS host, NULL AS applied_role, '{}'::text[] AS labels`;

/** The rows of versioned migrations, in the order of their versions. */
export const readHistory = async (history: History): Promise<readonly HistoryRow[]> =>
  (await readRecorded(history)).rows;

function rowOf(row: Row): HistoryRow {
  const text = (column: string): string => String(row[column] ?? '');
  const maybe = (column: string): string | null => (row[column] == null ? null : String(row[column]));
  const [key, kind] = [text('version'), text('kind')];
  return {
    key,
    version: kind === 'repeatable' ? '' : key.replace(/^B/, ''),
    name: text('name'),
    kind,
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
    origin: text('origin'),
    importedChecksum: maybe('imported_checksum'),
    deploymentId: maybe('deployment_id'),
    gitCommit: maybe('git_commit'),
    host: maybe('host'),
    appliedRole: maybe('applied_role'),
    labels: Array.isArray(row['labels']) ? row['labels'].map(String) : [],
  };
}

/** The progress of one file of any kind. */
export interface HistoryProgress {
  readonly state: string;
  readonly checksum: string;
  readonly done: number;
  readonly begun: number | null;
}

/** The row of one file; null where there is none. */
export async function readProgress(history: History, version: string): Promise<HistoryProgress | null> {
  const [row] = await history.database.query(
    `SELECT state, checksum, statements_done AS done, statement_begun AS begun
     FROM ${quoteIdentifier(history.schema)}.history WHERE version = $1`,
    [version],
  );
  if (row === undefined) return null;
  return {
    state: String(row['state']),
    checksum: String(row['checksum']),
    done: Number(row['done']),
    begun: row['begun'] == null ? null : Number(row['begun']),
  };
}

/** The keys of all rows, in any state. */
export async function recordedKeys(history: History): Promise<ReadonlySet<string>> {
  if (!(await historyExists(history))) return new Set();
  const rows = await history.database.query(`SELECT version FROM ${quoteIdentifier(history.schema)}.history`);
  return new Set(rows.map((row) => String(row['version'])));
}

/** The stored texts of a migration; null where it has no row. */
export async function readStoredText(history: History, version: string): Promise<StoredText | null> {
  const [row] = await history.database.query(
    `SELECT sql, undo_path, undo_sql FROM ${quoteIdentifier(history.schema)}.history WHERE version = $1`,
    [version],
  );
  if (row === undefined) return null;
  const maybe = (column: string): string | null => (row[column] == null ? null : String(row[column]));
  return { sql: String(row['sql']), undoPath: maybe('undo_path'), undoSql: maybe('undo_sql') };
}

/** Rows by version. */
export const rowsByVersion = (rows: readonly HistoryRow[]): ReadonlyMap<string, HistoryRow> =>
  new Map(rows.map((row) => [row.version, row]));

/** The newest version that is applied, or whose undo has begun; null where there is none. */
export function newestApplied(rows: readonly HistoryRow[]): HistoryRow | null {
  return rows.findLast((row) => row.state === 'applied' || row.state === 'undoing') ?? null;
}

/** The row of the migration that ran last: a repeatable one, a versioned one, or the baseline. */
export function newestRow({ rows, repeatables, baseline }: Recorded): HistoryRow | null {
  const applied = [...rows, ...repeatables.values(), ...(baseline === null ? [] : [baseline])].filter(
    (row) => row.state === 'applied' && row.finishedAt !== null,
  );
  return applied.reduce<HistoryRow | null>(
    (newest, row) => (newest === null || (row.finishedAt ?? '') >= (newest.finishedAt ?? '') ? row : newest),
    null,
  );
}

/** The name of a row's migration in messages. */
export const describeRow = (row: Pick<HistoryRow, 'key' | 'path'>): string =>
  `${/^\d/.test(row.key) ? 'V' : ''}${row.key} (${row.path})`;
