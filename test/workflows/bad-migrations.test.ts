// Migrations that are not as they should be, on a real server: the documented code and message, and nothing half-done.
// The list of all is docs/requirements.md.
import { chmodSync, cpSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { openDatabase } from '#src/databases/open.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { applyPending } from '#src/workflows/apply.js';
import { plan } from '#src/workflows/plan.js';
import { status } from '#src/workflows/status.js';
import { validate } from '#src/workflows/validate.js';
import { errorOf } from '../support/errors/raised.ts';
import { RUN, testProject } from '../support/projects/project.ts';
import { scalar } from '../support/runner/session.ts';
import { UNPRIVILEGED } from '../support/servers/binaries.mjs';
import { edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

const DIR = 'generated-migrations';
const GOOD = { [`${DIR}/V1__good.sql`]: 'CREATE TABLE good (id int);\n' };

let fresh: FreshDatabase;
let database: Database;
beforeAll(async () => {
  fresh = await freshDatabase(Math.max(...edgeMajors));
  database = await openDatabase(fresh.url);
});
afterAll(async () => {
  await database?.close();
  await fresh?.drop();
  await closeScratch();
});

/** All tables, and what the history has of them: the same before and after what is refused. */
const state = async (): Promise<string> => {
  const tables =
    "SELECT string_agg(oid::regclass::text, ' ' ORDER BY oid) FROM pg_class WHERE relkind = 'r' AND oid >= 16384";
  const there = await scalar(database, "SELECT to_regclass('schema_migrations.history') IS NOT NULL");
  const rows =
    there === true
      ? await scalar(database, 'SELECT json_agg(h ORDER BY version)::text FROM schema_migrations.history AS h')
      : '';
  return `${await scalar(database, tables)} ${rows}`;
};

/** Refused by `validate` and by `apply`, which changes nothing. */
async function refused(files: Readonly<Record<string, string>>, message: RegExp | string): Promise<void> {
  const project = testProject(fresh.url, files);
  const before = await state();
  const { problems } = await validate(project.with({}), { updateSum: false });
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ code: 'migration/invalid-file', exitCode: 4 });
  expect(problems[0]?.message).toMatch(message);
  const error = await errorOf(applyPending(project.with({}), RUN));
  expect(error).toMatchObject({ code: 'migration/invalid-file', exitCode: 4 });
  expect(error.message).toMatch(message);
  expect(await state()).toBe(before);
}

describe('refused before anything runs', () => {
  test.each([
    ['an empty file', { 'V2__empty.sql': '' }, 'V2__empty.sql holds no statement'],
    ['a file of nothing but a comment', { 'V2__c.sql': '-- later /* ; */\n' }, 'V2__c.sql holds no statement'],
    [
      'two files of one version',
      { 'ddl/V2__a.sql': 'SELECT 1;', 'dml/V2.0__b.sql': 'SELECT 1;' },
      'two files have version 2',
    ],
    ['two files of one version, that of the first', { 'ddl/V001__a.sql': 'SELECT 1;' }, 'two files have version 1'],
    ['another name', { 'add_users.sql': 'SELECT 1;' }, 'add_users.sql is not named like a migration'],
    ['an undo of nothing', { 'U9__a.sql': 'SELECT 1;' }, 'U9__a.sql undoes a migration that does not exist'],
    ['a zero byte', { 'V2__a.sql': 'SELECT 1;\0' }, 'V2__a.sql contains a zero byte'],
    ['commands of psql', { 'V2__a.sql': 'CREATE TABLE a (id int);\n\\i b.sql\n' }, 'V2__a.sql does not parse'],
    [
      '\\restrict of pg_dump',
      { 'V2__a.sql': '\\restrict abc\nCREATE TABLE a (id int);\n' },
      'V2__a.sql does not parse',
    ],
    [
      'COPY FROM STDIN',
      { 'V2__a.sql': 'COPY good FROM STDIN;\n' },
      'COPY from or to the client cannot run in a migration',
    ],
    ['COPY FROM STDIN with its rows', { 'V2__a.sql': 'COPY good FROM STDIN;\n1\n\\.\n' }, 'V2__a.sql does not parse'],
    [
      'COMMIT in a transaction',
      { 'V2__a.sql': 'CREATE TABLE a (id int); COMMIT;' },
      'transaction control in a file that runs in a transaction',
    ],
    [
      'VACUUM in a transaction',
      { 'V2__a.sql': 'VACUUM good;' },
      'a statement that PostgreSQL refuses inside a transaction block',
    ],
    [
      'a version in the future',
      { 'V20260502000001__a.sql': 'SELECT 1;' },
      'the version of V20260502000001__a.sql is more than 24 hours in the future',
    ],
  ])('%s: 4', async (_, files: Readonly<Record<string, string>>, message) => {
    const below = Object.entries(files).map(([path, text]) => [`${DIR}/${path}`, text]);
    await refused({ ...GOOD, ...Object.fromEntries(below) }, message);
  });

  test('a file that cannot be read: 4', async () => {
    const project = testProject(fresh.url, { ...GOOD, [`${DIR}/V2__secret.sql`]: 'SELECT 1;' });
    const before = await state();
    chmodSync(join(project.path, DIR, 'V2__secret.sql'), 0o000);
    chmodSync(project.path, 0o755);
    const calls = [
      () => validate(project.with({}), { updateSum: false }),
      () => applyPending(project.with({}), RUN),
      () => status(project.with({})),
    ];
    for (const call of calls) {
      const error = await asNobody(() => errorOf(call()));
      expect(error).toMatchObject({ code: 'migration/invalid-file', exitCode: 4 });
      expect(error.message).toMatch(/V2__secret\.sql cannot be read: EACCES/);
    }
    expect(await state()).toBe(before);
  });

  /** Root may read everything. */
  async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
    if (process.geteuid?.() !== 0 || UNPRIVILEGED.uid === undefined) return await work();
    process.seteuid?.(UNPRIVILEGED.uid);
    try {
      return await work();
    } finally {
      process.seteuid?.(0);
    }
  }
});

test('versions that are no time, and one of the next 24 hours, are taken; nothing is held back by one that ran', async () => {
  const mine = await freshDatabase(Math.max(...edgeMajors));
  const project = testProject(mine.url, {
    [`${DIR}/V99999999__number.sql`]: 'SELECT 1;',
    [`${DIR}/V20261399000000__no_month.sql`]: 'SELECT 1;',
  });
  expect((await validate(project.with({}), { updateSum: false })).problems).toEqual([]);
  expect((await applyPending(project.with({}), RUN)).files).toHaveLength(2);
  const other = testProject(mine.url, { [`${DIR}/V20260501235959__soon.sql`]: 'SELECT 1;' });
  expect((await validate(other.with({}), { updateSum: true })).sumWritten).toBe(true);
  const third = await freshDatabase(Math.max(...edgeMajors));
  const late = testProject(third.url, { [`${DIR}/V20300101000000__typed.sql`]: 'SELECT 1;' });
  const then = new Date('2030-01-01T00:00:00Z');
  expect((await validate(late.with({}), { updateSum: true })).sumWritten).toBe(false);
  expect((await validate(late.with({}), { updateSum: true, ignore: ['invalid-file'] })).sumWritten).toBe(true);
  await applyPending(late.with({ now: then }), RUN);
  late.write({ [`${DIR}/V20300101000001__next.sql`]: 'SELECT 1;' });
  expect((await applyPending(late.with({}), RUN)).files).toHaveLength(1);
  await mine.drop();
  await third.drop();
});

test('R10: a checkout with CRLF and byte order marks is valid, and nothing of it is pending', async () => {
  const mine = await freshDatabase(Math.max(...edgeMajors));
  const text = `CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$\nSELECT 'a';\n$$;\n`;
  const unix = testProject(mine.url, { [`${DIR}/V1__f.sql`]: text, [`${DIR}/R__v.sql`]: 'SELECT 1;\nSELECT 2;\n' });
  await validate(unix.with({}), { updateSum: true });
  await applyPending(unix.with({}), RUN);
  const windows = testProject(
    mine.url,
    Object.fromEntries(
      ['V1__f.sql', 'R__v.sql', 'schema.sum'].map((name) => [
        `${DIR}/${name}`,
        `\uFEFF${unix.read(`${DIR}/${name}`).replaceAll('\n', '\r\n')}`,
      ]),
    ),
  );
  expect(await validate(windows.with({}), { updateSum: false })).toMatchObject({ problems: [], unlisted: [] });
  expect((await applyPending(windows.with({}), RUN)).files).toEqual([]);
  // And the other way round: what ran is the same, whoever ran it.
  const second = await freshDatabase(Math.max(...edgeMajors));
  await applyPending(windows.with({ url: second.url }), RUN);
  const there = await openDatabase(second.url);
  expect(await scalar(there, "SELECT prosrc FROM pg_proc WHERE proname = 'f'")).toBe("\nSELECT 'a';\n");
  expect((await applyPending(unix.with({ url: second.url }), RUN)).files).toEqual([]);
  await there.close();
  await mine.drop();
  await second.drop();
});

test('an applied file that was edited, deleted, or renamed; a plan that is stale by one object', async () => {
  const mine = await freshDatabase(Math.max(...edgeMajors));
  const desired = 'CREATE SCHEMA app;\nCREATE TABLE app.a (id int);\n';
  const project = testProject(mine.url, { 'schema/app.sql': desired });
  await plan(project.with({}), { name: 'first', against: 'database', write: true });
  await applyPending(project.with({}), RUN);
  const [up = ''] = project.migrations().filter((path) => path.includes('/V'));
  const folder = join(project.path, DIR);
  const there = await openDatabase(mine.url);
  const history = () => there.query('SELECT * FROM schema_migrations.history');
  const before = await history();
  const both = async (): Promise<readonly (string | undefined)[]> => [
    (await validate(project.with({}), { updateSum: false })).problems[0]?.code,
    (await errorOf(applyPending(project.with({}), RUN))).code,
  ];

  const text = project.read(`${DIR}/${up}`);
  project.write({ [`${DIR}/${up}`]: text.replace('id int', 'id bigint') });
  expect(await both()).toEqual(['migration/checksum', 'migration/checksum']);
  project.write({ [`${DIR}/${up}`]: text });

  const kept = join(project.path, 'kept.sql');
  cpSync(join(folder, up), kept);
  const undo = up.replace('/V', '/U');
  cpSync(join(folder, undo), `${kept}.undo`);
  rmSync(join(folder, up));
  rmSync(join(folder, undo));
  expect(await both()).toEqual(['migration/missing', 'migration/missing']);
  rmSync(join(folder, 'schema.sum'));
  const gone = await errorOf(applyPending(project.with({}), RUN));
  expect(gone).toMatchObject({ code: 'migration/missing', exitCode: 4 });
  expect(gone.message).toMatch(/was applied and its file is gone$/);

  // Another name and another folder: the version tells that it has run.
  cpSync(kept, join(folder, up.replace('__first', '__another')));
  cpSync(`${kept}.undo`, join(folder, undo.replace('__first', '__another')));
  expect((await applyPending(project.with({}), RUN)).files).toEqual([]);
  renameSync(join(folder, 'ddl'), join(folder, 'elsewhere'));
  expect((await applyPending(project.with({}), RUN)).files).toEqual([]);
  expect(await history()).toEqual(before);

  project.write({ 'schema/app.sql': `${desired}CREATE TABLE app.b (id int);\n` });
  const now = new Date('2026-05-02T00:00:00Z');
  await plan(project.with({ now }), { name: 'second', against: 'database', write: true });
  await there.script('CREATE VIEW app.by_hand AS SELECT 1 AS one');
  const stale = await errorOf(applyPending(project.with({ now }), RUN));
  expect(stale).toMatchObject({ code: 'plan/stale', exitCode: 9 });
  expect(stale.message).toMatch(/ was planned for another state of the database$/);
  expect(await scalar(there, "SELECT to_regclass('app.b')")).toBeNull();
  expect(await history()).toEqual(before);
  await there.close();
  await mine.drop();
});
