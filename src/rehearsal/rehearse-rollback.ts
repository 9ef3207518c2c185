// `schema test rollback`: runs each plan up, down and up again with rows in the tables. After each direction the
// catalog must equal the one before.
import type { Catalog } from '../catalog/catalog.ts';
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { KINDS } from '../kinds/index.ts';
import type { MigrationSet, MigrationUnit } from '../migrations/folder.ts';
import { compareVersions } from '../migrations/names.ts';
import { readSet } from '../migrations-folder/folder.ts';
import { makePlan } from '../plan/make-plan.ts';
import { lostRows, type Rows, readRows } from '../proof/scratch-rows.ts';
import { type Check, check } from '../report/checks.ts';
import { apply } from '../runner/apply.ts';
import { undo } from '../runner/undo.ts';
import { type Project, runOf } from '../settings/project.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';
import { loadParser } from '../sql/parser.ts';
import { stepsOf } from '../states/build-steps.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { readLive } from '../states/live.ts';
import { emptyTables, fillTables } from './fill-tables.ts';
import { failedCheck, lastVersion, testRun } from './rehearse.ts';
import { onTestDatabase, type TestDatabase, type TestPlace } from './test-database.ts';

export interface RollbackRequest extends TestPlace {
  /** Only this many of the newest plans. */
  readonly last?: number;
}

const GROUP = 'rollback';

/** The number of generated rows in each table. */
const ROWS = 5;

/** SQLSTATE classes of errors that existing rows cause. */
const BECAUSE_OF_ROWS = /^(2[123]|P0001|39P01|58P01)/;

/** Tests the plans one after the other, the oldest first. */
export async function testRollback(project: Project, request: RollbackRequest = {}): Promise<readonly Check[]> {
  await loadParser();
  const { set, start } = versionedOnly(await readSet(project));
  const first = request.last === undefined ? 0 : Math.max(0, set.units.length - request.last);
  if (set.units.length === 0) return [check(GROUP, 'migrations', 'note', `there are none in ${project.migrationsDir}`)];
  return onTestDatabase(project, set, request, async (test) => {
    const { database } = test;
    const checks: Check[] = [];
    const base = set.units[first - 1];
    try {
      if (start !== null) await apply(database, testRun(project, start, test));
      if (base !== undefined) await apply(database, { ...testRun(project, set, test), to: lastVersion(base) });
    } catch (error) {
      return [failedCheck(GROUP, 'the migrations before', error)];
    }
    let before = await readLive(database);
    for (const unit of set.units.slice(first)) {
      project.report({ kind: 'phase', text: `up, down, up: ${nameOf(unit)}` });
      const one = await tryUnit({ project, set, test, database, unit, before });
      checks.push(one.check);
      // The plans after a failed one can't run without it.
      if (one.after === null) break;
      before = one.after;
    }
    return checks;
  });
}

/**
 * Repeatable files have no undo and are left out. Where the files of versions up to a baseline are gone, the test
 * starts from the baseline; else baselines are left out.
 */
function versionedOnly(all: MigrationSet): { readonly set: MigrationSet; readonly start: MigrationSet | null } {
  const set = { ...all, repeatables: [], baselines: [] };
  const newest = all.baselines.at(-1);
  const pruned =
    newest !== undefined && set.pairs.every(({ up: one }) => compareVersions(one.version, newest.version) > 0);
  return { set, start: pruned ? { ...all, pairs: [], units: [], repeatables: [] } : null };
}

interface Trial {
  readonly project: Project;
  readonly set: MigrationSet;
  readonly test: TestDatabase;
  readonly database: Database;
  readonly unit: MigrationUnit;
  /** The catalog after the earlier plans. */
  readonly before: Catalog;
}

const nameOf = ({ pairs }: MigrationUnit): string => pairs.map(({ up }) => up.path).join(' + ');

/** Why the plan can't be undone, or null. */
function irreversible({ pairs }: MigrationUnit): string | null {
  const said = pairs.flatMap(({ up, undo: down }) => up.directives.irreversible ?? down?.directives.irreversible ?? []);
  if (said[0] !== undefined) return `it says that it can't be undone: ${said[0]}`;
  return pairs.some(({ undo: down }) => down === undefined) ? 'it has no U file' : null;
}

/** `after` is null where the plan failed. */
async function tryUnit(trial: Trial): Promise<{ readonly check: Check; readonly after: Catalog | null }> {
  const { unit } = trial;
  const began = performance.now();
  const why = irreversible(unit);
  try {
    if (why !== null) {
      await up(trial);
      return { check: check(GROUP, nameOf(unit), 'note', why), after: await readLive(trial.database) };
    }
    const found = await upDownUp(trial);
    const ms = performance.now() - began;
    const state = found.differences.length > 0 ? 'problem' : found.notes.length > 0 ? 'note' : 'ok';
    const text = state === 'problem' ? 'is not taken back as it was' : 'up, down, up: as before each time';
    const remedy = state === 'problem' ? 'Correct the U file; schema plan writes it with the V file.' : null;
    const details = [...found.differences, ...found.notes];
    return { check: check(GROUP, nameOf(unit), state, text, { details, remedy, ms }), after: found.after };
  } catch (error) {
    return { check: failedCheck(GROUP, nameOf(unit), error), after: null };
  }
}

const up = ({ project, set, test, database, unit }: Trial) =>
  apply(database, { ...testRun(project, set, test), to: lastVersion(unit) });

async function upDownUp(trial: Trial) {
  const { project, set, test, database, before } = trial;
  const seeded = await seed(trial);
  const notes: string[] = [];
  const rows = await upOnRows(trial, seeded, notes);
  const after = await readLive(database);
  await undo(database, { ...testRun(project, set, test), count: 1 });
  const differences = [
    ...differing('after the undo', await readLive(database), before),
    ...rowsLost(trial, rows, await readRows(database), notes),
  ];
  // Later plans run with the rows that migrations inserted, without the generated ones.
  await emptyTables(database, await stillThere(database, seeded));
  await up(trial);
  differences.push(...differing('after the second time', await readLive(database), after));
  return { differences, notes, after };
}

/** Fills the tables without rows. Returns those tables. */
async function seed({ project, database }: Trial): Promise<readonly string[]> {
  const { historySchema } = runOf(project);
  const filled = await fillTables(database, { rows: ROWS, historySchema });
  return filled.filter(({ rows }) => rows > 0).map(({ table }) => table);
}

/** Runs the plan. Where generated rows make it fail, runs it again without them. Returns the rows before it ran. */
async function upOnRows(trial: Trial, seeded: readonly string[], notes: string[]): Promise<Rows> {
  const rows = await readRows(trial.database);
  try {
    await up(trial);
    return rows;
  } catch (error) {
    const inOne = error instanceof SchemaError && error.code === 'migration/failed';
    if (!inOne || !BECAUSE_OF_ROWS.test(error.sqlstate ?? '')) throw error;
    notes.push(`only on empty tables: with rows, ${error.message}`);
  }
  await emptyTables(trial.database, seeded);
  const left = await readRows(trial.database);
  await up(trial);
  return left;
}

/** A loss that the plan declares is a note, as is a loss in handwritten files, which are not proven. */
function rowsLost({ project, unit: { pairs } }: Trial, before: Rows, after: Rows, notes: string[]): readonly string[] {
  const history = `${quoteIdentifier(runOf(project).historySchema)}.`;
  const lost = lostRows(before, after, true)
    .map(({ what }) => what)
    .filter((text) => !text.includes(history));
  if (lost.length === 0) return [];
  const declared = pairs.some(({ up: one }) => one.directives.hazards.some(({ code }) => code.startsWith('D')));
  const generated = pairs.some(({ up: one }) => one.directives.plan !== undefined);
  if (generated && !declared) return lost;
  notes.push(...lost);
  return [];
}

function differing(when: string, found: Catalog, wanted: Catalog): readonly string[] {
  if (fingerprintOf(found) === fingerprintOf(wanted)) return [];
  const left = stepsOf(makePlan(found, wanted, KINDS)).map(({ sql }) => sql.split('\n')[0] ?? '');
  return left.slice(0, 10).map((sql) => `${when}, still to do: ${sql}`);
}

async function stillThere(database: Database, tables: readonly string[]): Promise<readonly string[]> {
  const rows = await database.query(
    'SELECT name FROM pg_catalog.unnest($1::text[]) AS name WHERE pg_catalog.to_regclass(name) IS NOT NULL',
    [tables],
  );
  return rows.map((row) => String(row['name']));
}
