// What stands behind a name: links, volumes of Kubernetes, pipes, files that can't be read or written.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readDesiredFiles } from '#src/desired/read-files.js';
import { utf8, writeWhole } from '#src/files/text.js';
import { filesBelow } from '#src/files/walk.js';
import { readFolder } from '#src/migrations-folder/read-folder.js';
import { errorOf, thrownBy } from '../support/errors/raised.ts';
import { temporaryFolder } from '../support/folders/folder.ts';

function folder(files: Readonly<Record<string, string>> = {}): string {
  const { path, remove } = temporaryFolder('walk', files);
  onTestFinished(remove);
  return path;
}

const isSql = (path: string): boolean => path.endsWith('.sql');

test('links to files and folders are followed, for migrations and desired files alike', async () => {
  const root = folder({
    'shared/V2__b.sql': 'SELECT 2;',
    'one.sql': 'SELECT 1;',
    'migrations/ddl/V3__c.sql': 'SELECT 3;',
  });
  const migrations = join(root, 'migrations');
  symlinkSync('../shared', join(migrations, 'shared'));
  symlinkSync('../one.sql', join(migrations, 'V1__a.sql'));
  const { files } = await readFolder(migrations);
  expect(files.map(({ path }) => path)).toEqual(['V1__a.sql', 'ddl/V3__c.sql', 'shared/V2__b.sql']);
  expect((await readDesiredFiles(migrations)).map(({ text }) => text)).toEqual(['SELECT 1;', 'SELECT 3;', 'SELECT 2;']);
});

test('a folder that is itself a link, and links that lead back, end', async () => {
  const root = folder({ 'real/a.sql': '1', 'real/deep/b.sql': '2' });
  symlinkSync('real', join(root, 'link'));
  symlinkSync('..', join(root, 'real', 'deep', 'up'));
  symlinkSync('.', join(root, 'real', 'here'));
  expect(await filesBelow(join(root, 'link'), isSql)).toEqual(['a.sql', 'deep/b.sql']);
});

test('two names of one file are one, by its own name', async () => {
  const root = folder({ 'z/V1__a.sql': '1' });
  symlinkSync('z/V1__a.sql', join(root, 'V1__a.sql'));
  symlinkSync('z', join(root, 'a'));
  expect(await filesBelow(root, isSql)).toEqual(['z/V1__a.sql']);
});

test('a volume of Kubernetes has each file once', async () => {
  const root = folder({ '..2026_11_28/V1__a.sql': '1', '..2026_11_28/schema.sum': 'sum' });
  symlinkSync('..2026_11_28', join(root, '..data'));
  for (const name of ['V1__a.sql', 'schema.sum']) symlinkSync(join('..data', name), join(root, name));
  expect(await readFolder(root)).toEqual({ files: [{ path: 'V1__a.sql', text: '1' }], sum: 'sum' });
});

test.each([
  ['that leads nowhere', 'gone.sql', 'no such file'],
  ['to itself', 'V1__a.sql', 'too many symbolic links'],
])('a link %s is an error that names it', async (_, to, message) => {
  const root = folder();
  symlinkSync(to, join(root, 'V1__a.sql'));
  for (const read of [() => readFolder(root), () => readDesiredFiles(root)]) {
    const error = await errorOf(read());
    expect([error.code, error.message]).toEqual(['files/unreadable', expect.stringContaining(`${root}/V1__a.sql`)]);
    expect(error.message).toContain(message);
  }
});

test('the mark of an editor is no broken link', async () => {
  const root = folder({ 'V1__a.sql': '1' });
  symlinkSync('me@host.1:2', join(root, '.#V1__a.sql'));
  expect(await filesBelow(root, isSql)).toEqual(['V1__a.sql']);
});

test('a pipe among the files is an error, not a wait', async () => {
  const root = folder();
  execFileSync('mkfifo', [join(root, 'V1__a.sql')]);
  expect(await errorOf(readFolder(root))).toMatchObject({
    code: 'files/unreadable',
    message: `${root}/V1__a.sql is neither a file nor a folder`,
  });
  const other = folder({ 'V1__a.sql': '1' });
  execFileSync('mkfifo', [join(other, 'schema.sum')]);
  expect((await errorOf(readFolder(other))).code).toBe('files/unreadable');
});

test('what may not be read, and what can not be written, has a code, a file and a remedy', async () => {
  const root = folder({ 'ddl/V1__a.sql': '1' });
  if (process.getuid?.() !== 0) {
    chmodSync(join(root, 'ddl/V1__a.sql'), 0);
    expect(await errorOf(readFolder(root))).toMatchObject({
      code: 'migration/invalid-file',
      hint: expect.stringContaining('permissions'),
    });
  }
  expect(await errorOf(writeWhole(join(root, 'ddl/V1__a.sql/x.sql'), ''))).toMatchObject({ code: 'files/unwritable' });
  mkdirSync(join(root, 'taken.sql'));
  const taken = await errorOf(writeWhole(join(root, 'taken.sql'), ''));
  expect([taken.code, taken.hint]).toEqual(['files/unwritable', expect.stringContaining('It is a folder')]);
  expect(existsSync(join(root, 'taken.sql.part'))).toBe(false);
});

test('a text that the runtime can not hold is refused by its size', () => {
  const huge = { length: 600 * 1024 * 1024 } as Uint8Array;
  expect(thrownBy(() => utf8(huge, 'V1__a.sql'))).toMatchObject({ message: 'V1__a.sql has more than 512 MB' });
});

test('a full disk under stdout is an error of its own', async () => {
  if (!existsSync('/dev/full')) return;
  const root = folder({ 'generated-migrations/V1__a.sql': 'SELECT 1;\n' });
  writeFileSync(join(root, 'schema.config.json'), '{}');
  const { CLI } = await import('../support/command-line/program.ts');
  const command = `"${process.execPath}" "${CLI}" validate > /dev/full`;
  const call = thrownByShell(command, root);
  expect(call).toMatchObject({ status: 1, stderr: expect.stringContaining('error [files/unwritable]: stdout') });
  expect(call.stderr).toContain('The disk is full');
});

function thrownByShell(command: string, cwd: string): { readonly status: number; readonly stderr: string } {
  try {
    execFileSync('sh', ['-c', command], { cwd, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    return error as { readonly status: number; readonly stderr: string };
  }
  throw new Error('it did not fail');
}
