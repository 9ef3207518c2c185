// How many rows the tables of a live database have, for `schema clean`.
import type { Database } from '../databases/database.ts';

export interface TableRows {
  readonly name: string;
  /** Counted up to `COUNTED`; more is the planner's estimate. */
  readonly rows: number;
  readonly estimated: boolean;
}

const COUNTED = 100_000;

export async function countRows(database: Database): Promise<readonly TableRows[]> {
  const tables = await database.query(
    `SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, greatest(c.reltuples, 0)::float8 AS estimate
       FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.oid >= 16384 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      ORDER BY 1`,
  );
  const counted: TableRows[] = [];
  for (const row of tables) {
    const name = String(row['name']);
    const [found] = await database.query(
      `SELECT count(*)::int AS rows FROM (SELECT FROM ONLY ${name} LIMIT ${COUNTED + 1}) AS counted`,
    );
    const rows = Number(found?.['rows']);
    const estimate = Math.max(rows, Number(row['estimate']));
    counted.push(rows > COUNTED ? { name, rows: estimate, estimated: true } : { name, rows, estimated: false });
  }
  return counted;
}
