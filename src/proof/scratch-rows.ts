// A few rows in every table of scratch, and what becomes of them: the proof that a plan keeps what it says it keeps.
import type { Database } from '../databases/database.ts';

/** Rows by table, each as column -> text. */
export type Rows = ReadonlyMap<string, readonly Readonly<Record<string, string | null>>[]>;

/**
 * Fills tables as far as their constraints let simple values in: all columns first, then without those that have a
 * default, then only what must be there. Foreign keys and triggers are off meanwhile. A table that takes none stays empty.
 */
const FILL = `
DO $fill$
DECLARE
  t record; attempt int; k int; columns text; vals text;
BEGIN
  SET LOCAL session_replication_role = replica;
  FOR t IN SELECT c.oid, c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND c.oid >= 16384 AND n.nspname !~ '^pg_' LOOP
    FOR attempt IN 1..3 LOOP
      BEGIN
        FOR k IN 1..2 LOOP
          SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum),
                 string_agg(CASE
                   WHEN ty.typtype = 'e' OR base.typtype = 'e' THEN (SELECT quote_literal(e.enumlabel) FROM pg_enum e
                        WHERE e.enumtypid IN (ty.oid, base.oid) ORDER BY e.enumsortorder LIMIT 1)
                   WHEN ty.typcategory = 'N' THEN k::text
                   WHEN ty.typcategory = 'B' THEN 'true'
                   WHEN ty.typcategory = 'S' THEN CASE WHEN a.atttypmod > 4 THEN format('left(%L, %s)', 'r' || k, a.atttypmod - 4)
                                                       ELSE quote_literal('r' || k) END
                   WHEN ty.typname LIKE 'time%' AND ty.typname NOT LIKE 'timestamp%' THEN quote_literal('0' || k || ':00')
                   WHEN ty.typcategory = 'D' THEN quote_literal('2020-01-0' || k)
                   WHEN ty.typcategory = 'T' THEN quote_literal(k || ' days')
                   WHEN ty.typcategory = 'I' THEN quote_literal('10.0.0.' || k)
                   WHEN ty.typcategory = 'A' THEN quote_literal('{}')
                   WHEN ty.typcategory = 'R' THEN quote_literal('empty')
                   WHEN coalesce(base.typname, ty.typname) = 'uuid' THEN quote_literal('00000000-0000-4000-8000-00000000000' || k)
                   WHEN coalesce(base.typname, ty.typname) IN ('json', 'jsonb') THEN quote_literal(format('{"k": %s}', k))
                   WHEN coalesce(base.typname, ty.typname) = 'bytea' THEN format('decode(%L, %L)', '0' || k, 'hex')
                   WHEN coalesce(base.typname, ty.typname) = 'bit' THEN format('B%L', repeat('0', greatest(a.atttypmod, 1)))
                   WHEN coalesce(base.typname, ty.typname) = 'tsvector' THEN quote_literal('r' || k)
                   ELSE 'NULL' END, ', ' ORDER BY a.attnum)
            INTO columns, vals
            FROM pg_attribute a JOIN pg_type ty ON ty.oid = a.atttypid LEFT JOIN pg_type base ON base.oid = ty.typbasetype
           WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity <> 'a'
             AND (attempt = 1 OR (attempt = 2 AND NOT a.atthasdef) OR (a.attnotnull AND NOT a.atthasdef));
          IF columns IS NULL THEN EXECUTE format('INSERT INTO %s DEFAULT VALUES', t.name);
          ELSE EXECUTE format('INSERT INTO %s (%s) VALUES (%s)', t.name, columns, vals);
          END IF;
        END LOOP;
        EXIT;
      EXCEPTION WHEN OTHERS THEN NULL;
      END;
    END LOOP;
  END LOOP;
  SET LOCAL session_replication_role = origin;
END $fill$`;

export async function fillTables(scratch: Database): Promise<void> {
  await scratch.script(FILL);
}

/** Every row of every user's table that holds any; scratch holds few. */
export async function readRows(scratch: Database): Promise<Rows> {
  const tables = await scratch.query(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.oid >= 16384 AND n.nspname !~ '^pg_' ORDER BY 1`,
  );
  if (tables.length === 0) return new Map();
  const names = tables.map((row) => String(row['name']));
  const results = await scratch.script(
    names
      .map(
        (name) =>
          `SELECT coalesce(json_agg(to_json("a row of it")), '[]')::text AS rows FROM ONLY ${name} "a row of it"`,
      )
      .join(';\n'),
  );
  return new Map(names.map((name, index) => [name, parseRows(String(results[index]?.[0]?.['rows'] ?? '[]'))]));
}

function parseRows(json: string): Record<string, string | null>[] {
  const rows = JSON.parse(json) as Record<string, unknown>[];
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        value === null ? null : typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
  );
}

/**
 * What is gone of the rows of tables that are there both times: `values` compares the columns both have, too.
 * Sentences for people; none when all is well.
 */
export function lostRows(before: Rows, after: Rows, values: boolean): string[] {
  const lost: string[] = [];
  for (const [table, rows] of before) {
    const now = after.get(table);
    if (now === undefined || rows.length === 0) continue;
    if (now.length < rows.length) lost.push(`${table} held ${rows.length} rows and holds ${now.length}`);
    else if (values) lost.push(...changedColumns(table, rows, now));
  }
  return lost;
}

function changedColumns(
  table: string,
  before: Rows extends ReadonlyMap<string, infer R> ? R : never,
  after: typeof before,
): string[] {
  const columns = Object.keys(before[0] ?? {}).filter((column) => column in (after[0] ?? {}));
  const sorted = (rows: typeof before, column: string): string =>
    JSON.stringify(rows.map((row) => row[column] ?? null).sort());
  return columns
    .filter((column) => sorted(before, column) !== sorted(after, column))
    .map((column) => `values of ${table}.${column} changed`);
}
