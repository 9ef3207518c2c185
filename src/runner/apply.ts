// Applying what is pending: everything is checked first, then plan after plan runs.
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import type { MigrationPair, MigrationSet } from '../migrations/folder.ts';
import { type SplitMigration, splitMigration } from '../migrations/segments.ts';
import { loadParser } from '../sql/parser.ts';
import { blockingHazards, refuseHazards } from './hazards.ts';
import { createHistory, type HistoryRow, readHistory, readStoredText, rowsByVersion } from './history.ts';
import { recordEnd, recordEvent, recordStart, updateRow } from './record.ts';
import { type Run, runApart, runTogether, type Task } from './run-file.ts';
import { checkApplied, checkOrder, limit, type PendingUnit, pendingUnits, refuseHalfUndone } from './selection.ts';
import { allowsDrift, checkBefore, historyOf, type RunOptions, readFingerprint, withLock } from './with-lock.ts';

export interface ApplyOptions extends RunOptions {
  readonly migrations: MigrationSet;
  /** Last version to apply. */
  readonly to?: string;
  /** How many plans to apply; a hand-written migration counts as one. */
  readonly count?: number;
  /** Run pending migrations that are older than applied ones. */
  readonly outOfOrder?: boolean;
}

export interface RunResult {
  /** Files that ran, or would run (with `dryRun`), in this order. */
  readonly files: readonly RunFile[];
  /** The fingerprint at the end, where it was asked for and anything ran. */
  readonly fingerprint: string | null;
  /** The fingerprint that the last file promised, where it did. Differs from `fingerprint`: verification failed. */
  readonly expectedFingerprint: string | null;
}

export interface RunFile {
  readonly version: string;
  readonly name: string;
  readonly path: string;
  readonly planId: string | null;
  readonly statements: readonly string[];
  /** Hazards that would be refused, as `CODE sentence`: of a dry run only. */
  readonly refused: readonly string[];
}

interface Prepared {
  readonly unit: PendingUnit;
  readonly files: readonly {
    readonly pair: MigrationPair;
    readonly split: SplitMigration;
    readonly row: HistoryRow | null;
  }[];
}

/**
 * Applies pending migrations. Files of one plan that are all transactional run in one transaction with their history
 * rows; otherwise each file runs by itself, in the order of versions. A re-run goes on where the last one stopped.
 * Raises `migration/*`, `plan/hazard`, `plan/stale`, `runner/locked`, `database/*`.
 */
export async function apply(database: Database, options: ApplyOptions): Promise<RunResult> {
  if (options.dryRun === true) {
    await loadParser();
    const rows = await readHistory(historyOf(database, options));
    return describe(await prepare(database, options, rows), options);
  }
  return await withLock(database, 'apply', options, async (run) => {
    const rows = await readHistory(run.writer);
    const prepared = await prepare(database, options, rows);
    const migrations = prepared.flatMap((unit) => unit.files.map((file) => file.pair.up));
    refuseHazards(migrations, options.allow ?? [], options.now ?? new Date());
    if (prepared.length > 0) await createHistory(run.writer);
    let last: string | null = null;
    for (const unit of prepared) last = await applyUnit(run, unit, options);
    // A database that was known to be another one can't become what the plan promised.
    const expected = allowsDrift(options.allow ?? []) ? null : (migrations.at(-1)?.directives.after ?? null);
    return { files: describe(prepared, options).files, fingerprint: last, expectedFingerprint: expected };
  });
}

/** All checks that need no lock on any object; all files are split, so that a broken one stops the first one too. */
async function prepare(
  database: Database,
  options: ApplyOptions,
  rows: readonly HistoryRow[],
): Promise<readonly Prepared[]> {
  const { migrations } = options;
  refuseHalfUndone(rows);
  checkApplied(migrations, rows);
  const pending = limit(pendingUnits(migrations, rows), migrations, options);
  if (options.outOfOrder !== true) checkOrder(pending, rows);
  const known = rowsByVersion(rows);
  const prepared = pending.map((unit) => ({
    unit,
    files: unit.pending.map((pair) => ({
      pair,
      split: splitMigration(pair.up),
      row: known.get(pair.up.version) ?? null,
    })),
  }));
  for (const { files } of prepared) {
    for (const { split, row } of files) if (row !== null) await refuseEditedPrefix(database, options, split, row);
  }
  return prepared;
}

/** A file that stopped part-way may be corrected from there on; what it has done already must read as it did. */
async function refuseEditedPrefix(
  database: Database,
  options: ApplyOptions,
  split: SplitMigration,
  row: HistoryRow,
): Promise<void> {
  const { migration } = split;
  const fixed = Math.max(row.statementsDone, row.statementBegun ?? 0);
  const resumes = row.state === 'running' || row.state === 'failed';
  if (!resumes || fixed === 0 || row.checksum === migration.checksum) return;
  const stored = await readStoredText(historyOf(database, options), row.version);
  const earlier = splitMigration({ ...migration, text: stored?.sql ?? '' });
  const prefix = (of: SplitMigration): string =>
    JSON.stringify(
      of.segments.filter((segment) => segment.end <= fixed).map((s) => s.statements.map((one) => one.sql)),
    );
  if (prefix(earlier) === prefix(split)) return;
  throw new SchemaError('migration/checksum', `${migration.path} was changed in what it has done already`, {
    detail: `It stopped part-way, after statement ${row.statementsDone} of ${row.statementsTotal}.`,
    hint: 'Restore the statements up to that one; what comes after may be corrected.',
  });
}

/** Runs one unit; returns the fingerprint after it, where that is asked for. */
async function applyUnit(run: Run, { unit, files }: Prepared, options: ApplyOptions): Promise<string | null> {
  const [first] = files;
  if (first === undefined) return null;
  // What stopped part-way has changed the database already.
  const resumes = first.row?.state === 'running' || first.row?.state === 'failed';
  const { path, directives } = first.pair.up;
  await checkBefore(run, path, resumes ? undefined : directives.before, options);
  const tasks = files.map(({ pair, split, row }) => taskOf(run, pair, split, row));
  const partly = files.length < unit.unit.pairs.length;
  if (files.every(({ pair }) => pair.up.directives.transaction === 'plan')) await runTogether(run, tasks, partly);
  else await oneByOne(run, tasks, partly);
  if (options.fingerprint === undefined) return null;
  const fingerprint = await readFingerprint(run, options.fingerprint);
  await updateRow(run.writer, files.at(-1)?.pair.up.version ?? '', { fingerprint_after: fingerprint });
  return fingerprint;
}

/** Each file in its own way, in this order. `partly`: files of the plan before these are committed. */
export async function oneByOne(run: Run, tasks: readonly Task[], partly: boolean): Promise<void> {
  for (const [index, task] of tasks.entries()) {
    const earlier = partly || index > 0;
    if (task.split.migration.directives.transaction === 'none') await runApart(run, task, earlier);
    else await runTogether(run, [task], earlier);
  }
}

function taskOf(run: Run, pair: MigrationPair, split: SplitMigration, row: HistoryRow | null): Task {
  const { version } = pair.up;
  const resumes = row?.state === 'running' || row?.state === 'failed';
  const done = resumes ? Math.min(row.statementsDone, split.total) : 0;
  return {
    version,
    split,
    done,
    begun: resumes ? row.statementBegun : null,
    start: () => recordStart(run.writer, pair, split.total, done),
    end: async (ms) => {
      await recordEnd(run.writer, version, 'applied', ms);
      await recordEvent(run.writer, 'applied', version, { path: pair.up.path, checksum: pair.up.checksum });
    },
  };
}

function describe(prepared: readonly Prepared[], options: ApplyOptions): RunResult {
  const now = options.now ?? new Date();
  const files = prepared.flatMap((unit) =>
    unit.files.map(({ pair: { up }, split }) => ({
      version: up.version,
      name: up.name,
      path: up.path,
      planId: up.directives.plan?.id ?? null,
      statements: split.segments.flatMap((segment) => segment.statements.map((statement) => statement.sql)),
      refused: blockingHazards(up, options.allow ?? [], now).map((hazard) => `${hazard.code} ${hazard.message}`),
    })),
  );
  return { files, fingerprint: null, expectedFingerprint: null };
}
