import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { folder, SMALL } from '../support/command-line/program.ts';
import { edgeMajors, freshDatabase } from '../support/servers/database.ts';

test.each(edgeMajors)('the main path on PostgreSQL %i', async (major) => {
  const database = await freshDatabase(major);
  const project = folder(SMALL);
  const variables = { DATABASE_URL: database.url };
  expect((await project.run('plan first', variables)).code).toBe(0);
  expect((await project.run('apply', variables)).code).toBe(0);
  expect((await project.run('plan --check', variables)).code).toBe(0);
  project.write({
    'schema/app.sql': `${SMALL['schema/app.sql']}CREATE VIEW app.names AS SELECT id, upper(name) AS name FROM app.users;\n`,
  });
  expect((await project.run('plan --check', variables)).code).toBe(2);
  expect((await project.run('plan names', variables)).code).toBe(0);
  const applied = await project.run('apply', variables);
  expect([applied.code, applied.stderr]).toEqual([0, expect.not.stringContaining('error')]);
  const difference = await project.run(`diff ${database.url} dir:schema --exit-code`);
  expect([difference.code, difference.stdout]).toEqual([0, '']);
  expect((await project.run('undo --yes', variables)).code).toBe(0);
  expect((await project.run('plan --check', variables)).code).toBe(2);
  expect((await project.run('undo --to 0 --yes', variables)).code).toBe(0);
  project.remove();
  await database.drop();
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s in the middle of a migration: exit %i, the lock is free and nothing is done', async (signal, code) => {
  const database = await freshDatabase(Math.max(...edgeMajors));
  const project = folder({
    'generated-migrations/ddl/V1__quick.sql': 'SELECT 1;\n',
    'generated-migrations/ddl/V2__slow.sql': 'CREATE TABLE made (id int);\nSELECT pg_sleep(60);\n',
  });
  const running = project.start('apply', { DATABASE_URL: database.url });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const sleeping =
    "SELECT FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid() AND datname = current_database()";
  while ((await client.query(sleeping)).rowCount === 0) await sleep(50);
  const began = Date.now();
  running.child.kill(signal);
  const call = await running.done;
  expect(call.code).toBe(code);
  expect(call.stderr).toContain('Committed: ddl/V1__quick.sql.\nddl/V2__slow.sql is rolled back: nothing of it stays.');
  expect(call.stderr).toContain('To go on: schema apply');
  expect(Date.now() - began).toBeLessThan(10_000);
  const locks =
    "SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
  expect((await client.query(locks)).rowCount).toBe(0);
  expect((await client.query(sleeping)).rowCount).toBe(0);
  expect((await client.query("SELECT to_regclass('made') AS made")).rows).toEqual([{ made: null }]);
  await client.end();
  project.remove();
  await database.drop();
});
