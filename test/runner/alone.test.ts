// Statements outside a transaction: what interrupted ones leave behind, and what they must not be taken for.
import { describe, expect, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { apply } from '#src/runner/apply.js';
import type { RunEvent } from '#src/runner/events.js';
import { errorOf } from '../support/errors/raised.ts';
import { folder, historyRows, killedAfter, scalar } from '../support/runner/session.ts';
import { edgeMajors } from '../support/servers/database.ts';
import { freshServer, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';
const NONE = '-- schema:transaction none\n';
const one = (sql: string) => folder({ 'V1__x.sql': `${NONE}${sql}` });

async function prepared(major: number = Math.max(...edgeMajors)) {
  const target = await use(() => freshServer(major));
  const database = await target.open();
  await database.script('CREATE TABLE t (id int, n int); INSERT INTO t VALUES (1, 1), (1, 2); CREATE TABLE u (id int)');
  const events: RunEvent[] = [];
  const report = (event: RunEvent): void => void events.push(event);
  const told = () =>
    events.flatMap((event) =>
      event.kind === 'cleaned up' ? [event.what] : event.kind === 'statement skipped' ? [event.why] : [],
    );
  return { target, database, report, told, events };
}

const indexes = async (database: Database): Promise<Record<string, boolean>> =>
  Object.fromEntries(
    (
      await database.query(
        "SELECT indexrelid::regclass::text AS name, indisvalid AS valid FROM pg_index WHERE indrelid IN ('t'::regclass, 'u'::regclass) ORDER BY 1",
      )
    ).map((row) => [String(row['name']), row['valid'] === true]),
  );

test('killed while an index without a name is written down as begun: the next run makes it, once', async () => {
  const { target, database } = await prepared();
  const migrations = one('CREATE INDEX CONCURRENTLY ON t (n);');
  const killed = killedAfter(await target.open(), /SET statement_begun = 1\b/);
  await errorOf(apply(killed, { migrations, toolVersion, reconnectMs: 0 }));
  await apply(database, { migrations, toolVersion });
  expect(await indexes(database)).toEqual({ t_n_idx: true });
});

describe.each(edgeMajors)('an index on PostgreSQL %i', (major) => {
  test('R09: that failed is dropped and built again, also with IF NOT EXISTS', async () => {
    const { database, report, told } = await prepared(major);
    const migrations = one('CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_id ON t (id);');
    for (const _ of [1, 2]) {
      expect(await errorOf(apply(database, { migrations, toolVersion }))).toMatchObject({
        code: 'migration/failed-part-way',
        exitCode: 6,
        sqlstate: '23505',
      });
      expect(await indexes(database)).toEqual({ t_id: false });
    }
    await database.script('DELETE FROM t WHERE n = 2');
    await apply(database, { migrations, toolVersion, report });
    expect(await indexes(database)).toEqual({ t_id: true });
    expect(told()).toEqual(['the invalid index public.t_id']);
  });

  test('without a name leaves nothing behind either', async () => {
    const { database, report, told } = await prepared(major);
    const migrations = one('CREATE UNIQUE INDEX CONCURRENTLY ON t (id);');
    await database.script('CREATE INDEX t_id_idx ON t (id)');
    await errorOf(apply(database, { migrations, toolVersion }));
    expect(await indexes(database)).toEqual({ t_id_idx: true, t_id_idx1: false });
    await database.script('DELETE FROM t WHERE n = 2');
    await apply(database, { migrations, toolVersion, report });
    expect(await indexes(database)).toEqual({ t_id_idx: true, t_id_idx1: true });
    expect(told()).toEqual(['the invalid index public.t_id_idx1']);
  });

  test('without a name is found where the runner died after it', async () => {
    const { target, database, report, told } = await prepared(major);
    const migrations = one('CREATE INDEX CONCURRENTLY ON t (id);');
    await errorOf(apply(killedAfter(await target.open(), /^CREATE INDEX/), { migrations, toolVersion }));
    expect(await historyRows(database)).toMatchObject([{ state: 'running', done: 0 }]);
    await apply(database, { migrations, toolVersion, report });
    expect(await indexes(database)).toEqual({ t_id_idx: true });
    expect(told()).toEqual(['the index is there and valid']);
  });

  test('of the same name on another table is not taken for it', async () => {
    const { database } = await prepared(major);
    await database.script('CREATE INDEX i ON u (id)');
    const migrations = one('CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON t (id);');
    expect(await errorOf(apply(database, { migrations, toolVersion }))).toMatchObject({
      code: 'migration/failed-part-way',
      message: 'V1__x.sql: there is no index i on t: IF NOT EXISTS found something else of that name',
      location: { line: 2 },
    });
  });

  test('rebuilt and interrupted: what REINDEX left behind goes before it runs again', async () => {
    const { target, database, report, told } = await prepared(major);
    await database.script('CREATE INDEX t_id ON t (id)');
    const writer = await target.open();
    await writer.script('BEGIN; UPDATE t SET n = 3');
    const migrations = folder({
      'V1__x.sql': `${NONE}-- schema:statement-timeout 200ms\nREINDEX TABLE CONCURRENTLY t;`,
    });
    expect(await errorOf(apply(database, { migrations, toolVersion }))).toMatchObject({ sqlstate: '57014' });
    expect(await indexes(database)).toEqual({ t_id: true, t_id_ccnew: false });
    await writer.script('COMMIT');
    await apply(database, { migrations, toolVersion, report });
    expect(await indexes(database)).toEqual({ t_id: true });
    expect(told()).toEqual(['the invalid index public.t_id_ccnew']);
  });

  test('that another session builds is waited for', async () => {
    const { target, database, report, events } = await prepared(major);
    const [writer, builder] = [await target.open(), await target.open()];
    await writer.script('BEGIN; UPDATE t SET n = 3');
    const building = builder.script('CREATE INDEX CONCURRENTLY t_id ON t (id)');
    await expect.poll(() => indexes(database)).toEqual({ t_id: false });
    const running = apply(database, {
      migrations: one('CREATE INDEX CONCURRENTLY IF NOT EXISTS t_id ON t (id);'),
      toolVersion,
      report,
    });
    await expect.poll(() => events.filter((event) => event.kind === 'blocked')).toHaveLength(1);
    await writer.script('COMMIT');
    await building;
    await running;
    expect(await indexes(database)).toEqual({ t_id: true });
    expect(events.filter((event) => event.kind === 'cleaned up')).toEqual([]);
  });

  test('of a partition that is being detached: it is finished', async () => {
    const { target, database } = await prepared(major);
    await database.script(
      'CREATE TABLE p (id int) PARTITION BY LIST (id); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)',
    );
    const reader = await target.open();
    await reader.script('BEGIN; SELECT * FROM p');
    const migrations = folder({
      'V1__x.sql': `${NONE}-- schema:statement-timeout 200ms\nALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;`,
    });
    expect(await errorOf(apply(database, { migrations, toolVersion }))).toMatchObject({ sqlstate: '57014' });
    expect(await scalar(database, 'SELECT inhdetachpending FROM pg_inherits')).toBe(true);
    await reader.script('COMMIT');
    await apply(database, { migrations, toolVersion });
    expect(await scalar(database, 'SELECT count(*)::int FROM pg_inherits')).toBe(0);
  });
});

test('objects with names of their own: the catalog tells whether they are made, or dropped', async () => {
  const { target, database } = await prepared();
  const name = `made_${String(await scalar(database, 'SELECT current_database()'))}`;
  const there = async (): Promise<boolean> =>
    (await scalar(database, `SELECT count(*)::int FROM pg_database WHERE datname = '${name}'`)) === 1;
  const steps = [`CREATE DATABASE ${name}`, `DROP DATABASE ${name}`];
  for (const [index, sql] of steps.entries()) {
    const migrations = folder(
      Object.fromEntries(steps.slice(0, index + 1).map((text, i) => [`V${i + 1}__x.sql`, `${NONE}${text};`])),
    );
    await errorOf(apply(killedAfter(await target.open(), new RegExp(`^${sql}`)), { migrations, toolVersion }));
    expect(await there()).toBe(index === 0);
    await apply(database, { migrations, toolVersion });
    expect(await there()).toBe(index === 0);
  }
  expect(await historyRows(database)).toMatchObject([{ state: 'applied' }, { state: 'applied' }]);
});

test('transaction control that hides in what the grammar takes for a string', async () => {
  const { database } = await prepared();
  const hidden = (word: string) => `SET standard_conforming_strings = off;\nSELECT 'a\\', '; ${word}; --';\nSELECT 1;`;
  const within = folder({ 'V1__x.sql': hidden('COMMIT') });
  expect(await errorOf(apply(database, { migrations: within, toolVersion }))).toMatchObject({
    code: 'migration/failed-part-way',
    message: 'V1__x.sql ended the transaction that it runs in',
  });
  const after = one("SET standard_conforming_strings = off;\nDO 'BEGIN END--\\' LANGUAGE '; BEGIN; --';\nVACUUM t;");
  expect(await errorOf(apply(database, { migrations: after, toolVersion }))).toMatchObject({
    code: 'migration/failed-part-way',
    message: 'V1__x.sql left a transaction open',
  });
});
