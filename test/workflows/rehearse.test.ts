// `schema test`: what is right passes, what is wrong is found, and nothing stays behind.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { type Check, testClean } from '#src/rehearsal/rehearse.js';
import { testRollback } from '#src/rehearsal/rehearse-rollback.js';
import { testVolume } from '#src/rehearsal/rehearse-volume.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { applyAll, testProject } from '../support/projects/project.ts';
import { edgeMajors, freshDatabase, serverUrl } from '../support/servers/database.ts';

const newest = Math.max(...edgeMajors);
const states = (checks: readonly Check[]) => checks.map(({ name, state }) => [name, state]);

afterAll(closeScratch);

const GOOD = {
  'schema/app.sql': `CREATE TABLE public.users (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE public.orders (id int PRIMARY KEY, buyer int NOT NULL REFERENCES public.users, total numeric);
CREATE INDEX orders_buyer ON public.orders (buyer);
`,
  'generated-migrations/V1__users.sql':
    'CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);\nGRANT SELECT ON users TO some_app;\nREVOKE ALL ON users FROM some_app;\n',
  'generated-migrations/U1__users.sql': 'DROP TABLE users;\n',
  'generated-migrations/V2__orders.sql':
    'CREATE TABLE orders (id int PRIMARY KEY, buyer int NOT NULL REFERENCES users, total int);\n',
  'generated-migrations/U2__orders.sql': 'DROP TABLE orders;\n',
  'generated-migrations/V3__total.sql': 'ALTER TABLE orders ALTER total TYPE numeric;\n',
  'generated-migrations/U3__total.sql': 'ALTER TABLE orders ALTER total TYPE int;\n',
  'generated-migrations/V4__index.sql':
    '-- schema:transaction none\nCREATE INDEX CONCURRENTLY orders_buyer ON orders (buyer);\n',
  'generated-migrations/U4__index.sql': '-- schema:transaction none\nDROP INDEX CONCURRENTLY orders_buyer;\n',
};

/** Without what needs a role, which belongs to a server. */
const ON_SERVER = {
  ...GOOD,
  'generated-migrations/V1__users.sql': 'CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL);\n',
};

async function leftBehind(): Promise<number> {
  const server = await openDatabase(await serverUrl(newest));
  const rows = await server.query("SELECT FROM pg_database WHERE datname LIKE 'schema_test_%'");
  await server.close();
  return rows.length;
}

describe('in PGlite', () => {
  test('clean: every file runs on an empty database, and nothing is left to plan', async () => {
    const project = testProject('pglite://nowhere', GOOD);
    const checks = await testClean(project);
    expect(states(checks)).toEqual([
      ['V1__users.sql', 'ok'],
      ['V2__orders.sql', 'ok'],
      ['V3__total.sql', 'ok'],
      ['V4__index.sql', 'ok'],
      ['agrees with the desired files', 'ok'],
    ]);
    expect(checks.every(({ ms }) => ms !== null && ms > 0)).toBe(true);
  });

  test('R19: rollback: each plan up, down and up', async () => {
    const project = testProject('pglite://nowhere', GOOD);
    expect(states(await testRollback(project, { last: 3 }))).toEqual([
      ['V2__orders.sql', 'ok'],
      ['V3__total.sql', 'ok'],
      ['V4__index.sql', 'ok'],
    ]);
  });
});

describe('on a server', () => {
  let url: string;
  beforeAll(async () => {
    url = await serverUrl(newest);
  });

  test('R19: rollback: an undo that is none, one that loses rows, none at all', async () => {
    const project = testProject('pglite://nowhere', ON_SERVER);
    project.write({
      'generated-migrations/U3__total.sql': 'ALTER TABLE orders ALTER total TYPE bigint;\n',
      'generated-migrations/V5__irreversible.sql': '-- schema:irreversible the past is gone\nDELETE FROM orders;\n',
      'generated-migrations/V6__no_undo.sql': 'COMMENT ON TABLE orders IS $$x$$;\n',
      'generated-migrations/V7__needs_empty.sql': 'ALTER TABLE orders ADD note text NOT NULL;\n',
      'generated-migrations/U7__needs_empty.sql': 'ALTER TABLE orders DROP note;\n',
      'generated-migrations/V8__rows.sql': 'UPDATE orders SET total = 0;\n',
      'generated-migrations/U8__rows.sql': 'DELETE FROM orders;\n',
      'generated-migrations/V9__last.sql': 'CREATE TABLE late (id int);\n',
      'generated-migrations/U9__last.sql': 'DROP TABLE nothing;\n',
    });
    const bad = await testRollback(project, { last: 7, on: url });
    expect(states(bad)).toEqual([
      ['V3__total.sql', 'problem'],
      ['V4__index.sql', 'ok'],
      ['V5__irreversible.sql', 'note'],
      ['V6__no_undo.sql', 'note'],
      ['V7__needs_empty.sql', 'note'],
      ['V8__rows.sql', 'note'],
      ['V9__last.sql', 'problem'],
    ]);
    expect(bad[0]?.details).toEqual([expect.stringContaining('after the undo, still to do: ALTER TABLE')]);
    expect(bad[2]?.text).toContain('the past is gone');
    expect(bad[4]?.details).toEqual([expect.stringContaining('only on empty tables')]);
    expect(bad[5]?.details).toEqual(['public.orders held 5 rows and holds 0']);
    expect(bad[6]?.text).toContain('does not exist');
  });

  test('volume: locks, rewrites and the wait of readers', async () => {
    const database = await freshDatabase(newest);
    const project = testProject(database.url, ON_SERVER);
    await applyAll(project);
    project.write({
      'generated-migrations/V5__work.sql': `ALTER TABLE orders ADD note text;
ALTER TABLE orders ALTER total TYPE float8;
SELECT pg_sleep(0.2);
CREATE TABLE fresh (id int REFERENCES users);
CREATE INDEX users_name ON users (name);
`,
      // Long enough to be seen from outside.
      'generated-migrations/V6__apart.sql': `-- schema:transaction none
DO $$ BEGIN LOCK TABLE orders IN SHARE UPDATE EXCLUSIVE MODE; PERFORM pg_sleep(0.5); END $$;
`,
    });
    const report = await testVolume(project, { rows: 10_000, on: url, maxBlockMs: 100 });
    expect(report.filled.map(({ table, rows, why }) => [table, rows, why])).toEqual([
      ['public.orders', 10_000, null],
      ['public.users', 10_000, null],
    ]);
    const seen = report.statements.map(({ line, lock, rewritten }) => [
      line,
      lock?.mode ?? null,
      lock?.table,
      rewritten,
    ]);
    expect(seen).toEqual([
      [1, 'AccessExclusiveLock', 'public.orders', []],
      [2, null, undefined, ['public.orders']],
      [3, null, undefined, []],
      [4, 'ShareRowExclusiveLock', 'public.users', []],
      [5, null, undefined, []],
      [2, 'ShareUpdateExclusiveLock', 'public.orders', []],
    ]);
    const [first] = report.statements;
    expect(first?.heldMs).toBeGreaterThan(200);
    expect(first?.readersMs).toBeGreaterThan(200);
    expect(report.statements[3]?.readersMs).toBeLessThan(first?.readersMs ?? 0);
    expect(report.checks[0]).toMatchObject({
      name: 'V5__work.sql',
      state: 'problem',
      text: 'blocks others for longer than 100 ms',
      details: [expect.stringContaining('line 1: AccessExclusiveLock on public.orders')],
    });
    expect(report.checks[1]).toMatchObject({ name: 'V6__apart.sql', state: 'ok' });
    expect(await leftBehind()).toBe(0);
    await database.drop();
  });

  test('a migration that fails on rows, and one that is given up: nothing stays behind', async () => {
    const project = testProject('pglite://nowhere', {
      ...ON_SERVER,
      'generated-migrations/V5__unique.sql': 'CREATE UNIQUE INDEX ON orders ((buyer % 10));\n',
    });
    const report = await testVolume(project, { rows: 100, on: url, last: 1 });
    expect(report.checks[0]).toMatchObject({
      state: 'problem',
      text: expect.stringContaining('could not create unique'),
    });
    expect(await leftBehind()).toBe(0);
    project.write({ 'generated-migrations/V5__unique.sql': 'SELECT pg_sleep(60);\n' });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 1500);
    const began = Date.now();
    await testVolume(project, { rows: 10, on: url, last: 1, signal: stop.signal }).catch(() => undefined);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(await leftBehind()).toBe(0);
  });

  test('clean on a server, and volume in PGlite, where nobody else can read', async () => {
    const project = testProject('pglite://nowhere', ON_SERVER);
    expect((await testClean(project, { on: url })).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
    project.write({ 'generated-migrations/V5__more.sql': 'CREATE TABLE extra (id int);\n' });
    expect((await testClean(project, { on: url })).at(-1)).toMatchObject({
      state: 'problem',
      details: ['DROP TABLE public.extra'],
      remedy: expect.stringContaining('schema plan'),
    });
    project.write({ 'generated-migrations/V5__more.sql': 'SELECT 1;\nSELECT 1 / 0;\n' });
    expect((await testClean(project, { on: url })).at(-1)).toMatchObject({
      name: 'V5__more.sql',
      state: 'problem',
      details: ['V5__more.sql:2:1'],
    });
    project.write({ 'generated-migrations/V5__more.sql': 'SELECT 1;\n' });
    const report = await testVolume(project, { rows: 1000, last: 3 });
    expect(report.statements.map(({ lock, readersMs, rewritten }) => [lock?.mode, readersMs, rewritten])).toEqual([
      ['AccessExclusiveLock', null, ['public.orders']],
      [undefined, null, []],
      [undefined, null, []],
    ]);
    expect(await leftBehind()).toBe(0);
  });
});
