// Fills the tables of a database for `schema test`: the server generates the rows with generate_series.
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { quoteLiteral } from '../sql/identifiers.ts';
import { loadParser } from '../sql/parser.ts';
import { type FillCatalog, type FillTable, readFillCatalog } from './fill-catalog.ts';
import { type FilledColumn, planFill, type TablePlan } from './fill-plan.ts';

export interface FillRequest {
  /** Rows for each table. */
  readonly rows: number;
  /** Only these tables get `rows` rows: names with or without schema. Tables that they refer to get up to 1000. */
  readonly tables?: readonly string[];
  readonly historySchema: string;
  readonly onTable?: (name: string, rows: number) => void;
}

export interface FillResult {
  /** Quoted, with its schema. */
  readonly table: string;
  readonly rows: number;
  /** Why the table has fewer rows than wanted; null: it has all. */
  readonly why: string | null;
}

const FEW = 1000;

/**
 * Fills the tables that are empty. Tables with rows are not changed, and new rows may refer to them. The rows satisfy
 * foreign keys, unique keys, enums, domains, partitions and simple checks. A table for which no row is found stays
 * empty, and the result says why. Triggers do not fire where the role may disable them. Errors: `usage/invalid` for a
 * table that does not exist.
 */
export async function fillTables(database: Database, request: FillRequest): Promise<readonly FillResult[]> {
  await loadParser();
  const catalog = await readFillCatalog(database, request.historySchema);
  const wanted = wantedRows(catalog.tables, request);
  const present = await presentValues(database, catalog);
  const quiet = await withoutTriggers(database);
  const plans = inOrder(planFill({ ...catalog, wanted, present }), quiet);
  const results: FillResult[] = [];
  try {
    for (const plan of plans) {
      const result = await fillOne(database, plan, wanted.get(plan.table.oid) ?? 0);
      request.onTable?.(result.table, result.rows);
      results.push(result);
    }
  } finally {
    if (quiet) await database.script('RESET session_replication_role');
  }
  await database.script('ANALYZE');
  const planned = new Set(plans.map(({ table }) => table.oid));
  const rest = catalog.tables.filter(({ oid }) => (wanted.get(oid) ?? 0) > 0 && !planned.has(oid));
  const missed = rest.map((table): FillResult => ({ table: table.name, rows: 0, why: whyNot(table) }));
  return [...results, ...missed].sort((a, b) => (a.table < b.table ? -1 : 1));
}

const whyNot = ({ hasRows }: FillTable): string =>
  hasRows ? 'it has rows already' : 'what it refers to, or its unique keys, leave no room for a row';

function wantedRows(tables: readonly FillTable[], { rows, tables: names }: FillRequest): ReadonlyMap<number, number> {
  if (names === undefined) return new Map(tables.map(({ oid }) => [oid, rows]));
  const chosen = names.map((name) => {
    const table = tables.find((one) => one.name === name || one.name.endsWith(`.${name}`));
    if (table !== undefined) return table.oid;
    throw new SchemaError('usage/invalid', `there is no table ${JSON.stringify(name)} to fill`, {
      hint: `Those that are: ${tables.map((one) => one.name).join(', ') || 'none'}.`,
    });
  });
  return new Map(tables.map(({ oid }) => [oid, chosen.includes(oid) ? rows : Math.min(rows, FEW)]));
}

/** The values of referenced columns in tables that have rows. */
async function presentValues(
  database: Database,
  { tables }: FillCatalog,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (const table of tables.filter(({ hasRows }) => hasRows)) {
    const numbers = new Set(
      tables.flatMap(({ foreignKeys }) =>
        foreignKeys.filter(({ target }) => target === table.oid).flatMap(({ targetColumns }) => targetColumns),
      ),
    );
    const columns = table.columns.filter(({ number }) => numbers.has(number));
    if (columns.length === 0) continue;
    const list = columns.map(({ quoted }, index) => `${quoted}::text AS c${index}`).join(', ');
    const known = columns.map(({ quoted }) => `${quoted} IS NOT NULL`).join(' AND ');
    const rows = await database.query(`SELECT ${list} FROM ${table.name} WHERE ${known} LIMIT ${FEW}`);
    for (const [index, { number }] of columns.entries()) {
      const values = rows.map((row) => quoteLiteral(String(row[`c${index}`])));
      found.set(`${table.oid}.${number}`, values);
    }
  }
  return found;
}

/** Disables triggers, and with them the checks of foreign keys, where the role may SET session_replication_role. */
async function withoutTriggers(database: Database): Promise<boolean> {
  try {
    await database.script('SET session_replication_role = replica');
    return true;
  } catch (error) {
    if (error instanceof SchemaError && error.sqlstate === '42501') return false;
    throw error;
  }
}

/**
 * Where foreign keys are checked, a referenced table is filled first. In a cycle, columns that may be null are null.
 */
function inOrder(plans: readonly TablePlan[], quiet: boolean): readonly TablePlan[] {
  if (quiet) return plans;
  const left = new Map(plans.map((plan) => [plan.table.oid, plan]));
  const ordered: TablePlan[] = [];
  while (left.size > 0) {
    const all = [...left.values()];
    const needs = ({ table }: TablePlan): number =>
      table.foreignKeys.filter(({ target }) => target !== table.oid && left.has(target)).length;
    const next = all.reduce((best, plan) => (needs(plan) < needs(best) ? plan : best));
    left.delete(next.table.oid);
    ordered.push(needs(next) === 0 ? next : withoutKeys(next, left));
  }
  return ordered;
}

function withoutKeys(plan: TablePlan, later: ReadonlyMap<number, unknown>): TablePlan {
  const keys = plan.table.foreignKeys.filter(({ target }) => later.has(target));
  const open = (number: number): boolean => keys.some(({ columns }) => columns.includes(number));
  const columns = plan.columns.map(({ column, value }) =>
    open(column.number) && !column.notNull ? { column, value: null } : { column, value },
  );
  return { ...plan, columns };
}

/** First with all columns, then without those that have a default, then only with those that are NOT NULL. */
const ATTEMPTS: readonly ((filled: FilledColumn) => boolean)[] = [
  ({ value }) => value !== null,
  ({ column, value }) => value !== null && (!column.hasDefault || column.identity || column.sequence !== null),
  ({ column, value }) => value !== null && column.notNull && (!column.hasDefault || column.sequence !== null),
];

async function fillOne(database: Database, plan: TablePlan, wanted: number): Promise<FillResult> {
  const { table, rows } = plan;
  let why = '';
  for (const takes of ATTEMPTS) {
    const columns = plan.columns.filter(takes);
    try {
      await database.script('BEGIN');
      await database.script(insertion(table, columns, Math.min(rows, 2)));
      await database.script('ROLLBACK');
      await database.script(insertion(table, columns, rows));
      await advanceSequences(database, columns, rows);
      return { table: table.name, rows, why: rows < wanted ? 'its unique keys leave no room for more' : null };
    } catch (error) {
      if (!(error instanceof SchemaError) || error.sqlstate === undefined) throw error;
      await database.script('ROLLBACK');
      why ||= error.message;
    }
  }
  return { table: table.name, rows: 0, why };
}

function insertion(table: FillTable, columns: readonly FilledColumn[], rows: number): string {
  const series = `pg_catalog.generate_series(1::bigint, ${rows}::bigint) AS g`;
  if (columns.length === 0) {
    // An INSERT with DEFAULT VALUES inserts one row.
    return Array.from({ length: Math.min(rows, FEW) }, () => `INSERT INTO ${table.name} DEFAULT VALUES`).join(';\n');
  }
  const names = columns.map(({ column }) => column.quoted).join(', ');
  const values = columns.map(({ value }) => value?.sql('g') ?? 'NULL').join(', ');
  return `INSERT INTO ${table.name} (${names}) OVERRIDING SYSTEM VALUE SELECT ${values} FROM ${series}`;
}

/** Advances the sequences beyond the values of the rows. */
async function advanceSequences(database: Database, columns: readonly FilledColumn[], rows: number): Promise<void> {
  for (const { column } of columns) {
    if (column.sequence === null) continue;
    await database
      .query('SELECT pg_catalog.setval($1::pg_catalog.regclass, $2::bigint)', [column.sequence, rows])
      .catch((error: unknown) => {
        // 22003: the sequence ends before this value.
        if (!(error instanceof SchemaError) || error.sqlstate !== '22003') throw error;
      });
  }
}

/** Empties these tables, and no others where the role may disable triggers. */
export async function emptyTables(database: Database, tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return;
  const quiet = await withoutTriggers(database);
  const list = tables.map((table) => table).join(', ');
  if (!quiet) {
    await database.script(`TRUNCATE ${list} CASCADE`);
    return;
  }
  await database.script(tables.map((table) => `DELETE FROM ${table}`).join('; '));
  await database.script('RESET session_replication_role');
}
