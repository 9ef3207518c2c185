// What is pending, and whether the folder and the history still agree. Nothing runs here.
import { SchemaError } from '../errors.ts';
import type { MigrationPair, MigrationSet, MigrationUnit } from '../migrations/folder.ts';
import { compareVersions, parseVersion } from '../migrations/names.ts';
import { describeRow, type HistoryRow, rowsByVersion } from './history.ts';

export interface PendingUnit {
  readonly unit: MigrationUnit;
  /** Its files that are not applied; fewer than all where an earlier run stopped part-way. */
  readonly pending: readonly MigrationPair[];
}

/** Units with a file that is not applied, in the order of their versions. */
export function pendingUnits(set: MigrationSet, rows: readonly HistoryRow[]): PendingUnit[] {
  const known = rowsByVersion(rows);
  return set.units.flatMap((unit) => {
    const pending = unit.pairs.filter((pair) => known.get(pair.up.version)?.state !== 'applied');
    return pending.length === 0 ? [] : [{ unit, pending }];
  });
}

/**
 * Applied files must be there as they ran. All problems are found in one go: `migration/missing`,
 * `migration/checksum`; the first is raised, the rest stand in its `others`.
 */
export function checkApplied(set: MigrationSet, rows: readonly HistoryRow[]): void {
  const files = new Map(set.pairs.map((pair) => [pair.up.version, pair]));
  const problems = rows
    .filter((row) => row.state !== 'undone')
    .flatMap((row) => {
      const pair = files.get(row.version);
      if (pair === undefined) return [missing(row)];
      return isRunning(row) || pair.up.checksum === row.checksum ? [] : [changed(pair, row)];
    });
  raise(problems);
}

/** Not yet done with: its file may be corrected before it goes on. */
const isRunning = (row: HistoryRow): boolean => row.state === 'running' || row.state === 'failed';

const missing = (row: HistoryRow): SchemaError =>
  new SchemaError('migration/missing', `${describeRow(row)} was applied and its file is gone`, {
    detail: `Applied ${row.finishedAt ?? row.startedAt} by ${row.appliedBy}.`,
    hint: `Restore ${row.path} from version control: an applied migration is kept for good. Is this checkout behind?`,
  });

export const changed = (pair: MigrationPair, row: HistoryRow): SchemaError =>
  new SchemaError('migration/checksum', `${pair.up.path} was changed after it was applied`, {
    detail: `Run ${row.finishedAt ?? row.startedAt} by ${row.appliedBy} as ${row.checksum}; now ${pair.up.checksum}.`,
    hint: `Undo the edit (git checkout -- ${pair.up.path}) and make the change in a new migration.`,
  });

/** An undo that stopped part-way must be finished before anything is applied. */
export function refuseHalfUndone(rows: readonly HistoryRow[]): void {
  const row = rows.find((candidate) => candidate.state === 'undoing');
  if (row === undefined) return;
  throw new SchemaError('migration/failed-part-way', `${describeRow(row)} is undone in part`, {
    detail: row.error ?? undefined,
    hint: 'Finish it with `schema undo`: it goes on where it stopped.',
  });
}

/** A pending version before the newest applied one would run in an order that nobody tested. */
export function checkOrder(pending: readonly PendingUnit[], rows: readonly HistoryRow[]): void {
  const newest = newestApplied(rows);
  if (newest === null) return;
  raise(
    pending
      .flatMap((unit) => unit.pending)
      .filter((pair) => compareVersions(pair.up.version, newest.version) < 0)
      .map(
        (pair) =>
          new SchemaError(
            'migration/out-of-order',
            `${pair.up.path} is older than ${describeRow(newest)}, which is applied`,
            {
              detail: 'It was added later, for example by merging a branch.',
              hint: 'Give it (and its undo) a version later than all others, or run it as it is with --out-of-order.',
            },
          ),
      ),
  );
}

export function newestApplied(rows: readonly HistoryRow[]): HistoryRow | null {
  return rows.findLast((row) => row.state === 'applied' || row.state === 'undoing') ?? null;
}

/** The units up to version `to` and at most `count` of them. `to` must be a file, and the last of its plan. */
export function limit(
  pending: readonly PendingUnit[],
  set: MigrationSet,
  options: { readonly to?: string | undefined; readonly count?: number | undefined },
): readonly PendingUnit[] {
  const { to, count } = options;
  if (count !== undefined && !(Number.isInteger(count) && count >= 0)) {
    throw new SchemaError('usage/invalid', `--count takes a whole number, not ${count}`);
  }
  const version = to === undefined ? null : knownVersion(set, to);
  const within = pending.filter((unit) => version === null || !isAfter(unit, version));
  return count === undefined ? within : within.slice(0, count);
}

/** Whether a unit lies after a version. */
export const isAfter = ({ unit }: PendingUnit, version: string): boolean =>
  unit.pairs.some((pair) => compareVersions(pair.up.version, version) > 0);

/** The version as the set has it. The files of a plan go together, so only its last version can be a target. */
export function knownVersion(set: MigrationSet, text: string): string {
  const version = parseVersion(text);
  const unit = set.units.find((candidate) => candidate.pairs.some((pair) => pair.up.version === version));
  if (version === null || unit === undefined) {
    const latest = set.pairs.at(-1)?.up.version;
    throw new SchemaError('usage/invalid', `there is no migration of version ${JSON.stringify(text)}`, {
      hint:
        latest === undefined ? 'The migrations folder is empty.' : `The latest is V${latest}; see \`schema status\`.`,
    });
  }
  const last = unit.pairs.at(-1)?.up.version ?? version;
  if (last === version) return version;
  throw new SchemaError('usage/invalid', `V${version} is in the middle of plan ${unit.id}`, {
    detail: 'The files of a plan are applied and undone together.',
    hint: `Use V${last}.`,
  });
}

/** Raises the first problem with the others in it, if there is one. */
function raise(problems: readonly SchemaError[]): void {
  const [first, ...others] = problems;
  if (first === undefined) return;
  if (others.length === 0) throw first;
  const { code, message, detail, hint, location } = first;
  throw new SchemaError(code, message, { detail, hint, location, others });
}
