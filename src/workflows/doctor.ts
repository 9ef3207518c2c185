// `schema doctor`: finds what would keep migrations from running, before they run.
import type { Database } from '../databases/database.ts';
import { withDatabase } from '../databases/open.ts';
import { SchemaError } from '../errors.ts';
import { activityChecks } from '../health/activity-checks.ts';
import { historyCheck } from '../health/history-checks.ts';
import { findLeftovers, type RepairableCheck } from '../health/leftovers.ts';
import { repair } from '../health/repairs.ts';
import {
  clockCheck,
  locksCheck,
  poolerCheck,
  privilegeChecks,
  timeoutCheck,
  versionCheck,
  walLevelCheck,
  writableCheck,
} from '../health/server-checks.ts';
import { type Check, check, hasProblem } from '../report/checks.ts';
import { historyExists, historyOf, readHistory } from '../runner/history/history.ts';
import { lockHolder } from '../runner/lock.ts';
import { underLock } from '../runner/under-lock.ts';
import { databaseUrl, type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { validate } from './validate.ts';

export interface DoctorReport {
  readonly checks: readonly Check[];
  readonly healthy: boolean;
  /** Statements that are safe repairs; each runs separately. */
  readonly repairs: readonly string[];
}

/** Checks the server, the database, the history and the files. Changes nothing. */
export const doctor = (project: Project): Promise<DoctorReport> =>
  onDatabase(project, (database) => examine(project, database));

async function onDatabase<T>(project: Project, work: (database: Database) => Promise<T>): Promise<T> {
  await loadParser();
  return await withDatabase(databaseUrl(project), 'schema doctor', work);
}

async function examine(project: Project, database: Database): Promise<DoctorReport> {
  const history = historyOf(database, runOf(project));
  const leftovers = await findLeftovers(database);
  const checks = [
    versionCheck(database),
    ...(await connectionChecks(project, database)),
    await writableCheck(database),
    ...(await privilegeChecks(database, history.schema, runOf(project).role)),
    await clockCheck(database),
    await timeoutCheck(database),
    await locksCheck(database),
    ...(await walLevelCheck(database)),
    ...(await activityChecks(database)),
    ...leftovers.map(({ repairs: _, ...one }) => one),
    await historyReadable(database, history.schema),
    await filesCheck(project),
  ];
  return { checks, healthy: !hasProblem(checks), repairs: repairsOf(leftovers) };
}

const repairsOf = (leftovers: readonly RepairableCheck[]): readonly string[] =>
  leftovers.flatMap(({ repairs }) => repairs);

/** A second session detects a pooler; PGlite has only one session. */
async function connectionChecks(project: Project, database: Database): Promise<readonly Check[]> {
  if (!/^postgres/i.test(databaseUrl(project))) return [];
  return await withDatabase(databaseUrl(project), 'schema doctor', async (other) => {
    return [await poolerCheck(database, other, databaseUrl(project))];
  });
}

async function historyReadable(database: Database, schema: string): Promise<Check> {
  const history = { database, schema };
  try {
    if (!(await historyExists(history))) return check('history', 'history', 'ok', 'there is none yet');
    return historyCheck(await readHistory(history), (await lockHolder(database, schema)) !== null);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return check('history', 'history', 'problem', `it can not be read: ${error.message}`, {
      remedy: `Is ${schema} the tool's own? Its tables are history and events.`,
    });
  }
}

async function filesCheck(project: Project): Promise<Check> {
  const { migrations, problems, unlisted } = await validate(project, { updateSum: false });
  const details = [
    ...problems.map(({ message }) => message),
    ...unlisted.map((path) => `${path} is not in schema.sum yet`),
  ];
  const words = `${migrations} in ${project.migrationsDir}`;
  if (problems.length > 0) {
    const remedy = 'schema validate tells what to do about each.';
    return check('files', 'migrations', 'problem', `${problems.length} of ${words} are not in order`, {
      details,
      remedy,
    });
  }
  return check('files', 'migrations', unlisted.length > 0 ? 'note' : 'ok', words, { details });
}

/**
 * Runs the safe repairs: drops invalid indexes, validates constraints. Each statement runs separately, under the
 * migration lock, and is an event of the history. Returns the repairs with their results.
 */
export const repairAll = (project: Project, repairs: readonly string[]): Promise<readonly Check[]> =>
  onDatabase(project, async (database) => {
    const { schema } = historyOf(database, runOf(project));
    return await underLock(database, runOf(project), async () => {
      // A repair that another session has made or begun meanwhile is left out.
      const still = new Set(repairsOf(await findLeftovers(database)));
      const done: Check[] = [];
      for (const sql of repairs.filter((repair) => still.has(repair))) {
        done.push(await repair({ database, schema, toolVersion: project.toolVersion }, sql));
      }
      return done;
    });
  });
