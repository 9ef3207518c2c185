// Every column of every catalog is read by a kind, or listed with the reason why it isn't.
import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import * as common from '#src/introspect/queries.js';
import { KINDS } from '#src/kinds/index.js';
import { loadParser } from '#src/sql/parser.js';
import { EXEMPTIONS, OPEN } from '../support/completeness/exemptions.ts';
import { FUNCTIONS, VIEWS } from '../support/completeness/read-for-us.ts';
import { type CatalogTables, readsOf } from '../support/completeness/reads.ts';
import { freshDatabase, majors } from '../support/servers/database.ts';

const COMMON = [
  common.ROLES,
  common.DEPENDENCIES,
  common.COMMENTS,
  common.SIZES,
  common.addresses(KINDS),
  common.UNDOCUMENTED_OPTIONS,
];
const EXEMPT = [...EXEMPTIONS, ...OPEN].flatMap(({ columns }) => columns);

interface Catalogs {
  readonly relations: CatalogTables;
  /** `pg_class.relname` of all tables, views left out. */
  readonly columns: readonly string[];
}

const CATALOGS = `
  SELECT c.relname AS relation, c.relkind AS kind, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   WHERE c.relkind IN ('r', 'v') AND c.relnamespace = 'pg_catalog'::regnamespace GROUP BY 1, 2 ORDER BY 1`;

async function readCatalogs(client: pg.Client): Promise<Catalogs> {
  const { rows } = await client.query<{ relation: string; kind: string; columns: string[] }>(CATALOGS);
  return {
    relations: new Map(rows.map(({ relation, columns }) => [relation, new Set(columns)])),
    columns: rows.flatMap(({ relation, kind, columns }) =>
      kind === 'r' ? columns.map((column) => `${relation}.${column}`) : [],
    ),
  };
}

async function onDatabase<T>(major: number, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const fresh = await freshDatabase(major);
  const client = new pg.Client({ connectionString: fresh.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await fresh.drop();
  }
}

/** What introspection reads on a server of this major. */
function introspected(major: number, relations: CatalogTables) {
  const columns = new Set<string>();
  const functions = new Set<string>();
  for (const sql of [...COMMON, ...KINDS.map((kind) => kind.query(major * 10_000, major * 10_000))]) {
    const reads = readsOf(sql, relations);
    for (const column of reads.columns) columns.add(column).add(VIEWS[column] ?? column);
    for (const name of reads.functions) {
      functions.add(name);
      for (const column of FUNCTIONS[name] ?? []) columns.add(column);
    }
  }
  return { columns, functions };
}

const tableOf = (column: string): string => column.slice(0, column.indexOf('.'));

/** Columns that are neither read nor exempt. */
const unaccounted = (columns: readonly string[], read: ReadonlySet<string>): string[] =>
  columns.filter((name) => !read.has(name) && !EXEMPT.includes(name) && !EXEMPT.includes(tableOf(name)));

const read = new Set<string>();
const called = new Set<string>();
const unread = new Set<string>();
const present = new Set<string>();

beforeAll(loadParser);

describe.each(majors)('on PostgreSQL %i', (major) => {
  test('every column of every catalog is accounted for', async () => {
    const { relations, columns } = await onDatabase(major, readCatalogs);
    const reads = introspected(major, relations);
    for (const name of reads.columns) read.add(name);
    for (const name of reads.functions) called.add(name);
    for (const name of columns) {
      present.add(name);
      if (!reads.columns.has(name)) unread.add(name).add(tableOf(name));
    }
    expect(columns.length).toBeGreaterThan(400);
    expect(unaccounted(columns, reads.columns)).toEqual([]);
  });

  test('a column and a table that PostgreSQL may come to have are reported', async () => {
    const { relations, columns } = await onDatabase(major, async (client) => {
      await client.query('SET allow_system_table_mods = on');
      await client.query('ALTER TABLE pg_catalog.pg_policy ADD COLUMN polinvented boolean');
      await client.query('CREATE TABLE pg_catalog.pg_invented (oid oid, invname name)');
      return readCatalogs(client);
    });
    expect(unaccounted(columns, introspected(major, relations).columns)).toEqual([
      'pg_invented.oid',
      'pg_invented.invname',
      'pg_policy.polinvented',
    ]);
  });
});

describe('nothing is claimed in vain', () => {
  // What only a major has that is not tested now can't be judged.
  const whole = majors.join() === '14,15,16,17,18';
  const known = (name: string): boolean => present.has(name) || [...present].some((column) => tableOf(column) === name);

  test('exemptions are of columns that some major has and does not read', () => {
    expect(EXEMPT.filter((name) => (whole || known(name)) && !unread.has(name))).toEqual([]);
    expect(new Set(EXEMPT).size).toBe(EXEMPT.length);
  });

  test('functions and views that read for us are asked, and what they read is there', () => {
    expect(Object.keys(FUNCTIONS).filter((name) => !called.has(name))).toEqual([]);
    expect(Object.keys(VIEWS).filter((name) => !read.has(name))).toEqual([]);
    const claimed = [...Object.values(FUNCTIONS).flat(), ...Object.values(VIEWS)];
    expect(claimed.filter((name) => whole && !present.has(name))).toEqual([]);
  });
});

describe('what a query reads', () => {
  const relations: CatalogTables = new Map([
    ['pg_class', new Set(['oid', 'relname', 'relnamespace', 'relkind'])],
    ['pg_namespace', new Set(['oid', 'nspname'])],
  ]);
  const columnsOf = (sql: string): string[] => [...readsOf(sql, relations).columns].sort();

  test.each([
    ['names with an alias', 'SELECT c.relname FROM pg_class c', ['pg_class.relname']],
    ['names without one', 'SELECT nspname FROM pg_namespace', ['pg_namespace.nspname']],
    [
      'the outer query from an inner one',
      'SELECT (SELECT n.nspname FROM pg_namespace n WHERE n.oid = c.relnamespace) FROM pg_catalog.pg_class c',
      ['pg_class.relnamespace', 'pg_namespace.nspname', 'pg_namespace.oid'],
    ],
    ['whole rows', 'SELECT row_to_json(n) FROM pg_namespace n', ['pg_namespace.nspname', 'pg_namespace.oid']],
    ['an alias that hides another', 'SELECT (SELECT c.oid FROM (SELECT 1 AS oid) c) FROM pg_class c', []],
    ['a name that a function may have', 'SELECT (SELECT relkind FROM f() g) FROM pg_class c', []],
    [
      'unions, joins and queries by name',
      `WITH n AS (SELECT oid FROM pg_namespace) SELECT n.oid, x.relname FROM n, LATERAL (
         SELECT c.relname FROM pg_class c WHERE c.relnamespace = n.oid UNION ALL SELECT c.relkind::text FROM pg_class c) x`,
      ['pg_class.relkind', 'pg_class.relname', 'pg_class.relnamespace', 'pg_namespace.oid'],
    ],
    [
      'a query in a text',
      "SELECT query_to_xml(format('SELECT relname AS c FROM pg_class WHERE oid = %s', 1), true, true, '')",
      ['pg_class.oid', 'pg_class.relname'],
    ],
  ])('%s', (_, sql, expected) => expect(columnsOf(sql)).toEqual(expected));
});
