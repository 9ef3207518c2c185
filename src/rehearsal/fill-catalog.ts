// Reads what fill-plan.ts needs to generate rows: columns, types, keys, checks, partitions.
import type { Database } from '../databases/database.ts';
import { constantOf } from '../rows/simple-checks.ts';
import { readTypes, type Types, type ValueColumn } from '../rows/value-types.ts';
import { asList, asNode, child } from '../sql/node.ts';
import { splitStatements } from '../sql/parser.ts';

export interface FillColumn extends ValueColumn {
  readonly number: number;
  readonly quoted: string;
  readonly notNull: boolean;
  readonly hasDefault: boolean;
  readonly identity: boolean;
  readonly sequence: string | null;
}

export interface FillKey {
  readonly columns: readonly number[];
  readonly target: number;
  readonly targetColumns: readonly number[];
}

/** A partition that can contain rows: the bounds by column, as SQL. */
export type Leaf = ReadonlyMap<string, LeafBound>;

export interface LeafBound {
  readonly from: string;
  readonly to: string | null;
}

export interface FillTable {
  readonly oid: number;
  /** Quoted, with its schema. */
  readonly name: string;
  readonly hasRows: boolean;
  /** Without generated columns. */
  readonly columns: readonly FillColumn[];
  /** The columns of each unique index, with those in its expressions. */
  readonly uniques: readonly (readonly number[])[];
  readonly foreignKeys: readonly FillKey[];
  readonly checks: readonly string[];
  readonly leaves: readonly Leaf[];
}

export interface FillCatalog {
  readonly tables: readonly FillTable[];
  readonly types: Types;
}

const TABLES = `
  SELECT c.oid::int8::text AS oid, pg_catalog.format('%I.%I', n.nspname, c.relname) AS name,
    (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('number', a.attnum, 'name', a.attname, 'quoted', pg_catalog.quote_ident(a.attname),
              'type', a.atttypid::int8, 'modifier', a.atttypmod, 'notNull', a.attnotnull, 'hasDefault', a.atthasdef OR a.attidentity <> '',
              'identity', a.attidentity <> '',
              'sequence', pg_catalog.pg_get_serial_sequence(pg_catalog.format('%I.%I', n.nspname, c.relname), a.attname)) ORDER BY a.attnum)
       FROM pg_catalog.pg_attribute AS a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    (SELECT pg_catalog.json_agg((SELECT pg_catalog.json_agg(DISTINCT number) FROM (
              SELECT k::int AS number FROM pg_catalog.unnest(i.indkey::int2[]) WITH ORDINALITY AS u(k, at) WHERE k > 0 AND at <= i.indnkeyatts
              UNION SELECT d.refobjsubid FROM pg_catalog.pg_depend AS d WHERE d.objid = i.indexrelid AND d.refobjid = c.oid
                       AND d.refobjsubid > 0 AND i.indexprs IS NOT NULL) AS keys))
       FROM pg_catalog.pg_index AS i WHERE i.indrelid = c.oid AND i.indisunique) AS uniques,
    (SELECT pg_catalog.json_agg(pg_catalog.json_build_object('columns', k.conkey, 'target', k.confrelid::int8, 'targetColumns', k.confkey)
              ORDER BY pg_catalog.cardinality(k.conkey) DESC, k.confrelid = k.conrelid, k.conname)
       FROM pg_catalog.pg_constraint AS k WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.conparentid = 0) AS foreign_keys,
    (SELECT pg_catalog.array_agg(pg_catalog.pg_get_expr(k.conbin, k.conrelid)) FROM pg_catalog.pg_constraint AS k
      WHERE k.conrelid = c.oid AND k.contype = 'c') AS checks
    FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.oid >= 16384
     AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND n.nspname <> $1
     AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')
   ORDER BY 2`;

/** Partitions with the columns of their parent's partition key; null for an expression. */
const PARTITIONS = `
  SELECT h.inhparent::int8::text AS parent, h.inhrelid::int8::text AS oid, pg_catalog.pg_get_expr(c.relpartbound, c.oid) AS bound,
         c.relkind = 'p' AS parted,
         (SELECT pg_catalog.array_agg(a.attname::text ORDER BY u.at) FROM pg_catalog.unnest(p.partattrs::int2[]) WITH ORDINALITY AS u(k, at)
            LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = h.inhparent AND a.attnum = u.k) AS columns
    FROM pg_catalog.pg_inherits AS h JOIN pg_catalog.pg_class AS c ON c.oid = h.inhrelid AND c.relispartition
    JOIN pg_catalog.pg_partitioned_table AS p ON p.partrelid = h.inhparent
   ORDER BY h.inhrelid`;

/** Reads all ordinary and partitioned tables that are not partitions, and every type. */
export async function readFillCatalog(database: Database, historySchema: string): Promise<FillCatalog> {
  const types = await readTypes(database);
  const partitions = (await database.query(PARTITIONS)).map((row) => ({
    parent: Number(row['parent']),
    oid: Number(row['oid']),
    bound: String(row['bound'] ?? ''),
    parted: row['parted'] === true,
    columns: asList(row['columns']).map((name) => (name === null ? null : String(name))),
  }));
  const tables: FillTable[] = [];
  for (const row of await database.query(TABLES, [historySchema])) {
    const [oid, name] = [Number(row['oid']), String(row['name'])];
    const [there] = await database.query(`SELECT EXISTS (SELECT FROM ${name}) AS rows`);
    tables.push({
      oid,
      name,
      hasRows: there?.['rows'] === true,
      columns: asList(row['columns']) as FillTable['columns'],
      uniques: asList(row['uniques']) as FillTable['uniques'],
      foreignKeys: asList(row['foreign_keys']) as FillTable['foreignKeys'],
      checks: asList(row['checks']).map(String),
      leaves: leavesOf(oid, partitions, new Map()),
    });
  }
  return { tables, types };
}

interface Partition {
  readonly parent: number;
  readonly oid: number;
  readonly bound: string;
  readonly parted: boolean;
  readonly columns: readonly (string | null)[];
}

/** All partitions below the table that contain rows themselves, each with the bounds of its ancestors. */
function leavesOf(parent: number, partitions: readonly Partition[], above: Leaf): readonly Leaf[] {
  return partitions
    .filter((partition) => partition.parent === parent)
    .flatMap((partition) =>
      boundsOf(partition).flatMap((bounds) => {
        const leaf = new Map([...above, ...bounds]);
        return partition.parted ? leavesOf(partition.oid, partitions, leaf) : [leaf];
      }),
    );
}

/** The bounds of a partition: one for each value of a list. Those of a default partition are unknown. */
function boundsOf({ bound, columns }: Partition): readonly Leaf[] {
  if (/^DEFAULT/i.test(bound)) return [];
  const [statement] = splitStatements(`CREATE TABLE a PARTITION OF b ${bound}`);
  const spec = asNode(statement?.node['partbound']);
  if (spec?.['strategy'] === 'h') return [new Map()];
  const first = columns[0];
  if (spec?.['strategy'] === 'l') {
    const values = asList(spec['listdatums']).flatMap((datum) => constantOf(datum) ?? []);
    return first == null ? [] : values.map((from) => new Map([[first, { from, to: null }]]));
  }
  const [lower, upper] = [asList(spec?.['lowerdatums']), asList(spec?.['upperdatums'])];
  const bounds = columns.flatMap((name, index) => {
    const [from, to] = [constantOf(lower[index]), constantOf(upper[index])];
    if (name === null) return [];
    if (from !== null) return [[name, { from, to }] as const];
    // A partition of everything below `to`; a column without bounds takes any value.
    return to === null || child(upper[index], 'ColumnRef') !== undefined ? [] : [[name, { from: BELOW, to }] as const];
  });
  return [new Map(bounds)];
}

/** The lower bound of a partition that has none. */
export const BELOW = '';
