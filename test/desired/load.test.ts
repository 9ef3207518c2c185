import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDesired } from '#src/desired/load.js';
import { orderStatements } from '#src/desired/order.js';
import { mentionedRoles } from '#src/desired/statements.js';
import { WORDS } from '#src/kinds/words.js';
import type { Scratch } from '#src/scratch/interface.js';
import { ensureRoles, startScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { load, picture } from '../support/desired/loading.ts';
import { statementsOf } from '../support/desired/statements.ts';

let scratch: Scratch;
beforeAll(async () => {
  await loadParser();
  scratch = await startScratch();
}, 60_000);
afterAll(() => scratch.close());

/** All orders of a list. */
function permutations<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((item, at) => permutations(list.toSpliced(at, 1)).map((rest) => [item, ...rest]));
}

const SIX = [
  'CREATE SCHEMA app;',
  "CREATE TYPE app.mood AS ENUM ('sad', 'ok');",
  'CREATE TABLE app.users (id int PRIMARY KEY, mood app.mood);',
  'CREATE TABLE app.posts (id int PRIMARY KEY, author int REFERENCES app.users);',
  'CREATE VIEW app.authors AS SELECT users.*, app.posts_of(id) AS posts FROM app.users;',
  "CREATE FUNCTION app.posts_of(int) RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM app.posts WHERE author = $1';",
];

describe('any order', () => {
  it('of six statements in one file is put right, before anything runs', async () => {
    const expected = await picture(scratch, statementsOf({ 'a.sql': SIX.join('\n') }));
    expect(expected.lines.length).toBeGreaterThan(15);
    const orders = permutations(SIX).map((statements) => statementsOf({ 'a.sql': statements.join('\n') }));
    // Many inputs come to the same order: each of those is loaded once, without a failure on the way.
    const distinct = new Map(
      orders.map((order) => [
        orderStatements(order, WORDS)
          .map(({ text }) => text)
          .join(';'),
        order,
      ]),
    );
    for (const order of distinct.values()) expect((await picture(scratch, order)).lines).toEqual(expected.lines);
  }, 60_000);

  it('of files gives the same', async () => {
    const expected = await picture(scratch, statementsOf({ 'a.sql': SIX.join('\n') }));
    for (const order of permutations(SIX).filter((_, at) => at % 30 === 0)) {
      const files = Object.fromEntries(order.map((text, at) => [`${at}.sql`, text]));
      expect((await picture(scratch, statementsOf(files))).lines).toEqual(expected.lines);
    }
  }, 60_000);

  it('of files is nothing to default privileges at the head of one; in a dump they hold for what follows', async () => {
    const defaults = 'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC;';
    const made = async (files: Readonly<Record<string, string>>) =>
      (await picture(scratch, statementsOf(files))).lines.filter((line) => /^r t .*=r\//.test(line)).length;
    expect(await made({ 'a.sql': defaults, 'b.sql': 'CREATE TABLE t (a int);' })).toBe(1);
    expect(await made({ 'a.sql': 'CREATE TABLE t (a int);', 'b.sql': defaults })).toBe(1);
    expect(await made({ 'a.sql': `CREATE TABLE t (a int); ${defaults}` })).toBe(0);
  });

  it('is kept where it works', () => {
    const read = statementsOf({
      'a.sql': `CREATE TABLE t (a int); CREATE VIEW v AS SELECT * FROM t; ALTER TABLE t ADD COLUMN b int;
        CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT a FROM later); END $$;
        GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC; CREATE TABLE later (a int);`,
    });
    expect(orderStatements(read, WORDS)).toEqual(read);
  });

  it('makes SELECT *, LIKE and ON ALL TABLES wait for the files that add to them', async () => {
    const files = {
      '0.sql': 'GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;',
      '1.sql': 'CREATE VIEW v AS SELECT * FROM t;',
      '2.sql': 'CREATE TABLE copy (LIKE t INCLUDING ALL); CREATE TABLE t (a int);',
      '3.sql': 'ALTER TABLE t ADD COLUMN b int;',
    };
    const { lines } = await picture(scratch, statementsOf(files));
    expect(lines.filter((line) => /^column (?:v|copy)\.b/.test(line))).toHaveLength(2);
    expect(lines.filter((line) => /=r\//.test(line))).toHaveLength(3);
  });

  it('has cycles: foreign keys, functions that call each other, a view and a function', async () => {
    await load(scratch, {
      'a.sql': `ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b; ALTER TABLE b ADD FOREIGN KEY (a) REFERENCES a;
        CREATE TABLE a (id int PRIMARY KEY, b int); CREATE TABLE b (id int PRIMARY KEY, a int);
        CREATE FUNCTION odd(int) RETURNS bool LANGUAGE sql AS 'SELECT $1 > 0 AND even($1 - 1)';
        CREATE FUNCTION even(int) RETURNS bool LANGUAGE sql AS 'SELECT $1 = 0 OR odd($1 - 1)';
        CREATE VIEW v AS SELECT total() AS total;
        CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM v';`,
    });
  });

  it('keeps DROP before the CREATE that follows it in its file', async () => {
    const { lines } = await picture(
      scratch,
      statementsOf({
        'a.sql': 'CREATE VIEW v AS SELECT a FROM t;',
        'b.sql': 'DROP TABLE IF EXISTS t CASCADE; CREATE TABLE t (a int);',
      }),
    );
    expect(lines.filter((line) => line.startsWith('column v.'))).toHaveLength(1);
  });

  it('makes what settings name before what they hold for', async () => {
    await load(scratch, {
      'a.sql': 'SET default_table_access_method = heap2; CREATE TABLE t ();',
      'b.sql': 'CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;',
    });
  });

  it('gives the schema of the search path its objects, though it is made in a later file', async () => {
    const { lines } = await picture(
      scratch,
      statementsOf({ 'a.sql': 'SET search_path = app, public; CREATE TABLE t ();', 'b.sql': 'CREATE SCHEMA app;' }),
    );
    expect(lines.some((line) => line.startsWith('r app.t'))).toBe(true);
  });
});

describe('unusual statements', () => {
  it.each([
    [
      'CREATE SCHEMA with elements',
      'CREATE VIEW app.w AS SELECT a FROM app.v; CREATE SCHEMA app CREATE VIEW v AS SELECT a FROM t CREATE TABLE t (a int);',
    ],
    [
      'index built concurrently',
      'CREATE TABLE t (concurrently_ int); CREATE UNIQUE INDEX /* é */ CONCURRENTLY "concurrently" ON t (concurrently_);',
    ],
    [
      'detached concurrently',
      'CREATE TABLE t (a int) PARTITION BY LIST (a); CREATE TABLE p PARTITION OF t DEFAULT; CREATE TABLE q PARTITION OF t FOR VALUES IN (1); DROP TABLE p; ALTER TABLE t DETACH PARTITION q CONCURRENTLY;',
    ],
    ['dropped concurrently', 'CREATE TABLE t (a int); CREATE INDEX i ON t (a); DROP INDEX CONCURRENTLY i;'],
    [
      'enum value used',
      "CREATE TABLE t (m mood DEFAULT 'b'); CREATE TYPE mood AS ENUM ('a'); ALTER TYPE mood ADD VALUE 'b';",
    ],
    [
      'rule, statistics, range, operator',
      'CREATE STATISTICS s ON a, b FROM t; CREATE TABLE t (a r, b int); CREATE TYPE r AS RANGE (subtype = float8); CREATE OPERATOR === (leftarg = int, rightarg = int, procedure = int4eq); CREATE RULE ru AS ON DELETE TO t DO INSTEAD NOTHING;',
    ],
    ['extension in a later file', 'CREATE TABLE t (a ltree); CREATE EXTENSION ltree;'],
    ['comment that ends without a line break', 'CREATE TABLE t () -- table'],
    [
      'default privileges, policy, trigger',
      'CREATE TRIGGER tr BEFORE INSERT ON t EXECUTE FUNCTION f(); CREATE POLICY p ON t USING (true); ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC; CREATE TABLE t (); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;',
    ],
  ])('%s', async (_, sql) => {
    const loaded = await load(scratch, { 'a.sql': sql });
    expect(loaded.needsCommit).toBe(false);
  });

  it('an enum value that needs a commit is reported, and loads with autocommit', async () => {
    const files = { 'a.sql': `CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (m mood DEFAULT 'b');` };
    const more = { 'b.sql': `ALTER TYPE mood ADD VALUE 'b'; ALTER TYPE none ADD VALUE 'c';` };
    // A failed statement outside savepoints ends the transaction: only autocommit can tell what is wrong.
    await scratch.isolated(async () => {
      const loaded = await loadDesired(scratch, statementsOf({ ...files, ...more }), WORDS);
      expect(loaded.needsCommit).toBe(true);
    });
    const own = await startScratch();
    try {
      const statements = statementsOf({ ...files, 'b.sql': `ALTER TYPE mood ADD VALUE 'b';` });
      expect((await loadDesired(own, statements, WORDS, { autocommit: true })).needsCommit).toBe(false);
      expect(await own.query("SELECT 1 AS one FROM pg_class WHERE relname = 't'")).toHaveLength(1);
      expect(await own.query('SELECT current_setting($1) AS path', ['search_path'])).toEqual([
        { path: '"$user", public' },
      ]);
    } finally {
      await own.close();
    }
  }, 30_000);
});

describe('pg_dump output', () => {
  it('loads as it is', async () => {
    const text = await readFile(new URL('./pg-dump.sql', import.meta.url), 'utf8');
    const statements = statementsOf({ 'dump.sql': text });
    expect(orderStatements(statements, WORDS)).toEqual(statements);
    await scratch.isolated(async () => {
      expect(mentionedRoles(statements)).toEqual(['shop_owner', 'shop_reader']);
      await ensureRoles(scratch, mentionedRoles(statements));
      const { origins } = await loadDesired(scratch, statements, WORDS);
      expect(origins.get('table column shop.lines."Position"')).toMatchObject({
        file: 'dump.sql',
        line: 78,
        column: 5,
      });
      expect(await scratch.query('SHOW search_path')).toEqual([{ search_path: '"$user", public' }]);
      expect(
        await scratch.query("SELECT relowner::regrole::text AS owner FROM pg_class WHERE relname = 'lines'"),
      ).toEqual([{ owner: 'shop_owner' }]);
    });
  });
});

describe('the result', () => {
  it('tells where objects are defined', async () => {
    const { origins, statements } = await load(scratch, {
      'a.sql': `SET search_path = app;
CREATE TABLE "T" (
  id int PRIMARY KEY,
  é text CONSTRAINT c CHECK (é <> ''), b int
);
CREATE INDEX i ON "T" (b);
CREATE TRIGGER tr BEFORE INSERT ON "T" EXECUTE FUNCTION f();`,
      'b.sql': `CREATE SCHEMA app; CREATE FUNCTION app.f() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN END$$;
CREATE TYPE app.m AS ENUM (); CREATE POLICY p ON app."T"; CREATE EXTENSION ltree; ALTER TABLE app."T" ADD COLUMN x int;`,
    });
    const at = (key: string) => {
      const place = origins.get(key);
      return place && `${place.file}:${place.line}:${place.column}`;
    };
    expect(statements).toBe(9);
    expect({
      table: at('table app."T"'),
      column: at('table column app."T".b'),
      check: at('table constraint c ON app."T"'),
      pkey: at('table constraint "T_pkey" ON app."T"'),
      index: at('index app.i'),
      trigger: at('trigger tr ON app."T"'),
      function: at('function app.f'),
      type: at('type app.m'),
      policy: at('policy p ON app."T"'),
      extension: at('extension ltree'),
      schema: at('schema app'),
      added: at('table column app."T".x'),
    }).toEqual({
      table: 'a.sql:2:1',
      column: 'a.sql:4:40',
      check: 'a.sql:4:10',
      pkey: 'a.sql:3:10',
      index: 'a.sql:6:1',
      trigger: 'a.sql:7:1',
      function: 'b.sql:1:20',
      type: 'b.sql:2:1',
      policy: 'b.sql:2:31',
      extension: 'b.sql:2:59',
      schema: 'b.sql:1:1',
      added: 'b.sql:2:114',
    });
  });

  it('belongs to the role asked for, and the session is as before', async () => {
    await scratch.isolated(async () => {
      await scratch.script('CREATE ROLE boss SUPERUSER; SET LOCAL search_path = pg_catalog');
      await loadDesired(scratch, statementsOf({ 'a.sql': 'CREATE TABLE t ();' }), WORDS, { role: 'boss' });
      const [row] = await scratch.query(
        `SELECT relowner::regrole::text AS owner, current_user::text AS me, current_setting('search_path') AS path
         FROM pg_class WHERE relname = 't'`,
      );
      expect(row).toEqual({ owner: 'boss', me: 'postgres', path: 'pg_catalog' });
    });
  });
});

it('loads 2,000 statements, also from the worst order, in reasonable time', async () => {
  const sql: string[] = [];
  for (let at = 0; at < 1000; at += 1) {
    const column = at === 0 ? 'k int' : `k int REFERENCES t${at - 1}`;
    sql.push(`CREATE TABLE t${at} (id int PRIMARY KEY, ${column});`, `CREATE VIEW v${at} AS SELECT id FROM t${at};`);
  }
  const start = performance.now();
  await load(scratch, { 'a.sql': sql.join('\n') });
  const inOrder = performance.now() - start;
  await load(scratch, { 'a.sql': sql.toReversed().join('\n') });
  expect(performance.now() - start - inOrder).toBeLessThan(inOrder * 3 + 1000);
}, 120_000);
