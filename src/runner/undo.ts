// Undoes applied plans, the newest first, each as a whole. For `schema undo`.
import type { Database } from '../databases/database.ts';
import { inTransaction } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';
import { hasChecksum, type Migration, readMigration, writtenText } from '../migrations/file.ts';
import type { MigrationPair, MigrationSet } from '../migrations/folder.ts';
import { NO_PLACEHOLDERS, type Placeholders } from '../migrations/placeholder-values.ts';
import { withPlaceholders } from '../migrations/placeholders.ts';
import { type SplitMigration, splitMigration } from '../migrations/segments.ts';
import { loadParser } from '../sql/parser.ts';
import { oneByOne, type Recorder, type RunResult, runFileOf } from './apply.ts';
import { approvalDigest, keepMark, mustApprove, protection, refuseUnapproved, type ToApprove } from './approval.ts';
import { refuseUntranslatable } from './encoding.ts';
import { partWay } from './failure.ts';
import { refuseHazards } from './hazards.ts';
import {
  describeRow,
  type HistoryRow,
  historyOf,
  newestApplied,
  newestRow,
  readHistory,
  readRecorded,
  readStoredText,
} from './history/history.ts';
import { endSql, updateRow, updateSql } from './history/record.ts';
import { type Hooks, hooksAt, NO_HOOKS, runHooks, runQuietly } from './hooks.ts';
import { allPlaceholders, resolvePlaceholders } from './prepare.ts';
import type { Run, Task } from './run.ts';
import { runTogether } from './run-file.ts';
import { changed, selectPending } from './selection.ts';
import { groupId, selectGroups, type UndoGroup, type UndoSelection } from './undo-selection.ts';
import { checkBefore, prepareHistory, type RunOptions, readFingerprint, refuseRoles, withLock } from './with-lock.ts';

export interface UndoOptions extends RunOptions, UndoSelection {
  readonly migrations: MigrationSet;
  readonly placeholders?: Placeholders;
  readonly ownPlaceholders?: ReadonlyMap<string, string>;
  readonly hooks?: Hooks;
  readonly recorder?: Recorder;
  /** The approved digest. Where it is given, files with any other digest are refused. */
  readonly approve?: string;
}

/** The undo files that run together, in their order. */
interface UndoUnit {
  readonly id: string;
  readonly files: readonly UndoFile[];
  /** An earlier undo stopped part-way. */
  readonly resumes: boolean;
}

interface UndoFile {
  readonly row: HistoryRow;
  readonly split: SplitMigration;
}

/**
 * Runs the U files of applied plans, the newest first. Where the folder has the undo file it is used, provided that its
 * migration is unchanged since it ran; else the text in the history is used. The files of a plan run in one transaction
 * where all of them allow it. Raises `runner/irreversible`, `migration/*`, `plan/hazard`, `plan/stale`.
 */
export async function undo(database: Database, given: UndoOptions): Promise<RunResult> {
  await loadParser();
  const options = await resolved(database, given);
  if (options.dryRun === true) {
    const units = await prepare(database, options);
    return {
      ...describe(units, options),
      digest: await approvalDigest(database, await toApprove(database, units, options)),
    };
  }
  return await withLock(database, 'undo', options, async (run) => {
    const units = await prepare(database, options);
    const migrations = filesOf(units);
    refuseHazards(migrations, options.allow ?? [], options.now ?? new Date());
    const approval = { approve: options.approve, protectedBy: await protection(run, options) };
    if (mustApprove(approval) && units.length > 0) {
      await refuseUnapproved(database, approval, await toApprove(database, units, options));
    }
    await refuseRoles(run, migrations);
    if (units.length === 0) return describe(units, options);
    await prepareHistory(run);
    await keepMark(run, options);
    const fingerprint = await undoAll(run, units, options);
    const expected = migrations.at(-1)?.directives.after ?? null;
    return { ...describe(units, options), fingerprint, expectedFingerprint: expected, notices: run.notices };
  });
}

const filesOf = (units: readonly UndoUnit[]): readonly Migration[] =>
  units.flatMap((unit) => unit.files.map((file) => file.split.migration));

const toApprove = async (database: Database, units: readonly UndoUnit[], options: UndoOptions): Promise<ToApprove> => ({
  direction: 'undo',
  recorded: await readRecorded(historyOf(database, options)),
  files: filesOf(units),
  callbacks: options.migrations.callbacks,
  fingerprint: (await options.fingerprint?.()) ?? null,
});

/** The undo files of the pending migrations, for reviewers. */
export async function undoOfPending(database: Database, given: UndoOptions): Promise<RunResult> {
  await loadParser();
  const options = await resolved(database, given);
  const recorded = await readRecorded(historyOf(database, options));
  const pairs = selectPending(options.migrations, recorded, { labels: 'all' })
    .flatMap((unit) => unit.pending)
    .filter(({ up }) => up.kind === 'versioned')
    .reverse();
  const files = pairs.map((pair) => {
    const why = (pair.undo ?? pair.up).directives.irreversible ?? pair.up.directives.irreversible;
    if (pair.undo === undefined || why !== undefined) throw noUndoOf(pair, why);
    return runFileOf(pair.undo, splitMigration(pair.undo), options);
  });
  return { ...describe([], options), files };
}

const noUndoOf = ({ up }: MigrationPair, why: string | undefined): SchemaError =>
  why === undefined
    ? new SchemaError('migration/missing', `${up.path} has no undo`, { hint: 'Write one, or say schema:irreversible.' })
    : new SchemaError('runner/irreversible', `${up.path} cannot be undone`, { detail: why });

async function resolved(database: Database, options: UndoOptions): Promise<UndoOptions> {
  const { migrations, placeholders = NO_PLACEHOLDERS, ownPlaceholders = new Map() } = options;
  const set = await resolvePlaceholders(database, migrations, placeholders, ownPlaceholders);
  return { ...options, migrations: set, hooks: { ...(options.hooks ?? NO_HOOKS), callbacks: set.callbacks } };
}

async function undoAll(run: Run, units: readonly UndoUnit[], options: UndoOptions): Promise<string | null> {
  const { hooks = NO_HOOKS } = options;
  let fingerprint: string | null = null;
  const drifted = await hasDrifted(run, options);
  try {
    await runHooks(run, hooks, 'beforeUndo');
    for (const [index, unit] of units.entries()) await undoUnit(run, unit, options, index === 0);
    fingerprint = await fingerprintAfter(run, options);
    await runHooks(run, hooks, 'afterUndo');
  } catch (error) {
    await runQuietly(run, hooks, 'afterUndoError');
    throw error;
  }
  // The next check for drift compares with this fingerprint. Where the database had drifted, it is not recorded, so
  // that the drift stays visible.
  if (drifted) return fingerprint;
  const { rows } = await readRecorded(run.writer);
  const newest = newestApplied(rows);
  if (newest !== null && fingerprint !== null) {
    await updateRow(run.writer, newest.key, { fingerprint_after: fingerprint });
  }
  return fingerprint;
}

async function prepare(database: Database, options: UndoOptions): Promise<readonly UndoUnit[]> {
  const history = historyOf(database, options);
  const rows = await readHistory(history);
  const { count, to, toTag, toDate, ofDeployment, plan, only, force } = options;
  const groups = await selectGroups(history, rows, options.migrations, {
    ...withoutAbsent({ count, to, toTag, toDate, ofDeployment, plan, only, force }),
  });
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
  if (units.length > 0) await refuseUntranslatable(database, filesOf(units));
  return units;
}

/** Whether the database differs from the state that the last run left. */
async function hasDrifted(run: Run, { fingerprint }: UndoOptions): Promise<boolean> {
  const recorded = newestRow(await readRecorded(run.writer))?.fingerprintAfter ?? null;
  if (fingerprint === undefined || recorded === null) return false;
  return (await readFingerprint(run, fingerprint)) !== recorded;
}

/** Removes keys whose value is undefined. */
const withoutAbsent = (selection: { readonly [Name in keyof UndoSelection]: UndoSelection[Name] | undefined }) =>
  Object.fromEntries(Object.entries(selection).filter(([, value]) => value !== undefined)) as UndoSelection;

/** The undo of a plan is proven for the whole plan, so a plan that stopped part-way must be finished first. */
function refusePartlyApplied(group: UndoGroup, set: MigrationSet): void {
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

/** The migration that undoes a row: the file, or the text in the history. */
async function undoOf(database: Database, options: UndoOptions, row: HistoryRow): Promise<Migration> {
  const pair = options.migrations.pairs.find((candidate) => candidate.up.version === row.version);
  if (pair !== undefined && !hasChecksum(pair.up, row.checksum)) throw changed(pair, row);
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
  const stored = await readStoredText(historyOf(database, options), row.key);
  if (stored?.undoPath == null || stored.undoSql === null) return null;
  // The history keeps texts without the values of placeholders.
  const { placeholders = NO_PLACEHOLDERS, ownPlaceholders = new Map() } = options;
  const undo = readMigration({ path: stored.undoPath, text: stored.undoSql });
  return withPlaceholders(undo, await allPlaceholders(database, placeholders, ownPlaceholders, [undo]));
}

const noUndo = (row: HistoryRow, pair: MigrationPair | undefined): SchemaError =>
  new SchemaError('migration/missing', `${describeRow(row)} has no undo`, {
    detail: 'There is no U file, and none was there when it was applied.',
    hint: `Write U${row.version}__${row.name}.sql next to ${pair?.up.path ?? row.path}, or go forward with a new one.`,
  });

/** Only the first unit is checked for drift: after it, only this run has changed the database. */
async function undoUnit(run: Run, unit: UndoUnit, options: UndoOptions, isFirst: boolean): Promise<void> {
  const [first] = unit.files;
  if (first === undefined) return;
  const { path, directives } = first.split.migration;
  await checkBefore(run, path, unit.resumes || !isFirst ? undefined : directives.before, options);
  const together = unit.files.every((file) => file.split.migration.directives.transaction === 'plan');
  if (together && !unit.resumes)
    await runTogether(
      run,
      unit.files.map((file) => wholeTask(run, file, options)),
      false,
    );
  else await undoApart(run, unit, options);
}

async function fingerprintAfter(run: Run, { fingerprint }: UndoOptions): Promise<string | null> {
  const failure = partWay(run.direction, 'What ran is committed.');
  return fingerprint === undefined ? null : await readFingerprint(run, fingerprint, failure);
}

/** A task within the transaction of all files of the plan. */
const wholeTask = (run: Run, file: UndoFile, options: UndoOptions): Task => ({
  version: file.row.version,
  split: file.split,
  done: 0,
  begun: null,
  begin: '',
  start: hooksAt(run, options.hooks ?? NO_HOOKS, 'beforeEachUndo', file.split.migration),
  finish: (ms) => afterUndo(run, file, ms, options),
  end: (ms) => undoneSql(run, file, ms),
});

async function afterUndo(run: Run, { split }: UndoFile, ms: number, options: UndoOptions): Promise<void> {
  await runHooks(run, options.hooks ?? NO_HOOKS, 'afterEachUndo', split.migration);
  await options.recorder?.(run.writer.database, { migration: split.migration, direction: 'undo', ms });
}

const undoneSql = (run: Run, { row, split }: UndoFile, ms: number): string =>
  endSql(run.writer, row.version, 'undone', ms, { path: split.migration.path, sql: writtenText(split.migration) });

/**
 * Runs file by file. All rows have the state `undoing` until the last file is done, since a plan undone in part is
 * neither applied nor pending. Each row counts the statements of its undo file, so that the next `undo` continues
 * there.
 */
async function undoApart(run: Run, unit: UndoUnit, options: UndoOptions): Promise<void> {
  const began = performance.now();
  for (const file of unit.files) refuseEdited(file);
  await inTransaction(run.session.database, async () => {
    for (const { row, split } of unit.files) {
      if (row.state === 'undoing') continue;
      const totals = { state: 'undoing', statements_done: 0, statements_total: split.total, error: null };
      const undo = { undo_path: split.migration.path, undo_sql: writtenText(split.migration) };
      await updateRow(run.writer, row.version, { ...totals, ...undo });
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
  await inTransaction(run.session.database, async () => {
    for (const file of unit.files) {
      const ms = performance.now() - began;
      await afterUndo(run, file, ms, options);
      await run.session.database.script(undoneSql(run, file, ms));
    }
  });
}

/** Nothing is undone, so the rows return to `applied`. */
async function backToApplied(run: Run, unit: UndoUnit): Promise<void> {
  await inTransaction(run.session.database, async () => {
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
    begin: '',
    end: () => updateSql(run.writer, row.version, { statements_done: split.total, statement_begun: null, error: null }),
  };
}

/** An undo that stopped part-way must continue with the file that it began with. */
function refuseEdited({ row, split }: UndoFile): void {
  if (row.state !== 'undoing' || row.statementsTotal === split.total) return;
  throw new SchemaError('migration/checksum', `${split.migration.path} was changed while its undo is half done`, {
    hint: 'Restore it as it was.',
  });
}

const describe = (units: readonly UndoUnit[], options: UndoOptions): RunResult => ({
  files: units.flatMap((unit) =>
    unit.files.map(({ row, split }) => ({ ...runFileOf(split.migration, split, options), version: row.version })),
  ),
  skipped: [],
  future: [],
  deploymentId: options.deployment?.id ?? null,
  fingerprint: null,
  expectedFingerprint: null,
  notices: [],
});
