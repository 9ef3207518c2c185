// The data types of a database, for values.ts: what a value of each type is made of.
import type { Database } from '../databases/database.ts';
import { asList } from '../sql/node.ts';

/** The parts of a row of pg_type that its values depend on. */
export interface ValueType {
  readonly oid: number;
  readonly name: string;
  /** The name for a cast: schema-qualified and quoted. */
  readonly sql: string;
  readonly kind: string;
  readonly category: string;
  readonly base: number;
  readonly baseModifier: number;
  readonly element: number;
  readonly subtype: number;
  readonly labels: readonly string[];
  readonly fields: readonly { readonly type: number; readonly modifier: number }[];
  readonly checks: readonly string[];
}

/** The column of a table that gets generated values. */
export interface ValueColumn {
  readonly name: string;
  /** pg_attribute.atttypid and atttypmod. */
  readonly type: number;
  readonly modifier: number;
}

export type Types = ReadonlyMap<number, ValueType>;

const TYPES = `
  SELECT t.oid::int8::text AS oid, t.typname AS name, t.typtype AS kind, t.typcategory AS category,
         pg_catalog.format('%I.%I', n.nspname, t.typname) AS sql, t.typbasetype::int8::text AS base, t.typtypmod AS base_modifier,
         CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END::int8::text AS element,
         coalesce(r.rngsubtype, m.rngtypid, 0)::int8::text AS subtype,
         (SELECT pg_catalog.array_agg(e.enumlabel::text ORDER BY e.enumsortorder) FROM pg_catalog.pg_enum AS e WHERE e.enumtypid = t.oid) AS labels,
         (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('type', a.atttypid::int8, 'modifier', a.atttypmod) ORDER BY a.attnum)
            FROM pg_catalog.pg_attribute AS a WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) AS fields,
         (SELECT pg_catalog.array_agg(pg_catalog.pg_get_expr(c.conbin, 0)) FROM pg_catalog.pg_constraint AS c
           WHERE c.contypid = t.oid AND c.contype = 'c') AS checks
    FROM pg_catalog.pg_type AS t JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
    LEFT JOIN pg_catalog.pg_range AS r ON r.rngtypid = t.oid
    LEFT JOIN pg_catalog.pg_range AS m ON m.rngmultitypid = t.oid`;

/** Every type by its oid. */
export async function readTypes(database: Pick<Database, 'query'>): Promise<Types> {
  const rows = await database.query(TYPES);
  return new Map(rows.map((row) => [Number(row['oid']), typeOf(row)]));
}

const typeOf = (row: Readonly<Record<string, unknown>>): ValueType => ({
  oid: Number(row['oid']),
  name: String(row['name']),
  sql: String(row['sql']),
  kind: String(row['kind']),
  category: String(row['category']),
  base: Number(row['base']),
  baseModifier: Number(row['base_modifier']),
  element: Number(row['element']),
  subtype: Number(row['subtype']),
  labels: asList(row['labels']).map(String),
  fields: asList(row['fields']) as ValueType['fields'],
  checks: asList(row['checks']).map(String),
});
