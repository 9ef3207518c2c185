// Whether a database is still what its migrations made of it, on a real server.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { lockHolder } from '#src/runner/lock.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { DEFAULT_RUN } from '#src/settings/run-settings.js';
import { applyPending, type RunEvent } from '#src/workflows/apply.js';
import { drift } from '#src/workflows/drift.js';
import { plan } from '#src/workflows/plan.js';
import { repairHistory } from '#src/workflows/repair.js';
import { status } from '#src/workflows/status.js';
import { undoApplied } from '#src/workflows/undo.js';
import { errorOf } from '../support/errors/raised.ts';
import { RUN, testProject } from '../support/projects/project.ts';
import { exists } from '../support/runner/session.ts';
import { edgeMajors, freshDatabase } from '../support/servers/database.ts';

afterAll(closeScratch);

const DESIRED = `CREATE SCHEMA app;
CREATE TABLE app.users (id int PRIMARY KEY, name text NOT NULL);
`;
const HISTORY = { against: 'history' } as const;

/** A database that migrations have made, in a project that agrees with it. */
async function migrated() {
  const fresh = await freshDatabase(Math.max(...edgeMajors));
  const database = await openDatabase(fresh.url);
  onTestFinished(async () => {
    await database.close();
    await fresh.drop();
  });
  const project = testProject(fresh.url, { 'schema/app.sql': DESIRED });
  await plan(project.with({}), { name: 'first', against: 'database', write: true });
  await applyPending(project.with({}), RUN);
  return { database, project };
}

test('R14: what was done by hand is shown; revert.sql takes it back', async () => {
  const { database, project } = await migrated();
  const clean = await drift(project.with({}), HISTORY);
  expect(clean).toMatchObject({ drifted: false, differences: [], scripts: [] });
  expect(clean.recorded).toBe(clean.found);

  await database.script('CREATE INDEX by_hand ON app.users (name); ALTER TABLE app.users ADD phone text');
  const resolve = join(project.path, 'drift');
  const found = await drift(project.with({}), { ...HISTORY, resolve });
  expect(found.drifted).toBe(true);
  expect(found.differences.map(({ revert }) => revert.trim()).sort()).toEqual([
    'ALTER TABLE app.users DROP COLUMN phone',
    'DROP INDEX app.by_hand',
  ]);
  expect(found.scripts).toEqual([join(resolve, 'revert.sql'), join(resolve, 'adopt.sql')]);
  // Looking has changed nothing.
  expect(await exists(database, 'app.by_hand')).toBe(true);

  await database.script(readFileSync(join(resolve, 'revert.sql'), 'utf8'));
  expect(await drift(project.with({}), HISTORY)).toMatchObject({ drifted: false });
  await database.script(readFileSync(join(resolve, 'adopt.sql'), 'utf8'));
  expect(await drift(project.with({}), HISTORY)).toMatchObject({ drifted: true, found: found.found });
});

test('R14: what is to stay is adopted: desired, planned, taken as applied', async () => {
  const { database, project } = await migrated();
  await database.script('ALTER TABLE app.users ADD phone text');
  project.write({ 'schema/app.sql': DESIRED.replace('NOT NULL)', 'NOT NULL, phone text)') });
  const { files } = await plan(project.with({}), { name: 'phone', against: 'migrations', write: true });
  const version = /V(\d+)/.exec(files.find(({ path }) => path.includes('/V'))?.path ?? '')?.[1] ?? '';
  await repairHistory(project.with({}), { markApplied: [version], dryRun: false, reason: 'made by hand' });
  expect(await drift(project.with({}), HISTORY)).toMatchObject({ drifted: false });
  expect(await drift(project.with({}), { against: 'desired' })).toMatchObject({ drifted: false });
  expect((await status(project.with({}))).pending).toBe(0);
});

test('R14: what is pending is no drift', async () => {
  const { project } = await migrated();
  project.write({ 'schema/more.sql': 'CREATE TABLE app.more (id int);\n' });
  await plan(project.with({}), { name: 'more', against: 'database', write: true });
  expect((await status(project.with({}))).pending).toBe(1);
  expect(await drift(project.with({}), HISTORY)).toMatchObject({ drifted: false });
});

test('R14: a deployment that is going on is no drift: its end is waited for', async () => {
  const { database, project } = await migrated();
  project.write({
    'generated-migrations/ddl/V20260601000000__slow.sql':
      'CREATE TABLE app.slow (id int);\nSELECT pg_sleep(1);\nCREATE TABLE app.slower (id int);\n',
  });
  const now = new Date('2026-06-02T00:00:00Z');
  const running = applyPending(project.with({ now }), RUN);
  while ((await lockHolder(database, 'schema_migrations')) === null) await sleep(20);
  expect(await drift(project.with({ now }), HISTORY)).toMatchObject({ drifted: false });
  expect((await running).files).toHaveLength(1);
  expect(await exists(database, 'app.slower')).toBe(true);
});

test('an undo on a database that has drifted does not take the drift for what it should be', async () => {
  const { database, project } = await migrated();
  project.write({ 'schema/app.sql': `${DESIRED}CREATE TABLE app.orders (id int);\n` });
  const later = project.with({ now: new Date('2026-05-02T00:00:00Z') });
  await plan(later, { name: 'orders', against: 'database', write: true });
  await applyPending(later, RUN);
  await database.script('CREATE TABLE app.by_hand (id int)');
  await undoApplied(later, { ...RUN, count: 1 }).catch((error: unknown) =>
    expect(error).toHaveProperty('code', 'plan/stale'),
  );
  await undoApplied({ ...later, allow: ['all', 'T704'] }, { ...RUN, yes: false, count: 1 });
  expect(await drift(later, HISTORY)).toMatchObject({ drifted: true });
});

test('a table that somebody has locked: apply looks again, and in the end says so', async () => {
  const { database, project } = await migrated();
  project.write({ 'generated-migrations/ddl/V20260501120000__x.sql': 'CREATE TABLE app.x (id int);' });
  await database.script('CREATE VIEW app.v AS SELECT id FROM app.users; BEGIN; LOCK TABLE app.users');
  const run = { ...DEFAULT_RUN, lockTimeoutMs: 50, attempts: 2 };
  const retries: string[] = [];
  const onEvent = (event: RunEvent): void => void (event.kind === 'retrying' && retries.push(event.path));
  const error = await errorOf(applyPending(project.with({ run }), { ...RUN, onEvent, approve: 'sha256:0123456789ab' }));
  expect(error).toMatchObject({ code: 'migration/failed', exitCode: 5, sqlstate: '55P03' });
  expect(retries).toEqual(['the catalog']);
  await database.script('ROLLBACK');
});
