// @ts-check
// Real PostgreSQL servers for tests, the corpus and the benchmark: no Docker, nothing installed, nothing left behind.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { binaries, UNPRIVILEGED } from './binaries.mjs';

/**
 * @typedef {object} Server
 * @property {number} major
 * @property {string} dataDir
 * @property {string} socketDir
 * @property {number} port
 * @property {number} pid of the postmaster
 * @property {(database?: string) => string} url for the superuser, over TCP; other roles need a password there
 * @property {(name?: string, template?: string) => Promise<string>} createDatabase returns the database's name
 * @property {(name: string) => Promise<void>} dropDatabase
 * @property {() => string} log
 * @property {(how: 'fast' | 'immediate', pauseMs?: number) => Promise<void>} restart on the same port; ready when it is done
 * @property {() => Promise<void>} stop
 */

const WINDOWS = process.platform === 'win32';
const START_MS = 60_000;

/** Speed instead of safety, and every feature that a test may want. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  max_connections: '50',
  wal_level: 'logical',
  max_locks_per_transaction: '1024',
  listen_addresses: '127.0.0.1',
  shared_buffers: '64MB',
  autovacuum: 'off',
  log_min_messages: 'warning',
};

/** The superuser without a password; anyone else must have the right one. */
const HBA = `
local all all trust
host all postgres 127.0.0.1/32 trust
host all all 127.0.0.1/32 scram-sha-256
`;

let names = 0;

/**
 * Start a server of a major version in a temporary folder. It ends with this process, however that ends.
 * @param {number} major 14 to 18 from the npm packages; any with `directory`
 * @param {{ settings?: Record<string, string>, directory?: string }} [options] `directory` of an installed PostgreSQL
 * @returns {Promise<Server>}
 */
export async function startServer(major, options = {}) {
  const bin = binaries(major, options.directory);
  // Short, as a socket's path holds 107 bytes at most.
  const folder = mkdtempSync(join(tmpdir(), `schema-pg${major}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    if (UNPRIVILEGED.uid !== undefined) chownSync(folder, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
    const dataDir = join(folder, 'data');
    initialize(bin, dataDir);
    for (let attempt = 1; ; attempt++) {
      const settings = options.settings ?? {};
      const server = await run(bin, folder, dataDir, settings);
      const again = (/** @type {number} */ port) => run(bin, folder, dataDir, settings, port);
      if (server !== null) return serverOf(major, folder, dataDir, server, again);
      // Someone else may have taken the port in between.
      if (attempt === 3) throw new Error(`PostgreSQL ${major} did not start:\n${readLog(folder)}`);
    }
  } catch (error) {
    remove();
    throw error;
  }
}

/** @param {string} bin @param {string} dataDir */
function initialize(bin, dataDir) {
  const options = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C', '--no-sync'];
  const done = spawnSync(join(bin, 'initdb'), [...options, '--no-instructions', '--wal-segsize=4', '-D', dataDir], {
    ...UNPRIVILEGED,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  });
  if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? done.stderr}`);
  writeFileSync(join(dataDir, 'pg_hba.conf'), HBA);
}

/**
 * @typedef {{ port: number, pid: number, socketDir: string, child: import('node:child_process').ChildProcess }} Running
 * @param {string} bin @param {string} folder @param {string} dataDir @param {Record<string, string>} settings
 * @param {number} [again] the port of a server that is started again
 * @returns {Promise<Running | null>} null where the server ended at once
 */
async function run(bin, folder, dataDir, settings, again) {
  const port = again ?? (await freePort());
  const all = { ...SETTINGS, ...(WINDOWS ? {} : { unix_socket_directories: folder }), port: String(port), ...settings };
  const arguments_ = ['-D', dataDir, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const said = readLog(folder).length;
  const log = openSync(join(folder, 'log'), 'a');
  /** @type {import('node:child_process').SpawnOptions} */
  const how = {
    ...UNPRIVILEGED,
    cwd: folder,
    stdio: ['pipe', log, log],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  };
  // The shell waits for the pipe from this process to close, which happens also when this process is killed.
  const guard =
    '"$@" & server=$!; cat >/dev/null; kill -QUIT $server; wait $server; [ -e "$FOLDER/restarts" ] || rm -rf "$FOLDER"';
  const child = WINDOWS
    ? spawn(join(bin, 'postgres.exe'), arguments_, how)
    : spawn('/bin/sh', ['-c', guard, 'sh', join(bin, 'postgres'), ...arguments_], {
        ...how,
        env: { ...how.env, FOLDER: folder },
        // Ctrl-C must reach this process only: it decides.
        detached: true,
      });
  child.unref();
  const pipe = child.stdin;
  if (pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  const pid = await waitUntilReady(dataDir, child, said);
  if (pid === null) child.stdin?.destroy();
  return pid === null ? null : { port, pid, socketDir: folder, child };
}

/** @returns {Promise<number>} a TCP port that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * @param {string} dataDir @param {import('node:child_process').ChildProcess} child
 * @param {number} said how much stood in the log before
 * @returns {Promise<number | null>}
 */
async function waitUntilReady(dataDir, child, said) {
  for (const end = Date.now() + START_MS; Date.now() < end && child.exitCode === null; await sleep(20)) {
    const lines = readIfThere(join(dataDir, 'postmaster.pid')).split('\n');
    // Line 8 is the status, src/include/utils/pidfile.h
    if (/^(ready|standby)$/.test(lines[7]?.trim() ?? '')) return Number(lines[0]);
    if (lines.length < 2 && /FATAL|could not/.test(readLog(join(dataDir, '..')).slice(said))) return null;
  }
  return null;
}

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} folder */
const readLog = (folder) => readIfThere(join(folder, 'log'));

/**
 * @param {number} major @param {string} folder @param {string} dataDir @param {Running} first
 * @param {(port: number) => Promise<Running | null>} again
 * @returns {Server}
 */
function serverOf(major, folder, dataDir, first, again) {
  const { port, socketDir } = first;
  let running = first;
  const url = (database = 'postgres') => `postgres://postgres@127.0.0.1:${port}/${encodeURIComponent(database)}`;
  const maintain = (/** @type {string} */ sql) => runStatement(url('postgres'), sql);
  return {
    major,
    dataDir,
    socketDir,
    port,
    get pid() {
      return running.pid;
    },
    url,
    async createDatabase(name = `test_${process.pid}_${++names}`, template = 'template0') {
      await maintain(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${pg.escapeIdentifier(template)}`);
      return name;
    },
    dropDatabase: (name) => maintain(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`),
    log: () => readLog(folder),
    async restart(how, pauseMs = 0) {
      const mark = join(folder, 'restarts');
      writeFileSync(mark, '');
      process.kill(running.pid, how === 'fast' ? 'SIGINT' : 'SIGQUIT');
      while (existsSync(join(dataDir, 'postmaster.pid'))) await sleep(20);
      await end(running);
      rmSync(mark);
      await sleep(pauseMs);
      const server = await again(port);
      if (server === null) throw new Error(`PostgreSQL ${major} did not start again:\n${readLog(folder)}`);
      running = server;
    },
    async stop() {
      await end(running);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Ends the guard, and with it the server. @param {Running} running */
async function end({ child }) {
  const ended = new Promise((resolve) => {
    if (child.exitCode !== null) resolve(undefined);
    child.once('exit', resolve);
  });
  child.ref();
  if (WINDOWS) child.kill();
  else child.stdin?.end();
  await ended;
}

/** @param {string} url @param {string} sql */
async function runStatement(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
