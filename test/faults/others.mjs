// @ts-check
// Other sessions in the way, and connections that are cut at COMMIT.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startProxy } from '../support/servers/proxy.mjs';
import { hasPgbouncer, startPgbouncer } from './pgbouncer.mjs';
import { apply, ask, converges, folderOf, start, stateOf } from './project.mjs';

/**
 * @typedef {import('../support/servers/server.mjs').Server} Server
 * @typedef {import('./interrupted.mjs').Undisturbed} Undisturbed
 */

/**
 * The connection is cut at the COMMIT of number `from`. Null: the run went on to the end; undefined: there are fewer.
 * @param {Server} server @param {Undisturbed} model @param {'forwarded' | 'held'} commit @param {number} from
 * @returns {Promise<string | null | undefined>}
 */
export async function cutAtCommit(server, model, commit, from) {
  const folder = folderOf();
  const name = await server.createDatabase();
  const proxy = await startProxy(server.port, { commit, from });
  try {
    const url = server.url(name);
    const ended = await apply(folder.path, proxy.url(url));
    if (proxy.cuts() === 0) return undefined;
    if (ended.code !== 0) return `ended with ${ended.code}: ${ended.stderr.slice(-600)}`;
    return (await stateOf(url)) === model.expected ? null : await converges(folder.path, url, model.expected);
  } finally {
    await proxy.close();
    await server.dropDatabase(name);
    folder.remove();
  }
}

/** @param {string} url */
async function sessionOn(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

/** @param {string} url @param {string} text */
async function untilWaiting(url, text) {
  const waiting = `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '${text}%'
    AND datname = current_database()`;
  while ((await ask(url, waiting)).length === 0) await sleep(10);
}

/**
 * A long reader holds up an ALTER. Other readers go on within the lock timeout; once the reader is done, so is the ALTER.
 * @param {Server} server @returns {Promise<string | null>}
 */
export async function longReader(server) {
  const name = await server.createDatabase();
  const url = server.url(name);
  const folder = folderOf({ 'V1__c.sql': 'ALTER TABLE t ADD COLUMN c int;' });
  await ask(url, 'CREATE TABLE t (id int)');
  const reader = await sessionOn(url);
  try {
    await reader.query('BEGIN; SELECT * FROM t');
    const running = start(folder.path, url, ['apply', '--lock-timeout', '500ms']);
    await untilWaiting(url, 'ALTER TABLE');
    const began = performance.now();
    await ask(url, 'SELECT * FROM t');
    const stalled = performance.now() - began;
    await sleep(1000);
    await reader.query('COMMIT');
    const { code, stderr } = await running.ended;
    if (code !== 0) return `ended with ${code}: ${stderr.slice(-600)}`;
    if (stalled > 1000) return `another reader stood for ${Math.round(stalled)} ms`;
    if (!/"kind":"retrying".*"blockers":\[\{"pid":/.test(stderr)) return 'the blocker was not named';
    return null;
  } finally {
    await reader.end();
    await server.dropDatabase(name);
    folder.remove();
  }
}

/**
 * Another session and a migration lock each other out; the migration gives up and is tried again.
 * @param {Server} server @returns {Promise<string | null>}
 */
export async function deadlock(server) {
  const name = await server.createDatabase();
  const url = server.url(name);
  const folder = folderOf({ 'V1__c.sql': 'ALTER TABLE t ADD COLUMN c int;\nALTER TABLE u ADD COLUMN c int;' });
  await ask(url, 'CREATE TABLE t (id int); CREATE TABLE u (id int)');
  const other = await sessionOn(url);
  try {
    await other.query("SET deadlock_timeout = '60s'; BEGIN; LOCK TABLE u");
    const running = start(folder.path, url, ['apply']);
    await untilWaiting(url, 'ALTER TABLE u');
    await other.query('LOCK TABLE t; COMMIT');
    const { code, stderr } = await running.ended;
    if (code !== 0) return `ended with ${code}: ${stderr.slice(-600)}`;
    return /"sqlstate":"40P01"/.test(stderr) ? null : 'there was no deadlock';
  } finally {
    await other.end();
    await server.dropDatabase(name);
    folder.remove();
  }
}

/**
 * Through PgBouncer: refused in transaction and statement mode, and all well in session mode.
 * @param {Server} server @param {Undisturbed} model @param {'transaction' | 'session' | 'statement'} mode
 * @returns {Promise<string | null>}
 */
export async function throughPgbouncer(server, model, mode) {
  if (!hasPgbouncer()) return 'pgbouncer is not installed (Debian: apt-get install pgbouncer)';
  const name = await server.createDatabase();
  const url = server.url(name);
  const folder = folderOf();
  const pool = await startPgbouncer(server, mode);
  try {
    const { code, stderr } = await apply(folder.path, pool.url(url));
    if (mode === 'session') {
      if (code !== 0) return `ended with ${code}: ${stderr.slice(-600)}`;
      // Its own connections may hold nothing of ours any more.
      return (await stateOf(url)) === model.expected ? null : 'another state';
    }
    const [row] = await ask(url, "SELECT to_regnamespace('schema_migrations') AS made");
    if (code !== 11 || !stderr.includes('database/pooler')) return `ended with ${code}: ${stderr.slice(-600)}`;
    return row?.made === null ? null : 'something was written';
  } finally {
    await pool.stop();
    await server.dropDatabase(name);
    folder.remove();
  }
}
