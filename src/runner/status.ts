// The state of every migration, for `schema status`. It only reads: a database without a history stays without one.
import type { Database } from '../databases/database.ts';
import { hasChecksum, historyKey, type Migration } from '../migrations/file.ts';
import type { MigrationPair, MigrationSet } from '../migrations/folder.ts';
import { parseSelection } from '../migrations/labels.ts';
import { compareVersions } from '../migrations/names.ts';
import { NO_PLACEHOLDERS, type Placeholders } from '../migrations/placeholder-values.ts';
import { approvalDigest } from './approval.ts';
import type { LockHolder } from './events.ts';
import {
  type HistoryRow,
  historyOf,
  newestApplied,
  newestRow,
  type Recorded,
  readRecorded,
  rowsByVersion,
} from './history/history.ts';
import { lockHolder } from './lock.ts';
import { resolvePlaceholders } from './prepare.ts';
import {
  isAfter,
  isCovered,
  isDone,
  isFuture,
  knownVersion,
  pendingRepeatables,
  pendingUnits,
  selectPending,
  startingBaseline,
} from './selection.ts';

export type MigrationState =
  | 'pending'
  | 'applied'
  | 'undone'
  /** Stopped part-way, during apply or undo. */
  | 'failed'
  /** Another runner is running it now. */
  | 'running'
  /** Applied, and its file is gone. */
  | 'missing'
  /** Applied, and its file is gone: accepted by `repair`, or pruned after a checkpoint. */
  | 'deleted'
  /** Applied, and its file was changed since. */
  | 'changed'
  /** A repeatable migration that was changed since, and runs again. */
  | 'outdated'
  /** Pending, and its version is lower than an applied one. */
  | 'out of order'
  /** Pending, and its version is higher than the requested one. */
  | 'above target'
  /** Has labels that are not selected. */
  | 'not selected'
  /** Covered by a baseline; it never runs here. */
  | 'below baseline'
  /** A baseline file that does not run here, since the history had begun. */
  | 'ignored'
  /** Applied by a later release: the folder lacks its file. */
  | 'future';

export interface StatusEntry {
  /** `1.2`, `B1.2` or `R__views`. */
  readonly version: string;
  readonly kind: 'versioned' | 'baseline' | 'repeatable';
  readonly name: string;
  readonly path: string;
  readonly state: MigrationState;
  readonly planId: string | null;
  readonly checksum: string;
  readonly labels: readonly string[];
  /** `run`, `marked`, `baseline` or `import:` and a tool; null before it is applied. */
  readonly origin: string | null;
  /** Counts statements of the file, or of its undo while that is under way; null before it ran. */
  readonly statements: { readonly done: number; readonly total: number } | null;
  /** Whether the failure or the run is one of `undo`. */
  readonly undoing: boolean;
  /** ISO 8601, UTC. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly executionMs: number | null;
  readonly appliedBy: string | null;
  readonly error: string | null;
  /** Whether there is an undo, as a file or in the history, that is not declared irreversible. */
  readonly undoable: boolean;
}

export interface Status {
  /** In the order of their versions. */
  readonly entries: readonly StatusEntry[];
  readonly pending: number;
  /**
   * The digest of exactly these pending files and this database; `sha256:` and hexadecimal digits. Any change of the
   * files, the history or the database changes it. Null where nothing is pending.
   */
  readonly pendingDigest: string | null;
  /** The holder of the migration lock at this moment. */
  readonly lockHolder: LockHolder | null;
  /** The fingerprint that was recorded after the last migration; null where none was. */
  readonly recordedFingerprint: string | null;
}

export interface StatusOptions {
  readonly migrations: MigrationSet;
  /** The version up to which `apply` would run. */
  readonly to?: string;
  /** An expression over labels. */
  readonly labels?: string | null;
  readonly placeholders?: Placeholders;
  readonly ownPlaceholders?: ReadonlyMap<string, string>;
  readonly historySchema?: string;
  /** Reads the fingerprint of the database; called only where something is pending. */
  readonly fingerprint?: () => Promise<string>;
}

/** The state of every migration in the folder or in the history. */
export async function readStatus(database: Database, options: StatusOptions): Promise<Status> {
  const history = historyOf(database, options);
  const { placeholders = NO_PLACEHOLDERS, ownPlaceholders = new Map() } = options;
  const set = await resolvePlaceholders(database, options.migrations, placeholders, ownPlaceholders);
  const recorded = await readRecorded(history);
  const holder = await lockHolder(database, history.schema);
  const judge = judgeOf(set, options, recorded, holder);
  const entries = entriesOf(set, recorded, judge);
  const units = selectPending(set, recorded, { to: options.to, labels: options.labels });
  const pending = units.reduce((sum, unit) => sum + unit.pending.length, 0);
  const fingerprint = pending === 0 ? null : ((await options.fingerprint?.()) ?? null);
  const files = units.flatMap((unit) => unit.pending.map(({ up }) => up));
  const what = { direction: 'apply' as const, recorded, files, callbacks: set.callbacks, fingerprint };
  return {
    entries,
    pending,
    pendingDigest: pending === 0 ? null : await approvalDigest(database, what),
    lockHolder: holder,
    recordedFingerprint: newestRow(recorded)?.fingerprintAfter ?? null,
  };
}

function entriesOf(set: MigrationSet, recorded: Recorded, judge: Judge): readonly StatusEntry[] {
  const known = rowsByVersion(recorded.rows);
  const files = new Set(set.pairs.map((pair) => pair.up.version));
  const versioned = [
    ...set.pairs.map((pair) => fileEntry(pair, known.get(pair.up.version) ?? null, judge)),
    ...recorded.rows.filter((row) => !files.has(row.version)).map((row) => goneEntry(set, row)),
  ].sort((a, b) => compareVersions(a.version, b.version));
  const baselines = set.baselines.map((up) => baselineEntry(up, recorded, judge));
  const baselineGone =
    recorded.baseline === null || set.baselines.some(({ version }) => version === recorded.baseline?.version)
      ? []
      : [rowEntry(recorded.baseline, 'applied')];
  const outdated = new Set(pendingRepeatables(set, recorded).map(({ name }) => name));
  const names = new Set(set.repeatables.map(({ name }) => name));
  return [
    ...baselineGone,
    ...baselines,
    ...versioned,
    ...set.repeatables.map((up) => repeatableEntry(up, recorded.repeatables.get(up.name) ?? null, outdated, judge)),
    ...[...recorded.repeatables.values()].filter((row) => !names.has(row.name)).map((row) => rowEntry(row, 'missing')),
  ];
}

interface Judge {
  readonly newest: string | null;
  readonly above: ReadonlySet<string>;
  /** Pending versions whose labels are selected. */
  readonly selected: ReadonlySet<string>;
  readonly running: boolean;
  readonly recorded: Recorded;
  /** The baseline file that the next `apply` begins with. */
  readonly start: Migration | null;
}

function judgeOf(set: MigrationSet, options: StatusOptions, recorded: Recorded, holder: LockHolder | null): Judge {
  const to = options.to === undefined ? null : knownVersion(set, options.to);
  const units = pendingUnits(set, recorded, parseSelection(options.labels ?? null));
  const versionsOf = (some: typeof units) => new Set(some.flatMap((unit) => unit.pending.map(({ up }) => up.version)));
  return {
    newest: newestApplied(recorded.rows)?.version ?? null,
    above: versionsOf(units.filter((unit) => to !== null && isAfter(unit, to))),
    selected: versionsOf(units),
    running: holder !== null,
    recorded,
    start: startingBaseline(set, recorded, options.to),
  };
}

function fileEntry(pair: MigrationPair, row: HistoryRow | null, judge: Judge): StatusEntry {
  const { up, undo } = pair;
  const irreversible = (undo ?? up).directives.irreversible ?? up.directives.irreversible;
  return {
    ...entryOf(up, row),
    state: stateOf(pair, row, judge),
    undoable: (undo !== undefined || row?.undoPath != null) && irreversible === undefined,
  };
}

function stateOf({ up }: MigrationPair, row: HistoryRow | null, judge: Judge): MigrationState {
  if (row?.state === 'deleted') return 'deleted';
  if (row?.state === 'applied') return hasChecksum(up, row.checksum) ? 'applied' : 'changed';
  if (row !== null && row.state !== 'undone') {
    return judge.running && row.state !== 'failed' ? 'running' : 'failed';
  }
  const start = judge.start !== null && compareVersions(up.version, judge.start.version) <= 0;
  if (start || isDone(up, row ?? undefined, judge.recorded)) return 'below baseline';
  if (!judge.selected.has(up.version)) return 'not selected';
  if (judge.above.has(up.version)) return 'above target';
  const labelled = up.directives.labels.length > 0;
  if (!labelled && judge.newest !== null && compareVersions(up.version, judge.newest) < 0) return 'out of order';
  return row === null ? 'pending' : 'undone';
}

function baselineEntry(up: Migration, { baseline }: Recorded, judge: Judge): StatusEntry {
  const row = baseline?.version === up.version ? baseline : null;
  if (row === null) return { ...entryOf(up, null), state: judge.start === up ? 'pending' : 'ignored' };
  return { ...entryOf(up, row), state: hasChecksum(up, row.checksum) ? 'applied' : 'changed' };
}

function repeatableEntry(
  up: Migration,
  row: HistoryRow | null,
  outdated: ReadonlySet<string>,
  { running }: Judge,
): StatusEntry {
  const state = (): MigrationState => {
    if (!outdated.has(up.name)) return 'applied';
    if (row === null) return 'pending';
    if (row.state === 'applied') return 'outdated';
    return running && row.state === 'running' ? 'running' : 'failed';
  };
  return { ...entryOf(up, row), state: state() };
}

const kindOf = (kind: string): StatusEntry['kind'] =>
  kind === 'baseline' || kind === 'repeatable' ? kind : 'versioned';

const entryOf = (up: Migration, row: HistoryRow | null): Omit<StatusEntry, 'state'> => ({
  version: historyKey(up),
  kind: kindOf(up.kind),
  name: up.name,
  path: up.path,
  planId: up.directives.plan?.id ?? null,
  checksum: up.checksum,
  labels: up.directives.labels,
  undoable: false,
  ...recorded(row),
});

const goneEntry = (set: MigrationSet, row: HistoryRow): StatusEntry => {
  if (row.state === 'undone') return rowEntry(row, 'undone');
  if (row.state === 'deleted' || isCovered(set, row)) return rowEntry(row, 'deleted');
  return rowEntry(row, isFuture(set, row) ? 'future' : 'missing');
};

const rowEntry = (row: HistoryRow, state: MigrationState): StatusEntry => ({
  version: row.key,
  kind: kindOf(row.kind),
  name: row.name,
  path: row.path,
  state,
  planId: row.planId,
  checksum: row.checksum,
  labels: row.labels,
  undoable: row.undoPath !== null,
  ...recorded(row),
});

function recorded(row: HistoryRow | null) {
  return {
    statements: row === null ? null : { done: row.statementsDone, total: row.statementsTotal },
    undoing: row?.state === 'undoing',
    startedAt: row?.startedAt ?? null,
    finishedAt: row?.finishedAt ?? null,
    executionMs: row?.executionMs ?? null,
    appliedBy: row?.appliedBy ?? null,
    origin: row?.origin ?? null,
    error: row?.error ?? null,
  };
}
