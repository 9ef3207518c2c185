// Undoing what is applied, the newest plan first, all files of a plan or none.
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { type Migration, readMigration } from '../migrations/file.ts';
import type { MigrationPair, MigrationSet } from '../migrations/folder.ts';
import { compareVersions, parseVersion } from '../migrations/names.ts';
import { type SplitMigration, splitMigration } from '../migrations/segments.ts';
import { loadParser } from '../sql/parser.ts';
import { oneByOne, type RunResult } from './apply.ts';
import { blockingHazards, refuseHazards } from './hazards.ts';
import { describeRow, type HistoryRow, readHistory, readStoredText } from './history.ts';
import { recordEnd, recordEvent, updateRow } from './record.ts';
import { type Run, runTogether, type Task } from './run-file.ts';
import { changed, knownVersion } from './selection.ts';
import { checkBefore, historyOf, type RunOptions, readFingerprint, withLock } from './with-lock.ts';

export interface UndoOptions extends RunOptions {
  readonly migrations: MigrationSet;
  /** How many plans to undo; 1 where nothing else is said. */
  readonly count?: number;
  /** Back to this version, which stays applied; `0` undoes everything. */
  readonly to?: string;
  /** This plan (an id, or the version of a hand-written migration), which must be the newest. */
  readonly plan?: string;
}

/** What is undone together, the file that runs first in front. */
interface UndoUnit {
  readonly id: string;
  readonly files: readonly UndoFile[];
  /** An earlier run stopped part-way. */
  readonly resumes: boolean;
}

interface UndoFile {
  readonly row: HistoryRow;
  readonly split: SplitMigration;
}

/**
 * Runs the U files of applied plans, the newest first. A file that is gone is replaced by the text that the history
 * kept; a file that is there wins, as long as its migration is unchanged since it ran. In one transaction where all
 * files of the plan allow it. Raises `runner/irreversible`, `migration/*`, `plan/hazard`, `plan/stale`.
 */
export async function undo(database: Database, options: UndoOptions): Promise<RunResult> {
  if (options.dryRun === true) {
    await loadParser();
    return describe(await prepare(database, options), options);
  }
  return await withLock(database, 'undo', options, async (run) => {
    const units = await prepare(database, options);
    const migrations = units.flatMap((unit) => unit.files.map((file) => file.split.migration));
    refuseHazards(migrations, options.allow ?? [], options.now ?? new Date());
    let fingerprint: string | null = null;
    for (const unit of units) fingerprint = await undoUnit(run, unit, options);
    const expected = migrations.at(-1)?.directives.after ?? null;
    return { ...describe(units, options), fingerprint, expectedFingerprint: expected };
  });
}

async function prepare(database: Database, options: UndoOptions): Promise<readonly UndoUnit[]> {
  const rows = await readHistory(historyOf(database, options));
  const groups = select(appliedGroups(rows), rows, options);
  const units: UndoUnit[] = [];
  for (const group of groups) {
    refusePartlyApplied(group, options.migrations);
    const files: UndoFile[] = [];
    for (const row of group) files.push({ row, split: splitMigration(await undoOf(database, options, row)) });
    const parts = files[0]?.split.migration.directives.plan?.parts ?? 1;
    if (parts > group.length) throw notFinished(group.at(-1)?.path ?? '', null);
    const resumes = group.some((row) => row.state === 'undoing');
    units.push({ id: groupId(group), files, resumes });
  }
  return units;
}

/** Rows that are not undone, by plan, the newest first; within a plan the last version first. */
function appliedGroups(rows: readonly HistoryRow[]): HistoryRow[][] {
  const groups: HistoryRow[][] = [];
  for (const row of [...rows].reverse()) {
    if (row.state === 'undone') continue;
    const last = groups.at(-1);
    if (last !== undefined && row.planId !== null && last[0]?.planId === row.planId) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

const groupId = (group: readonly HistoryRow[]): string => group[0]?.planId ?? `V${group[0]?.version ?? ''}`;

function select(
  groups: readonly HistoryRow[][],
  rows: readonly HistoryRow[],
  options: UndoOptions,
): readonly HistoryRow[][] {
  if (options.plan !== undefined) return selectPlan(groups, options.plan);
  if (options.to !== undefined) {
    const version = parseVersion(options.to);
    const known = version === '0' || rows.some((row) => row.version === version);
    const target = known && version !== null ? version : knownVersion(options.migrations, options.to);
    return groups.filter((group) => isBeyond(group, target));
  }
  const count = options.count ?? 1;
  if (!(Number.isInteger(count) && count >= 0)) {
    throw new SchemaError('usage/invalid', `--count takes a whole number, not ${count}`);
  }
  return groups.slice(0, count);
}

/** Whether a plan lies after the target; the files of one plan are undone together. */
function isBeyond(group: readonly HistoryRow[], target: string): boolean {
  const beyond = group.filter((row) => compareVersions(row.version, target) > 0);
  if (beyond.length === 0 || beyond.length === group.length) return beyond.length > 0;
  throw new SchemaError('usage/invalid', `V${target} is in the middle of plan ${groupId(group)}`, {
    detail: 'The files of a plan are applied and undone together.',
    hint: `Use V${group[0]?.version} to keep the plan, or a version before V${group.at(-1)?.version} to undo it.`,
  });
}

function selectPlan(groups: readonly HistoryRow[][], plan: string): readonly HistoryRow[][] {
  const index = groups.findIndex((group) => groupId(group) === plan || `V${group[0]?.version}` === `V${plan}`);
  const newest = groups[0];
  if (index === -1 || newest === undefined) {
    throw new SchemaError('usage/invalid', `plan ${JSON.stringify(plan)} is not applied here`, {
      hint: 'See `schema status` for the plans that are.',
    });
  }
  if (index === 0) return [newest];
  throw new SchemaError('migration/out-of-order', `plan ${plan} is not the newest one`, {
    detail: `Applied after it: ${groups.slice(0, index).map(groupId).join(', ')}.`,
    hint: `Undo those first, or all of them together with --count ${index + 1}.`,
  });
}

/** The undo of a plan was proven for the whole of it, so a plan that stopped part-way must first be finished. */
function refusePartlyApplied(group: readonly HistoryRow[], set: MigrationSet): void {
  const open = group.find((row) => row.state === 'running' || row.state === 'failed');
  const unit = set.units.find((candidate) => candidate.id === groupId(group));
  const missing = unit !== undefined && unit.pairs.length > group.length ? unit.pairs[group.length] : undefined;
  if (open === undefined && missing === undefined) return;
  throw notFinished(open?.path ?? missing?.up.path ?? '', open?.error ?? null);
}

const notFinished = (path: string, error: string | null): SchemaError =>
  new SchemaError('migration/failed-part-way', `${path} is not applied to its end`, {
    detail: error ?? undefined,
    hint: 'Its undo is proven for the whole plan only. Finish it with `schema apply`, then undo it.',
  });

/** The migration that undoes a row: the file, or what the history kept of it. */
async function undoOf(database: Database, options: UndoOptions, row: HistoryRow): Promise<Migration> {
  const pair = options.migrations.pairs.find((candidate) => candidate.up.version === row.version);
  if (pair !== undefined && pair.up.checksum !== row.checksum) throw changed(pair, row);
  const migration = pair?.undo ?? (await storedUndo(database, options, row));
  if (migration === null) throw noUndo(row, pair);
  const why = migration.directives.irreversible ?? pair?.up.directives.irreversible;
  if (why === undefined) return migration;
  throw new SchemaError('runner/irreversible', `${describeRow(row)} cannot be undone`, {
    detail: why,
    hint: 'Go forward with a new migration, or restore a backup.',
  });
}

async function storedUndo(database: Database, options: UndoOptions, row: HistoryRow): Promise<Migration | null> {
  const stored = await readStoredText(historyOf(database, options), row.version);
  if (stored?.undoPath == null || stored.undoSql === null) return null;
  return readMigration({ path: stored.undoPath, text: stored.undoSql });
}

const noUndo = (row: HistoryRow, pair: MigrationPair | undefined): SchemaError =>
  new SchemaError('migration/missing', `${describeRow(row)} has no undo`, {
    detail: 'There is no U file, and none was there when it was applied.',
    hint: `Write U${row.version}__${row.name}.sql next to ${pair?.up.path ?? row.path}, or go forward with a new one.`,
  });

async function undoUnit(run: Run, unit: UndoUnit, options: UndoOptions): Promise<string | null> {
  const [first] = unit.files;
  if (first === undefined) return null;
  const { path, directives } = first.split.migration;
  await checkBefore(run, path, unit.resumes ? undefined : directives.before, options);
  const together = unit.files.every((file) => file.split.migration.directives.transaction === 'plan');
  if (together && !unit.resumes)
    await runTogether(
      run,
      unit.files.map((file) => wholeTask(run, file)),
      false,
    );
  else await undoApart(run, unit);
  return options.fingerprint === undefined ? null : await readFingerprint(run, options.fingerprint);
}

/** Undone in the transaction that all files share. */
const wholeTask = (run: Run, file: UndoFile): Task => ({
  version: file.row.version,
  split: file.split,
  done: 0,
  begun: null,
  start: async () => {},
  end: (ms) => recordUndone(run, file, ms),
});

async function recordUndone(run: Run, { row, split }: UndoFile, ms: number): Promise<void> {
  await recordEnd(run.writer, row.version, 'undone', ms);
  await recordEvent(run.writer, 'undone', row.version, { path: split.migration.path, sql: split.migration.text });
}

/**
 * File by file. All rows are `undoing` until the last file is done, since a plan undone in part is neither applied nor
 * pending; each row counts the statements of its undo file, so that the next `undo` goes on from there.
 */
async function undoApart(run: Run, unit: UndoUnit): Promise<void> {
  const began = performance.now();
  for (const file of unit.files) refuseEdited(file);
  await inOneTransaction(run, async () => {
    for (const { row, split } of unit.files) {
      if (row.state === 'undoing') continue;
      const totals = { state: 'undoing', statements_done: 0, statements_total: split.total, error: null };
      const { path, text } = split.migration;
      await updateRow(run.writer, row.version, { ...totals, undo_path: path, undo_sql: text });
    }
  });
  const open = unit.files.filter(({ row, split }) => row.state !== 'undoing' || row.statementsDone < split.total);
  const tasks = open.map((file) => partTask(run, file));
  try {
    await oneByOne(run, tasks, unit.resumes);
  } catch (error) {
    if (error instanceof SchemaError && error.code === 'migration/failed') await backToApplied(run, unit);
    throw error;
  }
  await inOneTransaction(run, async () => {
    for (const file of unit.files) await recordUndone(run, file, performance.now() - began);
  });
}

/** Nothing is undone: nobody must be held to finishing it. */
async function backToApplied(run: Run, unit: UndoUnit): Promise<void> {
  await inOneTransaction(run, async () => {
    for (const { row } of unit.files) {
      const { version, statementsDone, statementsTotal } = row;
      const counts = { statements_done: statementsDone, statements_total: statementsTotal, statement_begun: null };
      await updateRow(run.writer, version, { state: 'applied', ...counts, error: null });
    }
  });
}

function partTask(run: Run, { row, split }: UndoFile): Task {
  const resumes = row.state === 'undoing';
  return {
    version: row.version,
    split,
    done: resumes ? row.statementsDone : 0,
    begun: resumes ? row.statementBegun : null,
    start: async () => {},
    end: () => updateRow(run.writer, row.version, { statements_done: split.total, statement_begun: null, error: null }),
  };
}

/** An undo that stopped part-way goes on with the file that it began with. */
function refuseEdited({ row, split }: UndoFile): void {
  if (row.state !== 'undoing' || row.statementsTotal === split.total) return;
  throw new SchemaError('migration/checksum', `${split.migration.path} was changed while its undo is half done`, {
    hint: 'Restore it as it was.',
  });
}

async function inOneTransaction(run: Run, action: () => Promise<void>): Promise<void> {
  const { database } = run.session;
  await database.script('BEGIN');
  try {
    await action();
    await database.script('COMMIT');
  } catch (error) {
    await database.script('ROLLBACK');
    throw error;
  }
}

function describe(units: readonly UndoUnit[], options: UndoOptions): RunResult {
  const now = options.now ?? new Date();
  const files = units.flatMap((unit) =>
    unit.files.map(({ row, split }) => ({
      version: row.version,
      name: row.name,
      path: split.migration.path,
      planId: row.planId,
      statements: split.segments.flatMap((segment) => segment.statements.map((statement) => statement.sql)),
      refused: blockingHazards(split.migration, options.allow ?? [], now).map((one) => `${one.code} ${one.message}`),
    })),
  );
  return { files, fingerprint: null, expectedFingerprint: null };
}
