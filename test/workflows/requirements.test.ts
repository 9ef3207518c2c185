// Requirements of docs/requirements.md that are the planner's and the puller's, on a real server.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { openDatabase } from '#src/databases/open.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { fingerprintOf } from '#src/states/fingerprint.js';
import { readLive } from '#src/states/live.js';
import { applyPending } from '#src/workflows/apply.js';
import { plan } from '#src/workflows/plan.js';
import { pull } from '#src/workflows/pull.js';
import { undoApplied } from '#src/workflows/undo.js';
import { errorOf } from '../support/errors/raised.ts';
import { RUN, type TestProject, testProject } from '../support/projects/project.ts';
import { scalar } from '../support/runner/session.ts';
import { edgeMajors, freshDatabase } from '../support/servers/database.ts';

afterAll(closeScratch);

const DESIRED = `CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('good', 'bad');
CREATE TABLE app.users (id int PRIMARY KEY, name text NOT NULL, mood app.mood DEFAULT 'good');
CREATE INDEX users_name ON app.users (lower(name));
CREATE VIEW app.names AS SELECT id, name FROM app.users;
CREATE FUNCTION app.twice(n int) RETURNS int LANGUAGE sql RETURN n * 2;
`;

interface Started {
  readonly url: string;
  readonly database: Database;
  readonly project: TestProject;
}

/** A fresh database and a project on it. */
async function started(schema: string, major: number = Math.max(...edgeMajors)): Promise<Started> {
  const fresh = await freshDatabase(major);
  const database = await openDatabase(fresh.url);
  onTestFinished(async () => {
    await database.close();
    await fresh.drop();
  });
  return { url: fresh.url, database, project: testProject(fresh.url, { 'schema/app.sql': schema }) };
}

const fingerprint = async (database: Database): Promise<string> => fingerprintOf(await readLive(database));

test('R19: every generated migration has its undo, and up, down and up end in equal catalogs', async () => {
  const { database, project } = await started(DESIRED);
  await plan(project.with({}), { name: 'first', against: 'database', write: true });
  await applyPending(project.with({}), RUN);
  const first = await fingerprint(database);
  await database.script("INSERT INTO app.users VALUES (1, 'a', 'bad')");
  const changed = DESIRED.replace(", 'bad')", ", 'bad', 'so so')")
    .replace("DEFAULT 'good'", "DEFAULT 'so so', CHECK (id > 0)")
    .replace('SELECT id, name FROM', 'SELECT id, name, mood FROM');
  project.write({ 'schema/app.sql': changed, 'schema/more.sql': 'CREATE TABLE app.more (id int);\n' });
  await plan(project.with({ now: new Date('2026-05-02T00:00:00Z') }), {
    name: 'second',
    against: 'database',
    write: true,
  });
  const files = project.migrations();
  const ups = files.filter((path) => path.includes('/V'));
  expect(ups.length).toBeGreaterThan(2);
  for (const path of ups) {
    const undo = path.replace('/V', '/U');
    const reason = /^-- schema:irreversible .+$/m.test(project.read(`generated-migrations/${path}`));
    expect([path, files.includes(undo) || reason]).toEqual([path, true]);
  }
  const now = new Date('2026-05-03T00:00:00Z');
  await applyPending(project.with({ now }), RUN);
  const second = await fingerprint(database);
  expect(second).not.toBe(first);
  await undoApplied(project.with({ now }), RUN);
  expect(await fingerprint(database)).toBe(first);
  await applyPending(project.with({ now }), RUN);
  expect(await fingerprint(database)).toBe(second);
});

test('R25: pulled files are the same byte for byte each time, and load', async () => {
  const { url, database } = await started('');
  await database.script(`${DESIRED}; SET search_path = app; COMMENT ON TABLE users IS 'people'`);
  const once = async () => {
    const project = testProject(url);
    const { differences } = await pull(project.with({}), { split: 'object', force: false, environment: null });
    expect(differences).toEqual([]);
    const folder = join(project.path, 'schema');
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.sql'));
    return paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]);
  };
  const files = await once();
  expect(files.length).toBeGreaterThan(4);
  expect(await once()).toEqual(files);
  const text = files.map(([, content]) => content).join('');
  // What pg_dump writes and psql alone understands, and what differs from call to call.
  expect(text).not.toMatch(/^\\|Dumped (from|by)|Started on/m);
  const { database: other } = await started('');
  for (const name of ['schema', 'enums', 'functions', 'tables', 'views']) {
    for (const [path = '', sql = ''] of files) if (path.includes(name)) await other.script(sql);
  }
  expect(await fingerprint(other)).toBe(await fingerprint(database));
});

test.each(edgeMajors)('R28: a new enum value and its use are two files, which run (PostgreSQL %i)', async (major) => {
  const { database, project } = await started(DESIRED, major);
  await plan(project.with({}), { name: 'first', against: 'database', write: true });
  await applyPending(project.with({}), RUN);
  const changed = DESIRED.replace(", 'bad')", ", 'bad', 'so so')").replace("DEFAULT 'good'", "DEFAULT 'so so'");
  project.write({ 'schema/app.sql': changed });
  const now = new Date('2026-05-02T00:00:00Z');
  await plan(project.with({ now }), { name: 'mood', against: 'database', write: true });
  const texts = project
    .migrations()
    .filter((path) => /V20260502/.test(path))
    .map((path) => project.read(`generated-migrations/${path}`));
  expect(texts).toHaveLength(2);
  expect(texts.map((text) => [/ADD VALUE/.test(text), /SET DEFAULT/.test(text)])).toEqual([
    [true, false],
    [false, true],
  ]);
  expect((await applyPending(project.with({ now }), RUN)).files).toHaveLength(2);
  await database.script("INSERT INTO app.users (id, name) VALUES (1, 'a')");
  expect(await scalar(database, 'SELECT mood::text FROM app.users')).toBe('so so');
});

test('R29: a plan does not touch the database: a role that may only read can make it', async () => {
  const { database, project } = await started(DESIRED);
  await database.script('CREATE TABLE public.there (id int); INSERT INTO public.there VALUES (1)');
  const name = String(await scalar(database, 'SELECT current_database()'));
  await database.script(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  // Rows of catalogs count too; a session tells what it wrote when it ends.
  const written = async () => [
    await fingerprint(database),
    await scalar(database, 'SELECT pg_stat_force_next_flush() IS NOT NULL'),
    await scalar(
      database,
      `SELECT (tup_inserted + tup_updated + tup_deleted)::text FROM pg_stat_database WHERE datname = current_database()`,
    ),
  ];
  await written();
  const before = await written();
  const { files } = await plan(project.with({}), { name: 'first', against: 'database', write: true });
  expect(files.length).toBeGreaterThan(1);
  expect(await written()).toEqual(before);
  expect(await errorOf(applyPending(project.with({}), RUN))).toMatchObject({ code: 'database/read-only' });
  expect(await written()).toEqual(before);
  await database.script('SET default_transaction_read_only = off; INSERT INTO public.there VALUES (2)');
  expect(await written()).not.toEqual(before);
});
