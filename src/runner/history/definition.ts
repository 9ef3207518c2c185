// The tables of the history as SQL that can run repeatedly, for the runner; it also upgrades tables of older versions.
import { quoteIdentifier, quoteLiteral } from '../../sql/identifiers.ts';

/** The tables of a history. */
export const HISTORY_TABLES = ['history', 'events', 'tags'] as const;

/** Creates the tables, and the schema where `withSchema` says that there is none. Must run in a transaction. */
export function historyDefinition(schema: string, withSchema: boolean): string {
  const name = quoteIdentifier(schema);
  return `${withSchema ? `CREATE SCHEMA IF NOT EXISTS ${name};` : ''}
CREATE TABLE IF NOT EXISTS ${name}.history (
  version text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL,
  path text NOT NULL,
  state text NOT NULL,
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
ALTER TABLE ${name}.history
  DROP CONSTRAINT IF EXISTS history_state_check,
  ADD CONSTRAINT history_state_check
    CHECK (state IN ('running', 'failed', 'applied', 'undoing', 'undone', 'deleted')),
  ADD COLUMN IF NOT EXISTS origin text NOT NULL DEFAULT 'run',
  ADD COLUMN IF NOT EXISTS imported_checksum text,
  ADD COLUMN IF NOT EXISTS deployment_id text,
  ADD COLUMN IF NOT EXISTS git_commit text,
  ADD COLUMN IF NOT EXISTS host text,
  ADD COLUMN IF NOT EXISTS applied_role text,
  ADD COLUMN IF NOT EXISTS labels text[] NOT NULL DEFAULT '{}';
CREATE TABLE IF NOT EXISTS ${name}.events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
  event text NOT NULL,
  version text COLLATE "C",
  details jsonb NOT NULL DEFAULT '{}',
  caused_by text NOT NULL DEFAULT session_user,
  tool_version text NOT NULL
);
CREATE TABLE IF NOT EXISTS ${name}.tags (
  name text COLLATE "C" PRIMARY KEY,
  version text COLLATE "C",
  at timestamptz NOT NULL DEFAULT pg_catalog.clock_timestamp(),
  tagged_by text NOT NULL DEFAULT session_user
);`;
}

/** Statements that drop the tables, and the schema where it then is empty, not `public`, and the role's own. */
export const historyDrop = (schema: string): readonly string[] => [
  ...HISTORY_TABLES.map((table) => `DROP TABLE IF EXISTS ${quoteIdentifier(schema)}.${table}`),
  `DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_catalog.pg_namespace AS n
             WHERE n.nspname = ${quoteLiteral(schema)} AND n.nspname <> 'public' AND pg_catalog.pg_has_role(n.nspowner, 'USAGE')
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                               WHERE d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND d.refobjid = n.oid)) THEN
    DROP SCHEMA ${quoteIdentifier(schema)};
  END IF;
END
$$`,
];
