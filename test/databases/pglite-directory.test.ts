import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '#src/databases/open.js';

let folder = '';
let url = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'schema-directory-'));
  url = `pglite://${folder}/deep/er/db`;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const opener = `
  const { openDatabase } = await import(process.argv[1]);
  const database = await openDatabase(process.argv[2]);
  await database.script('CREATE TABLE IF NOT EXISTS t (a int); INSERT INTO t VALUES (1)');
  console.log('open');
  setInterval(() => undefined, 1000);`;

/** Another process that has the database open. */
async function otherProcess() {
  const module = new URL('../../dist/databases/open.js', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', opener, module, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

it('is made on first use, keeps its rows and its extensions', async () => {
  const first = await openDatabase(url);
  await first.script("CREATE EXTENSION hstore; CREATE TABLE t (a hstore); INSERT INTO t VALUES ('k=>v')");
  await first.close();
  expect(await readdir(join(folder, 'deep', 'er'))).toEqual(['db']);
  const second = await openDatabase(url);
  expect(await second.query("SELECT a -> 'k' AS v FROM t")).toEqual([{ v: 'v' }]);
  await second.close();
});

it('is open in one process at a time', async () => {
  const child = await otherProcess();
  const busy = openDatabase(url);
  await expect(busy).rejects.toMatchObject({ code: 'database/connection', exitCode: 11 });
  await expect(busy).rejects.toMatchObject({ detail: expect.stringContaining(String(child.pid)) });
  child.kill('SIGKILL');
  await once(child, 'exit');
  const after = await openDatabase(url);
  expect(await after.query('SELECT count(*)::int AS n FROM t')).toEqual([{ n: 1 }]);
  await expect(openDatabase(url)).rejects.toMatchObject({ code: 'database/connection' });
  await after.close();
  await (await openDatabase(url)).close();
});

it('takes over a lock that a process with the same pid left', async () => {
  await (await openDatabase(url)).close();
  await writeFile(`${folder}/deep/er/db.lock`, JSON.stringify({ pid: process.pid, started: '1' }));
  await (await openDatabase(url)).close();
  await writeFile(`${folder}/deep/er/db.lock`, '');
  await (await openDatabase(url)).close();
});

it('refuses a folder of something else, and leaves it as it was', async () => {
  await mkdir(`${folder}/other`);
  await writeFile(`${folder}/other/file`, 'mine');
  await expect(openDatabase(`pglite://${folder}/other`)).rejects.toMatchObject({ code: 'database/connection' });
  expect(await readFile(`${folder}/other/file`, 'utf8')).toBe('mine');
  expect(await readdir(folder)).toEqual(['other']);
  await mkdir(`${folder}/old`);
  await writeFile(`${folder}/old/PG_VERSION`, '15\n');
  await expect(openDatabase(`pglite://${folder}/old`)).rejects.toMatchObject({ code: 'catalog/unsupported-version' });
});

it('keeps no process alive, and leaves no lock behind at its end', async () => {
  const module = new URL('../../dist/databases/open.js', import.meta.url).href;
  const idle = opener.replace(/setInterval.*;/, '');
  const child = spawn(process.execPath, ['--input-type=module', '-e', idle, module, url], { stdio: 'ignore' });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect(await readdir(join(folder, 'deep', 'er'))).toEqual(['db']);
  const database = await openDatabase(url);
  expect(await database.query('SELECT a FROM t')).toEqual([{ a: 1 }]);
  await database.close();
});
