// @ts-check
// The proof of `schema import` with the tools themselves: each makes a database and a history with its own program, the
// history is imported, and then a change is planned, applied and undone. `npm run adoption`; `-- --only dbmate,sqitch`
// takes some, `-- --tools DIR` a folder in which they are installed already.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from '../support/servers/server.mjs';
import { liquibase, liquibaseMissing, PROJECTS } from './real-projects.mjs';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const PACKAGES = [
  // The last version whose package holds the distribution itself.
  'liquibase@4.28.1',
  'dbmate@2.36.0',
  'node-pg-migrate@9.0.0',
  'graphile-migrate@1.4.1',
  'drizzle-orm@0.45.4',
  'drizzle-kit@0.31.11',
  'prisma@7.10.1',
  'pg@8.23.1',
];

/**
 * @typedef {object} Context
 * @property {string} folder of the project
 * @property {string} tools where the packages are installed
 * @property {import('../support/servers/server.mjs').Server} server
 * @property {string} database
 * @property {string} url
 * @property {(path: string, text: string) => void} write
 * @property {(program: string, words: readonly string[], variables?: Record<string, string>) => string} run
 */

const APP = `CREATE SCHEMA app;
CREATE TYPE app.state AS ENUM ('new', 'done');
CREATE TABLE app.users (id int PRIMARY KEY, name text NOT NULL, state app.state);
`;
const BODY = `CREATE FUNCTION app.greeting(who text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  -- a comment; with a semicolon
  RETURN 'hello; ' || who;
END;
$$;
`;

const { values } = parseArgs({ options: { only: { type: 'string' }, tools: { type: 'string' } } });
const only = values.only?.split(',');
const tools = values.tools ?? installed();
const server = await startServer(18);
/** @type {{ tool: string, outcome: string, seconds: string }[]} */
const outcomes = [];
try {
  for (const project of PROJECTS) {
    if (only !== undefined && !only.includes(project.tool)) continue;
    const began = Date.now();
    const outcome = await attempt(project);
    outcomes.push({ tool: project.tool, outcome, seconds: ((Date.now() - began) / 1000).toFixed(1) });
  }
  for (const leave of [leaveForLiquibase, leaveForPsql]) {
    if (only !== undefined && !only.includes('export')) continue;
    const began = Date.now();
    const outcome = await attemptToLeave(leave);
    outcomes.push({ tool: leave.name, outcome, seconds: ((Date.now() - began) / 1000).toFixed(1) });
  }
} finally {
  await server.stop();
  if (values.tools === undefined) rmSync(tools, { recursive: true, force: true });
}
for (const { tool, outcome, seconds } of outcomes) console.log(`${tool} (${seconds} s): ${outcome}`);
process.exitCode = outcomes.some(({ outcome }) => outcome.startsWith('FAILED')) ? 1 : 0;

function installed() {
  const folder = mkdtempSync(join(tmpdir(), 'schema-tools-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const words = ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...PACKAGES];
  execFileSync('npm', words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  return folder;
}

/** @returns {Promise<Context>} */
async function newContext() {
  const folder = mkdtempSync(join(tmpdir(), 'schema-adoption-'));
  const database = await server.createDatabase();
  return {
    folder,
    tools,
    server,
    database,
    url: server.url(database),
    write: (path, text) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    },
    run: (program, words, variables = {}) => run(folder, program, words, variables),
  };
}

/** @param {import('./real-projects.mjs').RealProject} project */
async function attempt(project) {
  const context = await newContext();
  const empty = await server.createDatabase();
  try {
    const missing = project.missing?.(context) ?? null;
    if (missing !== null) return `not run: ${missing}`;
    const version = await project.prepare(context);
    adoptAndGoOn(project, context, server.url(empty));
    return `passed (${version})`;
  } catch (error) {
    return `FAILED: ${error instanceof Error ? error.message : error}`;
  } finally {
    rmSync(context.folder, { recursive: true, force: true });
  }
}

/**
 * A database made by generated migrations and one written by hand, then given to another tool.
 * @param {(context: Context, empty: Context, schema: Schema) => string} leave
 */
async function attemptToLeave(leave) {
  const [context, empty] = [await newContext(), await newContext()];
  const schema = (/** @type {string} */ words, /** @type {string} */ url = context.url) =>
    context.run(process.execPath, [CLI, ...words.split(' ')], { DATABASE_URL: url });
  try {
    context.write('schema/app.sql', APP);
    context.write('schema/body.sql', BODY);
    schema('plan first');
    schema('apply');
    context.write('schema/app.sql', APP.replace("'done'", "'done', 'late'").replace('name text NOT NULL', 'name text'));
    schema('plan second');
    context.write(
      'generated-migrations/ddl/V20990101000000__by_name.sql',
      '-- schema:transaction none\nCREATE INDEX CONCURRENTLY by_name ON app.users (name);\nCREATE INDEX CONCURRENTLY by_both ON app.users (name, id);\n',
    );
    context.write(
      'generated-migrations/ddl/U20990101000000__by_name.sql',
      '-- schema:transaction none\nDROP INDEX CONCURRENTLY app.by_both;\nDROP INDEX CONCURRENTLY app.by_name;\n',
    );
    schema('validate --update-sum');
    schema('apply --allow all');
    return leave(context, empty, schema);
  } catch (error) {
    return `FAILED: ${error instanceof Error ? error.message : error}`;
  } finally {
    for (const { folder } of [context, empty]) rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {(words: string, url?: string) => string} Schema */

/** @param {Context} context @param {Context} empty @param {Schema} schema */
function leaveForLiquibase(context, empty, schema) {
  const missing = liquibaseMissing(context);
  if (missing !== null) return `not run: ${missing}`;
  schema('export liquibase --out left');
  const words = ['--changelog-file=changelog.sql', `--search-path=${join(context.folder, 'left')}`];
  context.run('psql', [context.url, '-Xq', '-v', 'ON_ERROR_STOP=1', '-f', 'left/databasechangelog.sql']);
  const status = liquibase(context, [...words, 'status']);
  if (!/is up to date/.test(status)) throw new Error(`liquibase has something to do: ${status}`);
  liquibase(empty, [...words, 'update']);
  // Only Liquibase's own tables tell the two apart.
  sameObjects(context, empty);
  liquibase(empty, [...words, 'rollback-count', '9']);
  expect(objects(empty), '', 'what is left after all rollbacks');
  return 'passed: up to date where it was, the same from nothing, and back to nothing';
}

/** @param {Context} context @param {Context} empty @param {Schema} schema */
function leaveForPsql(context, empty, schema) {
  schema('export psql --out left');
  context.run('psql', [empty.url, '-Xq', '-f', 'left/migrations.sql']);
  sameObjects(context, empty);
  schema(`diff ${context.url} ${empty.url} --exit-code`);
  return 'passed: the same from nothing';
}

/** @param {Context} context */
function objects({ run: call, url }) {
  const sql = `SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'app'
    UNION ALL SELECT 'column ' || table_name || ' ' || column_name || ' ' || is_nullable || ' ' || udt_name
      FROM information_schema.columns WHERE table_schema = 'app'
    UNION ALL SELECT 'label ' || enumlabel FROM pg_enum
    UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = to_regnamespace('app') ORDER BY 1`;
  return call('psql', [url, '-XAtc', sql]).trim();
}

/** @param {Context} left @param {Context} right */
function sameObjects(left, right) {
  expect(objects(left).includes('label late'), true, 'the label of the second plan');
  expect(objects(right), objects(left), 'objects');
}

/** @param {string} folder @param {string} program @param {readonly string[]} words @param {Record<string, string>} variables */
function run(folder, program, words, variables) {
  const env = { ...process.env, ...variables };
  const done = spawnSync(program, [...words], { cwd: folder, encoding: 'utf8', env, timeout: 120_000 });
  if (done.status === 0) return `${done.stdout}${done.stderr}`;
  throw new Error(`${program} ${words.join(' ')}: ${done.error?.message ?? ''}${done.stdout}${done.stderr}`);
}

/**
 * @param {import('./real-projects.mjs').RealProject} project @param {Context} context @param {string} empty
 */
function adoptAndGoOn(project, context, empty) {
  const { folder, url } = context;
  const schema = (/** @type {string} */ words, target = url) =>
    run(folder, process.execPath, [CLI, ...words.split(' ')], {
      DATABASE_URL: target,
      SCHEMA_MIGRATIONS_DIR: 'migrations-ours',
    });
  const json = (/** @type {string} */ words, target = url) => JSON.parse(schema(`${words} --json --quiet`, target));

  const imported = json(`import ${project.tool} ${project.words}`);
  expect(imported.rows.length, project.migrations, 'migrations imported');
  const states = json('status').entries.map((/** @type {{ state: string }} */ entry) => entry.state);
  expect(states.join(), Array(project.migrations).fill('applied').join(), 'states');
  expect(json(`import ${project.tool} ${project.words}`).rows.length, 0, 'migrations imported again');
  schema('validate');

  // What was imported builds the same database from nothing.
  schema('apply --allow all', empty);
  schema(`diff ${url} ${empty} --exit-code`);

  schema('pull');
  schema('plan --check');
  const file = desiredFile(folder);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(CREATE TABLE public\.users \(\n)/, '$1  phone text,\n'));
  schema('plan add_phone');
  schema('apply');
  expect(columns(url), true, 'the column after apply');
  project.upToDate?.(context);
  schema('undo --yes');
  expect(columns(url), false, 'the column after undo');
  project.upToDate?.(context);
}

/** @param {string} folder */
function desiredFile(folder) {
  const found = readdirSync(join(folder, 'schema'), { recursive: true })
    .map((path) => join(folder, 'schema', String(path)))
    .find(
      (path) =>
        path.endsWith('users.sql') && existsSync(path) && /CREATE TABLE public\.users/.test(readFileSync(path, 'utf8')),
    );
  if (found === undefined) throw new Error('pull wrote no file of the table');
  return found;
}

/** @param {string} url */
function columns(url) {
  const sql = "SELECT count(*) FROM information_schema.columns WHERE table_name = 'users' AND column_name = 'phone'";
  return run('.', 'psql', [url, '-Atc', sql], {}).trim() === '1';
}

/** @param {unknown} actual @param {unknown} expected @param {string} what */
function expect(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
}
