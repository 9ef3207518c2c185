// What every Database must do in the same way, so that the rooms above need not know which one they have.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { openDatabase } from '#src/databases/open.js';
import { startScratch } from '#src/scratch/scratch.js';
import { edgeMajors, freshDatabase } from '../support/servers/database.ts';

interface Opened {
  readonly database: Database;
  readonly end: () => Promise<void>;
}

const subjects: Record<string, () => Promise<Opened>> = {
  'PGlite in memory': async () => {
    const database = await startScratch();
    return { database, end: database.close };
  },
  'PGlite in a folder': async () => {
    const folder = await mkdtemp(join(tmpdir(), 'schema-pglite-'));
    const database = await openDatabase(`pglite://${folder}/parents/db`);
    return { database, end: () => database.close().then(() => rm(folder, { recursive: true })) };
  },
};
for (const major of edgeMajors) {
  subjects[`PostgreSQL ${major}`] = async () => {
    const fresh = await freshDatabase(major);
    const database = await openDatabase(fresh.url);
    return { database, end: () => database.close().then(fresh.drop) };
  };
}

describe.each(Object.entries(subjects))('%s', (_name, open) => {
  let opened: Opened;
  let database: Database;
  beforeAll(async () => {
    opened = await open();
    database = opened.database;
  });
  afterAll(() => opened?.end());

  it('knows its version', async () => {
    const [row] = await database.query("SELECT current_setting('server_version_num')::int AS version");
    expect(database.serverVersion).toBe(row?.['version']);
    expect(database.serverVersion).toBeGreaterThanOrEqual(140000);
    expect(database.label).not.toBe('');
  });

  it('converts values in one way', async () => {
    const [row] = await database.query(`SELECT true AS bool, 1::int2 AS int2, 2 AS int4, 3::int8 AS int8, 4::oid AS oid,
      5.50::numeric AS numeric, 1.5::float8 AS float8, 'é😀' AS text, 'n'::name AS name, 'c'::"char" AS char,
      '{"a": [1, null]}'::jsonb AS jsonb, '[1]'::json AS json, null AS nothing, '\\x00ff'::bytea AS bytea,
      timestamptz '2024-02-29 12:00:00.5+02' AS timestamptz, date '2024-02-29' AS date, interval '1 day 2 hours' AS span,
      ARRAY['a "b"', NULL, 'NULL', '', 'c,d', '{e}', 'f\\g'] AS texts, '{}'::text[] AS empty, ARRAY[[1,2],[3,4]] AS ints,
      ARRAY[5::int8] AS bigints, ARRAY[true, false] AS bools, '[2:3]={7,8}'::int[] AS bounds, 'pg_class'::regclass AS rel`);
    expect(row).toEqual({
      bool: true,
      int2: 1,
      int4: 2,
      int8: '3',
      oid: 4,
      numeric: '5.50',
      float8: 1.5,
      text: 'é😀',
      name: 'n',
      char: 'c',
      jsonb: { a: [1, null] },
      json: [1],
      nothing: null,
      bytea: '\\x00ff',
      timestamptz: '2024-02-29 10:00:00.5+00',
      date: '2024-02-29',
      span: '1 day 02:00:00',
      texts: ['a "b"', null, 'NULL', '', 'c,d', '{e}', 'f\\g'],
      empty: [],
      ints: [
        [1, 2],
        [3, 4],
      ],
      bigints: ['5'],
      bools: [true, false],
      bounds: [7, 8],
      rel: 'pg_class',
    });
  });

  it('takes parameters', async () => {
    const rows = await database.query(
      `SELECT $1::text AS text, $2::int AS int, $3::text[] AS texts, $4::jsonb AS json, $5::bool AS bool,
        $6::bytea AS bytes, $7::text AS nothing, $8::int8 AS big`,
      ["it's", 7, ['a', null, 'b"\\{,}'], { a: [1] }, true, new Uint8Array([0, 255]), null, 9007199254740993n],
    );
    expect(rows).toEqual([
      {
        text: "it's",
        int: 7,
        texts: ['a', null, 'b"\\{,}'],
        json: { a: [1] },
        bool: true,
        bytes: '\\x00ff',
        nothing: null,
        big: '9007199254740993',
      },
    ]);
  });

  it('runs one statement per query', async () => {
    const two = database.query('SELECT 1; SELECT 2');
    await expect(two).rejects.toMatchObject({ code: 'database/query', sqlstate: '42601' });
    expect(await database.query('')).toEqual([]);
    expect(await database.query('CREATE TEMPORARY TABLE one (a int)')).toEqual([]);
  });

  it('runs a script and gives the rows of each statement', async () => {
    const results = await database.script(`SELECT 1 AS a; -- a comment; with a semicolon
      CREATE TABLE s (a int); INSERT INTO s VALUES (1), (2) RETURNING a;; SELECT a FROM s WHERE a > 5`);
    expect(results).toEqual([[{ a: 1 }], [], [{ a: 1 }, { a: 2 }], []]);
    expect(await database.script('')).toEqual([]);
    expect(await database.script('-- nothing')).toEqual([]);
    await database.script('DROP TABLE s');
  });

  it('keeps one session, and does a script as one transaction', async () => {
    await database.query('BEGIN');
    await database.query("SET LOCAL app.name = 'x'");
    expect(await database.query("SELECT current_setting('app.name') AS name")).toEqual([{ name: 'x' }]);
    await database.query('ROLLBACK');
    await expect(database.script('CREATE TABLE gone (a int); SELECT 1/0')).rejects.toMatchObject({
      sqlstate: '22012',
    });
    expect(await database.query("SELECT to_regclass('gone') AS gone")).toEqual([{ gone: null }]);
  });

  it('runs calls in the order they were made', async () => {
    const calls = Array.from({ length: 20 }, (_, i) => database.query('SELECT $1::int AS i', [i]));
    expect((await Promise.all(calls)).map((rows) => rows[0]?.['i'])).toEqual([...Array(20).keys()]);
  });

  it('reports what the server says of an error', async () => {
    const failure = database.script('SELECT 1;\nSELECT nonsense FROM pg_class');
    await expect(failure).rejects.toMatchObject({
      code: 'database/query',
      sqlstate: '42703',
      message: 'column "nonsense" does not exist',
      cause: { code: '42703', position: 18 },
    });
    const raised = database.query(
      "DO $$ BEGIN RAISE EXCEPTION 'no' USING DETAIL = 'd', HINT = 'h', ERRCODE = '45000'; END $$",
    );
    await expect(raised).rejects.toMatchObject({ message: 'no', detail: 'd', hint: 'h', sqlstate: '45000' });
    await expect(raised).rejects.toMatchObject({ cause: { where: expect.stringContaining('PL/pgSQL') } });
  });

  it('tells permission and read-only errors from others', async () => {
    await database.script('CREATE ROLE nobody_here; CREATE TABLE secret (a int); SET ROLE nobody_here');
    await expect(database.query('SELECT * FROM secret')).rejects.toMatchObject({ code: 'database/permission' });
    await database.script('RESET ROLE; DROP TABLE secret; DROP ROLE nobody_here');
    await database.query('BEGIN READ ONLY');
    await expect(database.query('CREATE TABLE no (a int)')).rejects.toMatchObject({ code: 'database/read-only' });
    await database.query('ROLLBACK');
  });

  it('speaks in UTC, ISO and UTF8', async () => {
    const [row] =
      await database.query(`SELECT current_setting('TimeZone') AS zone, current_setting('DateStyle') AS style,
      current_setting('client_encoding') AS encoding, current_setting('standard_conforming_strings') AS strings,
      current_setting('client_min_messages') AS messages, current_setting('search_path') AS path`);
    expect(row).toEqual({
      zone: 'UTC',
      style: 'ISO, MDY',
      encoding: 'UTF8',
      strings: 'on',
      messages: 'warning',
      path: '"$user", public',
    });
  });

  it('carries large results', async () => {
    const rows = await database.query("SELECT i, repeat('x', 1000) AS text FROM generate_series(1, 20000) AS i");
    expect(rows.length).toBe(20000);
    expect(rows.at(-1)?.['i']).toBe(20000);
  });

  it('refuses calls after close', async () => {
    const other = await open();
    await other.end();
    await expect(other.database.query('SELECT 1')).rejects.toHaveProperty('code');
  });
});
