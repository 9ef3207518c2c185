// `verify` and `doctor`: what is wrong is found, what is right is not.
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { clockCheck, poolerCheck } from '#src/health/server-checks.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { doctor, repairAll } from '#src/workflows/doctor.js';
import { type Check, verify } from '#src/workflows/verify.js';
import { applyAll, openProject, type TestProject } from '../support/projects/project.ts';
import { bystander, edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

const problems = (checks: readonly Check[]): readonly string[] =>
  checks.filter(({ state }) => state === 'problem').map(({ name }) => name);
const named = (checks: readonly Check[], name: string): Check | undefined => checks.find((one) => one.name === name);

const BUILDING = `SELECT FROM pg_stat_progress_create_index
  WHERE phase LIKE 'waiting%' AND datname = current_database()`;

afterAll(closeScratch);

describe.each(edgeMajors)('PostgreSQL %i', (major) => {
  let database: FreshDatabase;
  let project: TestProject;
  let client: pg.Client;
  beforeAll(async () => {
    database = await freshDatabase(major);
    client = await bystander(database.url);
    project = openProject(database.url, {
      'generated-migrations/V1__t.sql':
        'CREATE TABLE t (id int PRIMARY KEY, n int);\nCREATE TABLE u (id int REFERENCES t);\n',
      'generated-migrations/U1__t.sql': 'DROP TABLE u;\nDROP TABLE t;\n',
    });
    await applyAll(project);
  });
  afterAll(async () => {
    await client.end();
    project.remove();
    await database.drop();
  });

  test('a database that is as the migrations left it', async () => {
    const report = await verify(project);
    expect([problems(report.checks), report.healthy, report.undo]).toEqual([[], true, 'schema undo --plan V1']);
    const examined = await doctor(project);
    expect([problems(examined.checks), examined.repairs]).toEqual([[], []]);
    expect(named(examined.checks, 'direct connection')?.state).toBe('ok');
  });

  test('leftovers are found, and what is safe to repair is repaired', async () => {
    await client.query('INSERT INTO t VALUES (1, 7), (2, 7)');
    await expect(client.query('CREATE UNIQUE INDEX CONCURRENTLY t_n ON t (n)')).rejects.toThrow('unique');
    await client.query('ALTER TABLE u ADD CONSTRAINT positive CHECK (id > 0) NOT VALID');
    await client.query('ALTER TABLE u DISABLE TRIGGER ALL');
    await client.query("CREATE SEQUENCE s AS smallint; SELECT setval('s', 32000)");
    const found = await verify(project);
    expect(problems(found.checks)).toEqual([
      'the schema is what the migrations left',
      'indexes are valid',
      'constraints are validated',
      'sequences have numbers left',
    ]);
    expect(named(found.checks, 'indexes are valid')?.details).toEqual(['t_n on t']);
    expect(named(found.checks, 'triggers are enabled')).toMatchObject({ state: 'note' });
    expect(named(found.checks, 'sequences have numbers left')?.details).toEqual(['public.s: 32000 of 32767 (97 %)']);

    const { repairs } = await doctor(project);
    expect(repairs).toEqual(['DROP INDEX CONCURRENTLY public.t_n', 'ALTER TABLE u VALIDATE CONSTRAINT positive']);
    const repaired = await repairAll(project, [...repairs, 'DROP TABLE t']);
    // What is not among the repairs any more, or never was, does not run.
    expect(repaired.map(({ name, state }) => [name, state])).toEqual(repairs.map((sql) => [sql, 'ok']));
    const events = await client.query(
      "SELECT details ->> 'sql' AS sql FROM schema_migrations.events WHERE event = 'repaired'",
    );
    expect(events.rows.map((row: { sql: string }) => row.sql)).toEqual(repairs);
    await client.query('DROP SEQUENCE s; ALTER TABLE u DROP CONSTRAINT positive; ALTER TABLE u ENABLE TRIGGER ALL');
    expect((await verify(project)).healthy).toBe(true);
  });

  test('an index that is being built is no leftover', async () => {
    const reader = await bystander(database.url);
    await reader.query('BEGIN; SELECT * FROM t');
    // It waits for the reader before it is valid.
    const writer = await bystander(database.url);
    await writer.query('BEGIN; INSERT INTO t VALUES (77, 1)');
    const building = client.query('CREATE INDEX CONCURRENTLY t_slow ON t (n)');
    // In a transaction, the first look at the statistics is the last.
    const onlooker = await bystander(database.url);
    const there = async (): Promise<boolean> => (await onlooker.query(BUILDING)).rowCount === 1;
    while (!(await there()));
    expect(named((await verify({ ...project, allow: ['T704'] })).checks, 'indexes are valid')).toMatchObject({
      state: 'note',
      details: ['t_slow on t (its table is being worked on)'],
    });
    expect((await doctor(project)).repairs).toEqual([]);
    await writer.query('ROLLBACK');
    await reader.query('ROLLBACK');
    await building;
    await client.query('DROP INDEX t_slow');
    await writer.end();
    await onlooker.end();
    await reader.end();
  });

  test('own checks: true, false, null, no boolean, an error, and nothing can write', async () => {
    project.write({
      'verify/a.sql': `-- there are rows
SELECT count(*) > 0, count(*) AS n FROM t;
SELECT id > 1 AS big, id FROM t ORDER BY id;
SELECT NULL::boolean;
SELECT 1;
SELECT false AS x, true AS x;
SELECT true WHERE false;
SELECT 1 / (id - id) > 0 FROM t;
DELETE FROM t;
COMMIT;
SET TRANSACTION READ WRITE;
DO $$ BEGIN IF (SELECT count(*) FROM t) = 0 THEN RAISE 'empty'; END IF; END $$;
`,
      'verify/deep/b.sql': 'SELECT oops oops oops;',
    });
    const { checks, healthy } = await verify(project);
    project.write({ 'verify/a.sql': 'SELECT true', 'verify/deep/b.sql': 'SELECT true' });
    expect(healthy).toBe(false);
    const own = checks.filter(({ group }) => group.endsWith('.sql'));
    expect(own.map(({ state, text, details }) => [state, text, ...details])).toEqual([
      ['ok', 'true'],
      ['problem', 'line 3 is not true', '{"id": 1, "ok": false}'],
      ['problem', 'line 4 is not true', '{"ok": null}'],
      ['problem', 'line 5: the first column is not boolean'],
      ['problem', 'line 6 is not true', '{"x": true, "ok": false}'],
      ['ok', 'true'],
      ['problem', 'line 8: division by zero'],
      ['problem', 'line 9: cannot execute DELETE in a read-only transaction'],
      ['problem', 'transaction control in a check'],
      ['problem', 'line 11: cannot set transaction read-write mode inside a read-only transaction'],
      ['ok', 'true'],
      ['problem', expect.stringContaining('syntax error')],
    ]);
    expect(own[0]?.name).toBe('2: there are rows');
    expect((await client.query('SELECT FROM t')).rowCount).toBe(2);
  });

  test('a failed migration, idle sessions, timeouts of the role, files out of order', async () => {
    await client.query("UPDATE schema_migrations.history SET state = 'failed', statements_total = 2");
    await client.query(`ALTER DATABASE ${database.name} SET lock_timeout = '1s'`);
    const found = await doctor(project);
    expect(named(found.checks, 'migrations are finished')).toMatchObject({
      state: 'problem',
      details: ['V1__t.sql: failed after statement 2 of 2'],
      remedy: expect.stringContaining('schema apply'),
    });
    expect(named(found.checks, 'timeouts')).toMatchObject({
      state: 'note',
      details: ['lock_timeout=1s (the database)'],
    });
    await client.query("UPDATE schema_migrations.history SET state = 'applied'");
    project.write({ 'generated-migrations/V2__a.sql': 'SELECT 1;', 'generated-migrations/V2.0__b.sql': 'SELECT 1;' });
    expect(problems((await doctor(project)).checks)).toEqual(['migrations']);
  });
});

test('one backend for two sessions is a pooler; a clock that is wrong', async () => {
  const database = await freshDatabase(Math.max(...edgeMajors));
  const [one, other] = [await openDatabase(database.url), await openDatabase(database.url)];
  expect(await poolerCheck(one, one, database.url)).toMatchObject({ state: 'problem' });
  expect(await poolerCheck(one, other, database.url)).toMatchObject({ state: 'ok' });
  expect(await poolerCheck(one, other, 'postgres://db-pooler.example/x')).toMatchObject({ state: 'note' });
  expect(await clockCheck(one)).toMatchObject({ state: 'ok' });
  expect(await clockCheck(one, () => Date.now() + 60_000)).toMatchObject({ state: 'note' });
  expect(await clockCheck(one, () => Date.now() - 600_000)).toMatchObject({ state: 'problem' });
  await one.close();
  await other.close();
  await database.drop();
});

test('a role that may do little, on a standby-like server', async () => {
  const database = await freshDatabase(Math.max(...edgeMajors));
  const client = await bystander(database.url);
  await client.query("CREATE ROLE does_little LOGIN PASSWORD 'x'");
  await client.query('ALTER ROLE does_little SET default_transaction_read_only = on');
  const url = database.url.replace('postgres@', 'does_little:x@');
  const project = openProject(url);
  expect(problems((await doctor(project)).checks)).toEqual(['takes writes', 'may create', 'may keep the history']);
  project.remove();
  await client.query('DROP ROLE does_little');
  await client.end();
  await database.drop();
});
