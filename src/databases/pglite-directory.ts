// The data directory of an embedded database, for PGlite: locked by one process, created, and replaced.
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SchemaError } from '../errors.ts';
import { loadSnapshot } from './pglite-snapshot.ts';
import { tarEntries } from './tar.ts';

/** The major of PGlite's PostgreSQL: the content of PG_VERSION in its data directories. */
const MAJOR = '18';

/** The lock files that this process holds. */
const held = new Set<string>();
let releasesAtExit = false;

interface Holder {
  readonly pid: number;
  /**
   * Distinguishes the process from a later one with the same pid; null where the system does not tell the start time.
   */
  readonly started: string | null;
}

/** A data directory that only this process has open. */
export interface LockedDirectory {
  readonly path: string;
  unlock(): Promise<void>;
}

/**
 * Takes the lock of a data directory (`DIR.lock` beside it) and creates the directory if it is missing.
 * Errors: `database/connection` where another process has the directory open or the directory has other content,
 * `catalog/unsupported-version`.
 */
export async function lockDirectory(dataDir: string): Promise<LockedDirectory> {
  const path = resolve(dataDir);
  const lock = `${path}.lock`;
  await asConnectionError(path, () => mkdir(dirname(path), { recursive: true }));
  await takeLock(lock, path);
  try {
    await prepare(path);
  } catch (error) {
    await release(lock);
    throw error;
  }
  return { path, unlock: () => release(lock) };
}

async function asConnectionError<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SchemaError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new SchemaError('database/connection', `cannot open the database folder ${path}: ${reason}`, {
      hint: 'Check that the folder can be written.',
      cause: error,
    });
  }
}

/** The start time of a process in clock ticks since boot: field 22 of /proc/PID/stat on Linux. */
function startOf(pid: number): string | null {
  try {
    // The second field, the command, may contain spaces and parentheses.
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19] ?? null
    );
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  const started = startOf(holder.pid);
  return started === null || holder.started === null || started === holder.started;
}

/** The process that holds a lock; null for a file without such content (cut off by a crash). */
async function readHolder(lock: string): Promise<Holder | null> {
  try {
    const parsed: unknown = JSON.parse(await readFile(lock, 'utf8'));
    const field = (name: string): unknown =>
      parsed !== null && typeof parsed === 'object' ? Reflect.get(parsed, name) : undefined;
    const [pid, started] = [field('pid'), field('started')];
    if (typeof pid !== 'number') return null;
    return { pid, started: typeof started === 'string' ? started : null };
  } catch {
    return null;
  }
}

const inUse = (path: string, detail: string): SchemaError =>
  new SchemaError('database/connection', `the database folder ${path} is already open`, {
    detail,
    hint: 'PGlite serves one process at a time: wait for the other one, or end it.',
  });

async function takeLock(lock: string, path: string): Promise<void> {
  if (held.has(lock)) throw inUse(path, 'This process opened it earlier and has not closed it.');
  held.add(lock);
  const mine = `${lock}.${randomBytes(6).toString('hex')}`;
  try {
    const holder: Holder = { pid: process.pid, started: startOf(process.pid) };
    await asConnectionError(path, () => writeFile(mine, JSON.stringify(holder), { flag: 'wx' }));
    while (!(await tryLink(mine, lock, path))) await removeStale(lock, path);
    releaseAtExit();
  } catch (error) {
    held.delete(lock);
    throw error;
  } finally {
    await rm(mine, { force: true });
  }
}

/** Creates the lock by link(), which fails if the file exists and otherwise creates it with its whole content. */
async function tryLink(mine: string, lock: string, path: string): Promise<boolean> {
  try {
    await link(mine, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    return asConnectionError(path, () => Promise.reject(error));
  }
}

/**
 * Moves the lock of a dead process away. Of several processes that try this, only one moves the file, and reads the
 * moved file again before it deletes it.
 */
async function removeStale(lock: string, path: string): Promise<void> {
  const busy = (holder: Holder): SchemaError => inUse(path, `Process ${holder.pid} has it open (${lock}).`);
  const holder = await readHolder(lock);
  if (holder !== null && isAlive(holder)) throw busy(holder);
  const moved = `${lock}.${randomBytes(6).toString('hex')}`;
  if (
    !(await rename(lock, moved).then(
      () => true,
      () => false,
    ))
  )
    return;
  const inspected = await readHolder(moved);
  if (inspected !== null && isAlive(inspected)) {
    await rename(moved, lock);
    throw busy(inspected);
  }
  await rm(moved, { force: true });
}

async function release(lock: string): Promise<void> {
  if (held.delete(lock)) await rm(lock, { force: true });
}

function releaseAtExit(): void {
  if (releasesAtExit) return;
  releasesAtExit = true;
  process.on('exit', () => {
    for (const lock of held) rmSync(lock, { force: true });
  });
}

/**
 * Makes sure that a directory is a data directory of PGlite's version; an empty or missing one gets the content of a
 * new database.
 */
async function prepare(path: string): Promise<void> {
  const found = await readFile(join(path, 'PG_VERSION'), 'utf8').catch(() => null);
  if (found?.trim() === MAJOR) return;
  if (found !== null) {
    throw new SchemaError('catalog/unsupported-version', `${path} belongs to PostgreSQL ${found.trim()}`, {
      hint: `The embedded database is PostgreSQL ${MAJOR}: use another folder and load a dump into it.`,
    });
  }
  const entries = await readdir(path).catch(() => []);
  if (entries.length > 0) {
    throw new SchemaError('database/connection', `${path} holds files that are not a PostgreSQL database`, {
      hint: 'Name a new or an empty folder.',
    });
  }
  await asConnectionError(path, () => create(path));
}

/** Unpacks the snapshot beside the directory and renames it, so that a crash never leaves an incomplete database. */
async function create(path: string): Promise<void> {
  const archive = gunzipSync(await loadSnapshot('directory'));
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  try {
    await mkdir(temporary, { mode: 0o700 });
    for (const entry of tarEntries(archive)) {
      const target = join(temporary, entry.path);
      await mkdir(entry.directory ? target : dirname(target), { recursive: true, mode: 0o700 });
      if (!entry.directory) await writeFile(target, entry.content, { mode: 0o600 });
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
}
