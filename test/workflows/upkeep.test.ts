// Baseline, checkpoint, rebase, repair, tags, and the shapes of undo, on a real server.
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { openDatabase } from '#src/databases/open.js';
import { closeScratch } from '#src/scratch/instances.js';
import { applyPending } from '#src/workflows/apply.js';
import { baseline } from '#src/workflows/baseline.js';
import { checkpoint } from '#src/workflows/checkpoint.js';
import { drift } from '#src/workflows/drift.js';
import { readHistoryReport } from '#src/workflows/history.js';
import { plan } from '#src/workflows/plan.js';
import { rebase } from '#src/workflows/rebase.js';
import { repairHistory } from '#src/workflows/repair.js';
import { status } from '#src/workflows/status.js';
import { addTag, listTags, removeTag } from '#src/workflows/tag.js';
import { undoApplied } from '#src/workflows/undo.js';
import { validate } from '#src/workflows/validate.js';
import { errorOf } from '../support/errors/raised.ts';
import { RUN, testProject } from '../support/projects/project.ts';
import { edgeMajors, freshDatabase } from '../support/servers/database.ts';

const NEWEST = Math.max(...edgeMajors);

async function freshUrl(): Promise<string> {
  const fresh = await freshDatabase(NEWEST);
  onTestFinished(() => fresh.drop());
  return fresh.url;
}

async function on<Result>(url: string, work: (database: Database) => Promise<Result>): Promise<Result> {
  const database = await openDatabase(url, { applicationName: 'test' });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

afterAll(closeScratch);

const states = async (project: Parameters<typeof status>[0]): Promise<readonly string[]> =>
  (await status(project)).entries.map(({ version, state }) => `${version} ${state}`);

const DESIRED = `
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('good', 'bad');
CREATE TABLE app.users (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, mood app.mood);
CREATE INDEX users_name ON app.users (name);
CREATE VIEW app.names AS SELECT name FROM app.users;
`;

describe('baseline', () => {
  test('R21: nothing to plan and nothing to apply where it was taken; all of it elsewhere', async () => {
    const url = await freshUrl();
    await on(url, (database) => database.script(DESIRED));
    const project = testProject(url, { 'schema/app.sql': DESIRED });
    const result = await baseline(project.with({}), { name: 'start', writeFile: true });
    expect(project.migrations()).toEqual(['ddl/B20260501000000__start.sql']);
    expect(result.version).toBe('20260501000000');
    expect((await applyPending(project.with({}), RUN)).files).toEqual([]);
    expect((await plan(project.with({}), { against: 'database', write: false })).pair).toBeNull();

    const other = project.with({ url: await freshUrl() });
    expect((await applyPending(other, RUN)).files.map(({ version }) => version)).toEqual(['B20260501000000']);
    expect((await plan(other, { against: 'database', write: false })).pair).toBeNull();
    expect((await plan(other, { against: 'migrations', write: false })).pair).toBeNull();
    expect(await errorOf(baseline(other, { name: 'again', writeFile: true }))).toMatchObject({
      code: 'migration/out-of-order',
    });
  });

  test('without a file the history alone begins', async () => {
    const url = await freshUrl();
    await on(url, (database) => database.script('CREATE TABLE a (id int)'));
    const project = testProject(url, {
      'generated-migrations/V1__a.sql': 'CREATE TABLE a (id int);',
      'generated-migrations/V2__b.sql': 'CREATE TABLE b (id int);',
    });
    await baseline(project.with({}), { name: 'start', version: '1', writeFile: false });
    expect(await states(project.with({}))).toEqual(['B1 applied', '1 below baseline', '2 pending']);
    expect((await applyPending(project.with({}), RUN)).files.map(({ version }) => version)).toEqual(['2']);
  });
});

describe('a baseline of a database that is not what its version leads to', () => {
  const FILES = {
    'schema/a.sql': 'CREATE TABLE a (id int);',
    'generated-migrations/V1__a.sql': 'CREATE TABLE a (id int);',
    'generated-migrations/R__v.sql': 'CREATE OR REPLACE VIEW v AS SELECT 1 AS one;',
  };

  test('says how it differs, and the next plan is checked against it', async () => {
    const [clean, url] = [await freshUrl(), await freshUrl()];
    const project = testProject(clean, { ...FILES, 'schema/v.sql': 'CREATE VIEW v AS SELECT 1 AS one;' });
    await applyPending(project.with({}), RUN);
    project.write({ 'schema/a.sql': 'CREATE TABLE a (id int, name text);' });
    await plan(project.with({}), { against: 'database', write: true, name: 'add_name' });
    await on(url, (database) => database.script('CREATE TABLE a (id int, extra text)'));
    const here = project.with({ url });
    const { differences } = await baseline(here, { name: 'start', version: '1', writeFile: false });
    expect(differences).toEqual(expect.arrayContaining(['ALTER TABLE public.a DROP COLUMN extra']));
    expect(await errorOf(applyPending(here, RUN))).toMatchObject({ code: 'plan/stale' });
    const found = await drift(here, { against: 'history' });
    expect(found.differences.map(({ revert }) => revert)).toEqual(['ALTER TABLE public.a DROP COLUMN extra']);
  });

  test('is content with a database that is as it should be, and its drift is found later', async () => {
    const url = await freshUrl();
    await on(url, (database) => database.script('CREATE TABLE a (id int); CREATE VIEW v AS SELECT 1 AS one'));
    const project = testProject(url, FILES);
    expect(await baseline(project.with({}), { name: 'start', version: '1', writeFile: false })).toMatchObject({
      differences: [],
    });
    await on(url, (database) => database.script('CREATE INDEX by_hand ON a (id)'));
    const found = await drift(project.with({}), { against: 'history' });
    expect(found.differences.map(({ revert }) => revert)).toContain('DROP INDEX public.by_hand');
    expect(found.differences.map(({ revert }) => revert)).not.toContain('DROP TABLE public.a');
  });
});

describe('checkpoint', () => {
  const FILES = {
    'generated-migrations/ddl/V1__tables.sql':
      'CREATE TABLE kinds (id int PRIMARY KEY, parent int REFERENCES kinds, name text UNIQUE);\n' +
      'CREATE TABLE things (id serial PRIMARY KEY, kind int REFERENCES kinds);',
    'generated-migrations/dml/V2__rows.sql':
      "INSERT INTO kinds VALUES (2, 2, 'it''s'), (1, 2, NULL); INSERT INTO things (kind) VALUES (1), (2);",
    'generated-migrations/ddl/V3__more.sql': 'ALTER TABLE things ADD note text DEFAULT $$none$$;',
    'generated-migrations/ddl/U3__more.sql': 'ALTER TABLE things DROP note;',
    'generated-migrations/ddl/V4__later.sql': 'CREATE TABLE later (id int);',
  };

  test('R22: leaves what the migrations leave, rows and sequences included', async () => {
    const [old, fresh] = [await freshUrl(), await freshUrl()];
    const project = testProject(old, FILES);
    await validate(project.with({}), { updateSum: true });
    await applyPending(project.with({}), RUN);
    const made = await checkpoint(project.with({}), { name: 'v1', upTo: '3', prune: true });
    expect(made.pruned).toHaveLength(4);
    expect(project.migrations()).toEqual(['ddl/B3__v1.sql', 'ddl/V4__later.sql']);
    expect((await validate(project.with({}), { updateSum: false })).problems).toEqual([]);
    expect((await applyPending(project.with({ url: fresh }), RUN)).files.map(({ version }) => version)).toEqual([
      'B3',
      '4',
    ]);
    const rows = (url: string) =>
      on(url, async (database) => [
        await database.query('SELECT * FROM kinds ORDER BY id'),
        await database.query('INSERT INTO things DEFAULT VALUES RETURNING *'),
      ]);
    expect(await rows(fresh)).toEqual(await rows(old));
    // The old database keeps its history; what is gone is not missing.
    expect((await applyPending(project.with({}), RUN)).files).toEqual([]);
    expect(await states(project.with({}))).toEqual(['B3 ignored', '1 deleted', '2 deleted', '3 deleted', '4 applied']);
  });

  test('R22: a database that lags behind it is told what it lacks', async () => {
    const url = await freshUrl();
    const project = testProject(url, FILES);
    await validate(project.with({}), { updateSum: true });
    await applyPending(project.with({}), { ...RUN, to: '2' });
    await checkpoint(project.with({}), { name: 'v1', upTo: '3', prune: true });
    expect(await errorOf(applyPending(project.with({}), RUN))).toMatchObject({
      code: 'migration/missing',
      exitCode: 4,
    });
  });
});

describe('two branches', () => {
  const cwd = process.cwd();
  beforeEach(() => {
    onTestFinished(() => process.chdir(cwd));
  });

  /** Both branches add a plan and a file by hand; `feature` has merged main, with the conflict that must come. */
  async function diverged() {
    const project = testProject('pglite://unused', { '.gitignore': '.schema\n' });
    process.chdir(project.path);
    const commit = (message: string): void => {
      project.git('add', '-A');
      project.git('commit', '-qm', message);
    };
    const add = async (table: string, at: string): Promise<void> => {
      project.write({ [`schema/${table}.sql`]: `CREATE TABLE ${table} (id int);` });
      await plan(project.with({ now: new Date(at) }), { against: 'migrations', write: true, name: table });
      commit(table);
    };
    project.git('init', '-qb', 'main', '.');
    await add('base', '2026-01-01T00:00:00Z');
    project.git('checkout', '-qb', 'feature');
    await add('ours', '2026-01-02T00:00:00Z');
    project.git('checkout', '-q', 'main');
    await add('theirs', '2026-01-03T00:00:00Z');
    project.git('checkout', '-q', 'feature');
    expect(() => project.git('merge', 'main')).toThrow();
    expect(project.git('diff', '--name-only', '--diff-filter=U').trim()).toBe('generated-migrations/schema.sum');
    return project;
  }

  test('R12: conflict in schema.sum, fail validation, and are put in order by one command', async () => {
    const project = await diverged();
    const before = await validate(project.with({}), { updateSum: false, baseRef: 'main' });
    expect(before.problems.map(({ code }) => code)).toContain('migration/out-of-order');
    const moved = await rebase(project.with({}), { onto: 'main', dryRun: false, askDatabase: false });
    expect(moved.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([
      'ddl/U20260102000000__ours.sql ddl/U20260501000000__ours.sql',
      'ddl/V20260102000000__ours.sql ddl/V20260501000000__ours.sql',
    ]);
    expect(project.read('generated-migrations/ddl/V20260501000000__ours.sql')).toMatch(/^-- V20260501000000__ours/);
    expect((await validate(project.with({}), { updateSum: false, baseRef: 'main' })).problems).toEqual([]);
    expect((await plan(project.with({}), { against: 'migrations', write: false })).pair).toBeNull();
    expect(await rebase(project.with({}), { onto: 'main', dryRun: false, askDatabase: false })).toEqual([]);
    const { files } = await applyPending(project.with({ url: await freshUrl() }), RUN);
    expect(files.map(({ name }) => name)).toEqual(['base', 'theirs', 'ours']);
  });

  test('what the base has may not be changed or deleted', async () => {
    const project = await diverged();
    await rebase(project.with({}), { onto: 'main', dryRun: false, askDatabase: false });
    project.write({ 'generated-migrations/ddl/V20260101000000__base.sql': 'CREATE TABLE other (id int);' });
    const { problems } = await validate(project.with({}), { updateSum: false, baseRef: 'main' });
    expect(problems.map(({ message }) => message)).toContain('ddl/V20260101000000__base.sql is not as it is in main');
    expect(await errorOf(validate(project.with({}), { updateSum: false, baseRef: 'nowhere' }))).toMatchObject({
      code: 'usage/invalid',
    });
  });

  test('a plan that is applied keeps its version', async () => {
    const project = await diverged();
    const url = await freshUrl();
    await validate(project.with({}), { updateSum: true });
    await applyPending(project.with({ url }), RUN);
    const asked = rebase(project.with({ url }), { onto: 'main', dryRun: false, askDatabase: true });
    expect((await errorOf(asked)).message).toMatch(/ours\.sql is applied in this database/);
  });
});

describe('repair', () => {
  const FILES = {
    'generated-migrations/V1__a.sql': 'CREATE TABLE a (id int);',
    'generated-migrations/V2__b.sql': 'CREATE TABLE b (id int);',
    'generated-migrations/V3__c.sql': 'CREATE TABLE c (id int);',
  };
  const dryRun = false;

  test('each correction does its own, and leaves an event with its reason', async () => {
    const project = testProject(await freshUrl(), FILES);
    await applyPending(project.with({}), { ...RUN, to: '2' });
    const { 'generated-migrations/V1__a.sql': _, ...left } = FILES;
    const after = testProject(project.with({}).url, {
      ...left,
      'generated-migrations/V2__b.sql': '-- A comment came later.\nCREATE TABLE b (id int);',
    }).with({});
    expect((await errorOf(applyPending(after, RUN))).code).toBe('migration/missing');
    expect((await repairHistory(after, { dryRun })).map(({ repair }) => repair)).toEqual(['checksum', 'missing']);
    await repairHistory(after, { checksums: true, dryRun, reason: 'a comment' });
    expect((await errorOf(applyPending(after, RUN))).code).toBe('migration/missing');
    await repairHistory(after, { missing: true, dryRun: true });
    expect((await errorOf(applyPending(after, RUN))).code).toBe('migration/missing');
    await repairHistory(after, { missing: true, dryRun });
    await repairHistory(after, { markApplied: ['3'], dryRun, reason: 'made by hand' });
    expect(await states(after)).toEqual(['1 deleted', '2 applied', '3 applied']);
    await repairHistory(after, { markUndone: ['3'], dryRun });
    expect(await states(after)).toEqual(['1 deleted', '2 applied', '3 undone']);
    const { events } = await readHistoryReport(after);
    const repairs = events.filter(({ event }) => event === 'repaired').map(({ details }) => details);
    expect(repairs.map(({ repair, reason }) => [repair, reason])).toEqual([
      ['checksum', 'a comment'],
      ['missing', null],
      ['mark applied', 'made by hand'],
      ['mark undone', null],
    ]);
    expect((await errorOf(repairHistory(after, { markApplied: ['9'], dryRun }))).code).toBe('usage/invalid');
  });

  test('what stopped part-way is forgotten, or its statement in doubt is decided', async () => {
    const url = await freshUrl();
    const text = '-- schema:transaction none\nCREATE TABLE a (id int); SELECT 1/0;';
    const project = testProject(url, { 'generated-migrations/V1__a.sql': text }).with({});
    expect((await errorOf(applyPending(project, RUN))).code).toBe('migration/failed-part-way');
    await on(url, (database) =>
      database.script('UPDATE schema_migrations.history SET statement_begun = 2 WHERE version = $$1$$'),
    );
    await repairHistory(project, { assume: { done: true, version: '1' }, dryRun });
    expect((await applyPending(project, RUN)).files).toHaveLength(1);
    await on(url, (database) => database.script("UPDATE schema_migrations.history SET state = 'failed'; DROP TABLE a"));
    await repairHistory(project, { failed: true, dryRun });
    expect(await states(project)).toEqual(['1 undone']);
  });
});

describe('tags, deployments and the shapes of undo', () => {
  const file = (version: number) => ({
    [`generated-migrations/V${version}__t.sql`]: `CREATE TABLE t${version} (id int);`,
    [`generated-migrations/U${version}__t.sql`]: `DROP TABLE t${version};`,
  });
  const versions = ({ files }: { readonly files: readonly { readonly version: string }[] }) =>
    files.map(({ version }) => version);
  let url = '';
  beforeAll(async () => {
    url = (await freshDatabase(NEWEST)).url;
  });

  test('R31: a tag, a date, a deployment and a version name the same states', async () => {
    const project = testProject(url, { ...file(1), ...file(2) });
    await addTag(project.with({}), 'nothing');
    await applyPending(project.with({}), RUN);
    await addTag(project.with({}), 'two');
    const between = new Date().toISOString();
    project.write({ ...file(3), ...file(4) });
    const { deploymentId } = await applyPending(project.with({}), RUN);
    const dry = (shape: object) => undoApplied(project.with({}), { ...RUN, dryRun: true, ...shape }).then(versions);
    for (const shape of [
      { toTag: 'two' },
      { to: '2' },
      { toDate: between },
      { ofDeployment: 'latest' },
      { ofDeployment: deploymentId?.slice(0, 8) },
      { count: 2 },
    ]) {
      expect(await dry(shape)).toEqual(['4', '3']);
    }
    expect(await dry({ toTag: 'nothing' })).toEqual(['4', '3', '2', '1']);
    expect((await errorOf(dry({ toTag: 'none' }))).code).toBe('usage/invalid');
    expect((await errorOf(dry({ to: '1', count: 1 }))).code).toBe('usage/invalid');
    expect((await errorOf(dry({ toDate: 'yesterday' }))).code).toBe('usage/invalid');

    expect((await errorOf(undoApplied(project.with({}), { ...RUN, only: ['2'] }))).code).toBe('migration/out-of-order');
    expect(versions(await undoApplied(project.with({}), { ...RUN, only: ['2'], force: true }))).toEqual(['2']);
    expect(await states(project.with({}))).toEqual(['1 applied', '2 out of order', '3 applied', '4 applied']);

    const late = project.with({});
    expect((await errorOf(applyPending(late, RUN))).message).toMatch(
      /^out of order: V2__t\.sql \(V2\) is older than V4/,
    );
    await applyPending({ ...late, run: { ...(await defaults()), outOfOrder: 'allow-if-independent' } }, RUN);
    // The one that came last goes first, whatever its version.
    expect(await dry({ count: 1 })).toEqual(['2']);
    expect((await listTags(late)).map(({ name, version }) => [name, version])).toEqual([
      ['nothing', null],
      ['two', '2'],
    ]);
    expect((await errorOf(addTag(late, 'two'))).code).toBe('usage/invalid');
    expect(await removeTag(late, 'two')).toBe(true);
  });

  test('a late file that touches what later ones touch is refused, with the name', async () => {
    const other = await freshUrl();
    const project = testProject(other, {
      'generated-migrations/V1__a.sql': 'CREATE SCHEMA app; CREATE TABLE app.a (id int); CREATE TABLE app.z (id int);',
      'generated-migrations/V3__v.sql': 'CREATE VIEW app.v AS SELECT id FROM app.a;',
    });
    const run = { ...(await defaults()), outOfOrder: 'allow-if-independent' as const };
    await applyPending(project.with({ run }), RUN);
    project.write({ 'generated-migrations/V2__a.sql': 'ALTER TABLE app.a ADD note text;' });
    const error = await errorOf(applyPending(project.with({ run }), RUN));
    expect(error.detail).toMatch(/V3__v\.sql, applied later, touch app\.[av]/);
    project.write({ 'generated-migrations/V2__a.sql': 'DO $$ BEGIN END $$;' });
    expect((await errorOf(applyPending(project.with({ run }), RUN))).detail).toMatch(/its text does not tell/);
    project.write({ 'generated-migrations/V2__a.sql': 'ALTER TABLE app.z ADD note text;' });
    expect(versions(await applyPending(project.with({ run }), RUN))).toEqual(['2']);
  });

  const defaults = async () => (await import('#src/settings/run-settings.js')).DEFAULT_RUN;
});

describe('a plan that changes what a repeatable migration makes', () => {
  const FILES = {
    'schema/t.sql': 'CREATE TABLE t (id int);',
    'generated-migrations/V1__t.sql': 'CREATE TABLE t (id int);',
    'generated-migrations/R__v.sql': 'CREATE OR REPLACE VIEW v AS SELECT id FROM t;',
  };
  const planned = (project: Parameters<typeof plan>[0]) =>
    plan(project, { against: 'database', write: true, name: 'next' });

  test('is refused where only the repeatable one makes it: new databases would fail', async () => {
    const project = testProject(await freshUrl(), FILES);
    await applyPending(project.with({}), RUN);
    const dropped = await errorOf(planned(project.with({})));
    expect([dropped.code, dropped.message]).toEqual([
      'plan/refused',
      'the plan changes view public.v, which only R__v.sql makes',
    ]);
    project.write({ 'schema/t.sql': 'CREATE TABLE t (id bigint); CREATE VIEW v AS SELECT id FROM t;' });
    expect((await errorOf(planned(project.with({})))).code).toBe('plan/refused');
    expect(project.migrations()).toEqual(['R__v.sql', 'V1__t.sql']);
    project.write({
      'schema/t.sql': 'CREATE TABLE t (id bigint);',
      'generated-migrations/R__v.sql': 'DROP VIEW IF EXISTS v;',
    });
    await applyPending(project.with({}), RUN);
    expect((await planned(project.with({}))).files).toHaveLength(2);
    await applyPending(project.with({ url: await freshUrl() }), RUN);
  });

  test('is written where a versioned one makes it first', async () => {
    const project = testProject(await freshUrl(), {
      ...FILES,
      'generated-migrations/V2__v.sql': 'CREATE VIEW public.v AS SELECT id FROM t;',
    });
    await applyPending(project.with({}), RUN);
    expect((await planned(project.with({}))).files).toHaveLength(2);
  });
});
