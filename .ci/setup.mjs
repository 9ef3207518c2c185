// Brings a clone to the state that `npm start` and `npm test` need: packages installed, sources compiled.
// Does nothing, and says nothing, when that is so already. Prints to stderr only: stdout belongs to the product.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...names) => join(root, ...names);

/** Run a command with all its output on stderr; end with its exit code when it fails. */
function run(what, command, args, options = {}) {
  process.stderr.write(`${what}\n`);
  const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (done.status === 0) return;
  process.stderr.write(`${what} failed${done.error === undefined ? '' : `: ${done.error.message}`}\n`);
  process.exit(1);
}

const digest = (file) => (existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'none');
const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

function install() {
  const stamp = at('node_modules', '.schema-setup');
  // What npm itself wrote last counts too, so that a person's own `npm ci` is not done again.
  const wanted = `${digest(at('package-lock.json'))} ${digest(at('package.json'))}\n`;
  const installed = at('node_modules', '.package-lock.json');
  if (read(stamp) === wanted && existsSync(installed)) return;
  const locked = existsSync(at('package-lock.json'));
  const current = existsSync(installed) && !existsSync(stamp) && agrees(installed);
  if (!current) {
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    run('installing packages …', npm, [locked ? 'ci' : 'install', '--no-progress', '--loglevel=error'], {
      shell: process.platform === 'win32',
    });
  }
  writeFileSync(stamp, `${digest(at('package-lock.json'))} ${digest(at('package.json'))}\n`);
}

/** Whether npm installed the very versions that the lock file asks for on this platform. */
function agrees(installed) {
  const lock = JSON.parse(read(at('package-lock.json')) || '{}').packages ?? {};
  const have = JSON.parse(read(installed)).packages ?? {};
  return Object.entries(lock).every(
    ([path, { version, optional }]) => path === '' || have[path]?.version === version || (optional && !have[path]),
  );
}

function* files(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else yield path;
  }
}

function compile() {
  const stamp = at('dist', '.schema-setup');
  const sources = [...files(at('src'))].filter((file) => file.endsWith('.ts')).sort();
  const inputs = [...sources, at('tsconfig.json'), at('node_modules', '.package-lock.json')];
  // The list tells of files that were deleted, which no time of change does.
  const list = `${sources.map((file) => file.slice(root.length)).join('\n')}\n`;
  const newest = Math.max(...inputs.map((file) => (existsSync(file) ? statSync(file).mtimeMs : 0)));
  if (existsSync(stamp) && statSync(stamp).mtimeMs > newest && read(stamp) === list) return;
  const started = new Date();
  run('compiling …', process.execPath, [at('node_modules', 'typescript', 'bin', 'tsc'), '-p', at('tsconfig.json')]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, list);
  // A file saved while the compiler ran must count as newer.
  utimesSync(stamp, started, started);
}

install();
compile();
