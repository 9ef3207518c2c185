// @ts-check
// A migration of 50 MB, as a dump of rows makes one.
import { apply, ask, folderOf } from './project.mjs';

const MEGABYTES = 50;

/**
 * @param {import('../support/servers/server.mjs').Server} server
 * @param {number} [perStatement] megabytes in one statement
 * @returns {Promise<{ why: string | null, ms: number }>}
 */
export async function bigFile(server, perStatement = 1) {
  const row = `('${'x'.repeat(1000)}')`;
  const rows = Math.ceil((perStatement * 1_000_000) / row.length);
  const insert = `INSERT INTO t VALUES ${Array(rows).fill(row).join(',\n')};\n`;
  const statements = Math.ceil(MEGABYTES / perStatement);
  const folder = folderOf({ 'V1__big.sql': `CREATE TABLE t (v text);\n${insert.repeat(statements)}` });
  const name = await server.createDatabase();
  const url = server.url(name);
  const { code, stderr, ms } = await apply(folder.path, url, ['--quiet']);
  const [done] = code === 0 ? await ask(url, 'SELECT count(*)::int AS rows FROM t') : [];
  await server.dropDatabase(name);
  folder.remove();
  if (code !== 0) return { why: `ended with ${code}: ${stderr.slice(-600)}`, ms };
  return { why: done?.rows === rows * statements ? null : `${done?.rows} rows`, ms };
}
