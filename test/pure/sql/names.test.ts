import { beforeAll, describe, expect, it } from 'vitest';
import { WORDS } from '#src/kinds/words.js';
import { definitions } from '#src/sql/definitions.js';
import { loadParser, splitStatements } from '#src/sql/parser.js';
import { dropped, references } from '#src/sql/references.js';

beforeAll(() => loadParser());

function defined(sql: string): readonly string[] {
  return splitStatements(sql).flatMap((statement) =>
    definitions(statement, WORDS).map(({ type, name, on }) => `${type} ${[...(on ?? []), ...name].join('.')}`),
  );
}

function mentioned(sql: string): readonly string[] {
  return splitStatements(sql).flatMap((statement) =>
    references(statement, WORDS).hard.map(({ namespace, name }) => `${namespace} ${name.join('.')}`),
  );
}

describe('definitions', () => {
  it.each([
    ['CREATE VIEW app.v AS SELECT 1', ['view app.v']],
    ['CREATE MATERIALIZED VIEW v AS SELECT 1', ['materialized view v']],
    ['CREATE TYPE app.mood AS ENUM ()', ['type app.mood']],
    ['CREATE DOMAIN app.d AS int', ['type app.d']],
    ['CREATE PROCEDURE p() LANGUAGE sql AS $$$$', ['procedure p']],
    ['CREATE AGGREGATE app.s(int) (sfunc = f, stype = int)', ['aggregate app.s']],
    ['CREATE TRIGGER tr BEFORE INSERT ON app.t EXECUTE FUNCTION f()', ['trigger app.t.tr']],
    ['CREATE POLICY p ON app.t', ['policy app.t.p']],
    ['CREATE EXTENSION pg_trgm', ['extension pg_trgm']],
    ['CREATE SCHEMA AUTHORIZATION joe', ['schema joe']],
    ['CREATE UNIQUE INDEX i ON app.t (b, a)', ['index app.i', 'key app.t.a,b']],
    ['ALTER TABLE app.t ADD COLUMN c int', ['table column app.t.c']],
    ['ALTER TABLE app.t RENAME TO u', ['table app.u']],
    ['ALTER TABLE app.t RENAME c TO d', ['table column app.t.d']],
    ['ALTER TYPE t SET SCHEMA app', ['type app.t']],
  ])('%s', (sql, expected) => {
    expect(defined(sql)).toEqual(expected);
  });

  it('of a table include its columns, constraints, and what comes with them', () => {
    expect(
      defined('CREATE TABLE app.t (id serial PRIMARY KEY, c int CONSTRAINT cc CHECK (c > 0), UNIQUE (c, id))'),
    ).toEqual([
      'table app.t',
      'table column app.t.id',
      'sequence app.t_id_seq',
      'table constraint app.t.t_pkey',
      'index app.t_pkey',
      'key app.t.(primary key)',
      'key app.t.id',
      'table column app.t.c',
      'table constraint app.t.cc',
      'table constraint app.t.t_c_id_key',
      'index app.t_c_id_key',
      'key app.t.c,id',
    ]);
  });

  it('of a schema go into it', () => {
    expect(defined('CREATE SCHEMA app CREATE TABLE t (a int) CREATE VIEW v AS SELECT a FROM t')).toEqual([
      'schema app',
      'table app.t',
      'table column app.t.a',
      'view app.v',
    ]);
  });

  it('know where in the text they stand', () => {
    const sql = '/* é */ CREATE TABLE t (\n  a int,\n  b int UNIQUE\n)';
    const [statement] = splitStatements(sql);
    const places = statement === undefined ? [] : definitions(statement, WORDS);
    const at = (name: string) => sql.slice(places.find((place) => place.name[0] === name)?.at);
    expect(at('b').startsWith('b int')).toBe(true);
    expect(at('t_b_key').startsWith('UNIQUE')).toBe(true);
  });
});

describe('references', () => {
  it.each([
    [
      'CREATE VIEW v AS WITH x AS (SELECT 1) SELECT app.f(a) FROM app.t, x',
      ['relation v', 'routine app.f', 'relation app.t'],
    ],
    ['CREATE TABLE t (a app.mood[])', ['type app.mood']],
    ['CREATE TABLE t (a int DEFAULT nextval(\'app."S"\'))', ['relation app.S']],
    ["CREATE TABLE t (a text DEFAULT 'app.x'::regclass)", ['relation app.x']],
    ['CREATE TABLE t (a text COLLATE app.c)', ['collation app.c']],
    ['CREATE INDEX ON t USING gin (a app.ops)', ['operator class app.ops', 'access method gin']],
    ['COMMENT ON COLUMN app.t.c IS $$x$$', ['table column app.t.c']],
    ['COMMENT ON FUNCTION app.f(app.mood) IS $$x$$', ['routine app.f', 'type app.mood']],
    ['COMMENT ON TRIGGER tr ON app.t IS $$x$$', ['trigger app.t.tr']],
    ['ALTER SEQUENCE s OWNED BY app.t.c', ['relation app.t', 'table column app.t.c']],
    ['ALTER TYPE app.mood ADD VALUE $$x$$', ['type app.mood']],
    ['GRANT USAGE ON SCHEMA app TO joe', ['schema app']],
    ['CREATE TABLE t (a int REFERENCES app.u)', ['relation app.u', 'key app.u.(primary key)']],
    ['ALTER TABLE t ADD FOREIGN KEY (a, b) REFERENCES u (y, x)', ['key u.x,y']],
    ['CREATE EXTENSION hstore SCHEMA ext', ['schema ext']],
    ['CREATE AGGREGATE s(int) (sfunc = app.f, stype = int)', ['routine app.f']],
    [
      'CREATE FUNCTION f(a app.mood) RETURNS SETOF app.t LANGUAGE plv8 AS $$$$',
      ['type app.mood', 'type app.t', 'language plv8'],
    ],
  ])('%s', (sql, expected) => {
    expect(mentioned(sql)).toEqual(expect.arrayContaining(expected));
  });

  it('leave out names of WITH queries', () => {
    expect(mentioned('CREATE VIEW v AS WITH x AS (SELECT 1) SELECT * FROM x')).not.toContain('relation x');
  });

  it('of bodies are soft: exact for sql, guessed for plpgsql', () => {
    const soft = (sql: string) =>
      splitStatements(sql).flatMap((statement) => references(statement, WORDS).soft.map((item) => item.name.join('.')));
    expect(soft("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT count(*) FROM app.t -- app.u'")).toEqual([
      'count',
      'app.t',
    ]);
    expect(
      soft(
        'CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ DECLARE r "A".t%ROWTYPE; BEGIN PERFORM app.g(1); END $$',
      ),
    ).toEqual(expect.arrayContaining(['A.t', 'app.g']));
  });

  it('of DROP are what it drops', () => {
    const [statement] = splitStatements('DROP TABLE IF EXISTS app.a, b CASCADE');
    expect(statement && dropped(statement, WORDS).map((item) => item.name.join('.'))).toEqual(['app.a', 'b']);
    expect(statement && references(statement, WORDS).hard).toEqual([]);
  });

  it('name roles', () => {
    const [statement] = splitStatements('GRANT SELECT ON t TO joe, PUBLIC, "Ann"');
    expect(statement && references(statement, WORDS).roles).toEqual(['joe', 'Ann']);
  });
});
