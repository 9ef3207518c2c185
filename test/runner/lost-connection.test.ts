// What becomes of a run whose server, backend or connection goes away.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { connectPostgres } from '#src/databases/postgres.js';
import { apply } from '#src/runner/apply.js';
import type { RunEvent } from '#src/runner/events.js';
import { lockHolder, lockKey } from '#src/runner/lock.js';
import { errorOf } from '../support/errors/raised.ts';
import { exists, folder, historyRows, scalar } from '../support/runner/session.ts';
import { edgeMajors } from '../support/servers/database.ts';
import { startProxy } from '../support/servers/proxy.mjs';
import { type Server, startServer } from '../support/servers/server.mjs';

const toolVersion = '0.1.0';

// Its server is restarted and its backends are killed, so that it can't be shared.
let server: Server;
beforeAll(async () => {
  server = await startServer(Math.max(...edgeMajors), { settings: { restart_after_crash: 'on' } });
});
afterAll(() => server?.stop());

/** A fresh database: its URL, a session to look on with, and one to run in. */
async function fresh(through: (url: string) => string = (url) => url) {
  const name = await server.createDatabase();
  const url = server.url(name);
  const sessions: Database[] = [];
  const open = async (to = url): Promise<Database> => {
    const session = await connectPostgres(to);
    sessions.push(session);
    return session;
  };
  onTestFinished(async () => {
    for (const session of sessions) await session.close();
    await server.dropDatabase(name);
  });
  const events: RunEvent[] = [];
  const report = (event: RunEvent): void => void events.push(event);
  return { open, run: await open(through(url)), events, report, kinds: () => events.map((event) => event.kind) };
}

const outcomes = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.kind === 'reconnected' ? [event.outcome] : []));

const FILES = {
  'V1__a.sql': 'CREATE TABLE a (id int);',
  'V2__b.sql': 'CREATE TABLE b (id int); INSERT INTO b VALUES (1);',
  'V3__i.sql':
    "-- schema:transaction none\nSET work_mem = '5MB';\nCREATE INDEX CONCURRENTLY b_id ON b (id);\nINSERT INTO a SELECT setting::int FROM pg_settings WHERE name = 'work_mem';",
};

describe('a connection that is cut at COMMIT', () => {
  // The history's own transaction comes first, then one for each file or segment.
  test.each([
    ['forwarded', 3, 'committed'],
    ['held', 3, 'rolled back'],
    ['forwarded', 4, null],
    ['held', 4, null],
    ['forwarded', 5, null],
    ['held', 5, null],
    ['forwarded', 6, null],
  ] as const)('R08: %s, the COMMIT of number %i: the run finds out and goes on', async (commit, from, outcome) => {
    const proxy = await startProxy(server.port, { commit, from });
    onTestFinished(() => proxy.close());
    const { run, open, events, report } = await fresh(proxy.url);
    const result = await apply(run, { migrations: folder(FILES), toolVersion, report });
    expect(result.files).toHaveLength(3);
    expect(proxy.cuts()).toBe(1);
    expect(outcomes(events)).toEqual([outcome]);
    const database = await open();
    expect((await historyRows(database)).map((row) => row['state'])).toEqual(['applied', 'applied', 'applied']);
    expect(await database.query('SELECT * FROM b')).toEqual([{ id: 1 }]);
    expect(await database.query('SELECT * FROM a')).toEqual([{ id: 5120 }]);
    expect(await scalar(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'b_id'::regclass")).toBe(true);
    expect(await lockHolder(database, 'schema_migrations')).toBeNull();
  });

  test('again and again: the run gives up, and says what to do', async () => {
    const proxy = await startProxy(server.port, { commit: 'held', from: 2, times: 99 });
    onTestFinished(() => proxy.close());
    const { run, open } = await fresh(proxy.url);
    const error = await errorOf(apply(run, { migrations: folder(FILES), toolVersion }));
    expect(error).toMatchObject({ code: 'migration/failed', exitCode: 5 });
    expect(error.hint).toBe('The database is as it was before. Correct the cause and run `schema apply` again.');
    expect(await exists(await open(), 'a')).toBe(false);
  });
});

const SLOW = {
  ...FILES,
  'V2__b.sql': `${FILES['V2__b.sql']} SELECT pg_sleep(CASE WHEN pg_catalog.txid_current() > 0 THEN 0.4 END);`,
};

/** Waits until a statement runs, in any session of any database. */
async function until(database: Database, text: string): Promise<number> {
  for (;;) {
    const pid = await scalar(
      database,
      `SELECT pid FROM pg_stat_activity WHERE state = 'active' AND pid <> pg_backend_pid() AND query LIKE '${text}'`,
    );
    if (pid !== null) return Number(pid);
    await sleep(20);
  }
}

describe('a server', () => {
  test.each(['fast', 'immediate'] as const)(
    'that is restarted (%s) in the middle of a file: it is run again',
    async (how) => {
      const { run, open, events, report } = await fresh();
      const running = apply(run, { migrations: folder(SLOW), toolVersion, report });
      await until(await open(), 'SELECT pg_sleep%');
      await server.restart(how);
      expect((await running).files).toHaveLength(3);
      expect(events.filter((event) => event.kind === 'connection lost')).toHaveLength(1);
      const database = await open();
      expect(await database.query('SELECT * FROM b')).toEqual([{ id: 1 }]);
    },
  );

  test('that is restarted between two files: the run goes on', async () => {
    const { run, open, kinds, report } = await fresh();
    const migrations = folder(FILES);
    let restarts = 0;
    const fingerprint = async () => {
      if (restarts++ === 0) await server.restart('fast');
      return 'the same';
    };
    const result = await apply(run, { migrations, toolVersion, report, fingerprint });
    expect(result.files).toHaveLength(3);
    expect(kinds()).toContain('reconnected');
    expect((await historyRows(await open())).map((row) => row['state'])).toEqual(['applied', 'applied', 'applied']);
  });

  test('that stays away is waited for so long and no longer', async () => {
    const proxy = await startProxy(server.port);
    const { run, open } = await fresh(proxy.url);
    const running = errorOf(apply(run, { migrations: folder(SLOW), toolVersion, reconnectMs: 300 }));
    const database = await open();
    await until(database, 'SELECT pg_sleep%');
    await proxy.close();
    const error = await running;
    expect(error).toMatchObject({ code: 'database/connection', exitCode: 11 });
    expect(error.message).toMatch(/^V2__b\.sql lost its connection: /);
    expect(error.hint).toBe('When the server can be reached, run `schema apply` again.');
    expect((await apply(await open(), { migrations: folder(SLOW), toolVersion })).files).toHaveLength(2);
    expect(await database.query('SELECT * FROM b')).toEqual([{ id: 1 }]);
  });

  test('whose backend crashes in CREATE INDEX CONCURRENTLY: the index is built anew, and valid', async () => {
    const { run, open, events, report } = await fresh();
    const blocker = await open();
    const migrations = folder(FILES);
    await apply(run, { migrations, toolVersion, to: '2' });
    // The build waits for this transaction.
    await blocker.script('BEGIN; UPDATE b SET id = 2');
    const running = apply(run, { migrations, toolVersion, report });
    const pid = await until(await open(), 'CREATE INDEX CONCURRENTLY%');
    process.kill(pid, 'SIGKILL');
    expect((await running).files).toHaveLength(1);
    expect(events.find((event) => event.kind === 'cleaned up')).toMatchObject({
      what: 'the invalid index public.b_id',
    });
    const database = await open();
    expect(await scalar(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'b_id'::regclass")).toBe(true);
    expect(await database.query('SELECT * FROM a')).toEqual([{ id: 5120 }]);
  });
});

test('a network that is gone for so long that another runner has done it all', async () => {
  const proxy = await startProxy(server.port);
  onTestFinished(() => proxy.close());
  const { run, open, report, events } = await fresh(proxy.url);
  const running = errorOf(apply(run, { migrations: folder(SLOW), toolVersion, report }));
  await until(await open(), 'SELECT pg_sleep%');
  proxy.refuse(true);
  proxy.cutAll();
  await expect.poll(() => events.some((event) => event.kind === 'connection lost')).toBe(true);
  expect((await apply(await open(), { migrations: folder(SLOW), toolVersion })).files).toHaveLength(2);
  proxy.refuse(false);
  expect(await running).toMatchObject({
    code: 'runner/locked',
    exitCode: 7,
    message: 'another runner came in between: V2__b.sql is applied',
  });
  expect(await (await open()).query('SELECT * FROM b')).toEqual([{ id: 1 }]);
});

describe('a session that is ended by an administrator', () => {
  test('the working one, in a transaction: it stays ended, and nothing is done', async () => {
    const { run, open, kinds, report } = await fresh();
    const running = errorOf(apply(run, { migrations: folder(SLOW), toolVersion, report }));
    const database = await open();
    await database.query('SELECT pg_terminate_backend($1::int)', [await until(database, 'SELECT pg_sleep%')]);
    expect(await running).toMatchObject({ code: 'migration/failed', exitCode: 5, sqlstate: '57P01' });
    expect(kinds()).not.toContain('reconnected');
    expect(await exists(database, 'b')).toBe(false);
    expect(await scalar(database, 'SELECT event FROM schema_migrations.events ORDER BY id DESC LIMIT 1')).toBe(
      'apply failed',
    );
    expect((await apply(run, { migrations: folder(SLOW), toolVersion })).files).toHaveLength(2);
  });

  test('the guarding one: the run stops before the next file', async () => {
    const { run, open } = await fresh();
    const running = errorOf(apply(run, { migrations: folder(SLOW), toolVersion }));
    const database = await open();
    await until(database, 'SELECT pg_sleep%');
    await database.query(
      `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'
       AND (classid::bigint << 32) | objid::bigint = $1::bigint`,
      [lockKey('schema_migrations')],
    );
    expect(await running).toMatchObject({
      code: 'runner/locked',
      exitCode: 7,
      detail: 'An administrator ended the session that holds it.',
    });
    expect((await historyRows(database)).map((row) => row['version'])).toEqual(['1', '2']);
    expect((await apply(await open(), { migrations: folder(SLOW), toolVersion })).files).toHaveLength(1);
  });
});

test('a client that is gone keeps others waiting until its backend has ended', async () => {
  const { run, open, report, events } = await fresh();
  const orphan = await open();
  // The first key is free, as its session is gone; the backend at work still has the second one.
  await orphan.query('SELECT pg_advisory_lock($1::bigint)', [lockKey('schema_migrations', 'work')]);
  const error = await errorOf(apply(run, { migrations: folder(FILES), toolVersion, lockWaitMs: 0 }));
  expect(error).toMatchObject({ code: 'runner/locked', exitCode: 7 });
  const running = apply(run, { migrations: folder(FILES), toolVersion, report });
  await expect.poll(() => events.map((event) => event.kind)).toEqual(['waiting for lock']);
  await orphan.close();
  expect((await running).files).toHaveLength(3);
});

test('a standby is refused before anything is looked at', async () => {
  const { writeFileSync } = await import('node:fs');
  const name = await server.createDatabase();
  writeFileSync(`${server.dataDir}/standby.signal`, '');
  await server.restart('fast');
  const database = await connectPostgres(server.url(name));
  onTestFinished(() => database.close());
  expect(await errorOf(apply(database, { migrations: folder(FILES), toolVersion }))).toMatchObject({
    code: 'database/read-only',
    exitCode: 11,
    message: expect.stringContaining('is a standby'),
  });
});
