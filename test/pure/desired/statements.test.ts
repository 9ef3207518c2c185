import { beforeAll, describe, expect, it } from 'vitest';
import { createdExtensions, mentionedRoles } from '#src/desired/statements.js';
import { loadParser } from '#src/sql/parser.js';
import { places, statementsOf } from '../../support/desired/statements.ts';
import { errorOf } from '../../support/errors/raised.ts';

beforeAll(() => loadParser());

describe('what does not describe a schema is refused', () => {
  it.each([
    ['INSERT INTO t VALUES (1)', 'INSERT', 'generated-migrations/dml'],
    ['UPDATE t SET a = 1', 'UPDATE', 'generated-migrations/dml'],
    ['DELETE FROM t', 'DELETE', 'generated-migrations/dml'],
    ['MERGE INTO t USING u ON true WHEN MATCHED THEN DELETE', 'MERGE', 'generated-migrations/dml'],
    ['TRUNCATE t', 'TRUNCATE', 'generated-migrations/dml'],
    ["COPY t FROM PROGRAM 'true'", 'COPY', 'pg_dump --schema-only'],
    ['CALL p()', 'CALL', 'generated-migrations/dml'],
    ['SELECT f()', 'SELECT of a function', '--allow-do'],
    ["SELECT pg_catalog.setval('s', 5)", 'SELECT', 'sequence positions'],
    ['SELECT 1 INTO t', 'SELECT', 'set_config'],
    ['BEGIN', 'transaction control', 'remove it'],
    ['COMMIT', 'transaction control', 'remove it'],
    ['SAVEPOINT x', 'transaction control', 'remove it'],
    ['LOCK TABLE t', 'LOCK', 'remove it'],
    ['VACUUM', 'VACUUM', 'remove it'],
    ['ANALYZE t', 'ANALYZE', 'remove it'],
    ['CLUSTER t USING i', 'CLUSTER', 'CLUSTER ON'],
    ['REINDEX TABLE t', 'REINDEX', 'remove it'],
    ['REFRESH MATERIALIZED VIEW v', 'REFRESH', 'remove it'],
    ["LOAD 'x'", 'LOAD', 'remove it'],
    ['LISTEN x', 'LISTEN', 'remove it'],
    ['PREPARE x AS SELECT 1', 'PREPARE', 'remove it'],
    ['ALTER SYSTEM SET work_mem = 1', 'ALTER SYSTEM', 'whole server'],
    ['CREATE DATABASE x', 'CREATE DATABASE', 'whole server'],
    ['ALTER DATABASE x OWNER TO y', 'DATABASE', 'whole server'],
    ['ALTER ROLE CURRENT_ROLE SET work_mem = 1', 'ALTER ROLE CURRENT_ROLE', 'name the role'],
    ["CREATE TABLESPACE x LOCATION '/x'", 'TABLESPACE', 'whole server'],
    ['DO $$ BEGIN END $$', 'DO', 'CREATE statements'],
    ['CREATE ROLE joe', 'CREATE ROLE', 'cluster'],
    ['ALTER ROLE joe SUPERUSER', 'ALTER ROLE', 'cluster'],
    ['DROP ROLE joe', 'DROP ROLE', 'cluster'],
    ['ALTER ROLE joe RENAME TO jim', 'ROLE', 'cluster'],
    ['GRANT admin TO joe', 'GRANT', 'cluster'],
    ['CREATE TEMP TABLE t ()', 'temporary', 'session'],
    ['CREATE TEMP VIEW t AS SELECT 1', 'temporary', 'session'],
    ['SET ROLE joe', 'SET role', 'settings'],
    ["SET standard_conforming_strings = off; COMMENT ON TABLE é IS 'a\\nb'", 'standard_conforming_strings', 'settings'],
    ['SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY', 'SET', 'settings'],
    ['SHOW work_mem', 'SHOW', 'remove it'],
  ])('%s', async (sql, what, hint) => {
    const error = await errorOf(() => statementsOf({ 'a.sql': `CREATE TABLE é ();\n /* 🐘 */ ${sql};` }));
    expect(error.code).toBe('desired/refused-statement');
    expect(error.message).toContain(what);
    expect(error.hint).toContain(hint);
    expect(places(error)).toEqual(['a.sql:2:10']);
  });

  it('but for settings that make no difference', () => {
    const sql = `SET standard_conforming_strings = off; SET enable_seqscan = off; SET my.setting = 'x';
      CREATE TABLE t (a text DEFAULT 'plain', b text DEFAULT E'a\\nb');`;
    expect(statementsOf({ 'a.sql': sql })).toHaveLength(1);
  });

  it('and all of it is told at once, syntax errors first', async () => {
    const error = await errorOf(() =>
      statementsOf({ 'a.sql': 'BEGIN;\nCREATE TABLE t ();\nCOMMIT;', 'b.sql': '\\i c.sql\nCREATE TABEL t ();' }),
    );
    expect(error.code).toBe('desired/parse');
    expect(error.exitCode).toBe(65);
    expect(places(error)).toEqual(['b.sql:2:8', 'a.sql:1:1', 'a.sql:3:1', 'b.sql:1:1']);
  });

  it('unless options let it pass', () => {
    const sql = `BEGIN; INSERT INTO t VALUES (1); DO $$ BEGIN END $$; CREATE ROLE joe; CLUSTER t USING i; CLUSTER t; COMMIT;`;
    const read = statementsOf({ 'a.sql': sql }, { allowDo: true, roles: 'ignore', extras: 'ignore' });
    expect(read.map(({ type }) => type)).toEqual(['DoStmt', 'ClusterStmt']);
  });
});

describe('what pg_dump writes for psql', () => {
  it('is skipped, and places stay', async () => {
    const sql =
      '\\restrict 3kLgX\'"\n\\connect -reuse-previous=on "dbname=\'x\'"\nCREATE TABLE t ();\n\\unrestrict 3kLgX\n';
    const read = statementsOf({ 'a.sql': sql });
    expect(read.map(({ text, start }) => [text, start])).toEqual([['CREATE TABLE t ()', sql.indexOf('CREATE')]]);
  });

  it('rows and all, leaves COPY to be refused', async () => {
    const rows = "COPY public.t (a, b) FROM stdin;\n1\tit's; $$ \\N\n2\t/*\n\\.\n\n";
    const error = await errorOf(() =>
      statementsOf({
        'a.sql': `CREATE TABLE t ();\n${rows}${rows}CREATE VIEW v AS SELECT 1; INSERT INTO t VALUES (1);`,
      }),
    );
    expect(places(error)).toEqual(['a.sql:2:1', 'a.sql:7:1', 'a.sql:12:28']);
    expect(error.message).toContain('COPY');
  });

  it.each(['\\i other.sql', 'SELECT 1 \\gset', '\\! rm', '\\set x 1', '\\copy t from x'])(
    'but not %s',
    async (line) => {
      const error = await errorOf(() => statementsOf({ 'a.sql': `CREATE TABLE t ();\n${line}\n` }));
      const told = [error, ...error.others].find(({ message }) => message.includes('command of psql'));
      expect(told?.location?.line).toBe(2);
      expect(told?.code).toBe('desired/refused-statement');
    },
  );

  it('a backslash in quotes or comments is no command', () => {
    expect(
      statementsOf({ 'a.sql': "CREATE TABLE t (a text DEFAULT E'\\'', CHECK (a <> '\\d'));\n-- \\d\n/*\n\\d */" }),
    ).toHaveLength(1);
  });
});

describe('settings', () => {
  it('hold for what follows in the same file', () => {
    const read = statementsOf({
      'a.sql': `CREATE TABLE a ();
        SET search_path = App, "Other", public; SET statement_timeout = 0; SET check_function_bodies TO off;
        CREATE TABLE b ();
        SELECT pg_catalog.set_config('search_path', '', false); SET default_tablespace = '';
        CREATE TABLE c ();
        RESET ALL;
        CREATE TABLE d ();`,
      'b.sql': 'CREATE TABLE e ();',
    });
    expect(read.map(({ session }) => [[...session.settings], session.searchPath])).toEqual([
      [[], ['public']],
      [
        [
          ['search_path', 'app, "Other", public'],
          ['check_function_bodies', 'off'],
        ],
        ['app', 'Other', 'public'],
      ],
      [
        [
          ['search_path', ''],
          ['check_function_bodies', 'off'],
          ['default_tablespace', ''],
        ],
        [],
      ],
      [[], ['public']],
      [[], ['public']],
    ]);
  });
});

it('tells roles and extensions that statements mention', () => {
  const read = statementsOf({
    'a.sql': 'CREATE EXTENSION pg_trgm; ALTER TABLE t OWNER TO ann; GRANT SELECT ON t TO joe, CURRENT_USER, PUBLIC;',
  });
  expect([mentionedRoles(read), createdExtensions(read).map(({ name }) => name)]).toEqual([
    ['ann', 'joe'],
    ['pg_trgm'],
  ]);
});
