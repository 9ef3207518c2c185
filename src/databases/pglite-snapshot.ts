// Snapshots of a new data directory in the user's cache folder, for a fast start of PGlite.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { pgliteFile } from './pglite-bundles.ts';
import { startThread } from './pglite-thread.ts';

/** `scratch` is a tar without template databases, `directory` a complete one, compressed with gzip. */
export type SnapshotName = 'scratch' | 'directory';

/** Increase this number when initdb's options or the file's layout change. */
const FORMAT = 1;
const MAGIC = Buffer.from('schema snapshot\n');
const DIGEST_BYTES = 32;
const MAKE_DEADLINE_MS = 300_000;

/** Cache folders in order of preference; SCHEMA_CACHE_DIR alone where it is set. */
export function cacheFolders(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const chosen = environment['SCHEMA_CACHE_DIR'];
  if (chosen) return [chosen];
  const xdg = environment['XDG_CACHE_HOME'];
  const user = process.getuid?.() ?? userInfo().username;
  return [xdg ? join(xdg, 'schema') : join(homedir(), '.cache', 'schema'), join(tmpdir(), `schema-cache-${user}`)];
}

async function fileName(name: SnapshotName): Promise<string> {
  return `pglite-${await pgliteVersion()}-${FORMAT}.${name}`;
}

async function pgliteVersion(): Promise<string> {
  const parsed: unknown = JSON.parse(await readFile(pgliteFile('../package.json'), 'utf8'));
  const version = parsed !== null && typeof parsed === 'object' ? Reflect.get(parsed, 'version') : undefined;
  return String(version);
}

const digest = (payload: Uint8Array): Buffer => createHash('sha256').update(payload).digest();

/** The content of a snapshot file, or null where the file is missing or does not match its checksum. */
async function readSnapshot(file: string): Promise<Uint8Array | null> {
  const content = await readFile(file).catch(() => null);
  if (content === null || !content.subarray(0, MAGIC.length).equals(MAGIC)) return null;
  const payload = content.subarray(MAGIC.length + DIGEST_BYTES);
  const expected = content.subarray(MAGIC.length, MAGIC.length + DIGEST_BYTES);
  return digest(payload).equals(expected) ? new Uint8Array(payload) : null;
}

/** Writes a snapshot so that a reader sees the whole file or none. A folder without write access is no error. */
async function writeSnapshot(folder: string, file: string, payload: Uint8Array): Promise<boolean> {
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(temporary, Buffer.concat([MAGIC, digest(payload), payload]), { mode: 0o600, flag: 'wx' });
    await rename(temporary, join(folder, file));
    return true;
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
    return false;
  }
}

type Snapshots = Readonly<Record<SnapshotName, Uint8Array>>;

/** Runs initdb in a thread of its own, which takes 3 to 6 s. */
async function makeSnapshots(): Promise<Snapshots> {
  const { thread, first } = await startThread('initdb in PGlite', { job: 'make snapshots' }, MAKE_DEADLINE_MS);
  await thread.terminate();
  if (first.reply === 'snapshots') return { scratch: first.scratch, directory: first.directory };
  throw new SchemaError('scratch/died', 'initdb in PGlite gave no data directory');
}

/**
 * The snapshots of this process when no cache folder can be written, and the run of initdb that several calls wait for.
 */
let made: Promise<Snapshots> | undefined;

/**
 * An initialized data directory: from the cache, or created and cached. The caller owns the bytes. Without a writable
 * cache folder, every process runs initdb once. Errors: `scratch/died`, `scratch/deadline`.
 */
export async function loadSnapshot(name: SnapshotName): Promise<Uint8Array> {
  const file = await fileName(name);
  const folders = cacheFolders(process.env);
  for (const folder of folders) {
    const cached = await readSnapshot(join(folder, file));
    if (cached !== null) return cached;
  }
  const making = made ?? makeSnapshots();
  made = making;
  const snapshots = await making.catch((error: unknown) => {
    made = undefined;
    throw error;
  });
  if (await cacheSnapshots(folders, snapshots)) made = undefined;
  return new Uint8Array(snapshots[name]);
}

async function cacheSnapshots(folders: readonly string[], snapshots: Snapshots): Promise<boolean> {
  for (const folder of folders) {
    const scratch = await writeSnapshot(folder, await fileName('scratch'), snapshots.scratch);
    if (scratch && (await writeSnapshot(folder, await fileName('directory'), snapshots.directory))) return true;
  }
  return false;
}
