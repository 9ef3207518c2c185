// The checks of `apply`, and the files prepared for it, before any statement runs.
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { hasChecksum, historyKey, type Migration } from '../migrations/file.ts';
import { filesOf, type MigrationPair, type MigrationSet } from '../migrations/folder.ts';
import { futureProblems, isInFuture } from '../migrations/future.ts';
import type { Placeholders } from '../migrations/placeholder-values.ts';
import { replacesPlaceholders, resolveSet, withPlaceholders } from '../migrations/placeholders.ts';
import { type SplitMigration, splitMigration } from '../migrations/segments.ts';
import { refuseUntranslatable } from './encoding.ts';
import {
  type History,
  type HistoryRow,
  newestApplied,
  type Recorded,
  readStoredText,
  rowsByVersion,
} from './history/history.ts';
import { checkRequired } from './preconditions.ts';
import {
  checkApplied,
  lateUnits,
  type PendingUnit,
  refuseHalfUndone,
  refuseLate,
  selectPending,
  type Wanted,
} from './selection.ts';

/** A unit with its files split into statements, and the history's row of each file. */
export interface Prepared {
  readonly unit: PendingUnit;
  readonly files: readonly PreparedFile[];
}

export interface PreparedFile {
  readonly pair: MigrationPair;
  readonly split: SplitMigration;
  readonly row: HistoryRow | null;
}

/** Whether late files may run: all, none, or as the function decides, which returns the reason to refuse one. */
export type LatePolicy = 'allow' | 'error' | LateJudge;

export type LateJudge = (late: PendingUnit, later: readonly HistoryRow[]) => Promise<string | null>;

export interface Preparation extends Wanted {
  readonly migrations: MigrationSet;
  readonly late?: LatePolicy | undefined;
  /** The time that versions are compared with; absent: the clock. */
  readonly now?: Date;
}

/**
 * All checks that need no lock on an object. All files are split, so that a broken file is found before the first one
 * runs.
 */
export async function prepare(
  history: History,
  recorded: Recorded,
  wanted: Preparation,
): Promise<{ readonly units: readonly Prepared[]; readonly future: readonly HistoryRow[] }> {
  const { migrations } = wanted;
  refuseHalfUndone(recorded.rows);
  const future = checkApplied(migrations, recorded);
  const pending = selectPending(migrations, recorded, wanted);
  await judgeLate(pending, recorded, wanted.late ?? 'error');
  checkRequired(pending, recorded.rows);
  refuseFuture(pending, recorded, wanted.now ?? new Date());
  const known = rowsByVersion(recorded.rows);
  const rowOf = (up: Migration): HistoryRow | null =>
    (up.kind === 'repeatable' ? recorded.repeatables.get(up.name) : known.get(historyKey(up))) ?? null;
  const units = pending.map((unit) => ({
    unit,
    files: unit.pending.map((pair) => ({ pair, split: splitMigration(pair.up), row: rowOf(pair.up) })),
  }));
  const texts = units.flatMap(({ files }) => files.flatMap(({ pair: { up, undo } }) => (undo ? [up, undo] : [up])));
  if (texts.length > 0) await refuseUntranslatable(history.database, texts);
  for (const { files } of units) {
    for (const { split, row } of files) if (row !== null) await refuseEditedPrefix(history, split, row);
  }
  return { units, future };
}

/** Where a version in the future is applied already, the versions after it lie in the future as well. */
function refuseFuture(pending: readonly PendingUnit[], { rows, baseline }: Recorded, now: Date): void {
  const newest = newestApplied(rows) ?? baseline;
  if (newest !== null && isInFuture(newest.version, now)) return;
  const files = pending.flatMap((unit) => unit.pending.map(({ up }) => up));
  const [problem] = futureProblems(files, now);
  if (problem !== undefined) throw problem;
}

async function judgeLate(pending: readonly PendingUnit[], recorded: Recorded, policy: LatePolicy): Promise<void> {
  if (policy === 'allow') return;
  const judged: { unit: PendingUnit; because?: string }[] = [];
  for (const unit of lateUnits(pending, recorded)) {
    const because = policy === 'error' ? undefined : await policy(unit, recorded.rows);
    if (because === undefined) judged.push({ unit });
    else if (because !== null) judged.push({ unit, because });
  }
  refuseLate(judged, recorded);
}

/** A file that stopped part-way may be corrected after the statements that ran; those must be unchanged. */
async function refuseEditedPrefix(history: History, split: SplitMigration, row: HistoryRow): Promise<void> {
  const { migration } = split;
  const fixed = Math.max(row.statementsDone, row.statementBegun ?? 0);
  if (!resumes(row) || fixed === 0 || hasChecksum(migration, row.checksum)) return;
  const stored = await readStoredText(history, row.key);
  const written = { ...migration, text: stored?.sql ?? '' };
  // The history keeps texts without the values of placeholders.
  const ran = migration.written === undefined ? written : withPlaceholders(written, migration.written.placeholders);
  const earlier = splitMigration(ran);
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

/** Whether an earlier run stopped within the file. */
export const resumes = (row: HistoryRow | null): row is HistoryRow =>
  row?.state === 'running' || row?.state === 'failed';

/** The set with its placeholders replaced. The database is asked for values of the tool's own placeholders. */
export async function resolvePlaceholders(
  database: Database,
  set: MigrationSet,
  placeholders: Placeholders,
  own: ReadonlyMap<string, string>,
): Promise<MigrationSet> {
  const files = filesOf(set);
  if (!files.some((file) => replacesPlaceholders(file, placeholders))) return set;
  return resolveSet(set, await allPlaceholders(database, placeholders, own, files));
}

/** The placeholders with the tool's own ones; where no file replaces any, the database is not asked. */
export async function allPlaceholders(
  database: Database,
  placeholders: Placeholders,
  own: ReadonlyMap<string, string>,
  files: readonly Migration[],
): Promise<Placeholders> {
  if (!files.some((file) => replacesPlaceholders(file, placeholders))) return placeholders;
  const [row] = await database.query(
    'SELECT session_user::text AS user, current_database()::text AS database, current_schema()::text AS schema',
  );
  const known = new Map([
    ['schema:user', String(row?.['user'] ?? '')],
    ['schema:database', String(row?.['database'] ?? '')],
    ['schema:defaultSchema', String(row?.['schema'] ?? '')],
    ...own,
  ]);
  return { ...placeholders, values: new Map([...known, ...placeholders.values]) };
}
