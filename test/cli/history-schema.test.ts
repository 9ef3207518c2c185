// A history in a schema that holds other objects as well.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Folder, folder } from '../support/command-line/program.ts';
import { bystander, edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

let database: FreshDatabase;
let project: Folder;
beforeAll(async () => {
  database = await freshDatabase(Math.max(...edgeMajors));
  project = folder({
    'schema/t.sql': 'CREATE TABLE t (id int);\n',
    'schema.config.json': JSON.stringify({ url: database.url, historySchema: 'public', allowClean: true }),
  });
});
afterAll(async () => {
  project.remove();
  await database.drop();
});

test('its tables are no part of the schema, and the others are', async () => {
  expect((await project.run('plan first')).code).toBe(0);
  expect((await project.run('apply')).code).toBe(0);
  expect((await project.run('plan --check')).code).toBe(0);
  project.write({ 'schema/t.sql': 'CREATE TABLE t (id int, name text);\n' });
  const planned = await project.run('plan second');
  expect([planned.code, planned.stdout]).toEqual([0, expect.stringContaining('+ Creates table column public.t.name')]);
  expect((await project.run('apply')).code).toBe(0);
  expect((await project.run('drift')).code).toBe(0);
});

test('clean drops its tables and leaves the schema', async () => {
  const call = await project.run(`clean --confirm ${database.name}`);
  expect([call.code, call.stderr]).toEqual([0, expect.not.stringContaining('error')]);
  const client = await bystander(database.url);
  const { rows } = await client.query(
    `SELECT nspname, (SELECT count(*)::int FROM pg_class WHERE relnamespace = n.oid) AS relations
     FROM pg_namespace AS n WHERE nspname IN ('public', 'schema_migrations')`,
  );
  await client.end();
  expect(rows).toEqual([{ nspname: 'public', relations: 0 }]);
});
