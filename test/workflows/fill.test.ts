// Rows made up for tables: they satisfy every constraint, which the server itself is asked.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { emptyTables, fillTables } from '#src/rehearsal/fill-tables.js';
import { simpleHints } from '#src/rows/simple-checks.js';
import { loadParser } from '#src/sql/parser.js';
import { TARGETS, type Target } from '../support/servers/target.ts';

const SCHEMA = `
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('good', 'bad', 'it''s so so');
CREATE DOMAIN app.percent AS numeric(5, 2) CHECK (VALUE >= 0 AND VALUE <= 100);
CREATE DOMAIN app.code AS text CHECK (length(VALUE) = 3) NOT NULL;
CREATE TYPE app.pair AS (a int, b text);
CREATE TYPE app.span AS RANGE (subtype = float8);
CREATE TABLE app.currencies (code char(3) PRIMARY KEY, name text);
INSERT INTO app.currencies VALUES ('EUR', 'Euro'), ('USD', 'Dollar');
CREATE TABLE app.tenants (id uuid PRIMARY KEY, name varchar(20) NOT NULL UNIQUE, active bool NOT NULL);
CREATE TABLE app.users (
  tenant uuid NOT NULL REFERENCES app.tenants, id bigint GENERATED ALWAYS AS IDENTITY, email text NOT NULL CHECK (email LIKE '%_@_%'),
  manager bigint, mood app.mood NOT NULL, since date NOT NULL, till date, CHECK (since < till),
  PRIMARY KEY (tenant, id), UNIQUE (id), FOREIGN KEY (tenant, manager) REFERENCES app.users (tenant, id));
CREATE UNIQUE INDEX ON app.users (lower(email));
CREATE TABLE app.orders (
  id serial PRIMARY KEY, tenant uuid NOT NULL, buyer bigint NOT NULL, currency char(3) REFERENCES app.currencies,
  status text NOT NULL CHECK (status IN ('new', 'paid')), quantity smallint CHECK (quantity BETWEEN 1 AND 9),
  share app.percent, rate numeric(3, 3) CHECK (rate > 0 AND rate < 1), code app.code, total numeric(12, 2) NOT NULL,
  double numeric GENERATED ALWAYS AS (total * 2) STORED, tags text[] NOT NULL, pair app.pair, flags bit(4), during tstzrange,
  spans app.span, data jsonb NOT NULL DEFAULT '{}', ip inet, at timestamptz NOT NULL DEFAULT now(), t time, i interval, b bytea, search tsvector,
  FOREIGN KEY (tenant, buyer) REFERENCES app.users (tenant, id), EXCLUDE USING gist (during WITH &&));
CREATE TABLE app.details (order_id int PRIMARY KEY REFERENCES app.orders, note text);
CREATE TABLE app.hens (id int PRIMARY KEY, egg int NOT NULL);
CREATE TABLE app.eggs (id int PRIMARY KEY, hen int NOT NULL REFERENCES app.hens);
ALTER TABLE app.hens ADD FOREIGN KEY (egg) REFERENCES app.eggs DEFERRABLE;
CREATE TABLE app.settings (only_one bool PRIMARY KEY CHECK (only_one), value app.mood UNIQUE);
CREATE TABLE app.events (id bigint, at timestamptz NOT NULL, kind int, PRIMARY KEY (id, at, kind)) PARTITION BY RANGE (at);
CREATE TABLE app.events_1 PARTITION OF app.events FOR VALUES FROM ('2024-01-01') TO ('2024-02-01') PARTITION BY LIST (kind);
CREATE TABLE app.events_1a PARTITION OF app.events_1 FOR VALUES IN (1, 2);
CREATE TABLE app.events_2 PARTITION OF app.events FOR VALUES FROM ('2024-02-01') TO ('2024-03-01') PARTITION BY HASH (id);
CREATE TABLE app.events_2a PARTITION OF app.events_2 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE TABLE app.buckets (id int PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE app.buckets_1 PARTITION OF app.buckets FOR VALUES FROM (0) TO (1000);
CREATE TABLE app.buckets_2 PARTITION OF app.buckets FOR VALUES FROM (1000) TO (2000);
CREATE TABLE app.odd (word text NOT NULL CHECK (word ~ '^[A-Z]{3}-[0-9]+$'));
CREATE TABLE app.saved (word text NOT NULL DEFAULT 'ABC-1' CHECK (word ~ '^[A-Z]{3}-[0-9]+$'));
CREATE TABLE app.nodes (id int PRIMARY KEY, parent int REFERENCES app.nodes CHECK (parent <> id));
CREATE TABLE app.nothing ();
CREATE FUNCTION app.loud() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'a trigger fired'; END $$;
CREATE TRIGGER loud BEFORE INSERT ON app.details FOR EACH ROW EXECUTE FUNCTION app.loud();
`;

const REQUEST = { rows: 500, historySchema: 'schema_migrations' };

describe.each(TARGETS)('$name', ({ fresh }) => {
  let target: Target;
  let database: Database;
  const count = async (table: string, condition = 'true'): Promise<number> =>
    Number((await database.query(`SELECT count(*) AS n FROM app.${table} WHERE ${condition}`))[0]?.['n']);
  beforeAll(async () => {
    await loadParser();
    target = await fresh();
    database = await target.open();
    await database.script(SCHEMA);
  });
  afterAll(async () => target.close());

  test('every table that can have rows gets them, and says why where it gets fewer', async () => {
    const results = await fillTables(database, REQUEST);
    const short = results.filter(({ rows, why }) => rows < 500 || why !== null);
    expect(short).toEqual([
      { table: 'app.currencies', rows: 0, why: 'it has rows already' },
      { table: 'app.odd', rows: 0, why: expect.stringContaining('odd_word_check') },
      { table: 'app.settings', rows: 1, why: 'its unique keys leave no room for more' },
    ]);
    expect(results).toHaveLength(14);
    // Two values of the list lead into the first.
    expect(await count('events_1a')).toBe(334);
    expect(await count('events_2a')).toBe(166);
    expect(await count('buckets_1')).toBe(250);
    expect(await count('users', 'manager IS NOT NULL')).toBe(500);
    expect(await count('nodes', 'parent IS NOT NULL')).toBe(499);
    expect(await count('orders', "currency = 'USD'")).toBe(250);
  });

  test('all foreign keys hold: the server validates them anew', async () => {
    const keys = await database.query(
      `SELECT conrelid::regclass::text AS on_table, conname AS name, pg_get_constraintdef(oid) AS text
         FROM pg_constraint WHERE contype = 'f' AND connamespace = 'app'::regnamespace`,
    );
    expect(keys).toHaveLength(8);
    for (const key of keys) {
      const add = `ALTER TABLE ${String(key['on_table'])} ADD CONSTRAINT again ${String(key['text'])}`;
      await database.script(`BEGIN; ${add}; ROLLBACK`);
    }
  });

  test('sequences go on after the rows, and what is emptied is empty', async () => {
    const [row] = await database.query(
      `INSERT INTO app.orders (tenant, buyer, status, code, total, tags) SELECT tenant, id, 'new', 'abc', 1, '{}'
         FROM app.users LIMIT 1 RETURNING id`,
    );
    expect(row?.['id']).toBe(501);
    await emptyTables(database, ['app.orders', 'app.details', 'app.hens', 'app.eggs']);
    expect([await count('orders'), await count('hens'), await count('users')]).toEqual([0, 0, 500]);
  });

  test('only some tables, and what they refer to', async () => {
    const results = await fillTables(database, { ...REQUEST, rows: 3000, tables: ['details'] });
    const rows = new Map(results.map((result) => [result.table, result.rows]));
    expect([rows.get('app.orders'), rows.get('app.hens')]).toEqual([1000, 1000]);
    // One row for each order at most.
    expect(rows.get('app.details')).toBe(1000);
    await expect(fillTables(database, { ...REQUEST, tables: ['nope'] })).rejects.toMatchObject({
      code: 'usage/invalid',
    });
  });
});

test('what checks say of columns', async () => {
  await loadParser();
  expect(simpleHints("((a >= 1) AND (a < 10) AND (b = ANY (ARRAY['x'::text, 'y'::text])))")).toEqual([
    { column: 'a', least: 1 },
    { column: 'a', most: 10, belowMost: true },
    { column: 'b', oneOf: ["'x'", "'y'"] },
  ]);
  expect(simpleHints('((a < b) AND (char_length((c)::text) <= 5) AND (d = (-1)))')).toEqual([
    { column: 'b', after: 'a' },
    { column: 'c', longest: 5 },
    { column: 'd', oneOf: ['-1'] },
  ]);
  expect(simpleHints('((a > 1) OR (b IS NULL))')).toEqual([]);
});
