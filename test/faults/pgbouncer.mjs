// @ts-check
// PgBouncer before a server, as Debian's package has it.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UNPRIVILEGED } from '../support/servers/binaries.mjs';

const PATH = `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`;

/** Whether the program is installed. */
export const hasPgbouncer = () => spawnSync('pgbouncer', ['--version'], { env: { ...process.env, PATH } }).status === 0;

/**
 * @param {import('../support/servers/server.mjs').Server} server
 * @param {'transaction' | 'session' | 'statement'} mode
 * @returns {Promise<{ url: (url: string) => string, stop: () => Promise<void> }>}
 */
export async function startPgbouncer(server, mode) {
  const folder = mkdtempSync(join(tmpdir(), 'schema-pgbouncer-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    pool_mode: mode,
    auth_type: 'any',
    default_pool_size: 5,
    server_reset_query_always: 0,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  const database = `* = host=127.0.0.1 port=${server.port} user=postgres`;
  writeFileSync(join(folder, 'ini'), `[databases]\n${database}\n[pgbouncer]\n${lines.join('\n')}\n`);
  const child = spawn('pgbouncer', ['-q', join(folder, 'ini')], {
    ...UNPRIVILEGED,
    env: { ...process.env, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`PgBouncer did not start:\n${said}`);
    await sleep(20);
  }
  return {
    url: (url) => url.replace(`:${server.port}/`, `:${port}/`),
    stop: async () => {
      child.kill('SIGQUIT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** @param {number} port @returns {Promise<boolean>} */
function listens(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(socket.destroy() !== null));
    socket.once('error', () => resolve(false));
  });
}
