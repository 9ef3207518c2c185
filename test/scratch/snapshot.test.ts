import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadSnapshot } from '#src/databases/pglite-snapshot.js';
import { startScratch } from '#src/scratch/scratch.js';

let folder = '';
const before = process.env['SCHEMA_CACHE_DIR'];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schema-cache-'));
  process.env['SCHEMA_CACHE_DIR'] = folder;
});

afterEach(async () => {
  if (before === undefined) delete process.env['SCHEMA_CACHE_DIR'];
  else process.env['SCHEMA_CACHE_DIR'] = before;
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

const scratchFile = async (): Promise<string> => {
  const name = (await readdir(folder)).find((file) => file.endsWith('.scratch'));
  return join(folder, name ?? 'no snapshot');
};

it('is made once, and remade without a word when it is corrupt', async () => {
  const first = await loadSnapshot('scratch');
  const file = await scratchFile();
  const made = (await stat(file)).mtimeMs;
  expect(Buffer.compare(await loadSnapshot('scratch'), first)).toBe(0);
  expect((await stat(file)).mtimeMs).toBe(made);
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);

  const bytes = await readFile(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
  await writeFile(file, bytes);
  const scratch = await startScratch();
  await scratch.assertAlive();
  await scratch.close();
  expect(Buffer.compare(await readFile(file), bytes)).not.toBe(0);

  await writeFile(file, bytes.subarray(0, 1000));
  const again = await startScratch();
  await again.assertAlive();
  await again.close();
});

it('works where nothing can be cached', async () => {
  // A file where the folder should be: nobody can write into it, root neither.
  await rm(folder, { recursive: true });
  await writeFile(folder, '');
  const [one, two] = await Promise.all([startScratch(), startScratch()]);
  await Promise.all([one.assertAlive(), two.assertAlive()]);
  await Promise.all([one.close(), two.close()]);
});
