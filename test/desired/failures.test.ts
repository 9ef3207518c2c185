import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SchemaError } from '#src/errors.js';
import type { Scratch } from '#src/scratch/interface.js';
import { startScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { load } from '../support/desired/loading.ts';
import { places } from '../support/desired/statements.ts';
import { errorOf } from '../support/errors/raised.ts';

let scratch: Scratch;
beforeAll(async () => {
  await loadParser();
  scratch = await startScratch();
}, 60_000);
afterAll(() => scratch.close());

const failing = (files: Readonly<Record<string, string>>): Promise<SchemaError> => errorOf(() => load(scratch, files));

describe('a statement that does not load', () => {
  it('is shown with line, column in characters, and the text of the line', async () => {
    const error = await failing({
      'a.sql': "CREATE TABLE t (a int);\r\n-- 日本\r\nCREATE VIEW v AS\r\n  SELECT 'é🐘', nope FROM t;\r\n",
      'b.sql': 'CREATE VIEW w AS SELECT a FROM t;',
    });
    expect([error.code, error.sqlstate, error.exitCode]).toEqual(['desired/load', '42703', 65]);
    expect(error.message).toBe('column "nope" does not exist');
    expect(error.location).toEqual({ file: 'a.sql', line: 4, column: 16, text: "  SELECT 'é🐘', nope FROM t;" });
    expect(error.others).toEqual([]);
  });

  it.each([
    ['by the place of the name where the server gives none', 'CREATE TABLE t (\n a int REFERENCES nope\n);', '2:19'],
    ['in the body of a function', "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\n SELECT 'é', nope $$;", '2:14'],
    ['in a body after a retry', "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS '\n SELECT x()';", '2:9'],
    ['in plpgsql', 'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETRUN 1;\nEND $$;', '3:3'],
    ['past a keyword that was taken out', 'CREATE TABLE t ();\nCREATE INDEX CONCURRENTLY i ON t (nope);', '2:1'],
    ['at its start where nothing better is known', 'CREATE TABLE a ();\n  CREATE TABLE a ();', '2:3'],
  ])('%s', async (_, sql, place) => {
    const error = await failing({ 'a.sql': sql });
    expect(places(error)).toEqual([`a.sql:${place}`]);
  });

  it('comes with those that fail because of it, causes first', async () => {
    const error = await failing({
      'a.sql': 'CREATE VIEW v AS SELECT * FROM app.users;\nCREATE VIEW w AS SELECT * FROM v;',
      'b.sql': 'CREATE SCHEMA app;\n\nCREATE TABLE app.users (id nope);\nCREATE TABLE app.fine (id int);',
    });
    expect(places(error)).toEqual(['b.sql:3:28', 'a.sql:1:32', 'a.sql:2:32']);
    expect(error.hint).toBe('No file defines nope.');
    expect(error.others[0]?.hint).toBe('app.users is defined in b.sql:3, in a statement that failed itself.');
  });

  it.each([
    [
      'CREATE VIEW v AS SELECT * FROM user; CREATE VIEW w AS SELECT * FROM usres; CREATE TABLE users ();',
      'Did you mean users?',
    ],
    [
      'CREATE SCHEMA app; CREATE TABLE app.users (); CREATE VIEW v AS SELECT * FROM users;',
      'write the schema before the name',
    ],
    ["COMMENT ON CONVERSION nowhere IS 'x';", 'No file defines nowhere.'],
    ['CREATE TABLE t (a citext);', 'CREATE EXTENSION "citext"'],
    ['CREATE EXTENSION postgis;', 'PGlite, which loads desired files, does not bundle postgis'],
    ['CREATE TABLE t (); ALTER TABLE t OWNER TO nobody;', 'Roles belong to the cluster'],
    ['CREATE TABLE t ();\nCREATE TABLE t ();', 'It is also defined in a.sql:1.'],
    [
      'CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$SELECT 1$$; CREATE VIEW v AS SELECT f(true);',
      'compare the argument types',
    ],
  ])('%s', async (sql, hint) => {
    expect((await failing({ 'a.sql': sql })).hint).toContain(hint);
  });

  it('is not let through because bodies were not checked for a while', async () => {
    const error = await failing({
      'a.sql': `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT g()';
        CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT f() + missing';`,
    });
    expect(places(error)).toEqual(['a.sql:2:71']);
    expect(error.message).toContain('missing');
  });

  it('does not stop the others, and leaves scratch usable', async () => {
    const error = await failing({
      'a.sql': [1, 2, 3].map((n) => `CREATE TABLE t${n} (a nope${n});\nCREATE TABLE u${n} ();`).join('\n'),
    });
    expect(places(error)).toEqual(['a.sql:1:20', 'a.sql:3:20', 'a.sql:5:20']);
    await load(scratch, { 'a.sql': 'CREATE TABLE u1 ();' });
  });

  it('a DROP that found nothing does not find what is made later', async () => {
    const error = await failing({ 'a.sql': 'DROP TABLE t;\nCREATE TABLE t ();' });
    expect(places(error)).toEqual(['a.sql:1:12']);
  });
});
