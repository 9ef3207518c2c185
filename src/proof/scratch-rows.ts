// Made-up rows in the tables of scratch, and their comparison afterwards, for the proof that a lossless plan keeps
// rows.
import type { Database } from '../databases/database.ts';
import { type Hint, simpleHints } from '../rows/simple-checks.ts';
import { readTypes, type Types, type ValueColumn } from '../rows/value-types.ts';
import { valueFor } from '../rows/values.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';
import { asList } from '../sql/node.ts';

/** Rows by table, each as column -> text. */
export type Rows = ReadonlyMap<string, readonly Readonly<Record<string, string | null>>[]>;

const TABLES = `
  SELECT format('%I.%I', n.nspname, c.relname) AS name,
         (SELECT json_agg(json_build_object('name', a.attname, 'quoted', quote_ident(a.attname), 'type', a.atttypid::int8,
                    'modifier', a.atttypmod, 'notNull', a.attnotnull, 'hasDefault', a.atthasdef) ORDER BY a.attnum)
            FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                                  AND a.attidentity <> 'a') AS columns,
         (SELECT array_agg(pg_get_expr(k.conbin, k.conrelid)) FROM pg_constraint k
           WHERE k.conrelid = c.oid AND k.contype = 'c') AS checks
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind = 'r' AND c.oid >= 16384 AND n.nspname !~ '^pg_' ORDER BY 1`;

interface Column extends ValueColumn {
  readonly quoted: string;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
}

/**
 * Inserts two rows into every table whose constraints allow them, with values within arrays, domains and composite types:
 * values for all columns, else without columns that have a default, else NOT NULL columns only. Foreign keys and triggers
 * are off. Other tables stay empty.
 */
export async function fillTables(scratch: Pick<Database, 'query' | 'script'>): Promise<void> {
  const [types, tables] = [withFirstLabels(await readTypes(scratch)), await scratch.query(TABLES)];
  if (tables.length === 0) return;
  const blocks = tables.map((row) => {
    const columns = asList(row['columns']) as readonly Column[];
    const hints = asList(row['checks']).map(String).flatMap(simpleHints);
    const chosen = [
      columns,
      columns.filter(({ hasDefault }) => !hasDefault),
      columns.filter((c) => c.notNull && !c.hasDefault),
    ];
    return firstOf(chosen.map((some) => insertions(String(row['name']), some, types, hints)));
  });
  await scratch.script(`DO $fill_rows$ BEGIN
  SET LOCAL session_replication_role = replica;
${blocks.join('\n')}
  SET LOCAL session_replication_role = origin;
END $fill_rows$`);
}

/** Enums with their first label only: the one that a plan removes least often. */
const withFirstLabels = (types: Types): Types =>
  new Map([...types].map(([oid, type]) => [oid, { ...type, labels: type.labels.slice(0, 1) }]));

/** The first of several blocks of statements that raises no error. */
const firstOf = (blocks: readonly string[]): string =>
  blocks.reduceRight((otherwise, block) => `BEGIN ${block} EXCEPTION WHEN OTHERS THEN ${otherwise} END;`, 'NULL;');

function insertions(table: string, columns: readonly Column[], types: Types, hints: readonly Hint[]): string {
  const names = columns.map(({ quoted }) => quoted).join(', ');
  const values = columns.map((column) => valueFor(column, types, hints, ''));
  return ['1', '2']
    .map((row) =>
      columns.length === 0
        ? `INSERT INTO ${table} DEFAULT VALUES;`
        : `INSERT INTO ${table} (${names}) VALUES (${values.map((value) => value?.sql(row) ?? 'NULL').join(', ')});`,
    )
    .join(' ');
}

/** All rows of all nonempty user tables; scratch has few. */
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

/** Rows or values that are gone: `on` is the table or the column, as SQL names it. */
export interface Loss {
  readonly on: string;
  readonly what: string;
}

/**
 * The losses between two states of the rows: tables with fewer rows, and with `values` also changed values of columns that
 * both states have. Empty where nothing is lost.
 */
export function lostRows(before: Rows, after: Rows, values: boolean): Loss[] {
  return [...before].flatMap(([table, rows]) => {
    const now = after.get(table);
    if (now === undefined || rows.length === 0) return [];
    if (now.length < rows.length) {
      return [{ on: table, what: `${table} held ${rows.length} rows and holds ${now.length}` }];
    }
    return values ? changedColumns(table, rows, now) : [];
  });
}

function changedColumns(
  table: string,
  before: Rows extends ReadonlyMap<string, infer R> ? R : never,
  after: typeof before,
): Loss[] {
  const columns = Object.keys(before[0] ?? {}).filter((column) => column in (after[0] ?? {}));
  const sorted = (rows: typeof before, column: string): string =>
    JSON.stringify(rows.map((row) => row[column] ?? null).sort());
  return columns
    .filter((column) => sorted(before, column) !== sorted(after, column))
    .map((column) => `${table}.${quoteIdentifier(column)}`)
    .map((on) => ({ on, what: `values of ${on} changed` }));
}
