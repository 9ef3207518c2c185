// `locks`, `clean` and the backup before `apply`: what must not happen by mistake.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeBackup } from '#src/backup/backup.js';
import { backupSettings } from '#src/backup/backup-settings.js';
import { touchedTables } from '#src/backup/touched-tables.js';
import { openDatabase } from '#src/databases/open.js';
import { readMigrations } from '#src/migrations/folder.js';
import { lockHolder } from '#src/runner/lock.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { clean, planClean } from '#src/workflows/clean.js';
import { locks, releaseLock } from '#src/workflows/locks.js';
import { applyAll, openProject, testProject } from '../support/projects/project.ts';
import { bystander, edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

const oldest = Math.min(...edgeMajors);
const newest = Math.max(...edgeMajors);

afterAll(closeScratch);
beforeAll(loadParser);

async function eventually(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('locks: the holder, who blocks it, who waits for it; and its end, with a reason', async () => {
  const database = await freshDatabase(newest);
  const project = testProject(database.url, { 'generated-migrations/V1__t.sql': 'CREATE TABLE t (id int);\n' });
  expect(await locks(project)).toEqual({ holder: null, blockedBy: [], blocking: [], waiting: [] });
  expect(await releaseLock(project, { reason: 'nothing to release' })).toBeNull();
  await applyAll(project);

  const reader = await bystander(database.url);
  const later = await bystander(database.url);
  await reader.query('BEGIN; SELECT * FROM t');
  project.write({ 'generated-migrations/V2__n.sql': 'ALTER TABLE t ADD COLUMN n int;\n' });
  const running = applyAll(project).catch((error: unknown) => error);
  const other = await openDatabase(database.url);
  await eventually(async () => (await locks(project)).blockedBy.length === 1);
  const waiting = later.query('SELECT * FROM t');
  await eventually(async () => (await locks(project)).blocking.length === 1);
  const found = await locks(project);
  expect(found.holder).toMatchObject({ application: expect.stringContaining('schema apply'), state: 'active' });
  expect(found.holder?.statement).toBe('ALTER TABLE t ADD COLUMN n int');
  expect(found.blockedBy.map(({ application }) => application)).toEqual(['bystander']);
  expect(found.blocking[0]?.statement).toBe('SELECT * FROM t');

  const ended = await releaseLock(project, { reason: 'it hangs' });
  expect(ended?.pid).toBe(found.holder?.pid);
  expect(await running).toMatchObject({ code: expect.stringMatching(/^(migration|database)\//) });
  expect(await lockHolder(other, 'schema_migrations')).toBeNull();
  await waiting;
  const events = await other.query("SELECT details FROM schema_migrations.events WHERE event = 'lock released'");
  expect(events).toEqual([{ details: expect.objectContaining({ reason: 'it hangs', pid: ended?.pid }) }]);
  await reader.end();
  await later.end();
  await other.close();
  await database.drop();
});

describe('clean', () => {
  test.each(edgeMajors)('drops all that is managed and the history, on PostgreSQL %i', async (major) => {
    const database = await freshDatabase(major);
    const base = testProject(database.url, {
      'generated-migrations/V1__all.sql': `CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('good');
CREATE TABLE app.a (id int PRIMARY KEY, mood app.mood);
CREATE TABLE app.b (id int PRIMARY KEY, a int REFERENCES app.a);
ALTER TABLE app.a ADD b int REFERENCES app.b;
CREATE VIEW app.v AS SELECT a.id FROM app.a;
CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT 1';
INSERT INTO app.a VALUES (1, 'good'), (2, NULL);
`,
    });
    await applyAll(base);
    await expect(planClean(base)).rejects.toMatchObject({ code: 'runner/not-cleanable' });
    await expect(clean(base, database.name)).rejects.toMatchObject({ code: 'runner/not-cleanable' });
    const guarded = { ...base, allowClean: true, protectedBy: 'production' };
    await expect(clean(guarded, database.name)).rejects.toMatchObject({
      message: expect.stringContaining('protected'),
    });

    const project = { ...base, allowClean: true };
    const planned = await planClean(project);
    expect([planned.name, planned.history]).toEqual([database.name, true]);
    expect(planned.tables.filter(({ name }) => name.startsWith('app'))).toEqual([
      { name: 'app.a', rows: 2, estimated: false },
      { name: 'app.b', rows: 0, estimated: false },
    ]);
    await expect(clean(project, 'another')).rejects.toMatchObject({ code: 'runner/confirmation' });
    const client = await bystander(database.url);
    expect((await client.query('SELECT FROM app.a')).rowCount).toBe(2);
    await clean(project, database.name);
    const left = `SELECT nspname FROM pg_namespace WHERE nspname IN ('app', 'schema_migrations')
      UNION SELECT proname FROM pg_proc WHERE proname = 'f'`;
    expect((await client.query(left)).rows).toEqual([]);
    // And it can begin anew.
    expect((await applyAll(project)).files).toHaveLength(1);
    await client.end();
    base.remove();
    await database.drop();
  });
});

describe('backup', () => {
  let database: FreshDatabase;
  const files = {
    'generated-migrations/V1__a.sql':
      'CREATE TABLE a (id int PRIMARY KEY);\nCREATE TABLE "B c" (id int);\nCREATE TABLE d (id int REFERENCES a ON DELETE CASCADE);\nINSERT INTO a VALUES (1);\n',
  };
  const pendingOf = (sql: string) => readMigrations([{ path: 'V2__x.sql', text: sql }]).pairs.map(({ up }) => up);
  let base: ReturnType<typeof testProject>;
  beforeAll(async () => {
    database = await freshDatabase(oldest);
    base = openProject(database.url.replace('postgres@', 'postgres:sentinel@'), files);
    await applyAll(base);
  });
  afterAll(async () => {
    base.remove();
    await database.drop();
  });

  test.each([
    ['ALTER TABLE a ADD n int; CREATE TABLE e (id int)', ['public.a']],
    ['CREATE TABLE e (id int)', []],
    ['DROP INDEX a_pkey', ['public.a']],
    ['COMMENT ON COLUMN "B c".id IS \'x\'', ['public."B c"']],
    ['INSERT INTO "B c" SELECT id FROM a', ['public."B c"', 'public.a']],
    ['INSERT INTO d VALUES (1)', ['public.d']],
    // A cascade, a block, a routine of somebody's: who knows.
    ['DELETE FROM a', 'all'],
    ['DROP TABLE a CASCADE', 'all'],
    ['DO $$ BEGIN END $$', 'all'],
    ['SELECT f()', 'all'],
  ])('%s touches %j', async (sql, tables) => {
    const session = await openDatabase(database.url);
    const touched = await touchedTables(session, pendingOf(sql));
    await session.close();
    if (tables === 'all')
      expect(touched).toMatchObject({ becauseOf: sql, tables: expect.arrayContaining(['public.d']) });
    else expect(touched.tables.filter((name) => !name.startsWith('schema_'))).toEqual(tables);
  });

  test('a command is told what runs where, without a password in words; its failure stops everything', async () => {
    const session = await openDatabase(database.url);
    const out = join(base.path, 'told');
    const tell = `echo "$SCHEMA_URL $SCHEMA_PENDING $SCHEMA_BACKUP_ID $PGPASSWORD $PGDATABASE" > ${out}`;
    const project = { ...base, backup: { command: tell, verify: 'test -n "$SCHEMA_BACKUP_ID"' } };
    const pending = pendingOf('ALTER TABLE a ADD n int');
    const record = await takeBackup(project, session, { pending, digest: `sha256:${'ab'.repeat(32)}` });
    expect(record).toMatchObject({ kind: 'command', tables: 'all', file: null, reused: false });
    expect(record?.id).toMatch(/^\d{8}T\d{6}Z-abababababab$/);
    expect(readFileSync(out, 'utf8')).toBe(`${database.url} V2__x.sql ${record?.id} sentinel ${database.name}\n`);
    const events = await session.query(
      "SELECT details ->> 'id' AS id FROM schema_migrations.events WHERE event = 'backup'",
    );
    expect(events).toEqual([{ id: record?.id }]);

    // Young enough, it is taken for the next one.
    const again = await takeBackup({ ...project, backup: { command: 'exit 1', maxAgeMinutes: '5' } }, session, {
      pending,
    });
    expect(again).toMatchObject({ id: record?.id, reused: true });
    const failing = (backup: Record<string, string>) => takeBackup({ ...base, backup }, session, { pending });
    await expect(failing({ command: 'echo $PGPASSWORD is wrong >&2; exit 3' })).rejects.toMatchObject({
      code: 'runner/backup',
      message: 'the backup command ended with 3',
      detail: '*** is wrong',
    });
    await expect(failing({ command: 'true', verify: 'false' })).rejects.toMatchObject({ code: 'runner/backup' });
    expect(await takeBackup(project, session, { pending: [] })).toBeNull();
    expect(await takeBackup(base, session, { pending })).toBeNull();
    await session.close();
  });

  test('settings that are none', () => {
    expect(() => backupSettings({ comand: 'x' })).toThrow('unknown key "backup.comand"');
    expect(() => backupSettings({ tables: 'some' })).toThrow('must be touched or all');
    expect(() => backupSettings({ maxAgeMinutes: 'x' })).toThrow('whole number');
  });

  test.each(edgeMajors)('pg_dump of what is touched on PostgreSQL %i, where it is new enough', async (major) => {
    const own = major === oldest ? database : await freshDatabase(major);
    const directory = join(base.path, `dumps-${major}`);
    const project = { ...base, url: own.url, backup: { directory } };
    if (own !== database) await applyAll({ ...base, url: own.url });
    const session = await openDatabase(own.url);
    const take = () => takeBackup(project, session, { pending: pendingOf('ALTER TABLE "B c" ADD n int') });
    const installed = installedMajor();
    if (installed >= major) {
      const record = await take();
      expect(record).toMatchObject({ kind: 'pg_dump', tables: ['public."B c"'] });
      const list = execFileSync('pg_restore', ['--list', record?.file ?? ''], { encoding: 'utf8' });
      expect(list.match(/TABLE DATA .*/g)).toEqual(['TABLE DATA public B c postgres']);
      expect(record?.bytes).toBe(statSync(record?.file ?? '').size);
      expect(statSync(record?.file ?? '').mode & 0o077).toBe(0);
      expect(record?.restore).toContain(`pg_restore --clean --if-exists`);
      const wrong = { ...project, url: own.url.replace(own.name, 'there_is_none') };
      await expect(takeBackup(wrong, session, { pending: pendingOf('DO $$ BEGIN END $$') })).rejects.toMatchObject({
        code: 'runner/backup',
        detail: expect.stringContaining('there_is_none'),
      });
      expect(readdirSync(directory)).toHaveLength(1);
    } else {
      const why =
        installed === 0 ? 'pg_dump does not run' : `pg_dump is of PostgreSQL ${installed}, and the server of ${major}`;
      await expect(take()).rejects.toMatchObject({ code: 'runner/backup', message: why });
      expect(existsSync(directory)).toBe(false);
    }
    await session.close();
    if (own !== database) await own.drop();
  });
});

/** Of the pg_dump in PATH; 0: there is none. */
function installedMajor(): number {
  try {
    return Number(/(\d+)\./.exec(execFileSync('pg_dump', ['--version'], { encoding: 'utf8' }))?.[1]);
  } catch {
    return 0;
  }
}
