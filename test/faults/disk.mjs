// @ts-check
// A disk that fills up in the middle of a migration: a tablespace on a small file system.
import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UNPRIVILEGED } from '../support/servers/binaries.mjs';
import { apply, ask, folderOf } from './project.mjs';

/** @param {readonly string[]} words */
const mount = (...words) => spawnSync('mount', [...words], { encoding: 'utf8' });

/**
 * In a transaction nothing stays and the exit is 5; an index that is built CONCURRENTLY stops part-way, exit 6. With
 * room on the disk, `apply` goes on. `null`: as it should be; `undefined`: nothing can be mounted here.
 * @param {import('../support/servers/server.mjs').Server} server
 * @returns {Promise<string | null | undefined>}
 */
export async function diskFull(server) {
  const place = mkdtempSync(join(tmpdir(), 'schema-disk-'));
  const mounted = mount('-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', place);
  if (mounted.status !== 0) return void rmSync(place, { recursive: true });
  const name = await server.createDatabase();
  const url = server.url(name);
  const space = `small_${name}`;
  const folder = folderOf({
    'V1__t.sql':
      'CREATE TABLE t (id int, v text);\nINSERT INTO t SELECT i, repeat(md5(i::text), 4) FROM generate_series(1, 60000) AS i;',
    'V2__full.sql': `CREATE TABLE kept (id int);\nCREATE TABLE big (id int, v text) TABLESPACE ${space};
INSERT INTO big SELECT * FROM t;`,
    'V3__index.sql': `-- schema:transaction none\nUPDATE t SET id = -id WHERE id = 1;
CREATE INDEX CONCURRENTLY t_v ON t (v, id) TABLESPACE ${space};`,
  });
  try {
    const data = join(place, 'data');
    mkdirSync(data);
    if (UNPRIVILEGED.uid !== undefined) chownSync(data, UNPRIVILEGED.uid, UNPRIVILEGED.gid);
    await ask(url, `CREATE TABLESPACE ${space} LOCATION '${data}'`);
    return await fillAndGoOn(folder.path, url, place);
  } finally {
    await server.dropDatabase(name);
    await ask(server.url(), `DROP TABLESPACE IF EXISTS ${space}`);
    folder.remove();
    spawnSync('umount', [place]);
    rmSync(place, { recursive: true, force: true });
  }
}

/** @param {string} path @param {string} url @param {string} place @returns {Promise<string | null>} */
async function fillAndGoOn(path, url, place) {
  const first = await apply(path, url);
  if (first.code !== 5 || !first.stderr.includes('53100'))
    return `ended with ${first.code}: ${first.stderr.slice(-600)}`;
  const [left] = await ask(url, "SELECT to_regclass('kept') AS kept, (SELECT count(*)::int FROM t) AS rows");
  if (left?.kept !== null || left?.rows !== 60000) return `left behind: ${JSON.stringify(left)}`;
  // Enough for the table, not for the index.
  mount('-o', 'remount,size=13m', place);
  const second = await apply(path, url);
  if (second.code !== 6 || !second.stderr.includes('53100'))
    return `ended with ${second.code}: ${second.stderr.slice(-600)}`;
  mount('-o', 'remount,size=200m', place);
  const third = await apply(path, url);
  if (third.code !== 0) return `with room it ended with ${third.code}: ${third.stderr.slice(-600)}`;
  const [done] = await ask(
    url,
    `SELECT (SELECT count(*)::int FROM big) AS rows, (SELECT count(*)::int FROM pg_index WHERE NOT indisvalid) AS invalid,
            (SELECT count(*)::int FROM t WHERE id = -1) AS updated`,
  );
  return done?.rows === 60000 && done?.invalid === 0 && done?.updated === 1 ? null : JSON.stringify(done);
}
