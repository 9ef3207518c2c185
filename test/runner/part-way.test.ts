import { describe, expect, onTestFinished, test } from 'vitest';
import { apply } from '#src/runner/apply.js';
import type { RunEvent } from '#src/runner/events.js';
import { readStatus } from '#src/runner/status.js';
import { undo } from '#src/runner/undo.js';
import { errorOf } from '../support/errors/raised.ts';
import { exists, folder, historyRows, killedAfter, scalar } from '../support/runner/session.ts';
import { freshServer, TARGETS, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';
const NONE = '-- schema:transaction none\n';

describe.each(TARGETS)('outside a transaction, on $name', ({ fresh }) => {
  test('R07: a failure shows what is done, and the next run goes on from there', async () => {
    const database = await (await use(fresh)).open();
    const files = {
      'V1__t.sql': 'CREATE TABLE t (id int, email text); INSERT INTO t VALUES (1, NULL), (1, NULL);',
      'V2__i.sql': [
        `${NONE}SET work_mem = '5MB';`,
        "UPDATE t SET email = 'a' || coalesce(email, '');",
        'CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id);',
        "CREATE TABLE w AS SELECT current_setting('work_mem') AS mem;",
      ].join('\n'),
    };
    const error = await errorOf(apply(database, { migrations: folder(files), toolVersion }));
    expect(error).toMatchObject({ code: 'migration/failed-part-way', exitCode: 6, sqlstate: '23505' });
    expect(error.location).toMatchObject({ file: 'V2__i.sql', line: 4 });
    expect(error.hint).toBe(
      'What was done (up to statement 2) stays. ' +
        'Correct the cause, then run `schema apply`: it goes on where it stopped.',
    );
    expect(await scalar(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass")).toBe(false);
    expect(await historyRows(database)).toMatchObject([{ state: 'applied' }, { state: 'failed', done: 2, total: 4 }]);
    const status = await readStatus(database, { migrations: folder(files) });
    expect(status.entries[1]).toMatchObject({ state: 'failed', statements: { done: 2, total: 4 } });
    expect(status.entries[1]?.error).toMatch(/could not create unique index/);
    expect(await errorOf(undo(database, { migrations: folder(files), toolVersion }))).toMatchObject({
      code: 'migration/failed-part-way',
    });

    const rewritten = { ...files, 'V2__i.sql': files['V2__i.sql'].replace("'a'", "'b'") };
    expect(await errorOf(apply(database, { migrations: folder(rewritten), toolVersion }))).toMatchObject({
      code: 'migration/checksum',
    });
    await database.script('DELETE FROM t WHERE ctid IN (SELECT max(ctid) FROM t)');
    await apply(database, { migrations: folder(files), toolVersion });
    expect(await scalar(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass")).toBe(true);
    expect(await scalar(database, 'SELECT email FROM t')).toBe('a');
    expect(await scalar(database, 'SELECT mem FROM w')).toBe('5MB');
    expect(await historyRows(database)).toMatchObject([{ state: 'applied' }, { state: 'applied', done: 4, total: 4 }]);
  });

  test('a written-out transaction is done or not, as a whole', async () => {
    const database = await (await use(fresh)).open();
    const sql = [
      `${NONE}CREATE TABLE t (id int);`,
      'BEGIN;',
      'INSERT INTO t VALUES (1);',
      'INSERT INTO gone VALUES (1);',
      'COMMIT;',
    ].join('\n');
    const error = await errorOf(apply(database, { migrations: folder({ 'V1__t.sql': sql }), toolVersion }));
    expect(error).toMatchObject({ code: 'migration/failed-part-way', location: { line: 5 } });
    expect(await scalar(database, 'SELECT count(*)::int FROM t')).toBe(0);
    expect(await historyRows(database)).toMatchObject([{ done: 1, total: 5 }]);
    await database.script('CREATE TABLE gone (id int)');
    await apply(database, { migrations: folder({ 'V1__t.sql': sql }), toolVersion });
    expect(await scalar(database, 'SELECT count(*)::int FROM t')).toBe(1);
  });

  test('a plan of several transactions stops between them and goes on', async () => {
    const database = await (await use(fresh)).open();
    const head = (part: number) => `-- schema:plan ee ${part}/2\n-- schema:transaction file\n`;
    const files = {
      'V1__e.sql': `${head(1)}ALTER TYPE public.e ADD VALUE 'b';`,
      'U1__e.sql': `${head(1)}-- schema:undone-with V2\n`,
      'V2__e.sql': `${head(2)}INSERT INTO public.t VALUES ('b');`,
      'U2__e.sql': `${head(2)}DELETE FROM public.t;`,
    };
    await database.script("CREATE TYPE public.e AS ENUM ('a')");
    const error = await errorOf(apply(database, { migrations: folder(files), toolVersion }));
    expect(error).toMatchObject({ code: 'migration/failed-part-way', sqlstate: '42P01' });
    expect(await historyRows(database)).toMatchObject([{ version: '1', state: 'applied' }]);
    expect(await errorOf(undo(database, { migrations: folder(files), toolVersion }))).toMatchObject({
      code: 'migration/failed-part-way',
      hint: 'Its undo is proven for the whole plan only. Finish it with `schema apply`, then undo it.',
    });
    await database.script('CREATE TABLE public.t (e public.e)');
    await apply(database, { migrations: folder(files), toolVersion });
    await undo(database, { migrations: folder(files), toolVersion });
    expect(await historyRows(database)).toMatchObject([{ state: 'undone' }, { state: 'undone' }]);
    expect(await scalar(database, 'SELECT count(*)::int FROM public.t')).toBe(0);
  });
});

describe('a runner that is killed', () => {
  const files = {
    'V1__t.sql': 'CREATE TABLE t (id int); CREATE TABLE log (at timestamptz DEFAULT now());',
    'V2__i.sql': [
      `${NONE}CREATE INDEX CONCURRENTLY t_id ON t (id);`,
      'CALL p();',
      'DROP INDEX CONCURRENTLY t_id;',
      'INSERT INTO log DEFAULT VALUES;',
    ].join('\n'),
  };
  const migrations = folder(files);

  /** A database in which the runner died after a statement had run and before that was recorded. */
  async function killed(sql: RegExp) {
    const target = await use(freshServer);
    const database = await target.open();
    await database.script(
      `CREATE TABLE calls (at timestamptz DEFAULT clock_timestamp());
       CREATE PROCEDURE p() LANGUAGE sql AS $$INSERT INTO calls DEFAULT VALUES$$`,
    );
    const error = await errorOf(apply(killedAfter(await target.open(), sql), { migrations, toolVersion }));
    expect(error.code).toBe('database/connection');
    const status = await readStatus(database, { migrations });
    expect(status.entries[1]).toMatchObject({ state: 'failed', error: null });
    return database;
  }

  test('after CREATE INDEX CONCURRENTLY: the catalog tells that it is done', async () => {
    const database = await killed(/^CREATE INDEX CONCURRENTLY/);
    const events: RunEvent[] = [];
    await apply(database, { migrations, toolVersion, report: (event) => events.push(event) });
    expect(events.find((event) => event.kind === 'statement skipped')).toMatchObject({
      statement: 1,
      why: 'the index is there and valid',
    });
    expect(await scalar(database, 'SELECT count(*)::int FROM calls')).toBe(1);
    expect(await exists(database, 't_id')).toBe(false);
  });

  test('after DROP INDEX CONCURRENTLY: the catalog tells that too', async () => {
    const database = await killed(/^DROP INDEX CONCURRENTLY/);
    await apply(database, { migrations, toolVersion });
    expect(await scalar(database, 'SELECT count(*)::int FROM log')).toBe(1);
  });

  test('after a procedure that may have committed: nobody can tell, so it asks', async () => {
    const database = await killed(/^CALL p/);
    const error = await errorOf(apply(database, { migrations, toolVersion }));
    expect(error).toMatchObject({
      code: 'migration/failed-part-way',
      message: 'V2__i.sql stopped in an unknown state',
      location: { line: 3 },
    });
    expect(await errorOf(apply(database, { migrations, toolVersion }))).toMatchObject({ message: error.message });
    await apply(database, { migrations, toolVersion, assume: 'done' });
    expect(await scalar(database, 'SELECT count(*)::int FROM calls')).toBe(1);
  });

  test('by SIGKILL of its backend in a transaction: nothing is done', async () => {
    const target = await use(freshServer);
    const other = await target.open();
    const sleeping = folder({ 'V1__t.sql': 'CREATE TABLE t (id int); SELECT pg_sleep(30);' });
    const run = errorOf(apply(await target.open(), { migrations: sleeping, toolVersion }));
    await expect
      .poll(() => scalar(other, "SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'"))
      .not.toBeNull();
    await other.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'");
    expect(await run).toMatchObject({ code: 'migration/failed', sqlstate: '57P01' });
    expect(await exists(other, 'public.t')).toBe(false);
    expect((await readStatus(other, { migrations: sleeping })).lockHolder).toBeNull();
  });
});

test('a lock that others hold is waited for briefly, again and again', async () => {
  const target = await use(freshServer);
  const database = await target.open();
  await database.script('CREATE TABLE t (id int)');
  const reader = await target.open();
  await reader.script('BEGIN; SELECT * FROM t');
  const events: RunEvent[] = [];
  const migrations = folder({ 'V1__c.sql': 'CREATE TABLE u (id int); ALTER TABLE t ADD COLUMN c int;' });
  const options = { migrations, toolVersion, lockTimeoutMs: 100, report: (event: RunEvent) => void events.push(event) };
  expect(await errorOf(apply(database, { ...options, attempts: 2 }))).toMatchObject({
    code: 'migration/failed',
    sqlstate: '55P03',
  });
  expect(events.filter((event) => event.kind === 'retrying')).toHaveLength(1);
  const run = apply(database, options);
  const release = setTimeout(() => void reader.script('COMMIT'), 500);
  onTestFinished(() => clearTimeout(release));
  expect((await run).files).toHaveLength(1);
});
