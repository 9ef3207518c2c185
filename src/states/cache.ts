// What can always be made again and takes time, kept in the user's cache folder as JSON, by a digest of all it depends on.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolders } from '../databases/pglite-snapshot.ts';

/** How many entries of one kind are kept; the ones not used for longest go. */
const KEPT = 30;

export const digestOf = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);

let build: Promise<string> | undefined;

/** Changes with the program itself: what another version of it made may mean something else. */
export function digestOfProgram(): Promise<string> {
  build ??= (async () => {
    const root = fileURLToPath(new URL('..', import.meta.url));
    const names = (await readdir(root, { recursive: true })).filter((name) => name.endsWith('.js')).sort();
    const hash = createHash('sha256');
    for (const name of names) hash.update(name).update(await readFile(join(root, name)));
    return hash.digest('hex').slice(0, 32);
  })();
  return build;
}

/** The value kept under a kind and a digest; null where there is none that can be read. */
export async function readCached(kind: string, digest: string): Promise<unknown> {
  for (const folder of cacheFolders(process.env)) {
    const file = join(folder, `${kind}-${digest}.json`);
    const text = await readFile(file, 'utf8').catch(() => null);
    if (text === null) continue;
    const now = new Date();
    await utimes(file, now, now).catch(() => undefined);
    try {
      return JSON.parse(text);
    } catch {
      await rm(file, { force: true }).catch(() => undefined);
    }
  }
  return null;
}

/** Keep a value; a folder that can't be written is no error. */
export async function writeCached(kind: string, digest: string, value: unknown): Promise<void> {
  for (const folder of cacheFolders(process.env)) {
    const file = join(folder, `${kind}-${digest}.json`);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.${process.pid}`, JSON.stringify(value), { mode: 0o600 });
      await rename(`${file}.${process.pid}`, file);
      await prune(folder, kind);
      return;
    } catch {
      // The next folder, or none.
    }
  }
}

async function prune(folder: string, kind: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.startsWith(`${kind}-`));
  if (names.length <= KEPT) return;
  const ages = await Promise.all(
    names.map(async (name) => ({ name, used: (await stat(join(folder, name)).catch(() => null))?.mtimeMs ?? 0 })),
  );
  const old = ages.sort((one, other) => other.used - one.used).slice(KEPT);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true }).catch(() => undefined)));
}
