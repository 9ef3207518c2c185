import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { apply } from '#src/runner/apply.js';
import type { RunEvent } from '#src/runner/events.js';
import { lockHolder, lockKey } from '#src/runner/lock.js';
import { readStatus } from '#src/runner/status.js';
import { errorOf } from '../support/errors/raised.ts';
import { folder, historyRows, scalar } from '../support/runner/session.ts';
import { freshServer, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';
const slow = folder({
  'V1__t.sql': 'CREATE TABLE t (id int); SELECT pg_sleep(1.5);',
  'V2__i.sql': '-- schema:transaction none\nCREATE INDEX CONCURRENTLY t_id ON t (id);',
});

describe('runners at the same time', () => {
  test('one applies, the other waits without being in its way, and finds nothing to do', async () => {
    const target = await use(freshServer);
    const events: RunEvent[] = [];
    const first = apply(await target.open(), { migrations: slow, toolVersion });
    await sleep(300);
    const report = (event: RunEvent) => void events.push(event);
    const second = await apply(await target.open(), { migrations: slow, toolVersion, report });
    expect((await first).files).toHaveLength(2);
    expect(second.files).toEqual([]);
    expect(events).toMatchObject([
      {
        kind: 'waiting for lock',
        holder: { application: 'schema apply V1 (V1__t.sql)', user: 'postgres' },
      },
    ]);
  });

  test('R15: four begin on an empty database, and each migration runs once', async () => {
    const target = await use(freshServer);
    const migrations = folder({ 'V1__a.sql': 'CREATE TABLE a (id int);', 'V2__b.sql': 'INSERT INTO a VALUES (1);' });
    const sessions = await Promise.all([1, 2, 3, 4].map(() => target.open()));
    const results = await Promise.all(sessions.map((session) => apply(session, { migrations, toolVersion })));
    expect(results.map((result) => result.files.length).sort()).toEqual([0, 0, 0, 2]);
    const database = await target.open();
    expect(await scalar(database, 'SELECT count(*)::int FROM a')).toBe(1);
    expect(await historyRows(database)).toHaveLength(2);
  });

  test('a lock that is not given up in time is reported with its holder', async () => {
    const target = await use(freshServer);
    const holder = await target.open();
    await holder.query('SELECT pg_advisory_lock($1::bigint)', [lockKey('schema_migrations')]);
    await holder.script("SET application_name = 'a colleague'");
    const pid = await scalar(holder, 'SELECT pg_backend_pid()');
    const database = await target.open();
    const error = await errorOf(apply(database, { migrations: slow, toolVersion, lockWaitMs: 0 }));
    expect(error).toMatchObject({ code: 'runner/locked', exitCode: 7 });
    expect(error.detail).toMatch(
      new RegExp(`^It is held by pid ${pid} \\(a colleague\\) of postgres.*, connected since .*, idle\\.$`),
    );
    expect((await readStatus(database, { migrations: slow })).lockHolder).toMatchObject({
      pid,
      application: 'a colleague',
    });
    expect(await scalar(database, "SELECT to_regnamespace('schema_migrations')")).toBeNull();
  });

  test('the lock is free after a run, whatever became of it', async () => {
    const database = await (await use(freshServer)).open();
    await errorOf(apply(database, { migrations: folder({ 'V1__x.sql': 'SELECT 1/0;' }), toolVersion }));
    expect(await lockHolder(database, 'schema_migrations')).toBeNull();
  });

  test('a migration that lets go of the lock stops the run', async () => {
    const database = await (await use(freshServer)).open();
    const migrations = folder({ 'V1__x.sql': 'SELECT pg_advisory_unlock_all();', 'V2__y.sql': 'SELECT 1;' });
    expect(await errorOf(apply(database, { migrations, toolVersion }))).toMatchObject({
      code: 'runner/locked',
      message: 'the migration lock was lost during the run',
    });
    expect(await historyRows(database)).toHaveLength(1);
  });
});

describe('sessions that cannot be trusted', () => {
  test('a read-only one is refused', async () => {
    const database = await (await use(freshServer)).open();
    await database.script('SET default_transaction_read_only = on');
    expect(await errorOf(apply(database, { migrations: slow, toolVersion }))).toMatchObject({
      code: 'database/read-only',
      exitCode: 11,
    });
  });

  test('R04: one whose statements go to different backends is refused', async () => {
    const target = await use(freshServer);
    const backends = [await target.open(), await target.open()] as const;
    let turn = 0;
    const pooled = {
      ...backends[0],
      query: (sql: string, parameters?: readonly unknown[]) =>
        backends[turn++ % 2 === 0 ? 0 : 1].query(sql, parameters),
    };
    expect(await errorOf(apply(pooled, { migrations: slow, toolVersion }))).toMatchObject({
      code: 'database/pooler',
      exitCode: 11,
      message: expect.stringContaining('is reached through a transaction pooler'),
    });
  });
});
