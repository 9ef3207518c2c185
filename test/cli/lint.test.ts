import { afterAll, expect, test } from 'vitest';
import { folder } from '../support/command-line/program.ts';

const project = folder({
  'schema/app.sql': `CREATE SCHEMA app;
CREATE TABLE app.users (id integer, name text);
CREATE FUNCTION app.count_users(users integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  found_users integer;
BEGIN
  SELECT count(*) INTO found_users FROM users;
  WITH names AS (SELECT name FROM app.users) SELECT count(*) INTO found_users FROM names;
  RETURN lower_bound(found_users);
END $$;
CREATE FUNCTION app.lower_bound(integer) RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT id FROM users';
-- schema:lint-ignore L101 callers set it
CREATE FUNCTION app.told(integer) RETURNS integer LANGUAGE sql AS 'SELECT id FROM users';
CREATE FUNCTION app.fixed() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = app AS 'SELECT id FROM users';
CREATE FUNCTION app.bound() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM app.users; END;
`,
});
afterAll(() => project.remove());

test('names in bodies that depend on the search path, and definers that set none', async () => {
  const call = await project.run('lint');
  expect(call.code).toBe(8);
  expect(call.stdout.split('\n').filter((line) => /^schema/.test(line))).toEqual([
    expect.stringMatching(/^schema\/app\.sql:7:41: warning L101: .*app\.count_users names users without a schema/),
    expect.stringMatching(/^schema\/app\.sql:9:10: warning L101: .*app\.count_users names lower_bound/),
    expect.stringMatching(/^schema\/app\.sql:11:1: error L102: app\.lower_bound is SECURITY DEFINER/),
    expect.stringMatching(/^schema\/app\.sql:11:\d+: warning L101: .*app\.lower_bound names users/),
  ]);
});

test('forms for CI systems, and the severity that fails', async () => {
  const sarif = JSON.parse((await project.run('lint --format sarif')).stdout);
  expect(sarif.runs[0].results.map((result: { ruleId: string }) => result.ruleId)).toEqual([
    'L101',
    'L101',
    'L102',
    'L101',
  ]);
  expect((await project.run('lint --format github')).stdout).toContain('::error file=schema/app.sql,line=11,col=1');
  project.write({ 'schema/app.sql': 'CREATE SCHEMA app;\nCREATE TABLE app.users (id integer);\n' });
  expect((await project.run('lint')).code).toBe(0);
  project.write({
    'schema/f.sql': "CREATE FUNCTION app.f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM users';\n",
  });
  expect((await project.run('lint')).code).toBe(8);
  expect((await project.run('lint --fail-on error')).code).toBe(0);
});
