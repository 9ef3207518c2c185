import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readDesiredFiles } from '#src/desired/read-files.js';
import { errorOf } from '../../support/errors/raised.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schema-desired-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}

it('reads all .sql files, sorted, and shows them under the folder as given', async () => {
  for (const path of ['b.sql', 'a/z.SQL', 'a/b/c.sql', 'notes.md', '.git/x.sql', 'a/.hidden.sql'])
    await write(path, path);
  const files = await readDesiredFiles(`${folder}/`);
  expect(files.map(({ file }) => file)).toEqual([`${folder}/a/b/c.sql`, `${folder}/a/z.SQL`, `${folder}/b.sql`]);
});

it('takes byte order marks and carriage returns away', async () => {
  await write('a.sql', '\ufeffselect 1;\r\nselect 2;\r\n');
  expect((await readDesiredFiles(folder))[0]?.text).toBe('select 1;\nselect 2;\n');
});

it.each([
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0x00])],
  ['another encoding', new Uint8Array([0x2d, 0x2d, 0xe9])],
])('refuses %s', async (name, bytes) => {
  await write('a.sql', bytes);
  const error = await errorOf(() => readDesiredFiles(folder));
  expect([error.code, error.message.includes(name), error.hint]).toEqual([
    'desired/parse',
    true,
    'Save the file as UTF-8.',
  ]);
});

it('says that a folder is missing or empty', async () => {
  const missing = await errorOf(() => readDesiredFiles(join(folder, 'none')));
  const empty = await errorOf(() => readDesiredFiles(folder));
  expect([missing.code, empty.code]).toEqual(['desired/missing-folder', 'desired/missing-folder']);
  expect([missing.hint, empty.hint]).not.toContain(undefined);
});
