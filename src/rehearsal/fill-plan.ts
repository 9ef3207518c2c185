// Plans the number of rows of each table and the values of each column, for fill-tables.ts. Row g of a table refers to
// row g of another table, so that all foreign keys hold in any order of the tables, also in cycles.

import { simpleHints } from '../rows/simple-checks.ts';
import { oneOf, type Value, valueFor } from '../rows/values.ts';
import { BELOW, type FillCatalog, type FillColumn, type FillKey, type FillTable, type Leaf } from './fill-catalog.ts';

export interface FillInput extends FillCatalog {
  /** The wanted number of rows by the table's oid. */
  readonly wanted: ReadonlyMap<number, number>;
  /** Values of referenced columns in tables that had rows before: SQL constants by `oid.column`. */
  readonly present: ReadonlyMap<string, readonly string[]>;
}

export interface FilledColumn {
  readonly column: FillColumn;
  /** Null where nothing is known about the type. */
  readonly value: Value | null;
}

export interface TablePlan {
  readonly table: FillTable;
  readonly rows: number;
  readonly columns: readonly FilledColumn[];
}

/** The plan of every table without rows. */
export function planFill(input: FillInput): readonly TablePlan[] {
  const values = valuesOf(input);
  const rows = rowCounts(input, values);
  const link = linker(input, values, rows);
  return input.tables
    .filter((table) => !table.hasRows && (rows.get(table.oid) ?? 0) > 0)
    .map((table) => ({
      table,
      rows: rows.get(table.oid) ?? 0,
      columns: table.columns.map((column) => ({ column, value: link(table, column, []) })),
    }));
}

type Values = ReadonlyMap<string, Value | null>;

const keyOf = (table: FillTable, number: number): string => `${table.oid}.${number}`;

/** The values of each column by itself, without its foreign keys. */
function valuesOf({ tables, types }: FillInput): Values {
  const found = new Map<string, Value | null>();
  for (const table of tables) {
    const hints = table.checks.flatMap(simpleHints);
    for (const column of table.columns) {
      const inPartition = partitionValue(table.leaves, column, types.get(column.type)?.name ?? '');
      found.set(keyOf(table, column.number), inPartition ?? valueFor(column, types, hints));
    }
    for (const { column, after } of hints) {
      const [later, earlier] = [column, after].map((name) => table.columns.find((one) => one.name === name));
      const value = earlier === undefined ? null : found.get(keyOf(table, earlier.number));
      if (later === undefined || value == null || earlier?.type !== later.type) continue;
      found.set(keyOf(table, later.number), { ...value, sql: (g) => value.sql(`(${g} + 1)`) });
    }
  }
  return found;
}

/** Values that lie in each partition in turn. */
function partitionValue(leaves: readonly Leaf[], column: FillColumn, type: string): Value | null {
  const bounds = leaves.map((leaf) => leaf.get(column.name));
  const any = bounds.find((bound) => bound !== undefined);
  // A partition without bounds for the column takes the bounds of another partition.
  const known = bounds.flatMap((bound) => bound ?? any ?? []);
  if (known.length === 0) return null;
  const count = known.length;
  const starts = known.map(({ from, to }) =>
    from === BELOW
      ? `(${to})::${type} - ${/^(date|time)/.test(type) ? `interval '1 day'` : '1'}`
      : `(${from})::${type}`,
  );
  const start = oneOf(starts, type).sql;
  const round = (g: string): string => `((${g} - 1) / ${count})`;
  const widths = known.map(({ from, to }) => (from === BELOW || to === null ? 1 : Number(to) - Number(from)));
  if (/^int/.test(type) && widths.every((width) => width > 1)) {
    const width = Math.min(...widths);
    return { sql: (g) => `(${start(g)} + ${round(g)} % ${width})::${type}`, distinct: count * width };
  }
  if (!/^timestamp/.test(type)) return { sql: start, distinct: count };
  return { sql: (g) => `(${start(g)} + ${round(g)} % 3600 * interval '1 second')`, distinct: count * 3600 };
}

const sameAs = ({ columns, targetColumns }: FillKey, number: number): boolean =>
  targetColumns[columns.indexOf(number)] === number;

/** The foreign key that determines the values of a column. A key from a column to itself determines nothing. */
const leadingKey = (table: FillTable, number: number): FillKey | undefined =>
  table.foreignKeys.find((key) => key.columns.includes(number) && !(key.target === table.oid && sameAs(key, number)));

/** The wanted number, reduced to what unique keys and referenced tables allow. */
function rowCounts({ tables, wanted, present }: FillInput, values: Values): Map<number, number> {
  const rows = new Map(tables.map((table) => [table.oid, table.hasRows ? 0 : (wanted.get(table.oid) ?? 0)]));
  const room = (table: FillTable, number: number): number => {
    const key = leadingKey(table, number);
    if (key === undefined) return values.get(keyOf(table, number))?.distinct ?? 1;
    const known = present.get(`${key.target}.${key.targetColumns[key.columns.indexOf(number)]}`);
    return known?.length ?? rows.get(key.target) ?? 0;
  };
  // The number of a table's rows depends on other tables, so the loop runs until nothing changes.
  for (let changed = true; changed; ) {
    changed = false;
    for (const table of tables.filter(({ hasRows }) => !hasRows)) {
      const limits = table.uniques.map((unique) => combinations(unique.map((number) => room(table, number))));
      const most = Math.min(rows.get(table.oid) ?? 0, ...limits);
      if (most >= (rows.get(table.oid) ?? 0)) continue;
      rows.set(table.oid, most);
      changed = true;
    }
  }
  return rows;
}

/** The number of different rows where each column takes its values in turn: the least common multiple. */
function combinations(rooms: readonly number[]): number {
  if (rooms.some((room) => !Number.isFinite(room))) return Number.POSITIVE_INFINITY;
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return rooms.reduce((all, room) => (room === 0 ? 0 : (all / divisor(all, room)) * room), 1);
}

type Link = (table: FillTable, column: FillColumn, seen: readonly string[]) => Value | null;

/** The value of a column, followed through foreign keys to the column where it is generated. */
function linker(input: FillInput, values: Values, rows: ReadonlyMap<number, number>): Link {
  const byOid = new Map(input.tables.map((table) => [table.oid, table]));
  const link: Link = (table, column, seen) => {
    const here = keyOf(table, column.number);
    const own = values.get(here) ?? null;
    const key = leadingKey(table, column.number);
    const target = key === undefined ? undefined : byOid.get(key.target);
    if (key === undefined || target === undefined || seen.includes(here)) return own;
    const number = key.targetColumns[key.columns.indexOf(column.number)] ?? 0;
    const known = input.present.get(`${target.oid}.${number}`);
    const type = input.types.get(column.type)?.sql ?? 'text';
    if (known !== undefined) return known.length === 0 ? null : oneOf(known, type);
    const end = target.columns.find((candidate) => candidate.number === number);
    const value = end === undefined ? null : link(target, end, [...seen, here]);
    if (value === null) return null;
    if (target.oid === table.oid) return tree(value, key, table);
    const there = rows.get(target.oid) ?? 0;
    if (there === 0) return null;
    // Where the referenced table has fewer rows, they are used repeatedly.
    return there >= (rows.get(table.oid) ?? 0) ? value : again(value, there);
  };
  return link;
}

const again = (value: Value, count: number): Value => ({
  ...value,
  sql: (g) => value.sql(`(1 + ((${g}) - 1) % ${count})`),
});

/**
 * A row refers to the row with half its number. The first row refers to none, or to itself. Where a column is on both
 * sides of the key, every row refers to itself.
 */
function tree(value: Value, key: FillKey, table: FillTable): Value {
  if (key.columns.some((number) => sameAs(key, number))) return value;
  const nullable = table.columns.some((column) => key.columns.includes(column.number) && !column.notNull);
  const half = (g: string): string => value.sql(`greatest(1, (${g}) / 2)`);
  return { ...value, sql: (g) => (nullable ? `CASE WHEN (${g}) > 1 THEN ${half(g)} END` : half(g)) };
}
