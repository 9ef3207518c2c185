// @ts-check
// How long things take on databases of 100 and 1,000 tables, next to pg_dump --schema-only of the same database.
//   npm run bench -- [--tables 100,1000] [--rounds 5] [--only "no-op plan"] [--server 18]
// A CPU profile of one of them: node --cpu-prof test/bench/run.mjs --tables 1000 --rounds 3 --only introspection

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openDatabase } from '#src/databases/open.js';
import { readDesiredFiles } from '#src/desired/read-files.js';
import { readStatements } from '#src/desired/statements.js';
import { WORDS } from '#src/kinds/words.js';
import { closeScratch, warmScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { readDesired } from '#src/states/desired.js';
import { readLive } from '#src/states/live.js';
import { profileOf } from '#src/states/profile.js';
import { plan } from '#src/workflows/plan.js';
import { startServer } from '../support/servers/server.mjs';
import { oneColumnMore, schemaOfSize } from './schema-of-size.mjs';

const { values } = parseArgs({
  options: {
    tables: { type: 'string', default: '100,1000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    server: { type: 'string', default: '18' },
  },
});
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const ROUNDS = Number(values.rounds);
const MAJOR = Number(values.server);

const folder = mkdtempSync(join(tmpdir(), 'schema-bench-'));
const server = await startServer(MAJOR);
const dump = await dumpServer();
/** Peak resident memory of the processes of a name, in MB. @type {Map<string, number>} */
const memory = new Map();
const milliseconds = (/** @type {number} */ ms) => `${Math.round(ms).toLocaleString('en')} ms`;
try {
  await loadParser();
  const started = performance.now();
  await warmScratch();
  console.log(
    `PostgreSQL ${MAJOR}, Node ${process.version}; medians of ${ROUNDS} rounds, each with one run of everything`,
  );
  console.log(dump.words);
  console.log(`scratch started in ${milliseconds(performance.now() - started)}, once\n`);
  for (const tables of values.tables.split(',').map(Number)) await bench(tables);
  console.log(`peak memory of this process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  await closeScratch();
  await server.stop();
  await dump.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** pg_dump refuses a newer server: then a server of its own major holds the same database. */
async function dumpServer() {
  const paths = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'].flatMap((base) =>
    existsSync(base) ? readdirSync(base).map((name) => join(base, name, 'bin', 'pg_dump')) : [],
  );
  const found = ['pg_dump', ...paths].flatMap((path) => {
    const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    const major = Number(/\) (\d+)/.exec(stdout ?? '')?.[1]);
    return status === 0 && major >= 14 ? [{ path, major }] : [];
  });
  const best = found.sort((a, b) => b.major - a.major)[0];
  const nothing = { path: null, server: null, stop: async () => {} };
  if (best === undefined) return { ...nothing, words: 'pg_dump is missing: install the client package of PostgreSQL' };
  if (best.major >= MAJOR) return { ...nothing, path: best.path, server, words: `pg_dump ${best.major}, same server` };
  const own = await startServer(best.major)
    .catch(() => startServer(best.major, { directory: `/usr/lib/postgresql/${best.major}` }))
    .catch(() => null);
  if (own === null) return { ...nothing, words: `pg_dump ${best.major} is older than the server, and so it refuses` };
  const words = `pg_dump ${best.major} refuses a newer server: it dumps the same schema from a server of its own major`;
  return { path: best.path, server: own, stop: () => own.stop(), words };
}

/** @param {number} tables */
async function bench(tables) {
  const same = write(`same_${tables}`, schemaOfSize(tables));
  const changed = write(`changed_${tables}`, oneColumnMore(tables));
  const script = schemaOfSize(tables)
    .map(({ sql }) => sql)
    .join('');
  const url = await databaseOf(server, script);
  const dumped = dump.server === null ? null : dump.server === server ? url : await databaseOf(dump.server, script);
  const live = await withDatabase(url, readLive);
  const statements = readStatements(await readDesiredFiles(same), WORDS);

  /** @type {Record<string, () => Promise<unknown> | unknown>} */
  const all = {
    ...(dump.path === null || dumped === null
      ? {}
      : { 'pg_dump --schema-only': () => pgDump(dump.path ?? '', dumped) }),
    introspection: () => withDatabase(url, readLive),
    'parsing desired files': async () => readStatements(await readDesiredFiles(same), WORDS),
    'desired loading': () => readDesired(statements, profileOf(live)),
    'no-op plan': () => planned(url, same, false),
    'one-change plan': () => planned(url, changed, true),
    'schema plan --check, no-op': () => cli('schema plan --check, no-op', url, same, 0),
    'schema plan --check, one change': () => cli('schema plan --check, one change', url, changed, 2),
    'schema plan --stdout, one change': () => cli('schema plan --stdout, one change', url, changed, 0),
  };
  const chosen = Object.entries(all).filter(([name]) => values.only === undefined || name.startsWith(values.only));
  /** @type {Map<string, number[]>} */
  const times = new Map(chosen.map(([name]) => [name, []]));
  memory.clear();
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, run] of chosen) {
      const start = performance.now();
      await run();
      // The first round warms up.
      if (round > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  report(tables, times);
}

/** @param {number} tables @param {Map<string, number[]>} times */
function report(tables, times) {
  const base = times.get('pg_dump --schema-only');
  console.log(
    `${String(tables)} tables`.padEnd(36) +
      'median'.padStart(12) +
      'range'.padStart(22) +
      'of pg_dump'.padStart(12) +
      'memory'.padStart(10),
  );
  for (const [name, list] of times) {
    const range = `${milliseconds(Math.min(...list))} … ${milliseconds(Math.max(...list))}`;
    const ratio = base === undefined ? '' : (median(list) / median(base)).toFixed(2);
    const peak = memory.get(name);
    console.log(
      name.padEnd(36) +
        milliseconds(median(list)).padStart(12) +
        range.padStart(22) +
        ratio.padStart(12) +
        (peak ? `${peak} MB` : '').padStart(10),
    );
  }
  console.log('');
}

/** @param {readonly number[]} list */
function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** @param {string} name @param {{ name: string, sql: string }[]} files */
function write(name, files) {
  const directory = join(folder, name);
  mkdirSync(directory);
  for (const file of files) writeFileSync(join(directory, `${file.name}.sql`), file.sql);
  return directory;
}

/** @param {import('../support/servers/server.mjs').Server} on @param {string} script */
async function databaseOf(on, script) {
  const url = on.url(await on.createDatabase());
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(script);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
  return url;
}

/**
 * @template T
 * @param {string} url
 * @param {(database: import('#src/databases/database.js').Database) => Promise<T>} work
 */
async function withDatabase(url, work) {
  const database = await openDatabase(url, { applicationName: 'schema bench' });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** @param {string} url @param {string} schemaDir @param {boolean} different */
async function planned(url, schemaDir, different) {
  const project = {
    schemaDir,
    migrationsDir: join(folder, 'migrations'),
    url,
    allow: ['all'],
    scratch: null,
    profile: 'schema.profile.json',
    allowDo: false,
    toolVersion: 'bench',
    now: new Date(),
    report: () => {},
  };
  const { pair } = await plan(project, { name: 'bench', against: 'database', write: false });
  if ((pair !== null) !== different) throw new Error(`a plan was ${different ? '' : 'not '}expected`);
}

/** @param {string} path @param {string} url */
function pgDump(path, url) {
  const sql = execFileSync(path, ['--schema-only', '--dbname', url], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!sql.includes('CREATE TABLE')) throw new Error('pg_dump wrote no table');
}

/** A process writes its own peak memory as it ends. */
function tell() {
  return `import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.BENCH_RSS,String(process.resourceUsage().maxRSS)))`;
}

/** @param {string} name holds the flag @param {string} url @param {string} schemaDir @param {number} expected */
function cli(name, url, schemaDir, expected) {
  const flag = /--\w+/.exec(name)?.[0] ?? '';
  const rss = join(folder, 'rss');
  const flags = ['plan', flag, '--url', url, '--schema-dir', schemaDir, '--migrations-dir', join(folder, 'migrations')];
  const done = spawnSync(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(tell())}`,
      CLI,
      ...flags,
      '--allow',
      'all',
      '--quiet',
      '--no-input',
    ],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, BENCH_RSS: rss },
    },
  );
  if (done.status !== expected) throw new Error(`schema plan ${flag} ended with ${done.status}: ${done.stderr}`);
  const peak = Math.round(Number(readFileSync(rss, 'utf8')) / 1024);
  memory.set(name, Math.max(peak, memory.get(name) ?? 0));
}
