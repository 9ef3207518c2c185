// `schema test volume`: runs the newest migrations on tables full of generated rows, and watches locks and rewrites.
import { touchedTables } from '../backup/touched-tables.ts';
import { withDatabase } from '../databases/open.ts';
import { defined } from '../defined.ts';
import { SchemaError } from '../errors.ts';
import type { MigrationSet, MigrationUnit } from '../migrations/folder.ts';
import { readSet } from '../migrations-folder/folder.ts';
import { type Check, check } from '../report/checks.ts';
import { apply } from '../runner/apply.ts';
import { databaseUrl, type Project, runOf } from '../settings/project.ts';
import { elapsedText } from '../settings/quantities.ts';
import { loadParser } from '../sql/parser.ts';
import { statusOf } from '../workflows/status.ts';
import { type FillResult, fillTables } from './fill-tables.ts';
import { failedCheck, lastVersion, testRun } from './rehearse.ts';
import { onTestDatabase, type TestDatabase, type TestPlace } from './test-database.ts';
import { type Observation, startWatch } from './volume-watch.ts';

export type { FillResult } from './fill-tables.ts';
export type { Observation } from './volume-watch.ts';

export interface VolumeRequest extends TestPlace {
  /** Rows for each table. */
  readonly rows: number;
  /** Only these tables get that many rows; tables that they refer to get up to 1000. */
  readonly tables?: readonly string[];
  /** This many of the newest plans; absent: what is pending on the project's database. */
  readonly last?: number;
  /** Fail where a lock that blocks writers or readers is held longer, in milliseconds. */
  readonly maxBlockMs?: number;
}

export interface VolumeReport {
  readonly place: string;
  readonly filled: readonly FillResult[];
  readonly fillMs: number;
  readonly statements: readonly Observation[];
  readonly checks: readonly Check[];
}

/** Fills a database in the state before the newest plans, then runs these. Errors: `usage/invalid`, `database/*`. */
export async function testVolume(project: Project, request: VolumeRequest): Promise<VolumeReport> {
  await loadParser();
  const set = await readSet(project);
  const units = await unitsToTry(project, set, request.last);
  if (units.length === 0) {
    const nothing = check('volume', 'migrations', 'note', 'nothing is pending', { remedy: 'Say --last 1.' });
    return { place: '', filled: [], fillMs: 0, statements: [], checks: [nothing] };
  }
  return onTestDatabase(project, set, request, (test) => tryUnits({ project, set, test, units, request }));
}

/** The units that are pending on the project's database, or the newest ones. */
async function unitsToTry(project: Project, set: MigrationSet, last?: number): Promise<readonly MigrationUnit[]> {
  if (last !== undefined) return last === 0 ? [] : set.units.slice(-last);
  return await withDatabase(databaseUrl(project), 'schema test', async (database) => {
    const { entries } = await statusOf(project, database, set);
    const done = new Set(entries.filter(({ state }) => !PENDING.includes(state)).map(({ path }) => path));
    return set.units.filter(({ pairs }) => pairs.some(({ up }) => !done.has(up.path)));
  });
}

const PENDING: readonly string[] = ['pending', 'undone', 'out of order', 'failed', 'above target'];

interface Trial {
  readonly project: Project;
  readonly set: MigrationSet;
  readonly test: TestDatabase;
  readonly units: readonly MigrationUnit[];
  readonly request: VolumeRequest;
}

async function tryUnits(trial: Trial): Promise<VolumeReport> {
  const { project, set, test, units, request } = trial;
  const [first] = units;
  const base = first === undefined ? undefined : set.units[set.units.indexOf(first) - 1];
  const historySchema = runOf(project).historySchema;
  if (base !== undefined) {
    await apply(test.database, { ...testRun(project, set, test), to: lastVersion(base) });
  }
  project.report({ kind: 'phase', text: `filling tables on ${test.place}, ${request.rows} rows each` });
  const began = performance.now();
  const { rows, tables } = request;
  const filled = await fillTables(test.database, { rows, historySchema, ...defined({ tables }) });
  const fillMs = performance.now() - began;
  const { statements, failure } = await runWatched(trial, historySchema);
  const checks = [...unitChecks(trial, statements, failure), ...fillChecks(filled, rows)];
  return { place: test.place, filled, fillMs, statements, checks };
}

async function runWatched({ project, set, test, units }: Trial, historySchema: string) {
  const migrations = units.flatMap(({ pairs }) => pairs.map(({ up }) => up));
  const { tables } = await touchedTables(test.database, migrations);
  const own = tables.filter((name) => !name.startsWith(`${historySchema}.`));
  const watch = await startWatch(test.database, { tables: own, open: test.open, historySchema });
  project.report({ kind: 'phase', text: `running ${migrations.map(({ path }) => path).join(', ')}` });
  let failure: unknown = null;
  try {
    for (const unit of units) {
      await apply(watch.database, { ...testRun(project, set, test, watch.report), to: lastVersion(unit) });
    }
  } catch (error) {
    failure = error;
  }
  const statements = await watch.end();
  if (failure !== null && !(failure instanceof SchemaError)) throw failure;
  return { statements, failure };
}

/** Lock modes that block writers (manual, table 13.2), readers, or both. */
const STOPPING = new Set(['ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock']);

function unitChecks(
  { units, request }: Trial,
  statements: readonly Observation[],
  failure: SchemaError | null,
): readonly Check[] {
  const checks: Check[] = [];
  for (const { up } of units.flatMap(({ pairs }) => pairs)) {
    const own = statements.filter(({ path }) => path === up.path);
    if (own.length === 0 && failure !== null) break;
    const ms = own.reduce((sum, one) => sum + one.ms, 0);
    const long = own.filter(
      ({ lock, heldMs }) =>
        STOPPING.has(lock?.mode ?? '') && (heldMs ?? 0) > (request.maxBlockMs ?? Number.POSITIVE_INFINITY),
    );
    const text = `${own.length} statement${own.length === 1 ? '' : 's'}`;
    if (long.length === 0) checks.push(check('volume', up.path, 'ok', text, { ms }));
    else {
      const words = `blocks others for longer than ${elapsedText(request.maxBlockMs ?? 0)}`;
      checks.push(check('volume', up.path, 'problem', words, { ms, details: long.map(longText) }));
    }
  }
  return failure === null ? checks : [...checks, failedCheck('volume', 'runs on many rows', failure)];
}

const longText = ({ line, lock, heldMs, sql }: Observation): string =>
  `line ${line}: ${lock?.mode} on ${lock?.table} for ${elapsedText(heldMs ?? 0)}: ${sql.split('\n')[0]}`;

function fillChecks(filled: readonly FillResult[], rows: number): readonly Check[] {
  const short = filled.filter(({ why }) => why !== null);
  const text = `${filled.length - short.length} of ${filled.length} tables have ${rows} rows`;
  const details = short.map((one) => `${one.table} has ${one.rows}: ${one.why}`);
  return [check('volume', 'tables are filled', short.length === 0 ? 'ok' : 'note', text, { details })];
}
