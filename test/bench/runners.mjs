// @ts-check
// How fast migrations run next to dbmate and node-pg-migrate, on one server in one run; and how long `status` and
// `validate` take with many files in the folder.
//   npm run bench:runners -- [--migrations 1000] [--folder 10000] [--rounds 3] [--tools DIR] [--server 18]
// `--tools` is a folder in which the other tools are installed already.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { readMigrations } from '#src/migrations/folder.js';
import { historyDefinition } from '#src/runner/history/definition.js';
import { startServer } from '../support/servers/server.mjs';

const { values } = parseArgs({
  options: {
    migrations: { type: 'string', default: '1000' },
    folder: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    tools: { type: 'string' },
    server: { type: 'string', default: '18' },
  },
});
const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const PACKAGES = ['dbmate@2.36.0', 'node-pg-migrate@9.0.0', 'pg@8.23.1'];
const FEW = Number(values.migrations);
const MANY = Number(values.folder);
const ROUNDS = Number(values.rounds);

const folder = mkdtempSync(join(tmpdir(), 'schema-bench-'));
const tools = values.tools ?? installed();
const server = await startServer(Number(values.server));
function installed() {
  const where = mkdtempSync(join(tmpdir(), 'schema-tools-'));
  writeFileSync(join(where, 'package.json'), '{ "private": true }');
  const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES];
  execFileSync('npm', words, { cwd: where, stdio: ['ignore', 'ignore', 'inherit'] });
  return where;
}

/** A table and an index: the migration, and what takes it back. @param {number} n */
const up = (n) => `CREATE TABLE t${n} (id int, name text);\nCREATE INDEX ON t${n} (name);\n`;
/** @param {number} n */
const down = (n) => `DROP TABLE t${n};\n`;

/** Versions as timestamps, a minute apart. @param {number} n */
const version = (n) => new Date(Date.UTC(2000, 0, 1) + n * 60_000).toISOString().slice(0, 19).replace(/[-T:]/g, '');

/** @param {string} name @param {number} count @param {(n: number) => readonly (readonly [string, string])[]} files */
function write(name, count, files) {
  const path = join(folder, name);
  mkdirSync(path);
  for (let n = 1; n <= count; n++) for (const [file, text] of files(n)) writeFileSync(join(path, file), text);
  return path;
}

/** @param {number} n @returns {readonly (readonly [string, string])[]} */
const ours = (n) => [
  [`V${version(n)}__t${n}.sql`, up(n)],
  [`U${version(n)}__t${n}.sql`, down(n)],
];

/** Each tool on an empty database of its own, one after the other in each round. */
async function applying() {
  const dirs = {
    schema: write('schema', FEW, ours),
    dbmate: write('dbmate', FEW, (n) => [
      [`${version(n)}_t${n}.sql`, `-- migrate:up\n${up(n)}\n-- migrate:down\n${down(n)}`],
    ]),
    pgMigrate: write('node-pg-migrate', FEW, (n) => [
      [`${1_700_000_000_000 + n}_t${n}.sql`, `-- Up Migration\n${up(n)}\n-- Down Migration\n${down(n)}`],
    ]),
  };
  const bin = (/** @type {string} */ name) => join(tools, 'node_modules', '.bin', name);
  /** @type {Record<string, (url: string) => Measured>} */
  const runs = {
    schema: (url) => cli(['apply', '--url', url, '--migrations-dir', dirs.schema, '--quiet']),
    dbmate: (url) => {
      const words = ['--url', `${url}?sslmode=disable`, '--migrations-dir', dirs.dbmate, '--no-dump-schema', 'up'];
      return measured(bin('dbmate'), words, {});
    },
    'node-pg-migrate (all in one transaction)': (url) =>
      measured(bin('node-pg-migrate'), ['up', '-m', dirs.pgMigrate], { DATABASE_URL: url }),
    'node-pg-migrate (one transaction each)': (url) =>
      measured(bin('node-pg-migrate'), ['up', '-m', dirs.pgMigrate, '--no-single-transaction'], { DATABASE_URL: url }),
  };
  const times = await rounds(runs, async (run) => {
    const name = await server.createDatabase();
    const done = run(server.url(name));
    await expectTables(server.url(name));
    await server.dropDatabase(name);
    return done;
  });
  table(`apply ${FEW.toLocaleString('en')} migrations, a table and an index each`, times, 'dbmate');
}

/** @param {string} url */
async function expectTables(url) {
  const [row] = await ask(
    url,
    `SELECT count(*)::int AS tables FROM pg_class WHERE relkind = 'r' AND relname ~ '^t\\d+$'`,
  );
  if (row?.tables !== FEW) throw new Error(`${row?.tables} tables, not ${FEW}`);
}

/** The folder is applied; its files are only looked at. */
async function looking() {
  const path = write('many', MANY, ours);
  const words = ['--migrations-dir', path, '--no-input'];
  cli(['validate', '--update-sum', ...words]);
  const name = await server.createDatabase();
  await recordAll(server.url(name), path);
  const url = ['--url', server.url(name)];
  const times = await rounds(
    {
      'schema status': () => cli(['status', '--exit-code', ...url, ...words]),
      'schema status --json': () => cli(['status', '--exit-code', '--json', ...url, ...words]),
      'schema apply, nothing pending': () => cli(['apply', ...url, ...words]),
      'schema validate': () => cli(['validate', ...words]),
      'schema --version': () => cli(['--version']),
    },
    async (run) => run(),
  );
  table(`${MANY.toLocaleString('en')} migrations with their undos in the folder, all applied`, times);
}

/** The history as `apply` would leave it. @param {string} url @param {string} path */
async function recordAll(url, path) {
  const files = Array.from({ length: MANY }, (_, n) => ours(n + 1))
    .flat()
    .map(([name]) => ({ path: name, text: readFileSync(join(path, name), 'utf8') }));
  const { pairs } = readMigrations(files);
  await ask(url, historyDefinition('schema_migrations', true));
  const columns = pairs.map(({ up: { version, name, path, checksum, text }, undo }) => [
    version,
    name,
    path,
    checksum,
    text,
    undo?.path,
    undo?.text,
  ]);
  await ask(
    url,
    `INSERT INTO schema_migrations.history (version, name, kind, path, state, checksum, statements_done,
       statements_total, started_at, finished_at, execution_ms, tool_version, sql, undo_path, undo_sql)
     SELECT r->>0, r->>1, 'versioned', r->>2, 'applied', r->>3, 2, 2, now(), now(), 5, '0.1.0', r->>4, r->>5, r->>6
     FROM json_array_elements($1::json) AS r`,
    [JSON.stringify(columns)],
  );
}

/** @param {string} url @param {string} sql @param {unknown[]} [parameters] @returns {Promise<any[]>} */
async function ask(url, sql, parameters) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, parameters)).rows ?? [];
  } finally {
    await client.end();
  }
}

/** @typedef {{ wall: number, cpu: number }} Measured milliseconds; `cpu` is that of the program, not of the server */

/** A program of Node says itself what it used. */
const TELL = `import{writeFileSync}from'node:fs';process.on('exit',()=>{const{user,system}=process.cpuUsage();writeFileSync(process.env.BENCH_CPU,String((user+system)/1000))})`;

/** @param {readonly string[]} words */
const cli = (words) => measured(process.execPath, [CLI, ...words], {});

/** @param {string} program @param {readonly string[]} words @param {Record<string, string>} variables @returns {Measured} */
function measured(program, words, variables) {
  const file = join(folder, 'cpu');
  writeFileSync(file, '0');
  const option = `--import "data:text/javascript,${encodeURIComponent(TELL)}"`;
  const began = performance.now();
  const done = spawnSync(program, words, {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...variables, BENCH_CPU: file, NODE_OPTIONS: option },
  });
  const wall = performance.now() - began;
  if (done.status !== 0)
    throw new Error(`${program} ${words[0]} ended with ${done.status}: ${done.stderr.slice(-2000)}`);
  return { wall, cpu: Number(readFileSync(file, 'utf8')) };
}

/**
 * @template Run
 * @param {Record<string, Run>} runs
 * @param {(run: Run) => Promise<Measured>} measure
 */
async function rounds(runs, measure) {
  /** @type {Map<string, Measured[]>} */
  const times = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, run] of Object.entries(runs)) times.set(name, [...(times.get(name) ?? []), await measure(run)]);
  }
  return times;
}

/** @param {string} title @param {Map<string, Measured[]>} times @param {string} [base] */
function table(title, times, base) {
  const columns = ['wall', 'range', 'CPU', base === undefined ? '' : `of ${base}`];
  console.log(`\n${title.padEnd(60)}${columns.map((word, at) => word.padStart(at === 1 ? 20 : 12)).join('')}`);
  const reference = base === undefined ? undefined : median((times.get(base) ?? []).map(({ wall }) => wall));
  for (const [name, list] of times) {
    const walls = list.map(({ wall }) => wall);
    const wall = median(walls);
    const range = `${seconds(Math.min(...walls))} … ${seconds(Math.max(...walls))}`;
    const ratio = reference === undefined ? '' : (wall / reference).toFixed(2);
    // dbmate is no program of Node: what is seen is its starter.
    const cpu = name === 'dbmate' ? '' : seconds(median(list.map((one) => one.cpu)));
    console.log(
      `${name.padEnd(60)}${seconds(wall).padStart(12)}${range.padStart(20)}${cpu.padStart(12)}${ratio.padStart(12)}`,
    );
  }
}

/** @param {number} ms */
const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

/** @param {readonly number[]} list */
function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

try {
  console.log(`PostgreSQL ${values.server}, Node ${process.version}; medians of ${ROUNDS}`);
  if (FEW > 0) await applying();
  if (MANY > 0) await looking();
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  if (values.tools === undefined) rmSync(tools, { recursive: true, force: true });
}
