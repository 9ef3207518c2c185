// Locks of other sessions: how long they are waited for, who they are, and what must not be cut short.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { apply } from '#src/runner/apply.js';
import type { RunEvent } from '#src/runner/events.js';
import { errorOf } from '../support/errors/raised.ts';
import { folder, scalar } from '../support/runner/session.ts';
import { freshServer, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';
const NONE = '-- schema:transaction none\n';

async function prepared() {
  const target = await use(freshServer);
  const [run, other, third] = [await target.open(), await target.open(), await target.open()] as const;
  await run.script('CREATE TABLE t (id int); CREATE TABLE u (id int); INSERT INTO t VALUES (1)');
  const events: RunEvent[] = [];
  const of = <Kind extends RunEvent['kind']>(kind: Kind) =>
    events.filter((event): event is Extract<RunEvent, { kind: Kind }> => event.kind === kind);
  return { target, run, other, third, of, report: (event: RunEvent) => void events.push(event) };
}

/** Calls it once, so many milliseconds from now. */
function later(ms: number, action: () => Promise<unknown>): void {
  const timer = setTimeout(() => void action(), ms);
  onTestFinished(() => clearTimeout(timer));
}

test('R02: readers behind a waiting ALTER go on within the lock timeout, and the file is tried again', async () => {
  const { run, other, third, of, report } = await prepared();
  await other.script("SET application_name = 'nightly report'; BEGIN; SELECT * FROM t");
  const migrations = folder({ 'V1__c.sql': 'CREATE TABLE v (id int); ALTER TABLE t ADD COLUMN c int;' });
  const running = apply(run, { migrations, toolVersion, lockTimeoutMs: 300, report });
  await waitingForLock(third);
  const began = performance.now();
  await third.query('SELECT * FROM t');
  expect(performance.now() - began).toBeLessThan(1000);
  await expect.poll(() => of('retrying')).toHaveLength(1);
  await other.script('COMMIT');
  expect((await running).files).toHaveLength(1);
  const pid = await scalar(other, 'SELECT pg_backend_pid()');
  const blocker = { pid, application: 'nightly report', user: 'postgres', state: 'idle in transaction' };
  expect(of('blocked')).toMatchObject([{ path: 'V1__c.sql', statement: 2, by: [blocker] }]);
  expect(of('retrying')).toMatchObject([
    { attempt: 1, of: 10, sqlstate: '55P03', message: 'canceling statement due to lock timeout', blockers: [blocker] },
  ]);
  expect(of('retrying')[0]?.blockers[0]?.query).toContain('SELECT * FROM t');
  expect(of('retrying')[0]?.inMs).toBeGreaterThanOrEqual(500);
  expect(of('retrying')[0]?.inMs).toBeLessThanOrEqual(1000);
});

async function waitingForLock(database: Database): Promise<void> {
  while ((await scalar(database, 'SELECT count(*)::int FROM pg_locks WHERE NOT granted')) === 0) await sleep(10);
}

test('a deadlock is tried again', async () => {
  const { run, other, of, report } = await prepared();
  // The runner is to be the one that gives up.
  await other.script("SET deadlock_timeout = '60s'; BEGIN; LOCK TABLE u");
  const migrations = folder({ 'V1__d.sql': 'ALTER TABLE t ADD COLUMN c int; ALTER TABLE u ADD COLUMN c int;' });
  const running = apply(run, { migrations, toolVersion, report });
  await expect.poll(() => of('statement started').length).toBe(2);
  await other.script('LOCK TABLE t; COMMIT');
  expect((await running).files).toHaveLength(1);
  expect(of('retrying')).toMatchObject([{ sqlstate: '40P01', message: 'deadlock detected' }]);
});

test('CREATE INDEX CONCURRENTLY waits longer than the timeouts, and tells for whom', async () => {
  const { run, other, of, report } = await prepared();
  await other.script('BEGIN; UPDATE t SET id = 2');
  const sql = `${NONE}SET work_mem = '5MB';\nCREATE INDEX CONCURRENTLY t_id ON t (id);\nSELECT 1 / (current_setting('lock_timeout') = '50ms')::int;`;
  const running = apply(run, {
    migrations: folder({ 'V1__i.sql': sql }),
    toolVersion,
    lockTimeoutMs: 50,
    statementTimeoutMs: 200,
    report,
  });
  await expect.poll(() => of('blocked').length, { timeout: 5000 }).toBeGreaterThan(0);
  await sleep(300);
  await other.script('COMMIT');
  await running;
  expect(await scalar(run, "SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass")).toBe(true);
  expect(of('blocked')[0]?.by).toMatchObject([{ state: 'idle in transaction' }]);
  expect(of('index progress').length + of('blocked').length).toBeGreaterThan(0);
});

test('VALIDATE CONSTRAINT by itself waits as long as it takes', async () => {
  const { run, other, of, report } = await prepared();
  await run.script('ALTER TABLE t ADD CONSTRAINT c CHECK (id > 0) NOT VALID');
  await other.script('BEGIN; LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE');
  later(300, () => other.script('COMMIT'));
  const migrations = folder({ 'V1__v.sql': 'ALTER TABLE t VALIDATE CONSTRAINT c;' });
  await apply(run, { migrations, toolVersion, lockTimeoutMs: 50, statementTimeoutMs: 100, report });
  expect(of('retrying')).toEqual([]);
});

test('a statement that takes too long is ended', async () => {
  const { run } = await prepared();
  const migrations = folder({ 'V1__s.sql': 'CREATE TABLE v (id int);\nSELECT pg_sleep(10);' });
  expect(await errorOf(apply(run, { migrations, toolVersion, statementTimeoutMs: 50 }))).toMatchObject({
    code: 'migration/failed',
    sqlstate: '57014',
    location: { line: 2 },
  });
  expect(await scalar(run, "SELECT to_regclass('v')")).toBeNull();
});

test('a run that is ended stops waiting for the lock, for locks of others, and for its next attempt', async () => {
  const { run, other, of, report } = await prepared();
  await other.script('BEGIN; SELECT * FROM t');
  const migrations = folder({ 'V1__c.sql': 'ALTER TABLE t ADD COLUMN c int;' });
  const ending = new AbortController();
  const began = performance.now();
  const running = apply(run, { migrations, toolVersion, lockTimeoutMs: 100, report, signal: ending.signal }).catch(
    (error: unknown) => error,
  );
  await expect.poll(() => of('retrying').length).toBe(1);
  ending.abort();
  expect(await running).toBeInstanceOf(Error);
  const waiting = new AbortController();
  const second = apply(run, { migrations, toolVersion, lockTimeoutMs: 0, report, signal: waiting.signal }).catch(
    (error: unknown) => error,
  );
  await waitingForLock(other);
  waiting.abort();
  expect(await second).toMatchObject({ code: 'migration/failed', sqlstate: '57014' });
  expect(performance.now() - began).toBeLessThan(3000);
  expect(await run.query("SELECT event FROM schema_migrations.events WHERE event !~ 'deployment' ORDER BY id")).toEqual(
    [{ event: 'apply interrupted' }, { event: 'apply interrupted' }],
  );
});
