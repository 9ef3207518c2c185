// Which migrations are pending, and whether the folder and the history agree. For `apply`, `status` and `plan`; nothing
// runs.
import { SchemaError } from '../errors.ts';
import { hasChecksum, historyKey, type Migration } from '../migrations/file.ts';
import type { MigrationPair, MigrationSet, MigrationUnit } from '../migrations/folder.ts';
import { parseSelection, type Selection } from '../migrations/labels.ts';
import { compareVersions, parseVersion } from '../migrations/names.ts';
import { describeRow, type HistoryRow, newestApplied, type Recorded, rowsByVersion } from './history/history.ts';

export interface PendingUnit {
  readonly unit: MigrationUnit;
  /** The files of the unit that are not applied; not all of them where an earlier run stopped part-way. */
  readonly pending: readonly MigrationPair[];
}

export interface Wanted {
  /** The last version to apply. */
  readonly to?: string | undefined;
  /** How many plans to apply; a handwritten migration counts as one. */
  readonly count?: number | undefined;
  /** Only these versions. */
  readonly only?: readonly string[] | undefined;
  /** An expression over labels; absent: only files without labels. */
  readonly labels?: string | null | undefined;
}

/**
 * The migrations that the next `apply` runs, in its order: a baseline on an empty history, versioned units, repeatable
 * migrations. Repeatable migrations wait where versioned ones are left out, since they may name objects that do not
 * exist yet.
 */
export function selectPending(set: MigrationSet, recorded: Recorded, wanted: Wanted): readonly PendingUnit[] {
  const all = pendingUnits(set, recorded, parseSelection(wanted.labels ?? null));
  const versioned = limit(all, set, wanted);
  const start = startingBaseline(set, recorded, versioned.length === all.length ? undefined : wanted.to);
  const within = versioned.length === all.length && wanted.only === undefined;
  return [
    ...(start === null || wanted.only !== undefined ? [] : [alone(start)]),
    ...versioned.filter(({ unit }) => start === null || !isBelow(unit, start)),
    ...(within ? pendingRepeatables(set, recorded).map(alone) : []),
  ];
}

const alone = (up: Migration): PendingUnit => ({ unit: { id: historyKey(up), pairs: [{ up }] }, pending: [{ up }] });

const isBelow = (unit: MigrationUnit, baseline: Migration): boolean =>
  unit.pairs.every((pair) => compareVersions(pair.up.version, baseline.version) <= 0);

/** Versioned units with a selected file that is not applied, in the order of their versions. */
export function pendingUnits(set: MigrationSet, recorded: Recorded, selected: Selection): PendingUnit[] {
  const known = rowsByVersion(recorded.rows);
  return set.units.flatMap((unit) => {
    const pending = unit.pairs.filter(
      ({ up }) => !isDone(up, known.get(up.version), recorded) && selected(up.directives.labels),
    );
    return pending.length === 0 ? [] : [{ unit, pending }];
  });
}

/** Whether a file is applied, or is covered by the recorded baseline and never runs. */
export function isDone(up: Migration, row: HistoryRow | undefined, { baseline }: Recorded): boolean {
  if (row !== undefined) return row.state === 'applied' || row.state === 'deleted';
  return baseline !== null && compareVersions(up.version, baseline.version) <= 0;
}

/** The newest baseline file, where nothing has run yet. */
export function startingBaseline(set: MigrationSet, recorded: Recorded, to: string | undefined): Migration | null {
  if (recorded.rows.some((row) => row.state !== 'undone') || recorded.baseline !== null) return null;
  const limitVersion = to === undefined ? null : parseVersion(to);
  return (
    set.baselines.findLast(({ version }) => limitVersion === null || compareVersions(version, limitVersion) <= 0) ??
    null
  );
}

/** Repeatable migrations that are new, changed or failed, or that always run. */
export const pendingRepeatables = (set: MigrationSet, { repeatables }: Recorded): readonly Migration[] =>
  set.repeatables.filter((up) => {
    const row = repeatables.get(up.name);
    return row?.state !== 'applied' || !hasChecksum(up, row.checksum) || up.directives.always === true;
  });

/**
 * Applied files must exist and be unchanged. All problems are raised as one error: `migration/missing` or
 * `migration/checksum`, with the rest in its `others`. Returns the rows that are later than all files: an earlier
 * release may be deployed to a newer database.
 */
export function checkApplied(set: MigrationSet, recorded: Recorded): readonly HistoryRow[] {
  const { rows } = recorded;
  const files = new Map(set.pairs.map((pair) => [pair.up.version, pair]));
  const future: HistoryRow[] = [];
  const problems = rows
    .filter((row) => row.state !== 'undone' && row.state !== 'deleted')
    .flatMap((row) => {
      const pair = files.get(row.version);
      if (pair !== undefined) return isRunning(row) || hasChecksum(pair.up, row.checksum) ? [] : [changed(pair, row)];
      if (isCovered(set, row)) return [];
      if (!isFuture(set, row)) return [missing(row)];
      future.push(row);
      return [];
    });
  raise([...problems, ...lagging(set, recorded)]);
  return future;
}

/** Files between the newest applied one and a checkpoint were pruned, so that they can't run here any more. */
function lagging(set: MigrationSet, { rows, baseline }: Recorded): readonly SchemaError[] {
  const newest = newestApplied(rows);
  const checkpoint = set.baselines.at(-1);
  if (newest === null || checkpoint === undefined || baseline !== null) return [];
  const files = new Set(set.pairs.map(({ up }) => up.version));
  const pruned = rows.some((row) => row.state === 'applied' && !files.has(row.version));
  if (!pruned || files.has(checkpoint.version) || compareVersions(newest.version, checkpoint.version) >= 0) return [];
  const message = `this database is at V${newest.version}, and the files up to V${checkpoint.version} are gone`;
  return [
    new SchemaError('migration/missing', message, {
      detail: `${checkpoint.path} stands for them on databases without a history only.`,
      hint: 'Check out the release before the checkpoint, apply it here, then come back to this one.',
    }),
  ];
}

/** Whether the file was pruned after a checkpoint: a baseline file contains its effects. */
export const isCovered = (set: MigrationSet, row: HistoryRow): boolean =>
  set.baselines.some(({ version }) => compareVersions(row.version, version) <= 0);

/** Whether an applied version is later than every file. */
export function isFuture(set: MigrationSet, row: HistoryRow): boolean {
  const newest = set.pairs.at(-1)?.up.version;
  return newest !== undefined && compareVersions(row.version, newest) > 0 && row.state === 'applied';
}

/** The file is not completed and may be corrected. */
const isRunning = (row: HistoryRow): boolean => row.state === 'running' || row.state === 'failed';

const missing = (row: HistoryRow): SchemaError =>
  new SchemaError('migration/missing', `${describeRow(row)} was applied and its file is gone`, {
    detail: `Applied ${row.finishedAt ?? row.startedAt} by ${row.appliedBy}.`,
    hint: `Restore ${row.path} from version control: an applied migration is kept for good. Is this checkout behind?`,
    restores: row.path,
  });

export const changed = (pair: MigrationPair, row: HistoryRow): SchemaError =>
  new SchemaError('migration/checksum', `${pair.up.path} was changed after it was applied`, {
    detail: `Run ${row.finishedAt ?? row.startedAt} by ${row.appliedBy} as ${row.checksum}; now ${pair.up.checksum}.`,
    hint: 'Undo the edit, and make the change in a new migration.',
    restores: pair.up.path,
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

/** Pending files with a lower version than an applied one: their order was never tested. */
export function lateUnits(pending: readonly PendingUnit[], { rows }: Recorded): readonly PendingUnit[] {
  const newest = newestApplied(rows);
  if (newest === null) return [];
  // A file with labels may run at any time.
  const isLate = ({ up }: MigrationPair): boolean =>
    up.kind === 'versioned' && up.directives.labels.length === 0 && compareVersions(up.version, newest.version) < 0;
  return pending.filter((unit) => unit.pending.some(isLate));
}

/** Raises `migration/out-of-order` for late files, each with the reason. */
export function refuseLate(
  late: readonly { readonly unit: PendingUnit; readonly because?: string | undefined }[],
  { rows }: Recorded,
): void {
  const newest = newestApplied(rows);
  if (newest === null) return;
  raise(
    late.map(({ unit, because }) => {
      const path = unit.pending[0]?.up.path ?? unit.unit.id;
      return new SchemaError(
        'migration/out-of-order',
        `out of order: ${path} (V${unit.pending[0]?.up.version}) is older than ${describeRow(newest)}, which is applied`,
        {
          detail:
            `${newest.path} was applied ${newest.finishedAt ?? newest.startedAt}; this file was added later, for ` +
            `example by merging a branch.${because === undefined ? '' : `\n${because}`}`,
          hint:
            'Give it a version later than all others with `schema rebase`, or run it as it is with --out-of-order; ' +
            '--out-of-order allow-if-independent runs what touches nothing that later ones touch.',
        },
      );
    }),
  );
}

/** The units up to version `to`, at most `count` of them, or those of `only`. Versions must be those of files. */
function limit(pending: readonly PendingUnit[], set: MigrationSet, wanted: Wanted): readonly PendingUnit[] {
  const { to, count, only } = wanted;
  if (count !== undefined && !(Number.isInteger(count) && count >= 0)) {
    throw new SchemaError('usage/invalid', `--count takes a whole number, not ${count}`);
  }
  const version = to === undefined ? null : knownVersion(set, to);
  const versions = only === undefined ? null : new Set(only.map((one) => knownVersion(set, one)));
  const within = pending.filter(
    ({ unit, pending: files }) =>
      (version === null || !isAfter({ unit, pending: files }, version)) &&
      (versions === null || unit.pairs.some((pair) => versions.has(pair.up.version))),
  );
  return count === undefined ? within : within.slice(0, count);
}

/** Whether a unit is later than a version. */
export const isAfter = ({ unit }: PendingUnit, version: string): boolean =>
  unit.pairs.some((pair) => compareVersions(pair.up.version, version) > 0);

/**
 * The version as the set spells it. The files of a plan run together, so only the last version of a plan can be a
 * target.
 */
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

/** Raises the problems as one error, if there are any. */
function raise(problems: readonly SchemaError[]): void {
  if (problems.length > 0) throw SchemaError.all(problems);
}
