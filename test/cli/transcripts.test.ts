// What the terminal shows, whole: the main verbs and the main errors. A message that changes shows up here;
// `npm test -- test/cli/transcripts.test.ts -u` writes them anew, and what they say is then yours to judge.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { folder, SMALL } from '../support/command-line/program.ts';
import { show } from '../support/command-line/transcript.ts';
import { filesIn } from '../support/folders/folder.ts';

// One project through its life; each test goes on from the one before.
describe('the main path on the embedded database', () => {
  const app = SMALL['schema/app.sql'].replace('name text NOT NULL', 'name text');
  const project = folder({ ...SMALL, 'schema/app.sql': app });
  afterAll(() => project.remove());

  const onDatabase = async (sql: string): Promise<void> => {
    const database = await openDatabase(`pglite://${join(project.path, '.schema/db')}`);
    await database.script(sql);
    await database.close();
  };

  test('a new project', async () => {
    expect(await show(project, 'init')).toMatchInlineSnapshot();
  });

  test('a plan that is not written', async () => {
    expect(await show(project, 'plan --check')).toMatchInlineSnapshot();
  });

  test('plan --stdout prints SQL only', async () => {
    const call = await project.run('plan --stdout');
    expect(call.code).toBe(0);
    expect(call.stdout).toMatch(/^BEGIN;\n/);
    expect(call.stdout).toMatch(/COMMIT;\n$/);
    expect(call.stdout).toContain('CREATE TABLE app.users (');
    expect(filesIn(project.path).filter((path) => path.endsWith('.sql') && !path.startsWith('schema/'))).toEqual([]);
  });

  test('a plan that is written', async () => {
    expect(await show(project, 'plan first_tables')).toMatchInlineSnapshot();
  });

  test('a second plan takes the pending migration as done', async () => {
    expect(await show(project, 'plan --check')).toMatchInlineSnapshot();
  });

  test('a lint without findings', async () => {
    expect(await show(project, 'lint')).toMatchInlineSnapshot();
  });

  test('what is pending', async () => {
    expect(await show(project, 'status --exit-code')).toMatchInlineSnapshot();
  });

  test('migrations that are valid', async () => {
    expect(await show(project, 'validate')).toMatchInlineSnapshot();
  });

  test('what apply would run', async () => {
    expect(await show(project, 'apply --dry-run')).toMatchInlineSnapshot();
  });

  test('apply', async () => {
    expect(await show(project, 'apply')).toMatchInlineSnapshot();
  });

  test('nothing is pending', async () => {
    expect(await show(project, 'apply')).toMatchInlineSnapshot();
  });

  test('no difference', async () => {
    expect(await show(project, 'plan --check')).toMatchInlineSnapshot();
  });

  test('what is applied', async () => {
    expect(await show(project, 'status')).toMatchInlineSnapshot();
  });

  test('no drift', async () => {
    expect(await show(project, 'drift')).toMatchInlineSnapshot();
  });

  test('a plan that loses data', async () => {
    project.write({ 'schema/app.sql': app.replace(', name text', '') });
    await onDatabase('INSERT INTO app.users SELECT n, n::text FROM generate_series(1, 10) AS n; ANALYZE app.users');
    expect(await show(project, 'plan drop_name')).toMatchInlineSnapshot();
  });

  test('a hazard that nobody allowed', async () => {
    expect(await show(project, 'apply')).toMatchInlineSnapshot();
  });

  test('a hazard that is allowed', async () => {
    expect(await show(project, 'apply --allow D102')).toMatchInlineSnapshot();
  });

  test('an undo, and one that needs a yes', async () => {
    expect(await show(project, 'undo --count 1')).toMatchInlineSnapshot();
    expect(await show(project, 'undo --count 2')).toMatchInlineSnapshot();
  });

  test('what is undone', async () => {
    expect(await show(project, 'status')).toMatchInlineSnapshot();
  });

  test('the difference of two states', async () => {
    expect(await show(project, 'diff migrations dir:schema')).toMatchInlineSnapshot();
  });

  test('drift', async () => {
    await project.run('apply --allow D102');
    await onDatabase('CREATE INDEX by_hand ON app.orders (user_id)');
    expect(await show(project, 'drift')).toMatchInlineSnapshot();
  });

  test('a plan that is stale', async () => {
    project.write({ 'schema/more.sql': 'CREATE TABLE app.more (id int);\n' });
    await project.run('plan more');
    await onDatabase('CREATE TABLE app.also_by_hand (id int)');
    expect(await show(project, 'apply')).toMatchInlineSnapshot();
  });

  test('the health of the database', async () => {
    expect(await show(project, 'doctor')).toMatchInlineSnapshot();
  });

  test('migrations that were changed', async () => {
    await project.run('new by_hand');
    project.write({ 'generated-migrations/ddl/V1__early.sql': 'SELECT 1;\n' });
    expect(await show(project, 'validate')).toMatchInlineSnapshot();
  });
});

describe('errors', () => {
  const project = folder(SMALL);
  const empty = folder();
  afterAll(() => {
    project.remove();
    empty.remove();
  });
  beforeAll(() => {
    project.write({
      'schema.config.json': '{}\n',
      'broken/a.sql': 'CREATE SCHEMA app;\n\tCREATE TABEL app.x (id int);\n',
      'unloadable/a.sql': 'CREATE TABLE t (id int REFERENCES nowhere);\n',
      'definer/a.sql':
        "CREATE SCHEMA app;\nCREATE FUNCTION app.f() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT id FROM users';\n",
    });
  });

  test('a folder that is no project', async () => {
    expect(await show(empty, '')).toMatchInlineSnapshot();
    expect(filesIn(empty.path)).toEqual([]);
    expect(await show(empty, 'plan')).toMatchInlineSnapshot();
    expect(await show(empty, 'validate')).toMatchInlineSnapshot();
  });

  test('a wrong option, command, argument', async () => {
    expect(await show(project, 'plan --chek')).toMatchInlineSnapshot();
    expect(await show(project, 'paln')).toMatchInlineSnapshot();
    expect(await show(project, 'status extra')).toMatchInlineSnapshot();
    expect(await show(project, 'apply --count x')).toMatchInlineSnapshot();
    expect(await show(project, 'plan --env staging')).toMatchInlineSnapshot();
  });

  test('a desired file that does not parse', async () => {
    expect(await show(project, 'plan --schema-dir broken')).toMatchInlineSnapshot();
  });

  test('a desired file that does not load', async () => {
    expect(await show(project, 'plan --schema-dir unloadable')).toMatchInlineSnapshot();
  });

  test('a name that is none', async () => {
    expect(await show(project, 'plan Add-Phone!')).toMatchInlineSnapshot();
  });

  test('a lint with findings', async () => {
    expect(await show(project, 'lint --schema-dir definer')).toMatchInlineSnapshot();
  });

  test('a server that can not be reached', async () => {
    expect(await show(project, 'status --url postgres://me:s3cret@127.0.0.1:1/app')).toMatchInlineSnapshot();
  });

  test('an unknown key of the configuration', async () => {
    project.write({ 'schema.config.json': JSON.stringify({ schemaDri: 'schema' }) });
    expect(await show(project, 'plan')).toMatchInlineSnapshot();
  });

  test('a wrong value in the configuration', async () => {
    project.write({ 'schema.config.json': JSON.stringify({ schemaDir: 7, lockTimeout: 'soon' }) });
    expect(await show(project, 'plan')).toMatchInlineSnapshot();
  });

  test('none of them has written anything', () => {
    expect(filesIn(project.path).filter((path) => path.startsWith('generated-migrations'))).toEqual([]);
  });
});
