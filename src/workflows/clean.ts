// `schema clean`: drops all that is managed, in databases that are there to be thrown away.
import { adoptUnread } from '../catalog/unread.ts';
import { databaseName } from '../databases/current.ts';
import type { Database } from '../databases/database.ts';
import { openDatabase } from '../databases/open.ts';
import { SchemaError } from '../errors.ts';
import { KINDS } from '../kinds/index.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Step } from '../plan/plan.ts';
import { historyDrop } from '../runner/history/definition.ts';
import { historyExists, historyOf } from '../runner/history/history.ts';
import { underLock } from '../runner/under-lock.ts';
import { type Project, runOf } from '../settings/project.ts';
import { DEFAULT_URL } from '../settings/settings-table.ts';
import { loadParser } from '../sql/parser.ts';
import { readDesired, readDesiredCached, readLive } from './catalogs.ts';
import { readEnvironment } from './environment.ts';

export interface CleanTable {
  readonly name: string;
  /** Counted up to `COUNTED`; more is the planner's estimate. */
  readonly rows: number;
  readonly estimated: boolean;
}

export interface CleanPlan {
  /** What is to be typed: the name of the database, or the folder of an embedded one. */
  readonly name: string;
  readonly label: string;
  readonly tables: readonly CleanTable[];
  /** Other objects that go, by their statements. */
  readonly statements: readonly string[];
  /** What is there and stays. */
  readonly unmanaged: readonly string[];
  readonly history: boolean;
}

const COUNTED = 100_000;

/** Raises `runner/not-cleanable` where nobody said that this database may be cleaned. */
function refuseClean({ environment, url, ...project }: Project): void {
  const where = environment == null ? 'this database' : `the environment ${environment}`;
  if (project.protected === true) {
    throw new SchemaError('runner/not-cleanable', `${where} is protected: it is never cleaned`, {
      hint: 'Drop the database by other means if that is what you want.',
    });
  }
  if (project.allowClean === true || url === DEFAULT_URL) return;
  throw new SchemaError('runner/not-cleanable', `${where} may not be cleaned`, {
    hint: 'Say "allowClean": true in its environment of the config file, and name it with --env.',
  });
}

/** What would go, and how many rows with it. Changes nothing. */
export const planClean = (project: Project): Promise<CleanPlan> =>
  onDatabase(project, async (database) => {
    const { steps, unmanaged } = await planSteps(project, database);
    return {
      name: await nameOf(project, database),
      label: database.label,
      tables: await countRows(database),
      statements: steps.map(({ sql }) => sql),
      unmanaged,
      history: await historyExists(historyOf(database, runOf(project))),
    };
  });

async function onDatabase<T>(project: Project, work: (database: Database) => Promise<T>): Promise<T> {
  refuseClean(project);
  await loadParser();
  const database = await openDatabase(project.url, { applicationName: 'schema clean' });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function nameOf(project: Project, database: Database): Promise<string> {
  if (/^pglite:\/\//i.test(project.url)) return project.url.slice('pglite://'.length);
  return await databaseName(database);
}

/** From what is there to nothing. It is dropped for good, so that there is nothing to prove. */
async function planSteps(project: Project, database: Database) {
  const live = await readLive(database);
  const environment = await readEnvironment(project, database, live);
  const read = project.cache === true ? readDesiredCached : readDesired;
  const { catalog: empty } = await read([], environment);
  const after = { ...adoptUnread(empty, live), context: live.context };
  const { batches } = makePlan(adoptUnread(live, empty), after, KINDS);
  const apart = batches.filter((batch) => !batch.transaction).flatMap((batch) => batch.steps);
  if (apart.length > 0) throw notInOneTransaction(apart);
  return { steps: batches.flatMap((batch) => batch.steps), unmanaged: live.unmanaged };
}

const notInOneTransaction = (apart: readonly Step[]): SchemaError =>
  new SchemaError('plan/refused', 'what is here can not be dropped in one transaction', {
    detail: apart.map(({ sql }) => sql).join('; '),
    hint: 'Run these by hand, then schema clean again.',
  });

async function countRows(database: Database): Promise<readonly CleanTable[]> {
  const tables = await database.query(
    `SELECT pg_catalog.format('%I.%I', n.nspname, c.relname) AS name, greatest(c.reltuples, 0)::float8 AS estimate
       FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.oid >= 16384 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
      ORDER BY 1`,
  );
  const counted: CleanTable[] = [];
  for (const row of tables) {
    const name = String(row['name']);
    const [found] = await database.query(
      `SELECT count(*)::int AS rows FROM (SELECT FROM ONLY ${name} LIMIT ${COUNTED + 1}) AS counted`,
    );
    const rows = Number(found?.['rows']);
    const estimate = Math.max(rows, Number(row['estimate']));
    counted.push(rows > COUNTED ? { name, rows: estimate, estimated: true } : { name, rows, estimated: false });
  }
  return counted;
}

/** Drops everything managed, and the history, in one transaction under the migration lock. Returns what ran. */
export const clean = (project: Project, confirmed: string): Promise<readonly string[]> =>
  onDatabase(project, async (database) => {
    const name = await nameOf(project, database);
    if (confirmed !== name) {
      throw new SchemaError('runner/confirmation', `${JSON.stringify(confirmed)} is not the name of this database`, {
        hint: `Nothing was dropped. Say --confirm ${name} if this is meant.`,
      });
    }
    const { schema } = historyOf(database, runOf(project));
    return await underLock(database, runOf(project), async () => {
      const { steps } = await planSteps(project, database);
      const all = [...steps.map(({ sql }) => sql), historyDrop(schema)];
      await inTransaction(database, all);
      return all;
    });
  });

async function inTransaction(database: Database, statements: readonly string[]): Promise<void> {
  await database.script("BEGIN; SET LOCAL search_path = ''; SET LOCAL lock_timeout = '10s'");
  try {
    for (const sql of statements) await database.script(sql);
    await database.script('COMMIT');
  } catch (error) {
    await database.script('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
