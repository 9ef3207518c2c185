// `schema clean`: drops all managed objects of a database, for development and tests.
import { adoptUnread } from '../catalog/unread.ts';
import { databaseName } from '../databases/current.ts';
import type { Database } from '../databases/database.ts';
import { withDatabase } from '../databases/open.ts';
import { runInTransaction } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';
import { KINDS } from '../kinds/index.ts';
import { makePlan } from '../plan/make-plan.ts';
import type { Step } from '../plan/plan.ts';
import { historyDrop } from '../runner/history/definition.ts';
import { historyExists, historyOf } from '../runner/history/history.ts';
import { underLock } from '../runner/under-lock.ts';
import { databaseUrl, type Project, runOf } from '../settings/project.ts';
import { DEFAULT_URL } from '../settings/settings-table.ts';
import { loadParser } from '../sql/parser.ts';
import { desiredOf } from '../states/desired.ts';
import { readLive } from '../states/live.ts';
import { readProfile } from '../states/profile.ts';
import { countRows, type TableRows } from '../states/table-rows.ts';

export interface CleanPlan {
  /** The text that a person types to confirm: the name of the database, or the folder of an embedded one. */
  readonly name: string;
  readonly label: string;
  readonly tables: readonly TableRows[];
  /** The other objects that are dropped, by their statements. */
  readonly statements: readonly string[];
  /** Objects that stay. */
  readonly unmanaged: readonly string[];
  readonly history: boolean;
}

/** Raises `runner/not-cleanable` where no setting permits cleaning this database. */
function refuseClean(project: Project): void {
  const { environment, protectedBy } = project;
  if (protectedBy != null) {
    const message = `this is the database of the environment ${protectedBy}, which is protected: it is never cleaned`;
    throw new SchemaError('runner/not-cleanable', message, {
      hint: 'Drop the database by other means if that is what you want.',
    });
  }
  const where = environment == null ? 'this database' : `the environment ${environment}`;
  if (project.allowClean === true || databaseUrl(project) === DEFAULT_URL) return;
  throw new SchemaError('runner/not-cleanable', `${where} may not be cleaned`, {
    hint: 'Say "allowClean": true in its environment of the config file, and name it with --env.',
  });
}

/** The objects that `clean` would drop, and the number of their rows. Changes nothing. */
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
  return await withDatabase(databaseUrl(project), 'schema clean', work);
}

async function nameOf(project: Project, database: Database): Promise<string> {
  if (/^pglite:\/\//i.test(databaseUrl(project))) return databaseUrl(project).slice('pglite://'.length);
  return await databaseName(database);
}

/** The plan from the present catalog to an empty one. Dropped objects do not come back, so the plan needs no proof. */
async function planSteps(project: Project, database: Database) {
  const live = await readLive(database);
  const profile = await readProfile(project, database, live);
  const { catalog: empty } = await desiredOf(project, [], profile);
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

/**
 * Drops all managed objects and the history, in one transaction under the migration lock. Returns the statements that
 * ran.
 */
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
      const all = [...steps.map(({ sql }) => sql), ...historyDrop(schema)];
      await runInTransaction(database, all);
      return all;
    });
  });
