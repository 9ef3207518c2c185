// How a case is judged: load before, plan, apply, compare with a fresh load of after, plan again, undo, compare with before.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { fillTables } from '#src/proof/scratch-rows.js';
import { loadParser, splitStatements } from '#src/sql/parser.js';
import { applyPending } from '#src/workflows/apply.js';
import { plan } from '#src/workflows/plan.js';
import { pull } from '#src/workflows/pull.js';
import { undoApplied } from '#src/workflows/undo.js';
import { differences, snapshot } from '../oracle/catalog-oracle.mjs';
import { unannounced } from './costs.mjs';
import { fillHostile, lostValues, readValues } from './values.mjs';

const HISTORY = ['schema_migrations'];
let count = 0;

/**
 * Tables get hostile rows first. Where rows of ours make a statement fail that must fail on such rows (a NOT NULL column
 * without a default, a new foreign key), the case is judged with plain rows, then on empty tables, and says so.
 */
export async function judge(item, serverUrl) {
  let result = { outcome: 'fail' };
  const causes = [];
  for (const rows of item.seed ? ['seed', 'none'] : ['hostile', 'plain', 'none']) {
    result = { ...(await judgeOnce(item, serverUrl, rows)), rows };
    if (result.outcome !== 'fail') break;
    if (result.stage !== 'rows') {
      const byRows = /^(apply|undo)$/.test(result.stage) && /^(2[123])/.test(result.sqlstate ?? '');
      if (!byRows) break;
      // That a statement may fail because of rows is a hazard, which the plan must name.
      if (!result.mayFail) return { ...result, stage: 'unannounced' };
    }
    causes.push(result.cause);
  }
  return result.rows === 'none' ? { ...result, empty: causes.at(-1) } : result;
}

/**
 * The whole way of a schema that is there already: pull it, plan the files to nothing, build another database from them
 * and compare the two.
 */
export async function judgePull(item, serverUrl) {
  await loadParser();
  const name = `pull_${process.pid}_${count++}`;
  const databases = { a: `${name}_a`, b: `${name}_b` };
  const url = (database) => serverUrl.replace(/\/[^/]*$/, `/${database}`);
  const folder = mkdtempSync(join(tmpdir(), 'schema-corpus-'));
  const stage = { name: 'load' };
  try {
    if (item.setupCluster) await load(serverUrl, [item.setupCluster], true);
    for (const database of Object.values(databases)) {
      await run(serverUrl, [`CREATE DATABASE ${database} TEMPLATE template0`]);
    }
    await load(url(databases.a), [item.setup, item.new], item.byStatement);
    stage.name = 'pull';
    const { differences: left, unmanaged } = await pull(projectOf(folder, url(databases.a)), {
      split: 'object',
      force: false,
      environment: null,
    });
    if (left.length > 0) throw new Error(`still to do: ${left.join('; ').slice(0, 400)}`);
    stage.name = 'plan again';
    const planning = { against: 'database', write: false, unproven: true };
    const again = await plan(projectOf(folder, url(databases.a)), planning);
    if (again.pair) throw new Error(`still to do: ${JSON.stringify(again.pair.up.batches).slice(0, 400)}`);
    stage.name = 'build elsewhere';
    const elsewhere = projectOf(folder, url(databases.b));
    await plan(elsewhere, { name: 'all', against: 'database', write: true });
    await applyPending(elsewhere, runRequest);
    stage.name = 'compare';
    expectSame(await snapshot(url(databases.a)), await snapshot(url(databases.b), HISTORY));
    return { outcome: 'pass', unmanaged: unmanaged.length };
  } catch (error) {
    return { outcome: 'fail', stage: stage.name, cause: describe(error), sqlstate: error.sqlstate };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    for (const database of Object.values(databases)) {
      await run(serverUrl, [`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`]).catch(() => {});
    }
  }
}

async function judgeOnce(item, serverUrl, fill) {
  await loadParser();
  const name = `case_${process.pid}_${count++}`;
  const databases = { a: `${name}_a`, b: `${name}_b`, c: `${name}_c` };
  const url = (database) => serverUrl.replace(/\/[^/]*$/, `/${database}`);
  const folder = mkdtempSync(join(tmpdir(), 'schema-corpus-'));
  const made = [];
  const make = async (database, scripts) => {
    await run(serverUrl, [`CREATE DATABASE ${database} TEMPLATE template0`]);
    made.push(database);
    await load(url(database), scripts, item.byStatement);
  };
  const stage = { name: 'load' };
  let planned;
  try {
    if (item.setupCluster) await load(serverUrl, [item.setupCluster], true);
    await make(databases.a, [item.setup, item.old, fill === 'seed' ? item.seed : undefined]);
    await make(databases.b, [item.setup, item.new]);
    const before = await snapshot(url(databases.a), HISTORY);
    const target = await snapshot(url(databases.b), HISTORY);
    stage.name = 'rows';
    const seeded = await values(url(databases.a), fill);
    mkdirSync(join(folder, 'schema'));
    if (item.setup) writeFileSync(join(folder, 'schema', '0_setup.sql'), item.setup);
    writeFileSync(join(folder, 'schema', '1_desired.sql'), item.new);
    const project = projectOf(folder, url(databases.a));
    const planning = { name: `case_${count}`, against: 'database', write: true, extras: 'ignore' };

    stage.name = 'plan';
    planned = await plan(project, planning);
    const statements = planned.pair?.up.batches.reduce((sum, batch) => sum + batch.steps.length, 0) ?? 0;
    if (item.emptyPlan && planned.pair) throw new Error('a plan where nothing differs');
    // For the tests of this judge, which break a migration on purpose.
    await item.afterPlanning?.(project.migrationsDir);
    if (planned.pair && item.costs) {
      stage.name = 'costs';
      const wrong = await costsOf(planned.pair.up, databases, url, serverUrl);
      if (wrong.length > 0) throw Object.assign(new Error(wrong.join('\n')), { code: 'costs' });
    }
    if (planned.pair) {
      stage.name = 'apply';
      await applyPending(project, runRequest);
    }
    stage.name = 'after up';
    expectSame(target, await snapshot(url(databases.a), HISTORY));
    stage.name = 'plan again';
    const again = await plan(project, { ...planning, write: false });
    if (again.pair)
      throw new Error(
        `still to do: ${again.pair.up.batches
          .flatMap((b) => b.steps.map((s) => s.sql))
          .join('; ')
          .slice(0, 400)}`,
      );
    stage.name = 'values after up';
    const up = { announced: lossesOf(planned.pair?.up), exact: false };
    expectValues(lostValues(seeded, await values(url(databases.a)), up));
    if (planned.pair) {
      stage.name = 'undo';
      await undoApplied(project, runRequest);
      stage.name = 'after down';
      expectSame(before, await snapshot(url(databases.a), HISTORY));
      stage.name = 'values after down';
      const both = { announced: [...up.announced, ...lossesOf(planned.pair.down)], exact: true };
      expectValues(lostValues(seeded, await values(url(databases.a)), both));
    }
    return { outcome: 'pass', statements };
  } catch (error) {
    const refused = error.code === 'plan/refused' || error.code === 'scratch/unsupported';
    return {
      outcome: refused ? 'refused' : 'fail',
      stage: stage.name,
      cause: describe(error),
      sqlstate: error.sqlstate,
      mayFail: announcesFailure(planned?.pair, stage.name === 'undo'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    for (const database of made) {
      await run(url(database), [DROP_SUBSCRIPTIONS]).catch(() => {});
      await run(serverUrl, [`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`]).catch(() => {});
    }
  }
}

/** Locks, rewrites and scans that the plan does not announce or does not do, on a copy of the database. */
async function costsOf(up, databases, url, serverUrl) {
  if (up.batches.some((batch) => !batch.transaction || batch.commitAfter)) return [];
  // A copy of a database has no subscriptions.
  if (stepsOf(up).some(({ kind }) => kind === 'subscription')) return [];
  const copy = `${databases.a}_copy`;
  await run(serverUrl, [`CREATE DATABASE ${copy} TEMPLATE ${databases.a}`]);
  try {
    return await connected(url(copy), (client) => unannounced(client, stepsOf(up)));
  } catch (error) {
    // What fails because of rows is judged when it is applied.
    if (/^2[123]/.test(error.code ?? '')) return [];
    throw error;
  } finally {
    await run(serverUrl, [`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`]).catch(() => {});
  }
}

/** A database that holds one can't be dropped. */
const DROP_SUBSCRIPTIONS = `DO $$ DECLARE s record; BEGIN
  FOR s IN SELECT subname FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
  LOOP
    EXECUTE format('ALTER SUBSCRIPTION %I DISABLE', s.subname);
    EXECUTE format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', s.subname);
    EXECUTE format('DROP SUBSCRIPTION %I', s.subname);
  END LOOP;
END $$`;

const runRequest = { dryRun: false, outOfOrder: false, yes: true, onEvent: () => {} };

const projectOf = (folder, url) => ({
  schemaDir: join(folder, 'schema'),
  migrationsDir: join(folder, 'generated-migrations'),
  url,
  allow: ['all'],
  scratch: process.env.SCHEMA_SCRATCH ?? null,
  profile: 'schema.profile.json',
  allowDo: true,
  toolVersion: 'corpus',
  now: new Date(),
  report: () => {},
});

const describe = (error) =>
  [
    error.message,
    error.detail,
    error.hint,
    ...(error.others ?? []).slice(0, 3).map((other) => other.message),
    error.code ? '' : error.stack,
  ]
    .filter(Boolean)
    .join('\n')
    .slice(0, 1500);

function expectSame(wanted, found) {
  // The schema of somebody's temporary objects stays when the session has ended, and is no one's.
  // Whether a materialized view has rows is state; its rows are compared by themselves.
  const list = differences(wanted, found).filter(
    ({ key, column }) => !/schema pg_(toast_)?temp_\d+$/.test(key) && column !== 'relispopulated',
  );
  if (list.length === 0) return;
  const words = list
    .slice(0, 6)
    .map((d) =>
      d.only ? `${d.only === 'a' ? 'missing' : 'extra'}: ${d.key}` : `${d.key}.${d.column}: wanted ${d.a}, is ${d.b}`,
    );
  throw Object.assign(new Error(`${list.length} catalog differences: ${words[0]}`), {
    code: 'oracle',
    detail: words.join('\n'),
  });
}

/** What a plan says that it loses. */
const lossesOf = (plan) => stepsOf(plan).flatMap(({ loses }) => loses ?? []);

/** By a hazard of the family F, or by the notice that rows in scratch stopped the proof. */
const announcesFailure = (pair, down) =>
  pair?.up.notices.length > 0 ||
  stepsOf(down ? pair?.down : pair?.up).some(({ hazards }) => hazards.some(({ code }) => code.startsWith('F')));

const stepsOf = (plan) => plan?.batches.flatMap(({ steps }) => steps) ?? [];

function expectValues(lost) {
  if (lost.length > 0) throw Object.assign(new Error(`not announced as lost: ${lost.join('; ')}`), { code: 'values' });
}

async function connected(url, work) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const run = (url, statements) =>
  connected(url, async (client) => {
    for (const sql of statements) await client.query(sql);
  });

async function load(url, scripts, byStatement) {
  await connected(url, async (client) => {
    for (const script of scripts) {
      if (!script) continue;
      // What comes to the client is UTF-8, whatever the script would have psql send.
      const statements = byStatement ? splitStatements(script).map(({ text }) => text) : [script];
      for (const text of statements) if (!byStatement || !/^SET client_encoding/i.test(text)) await client.query(text);
    }
  });
}

const FILLS = {
  hostile: fillHostile,
  plain: async (client) => {
    await client.query('BEGIN');
    await fillTables({
      query: async (sql) => (await client.query(sql)).rows,
      script: async (sql) => [await client.query(sql)].flat().map((result) => result.rows),
    });
    await client.query('COMMIT');
  },
};

const values = (url, fill) =>
  connected(url, async (client) => {
    await FILLS[fill]?.(client);
    return readValues(client);
  });
