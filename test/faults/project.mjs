// @ts-check
// A folder of migrations of every kind, the program run on it, and what a database must look like afterwards.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const NONE = '-- schema:transaction none\n';

/** Transactional, concurrent, enum, data and mixed files. No statement may be run twice, or left out, unnoticed. */
export const MIX = {
  'V01__tables.sql': `CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b text);
CREATE TABLE counter (name text PRIMARY KEY, n int NOT NULL);
INSERT INTO counter VALUES ('once', 0), ('apart', 0);
CREATE TABLE parts (id int, at int) PARTITION BY LIST (at);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE parts_2 PARTITION OF parts FOR VALUES IN (2);`,
  'V02__rows.sql': `INSERT INTO t SELECT i, i % 97, 'row ' || i FROM generate_series(1, 4000) AS i;
INSERT INTO parts SELECT i, 1 + i % 2 FROM generate_series(1, 100) AS i;`,
  'V03__index.sql': `${NONE}CREATE INDEX CONCURRENTLY t_a ON t (a);`,
  'V04__enum.sql': `CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE moods (m mood);`,
  'V05__value.sql': `ALTER TYPE mood ADD VALUE 'so so' AFTER 'good';`,
  'V06__use.sql': `INSERT INTO moods VALUES ('so so');
UPDATE counter SET n = n + 1 WHERE name = 'once';`,
  'V07__apart.sql': `${NONE}SET work_mem = '5MB';
UPDATE counter SET n = n + 1 WHERE name = 'apart';
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_b ON t (b);
CREATE INDEX CONCURRENTLY ON t (b, a);
BEGIN;
UPDATE counter SET n = n + 10 WHERE name = 'apart';
INSERT INTO moods VALUES ('bad');
COMMIT;
DROP INDEX CONCURRENTLY t_a;
INSERT INTO counter SELECT 'work_mem', setting::int FROM pg_settings WHERE name = 'work_mem';
VACUUM t;`,
  'V08__detach.sql': `${NONE}ALTER TABLE parts DETACH PARTITION parts_2 CONCURRENTLY;
REINDEX TABLE CONCURRENTLY t;
ALTER TYPE mood ADD VALUE 'fine';`,
  'V09__function.sql': `CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS $$SELECT n * 2; -- ;$$;
CREATE VIEW v AS SELECT id, twice(a) AS a FROM t;`,
  'V10__data.sql': `UPDATE t SET a = a + 1;
UPDATE counter SET n = n + 1 WHERE name = 'once';`,
  'V11__index.sql': `${NONE}CREATE INDEX CONCURRENTLY t_a2 ON t (a) WHERE a > 3;`,
};

/** How many files it has. */
export const FILES = Object.keys(MIX).length;

/**
 * A folder with migrations, in the temporary folder.
 * @param {Readonly<Record<string, string>>} [files]
 */
export function folderOf(files = MIX) {
  const path = mkdtempSync(join(tmpdir(), 'schema-faults-'));
  const write = (/** @type {Readonly<Record<string, string>>} */ more) => {
    for (const [name, text] of Object.entries(more)) {
      const file = join(path, 'generated-migrations', name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${text}\n`);
    }
  };
  write(files);
  return { path, write, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Nothing of the machine's own settings reaches the program. */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(PG|SCHEMA_|DATABASE_URL|CI$|NO_COLOR|FORCE_COLOR|npm_)/.test(name),
  ),
);

/**
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, stdout: string, stderr: string, ms: number }} Ended
 * @typedef {{ child: import('node:child_process').ChildProcess, ended: Promise<Ended> }} Running
 */

/**
 * Starts the program. `onEvent` is called for each line of its log.
 * @param {string} path @param {string} url @param {readonly string[]} words
 * @param {(event: string, number: number) => void} [onEvent]
 * @returns {Running}
 */
export function start(path, url, words, onEvent) {
  const began = performance.now();
  const child = spawn(process.execPath, [CLI, ...words, '--log-format', 'ndjson'], {
    cwd: path,
    env: { ...ENVIRONMENT, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr, lines] = ['', '', 0];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
    const all = stderr.split('\n');
    for (; lines < all.length - 1; lines++) onEvent?.(all[lines] ?? '', lines);
  });
  const ended = new Promise((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr, ms: performance.now() - began })),
  );
  return { child, ended };
}

/** @param {string} path @param {string} url @param {readonly string[]} [words] */
export const apply = (path, url, words = []) => start(path, url, ['apply', ...words]).ended;

/** @param {string} url @param {string} sql @param {readonly unknown[]} [parameters] @returns {Promise<readonly any[]>} */
export async function ask(url, sql, parameters = []) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const result = await client.query(sql, [...parameters]);
    return result.rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** All that the files promise, and that nothing is left behind: one text for each database that is as it should be. */
const STATE = `
  SELECT json_build_object(
    'counters', (SELECT json_object_agg(name, n ORDER BY name) FROM counter),
    'rows', (SELECT json_build_array(count(*), sum(a), md5(string_agg(b, ',' ORDER BY id))) FROM t),
    'moods', (SELECT json_agg(m ORDER BY m) FROM moods),
    'labels', (SELECT json_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = 'mood'::regtype),
    'parts', (SELECT json_agg(inhrelid::regclass::text ORDER BY 1) FROM pg_inherits WHERE inhparent = 'parts'::regclass),
    'indexes', (SELECT json_agg(json_build_array(indexrelid::regclass::text, indisvalid AND indisready, pg_get_indexdef(indexrelid))
                ORDER BY indexrelid::regclass::text) FROM pg_index WHERE indrelid >= 16384
                AND indrelid NOT IN (SELECT oid FROM pg_class WHERE relnamespace = 'schema_migrations'::regnamespace OR relkind = 't')),
    'columns', (SELECT md5(string_agg(attrelid::regclass::text || attname || atttypid::regtype::text, ',' ORDER BY attrelid::regclass::text, attnum))
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relkind IN ('r', 'v', 'p') AND relnamespace = 'public'::regnamespace AND attnum > 0),
    'view', pg_get_viewdef('v'), 'function', pg_get_functiondef('twice'::regproc),
    'invalid', (SELECT count(*) FROM pg_index WHERE NOT indisvalid),
    'history', (SELECT json_agg(json_build_array(version, state, statements_done, statements_total) ORDER BY version)
                FROM schema_migrations.history),
    'locks', (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
  )::text AS state`;

/** @param {string} url @returns {Promise<string>} */
export async function stateOf(url) {
  return String((await ask(url, STATE))[0]?.state);
}

/**
 * What differs from the undisturbed run after `apply` was called again, or null.
 * @param {string} path @param {string} url @param {string} expected
 */
export async function converges(path, url, expected) {
  const again = await apply(path, url);
  if (again.code !== 0) return `apply again ended with ${again.code}: ${again.stderr.slice(-600)}`;
  const state = await stateOf(url);
  return state === expected ? null : `another state: ${difference(state, expected)}`;
}

/** @param {string} state @param {string} expected */
function difference(state, expected) {
  /** @type {Record<string, unknown>[]} */
  const [one = {}, other = {}] = [JSON.parse(state), JSON.parse(expected)];
  return Object.keys(other)
    .filter((key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]))
    .map((key) => `${key}: ${JSON.stringify(one[key])} for ${JSON.stringify(other[key])}`)
    .join('; ');
}
