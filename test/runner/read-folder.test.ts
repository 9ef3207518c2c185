import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readFolder } from '#src/migrations-folder/read-folder.js';
import { errorOf } from '../support/errors/raised.ts';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'schema-folder-'));
  onTestFinished(() => rm(path, { recursive: true }));
  return path;
}

test('all .sql files below the folder are read, in the order of their paths, with schema.sum', async () => {
  const path = await folder();
  await mkdir(join(path, 'ddl', 'old'), { recursive: true });
  await writeFile(join(path, 'ddl', 'V2__b.sql'), 'SELECT 2;');
  await writeFile(join(path, 'ddl', 'old', 'V1__ä.sql'), "SELECT 'ä';");
  await writeFile(join(path, 'README.md'), 'no SQL');
  await writeFile(join(path, 'schema.sum'), 'sum');
  expect(await readFolder(path)).toEqual({
    files: [
      { path: 'ddl/V2__b.sql', text: 'SELECT 2;' },
      { path: 'ddl/old/V1__ä.sql', text: "SELECT 'ä';" },
    ],
    sum: 'sum',
  });
});

test('a folder that is not there is an empty one', async () => {
  expect(await readFolder(join(await folder(), 'none'))).toEqual({ files: [], sum: null });
});

test('a file in another encoding is refused', async () => {
  const path = await folder();
  await writeFile(join(path, 'V1__x.sql'), Buffer.from([0x53, 0xe4, 0x3b]));
  expect(await errorOf(readFolder(path))).toMatchObject({
    code: 'migration/invalid-file',
    message: expect.stringContaining('is not UTF-8'),
  });
});
