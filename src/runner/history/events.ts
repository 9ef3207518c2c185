// Reads the table `events` of the history, for the runner, backups and imports. record.ts appends to it.
import type { Database } from '../../databases/database.ts';
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { type History, historyExists, UTC } from './history.ts';

export interface HistoryEvent {
  readonly id: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly event: string;
  readonly version: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly by: string;
  readonly toolVersion: string;
}

/** All events in their order; empty where there is no history. */
export async function readEvents(history: History): Promise<readonly HistoryEvent[]> {
  if (!(await historyExists(history))) return [];
  const rows = await history.database.query(
    `SELECT id::text, pg_catalog.to_char(at AT TIME ZONE 'UTC', ${UTC}) AS at, event, version, details, caused_by,
            tool_version
     FROM ${quoteIdentifier(history.schema)}.events ORDER BY events.id`,
  );
  return rows.map((row) => ({
    id: Number(row['id']),
    at: String(row['at']),
    event: String(row['event']),
    version: row['version'] == null ? null : String(row['version']),
    details: typeof row['details'] === 'object' && row['details'] !== null ? { ...row['details'] } : {},
    by: String(row['caused_by']),
    toolVersion: String(row['tool_version']),
  }));
}

/** The indexes that existed when a statement was last sent; null where none were recorded. See `runAlone`. */
export async function indexesBefore(history: History, version: string, statement: number): Promise<string | null> {
  const [row] = await history.database.query(
    `SELECT details->>'indexes' AS indexes FROM ${quoteIdentifier(history.schema)}.events
     WHERE event = 'statement begun' AND version = $1 AND (details->>'statement')::int = $2::int
     ORDER BY id DESC LIMIT 1`,
    [version, statement],
  );
  const found = row?.['indexes'];
  return found == null ? null : String(found);
}

/** Details of the backups of the last minutes, the newest first; empty where there is no history. */
export async function recentBackups(history: History, minutes: number): Promise<readonly unknown[]> {
  if (!(await historyExists(history))) return [];
  const rows = await history.database.query(
    `SELECT details FROM ${quoteIdentifier(history.schema)}.events
      WHERE event = 'backup' AND at > pg_catalog.now() - pg_catalog.make_interval(mins => $1::int) ORDER BY id DESC`,
    [minutes],
  );
  return rows.map((row) => row['details']);
}

export interface ForeignHistories {
  /** As SQL writes it: `public.flyway_schema_history`. */
  readonly tables: readonly string[];
  /** Schemas that belong to the tool as a whole. */
  readonly schemas: readonly string[];
}

/** The histories of other tools that the events `imported` name. */
export async function foreignHistories(
  database: Database,
  historySchemas: readonly string[],
): Promise<ForeignHistories> {
  const readable = await database.query(
    `SELECT n.nspname AS schema FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1::text[]) AND c.relname = 'events' AND c.relkind = 'r'
       AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')`,
    [historySchemas],
  );
  const [tables, schemas] = [new Set<string>(), new Set<string>()];
  for (const { schema } of readable) {
    const rows = await database.query(
      `SELECT DISTINCT ARRAY[details->>'table', details->>'beside'] AS names, details->>'schema' AS schema
       FROM ${quoteIdentifier(String(schema))}.events WHERE event = 'imported'`,
    );
    for (const row of rows) {
      for (const name of Array.isArray(row['names']) ? row['names'] : []) if (name !== null) tables.add(String(name));
      if (typeof row['schema'] === 'string') schemas.add(row['schema']);
    }
  }
  return { tables: [...tables], schemas: [...schemas] };
}
