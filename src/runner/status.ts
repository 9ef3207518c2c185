// Where every migration stands. Reads only: on a database without a history it writes nothing.
import { createHash } from 'node:crypto';
import type { Database } from '../databases/database.ts';
import type { MigrationPair, MigrationSet } from '../migrations/folder.ts';
import { compareVersions } from '../migrations/names.ts';
import type { LockHolder } from './events.ts';
import { type HistoryRow, readHistory, rowsByVersion } from './history.ts';
import { lockHolder } from './lock.ts';
import { isAfter, knownVersion, newestApplied, pendingUnits } from './selection.ts';
import { historyOf } from './with-lock.ts';

export type MigrationState =
  | 'pending'
  | 'applied'
  | 'undone'
  /** Stopped part-way, in applying or undoing. */
  | 'failed'
  /** Another runner is at it now. */
  | 'running'
  /** Applied, and the file is gone. */
  | 'missing'
  /** Applied, and the file was changed since. */
  | 'changed'
  /** Pending, and older than an applied one. */
  | 'out of order'
  /** Pending, and later than the version asked for. */
  | 'above target';

export interface StatusEntry {
  readonly version: string;
  readonly name: string;
  readonly path: string;
  readonly state: MigrationState;
  readonly planId: string | null;
  readonly checksum: string;
  /** Of the file's statements, or of its undo's while that goes on; null before it ran. */
  readonly statements: { readonly done: number; readonly total: number } | null;
  /** Whether the failure or the run is one of undoing. */
  readonly undoing: boolean;
  /** ISO 8601, UTC. */
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly executionMs: number | null;
  readonly appliedBy: string | null;
  readonly error: string | null;
  /** Whether there is an undo, as a file or in the history, that says it can be undone. */
  readonly undoable: boolean;
}

export interface Status {
  /** In the order of their versions. */
  readonly entries: readonly StatusEntry[];
  readonly pending: number;
  /**
   * Stands for exactly what is pending against exactly this database; `sha256:` and hexadecimal digits. Any change of
   * the files, of what is applied, or of the database gives another one. Null when nothing is pending.
   */
  readonly pendingDigest: string | null;
  /** Who runs migrations at this moment. */
  readonly lockHolder: LockHolder | null;
  /** The fingerprint that the newest applied migration left, where it was recorded. */
  readonly recordedFingerprint: string | null;
}

export interface StatusOptions {
  readonly migrations: MigrationSet;
  /** Version up to which one means to apply. */
  readonly to?: string;
  readonly historySchema?: string;
}

/** The state of every migration in the folder or in the history. */
export async function readStatus(database: Database, options: StatusOptions): Promise<Status> {
  const history = historyOf(database, options);
  const rows = await readHistory(history);
  const holder = await lockHolder(database, history.schema);
  const known = rowsByVersion(rows);
  const files = new Set(options.migrations.pairs.map((pair) => pair.up.version));
  const judge = judgeOf(options, rows, holder);
  const entries = [
    ...options.migrations.pairs.map((pair) => fileEntry(pair, known.get(pair.up.version) ?? null, judge)),
    ...rows.filter((row) => !files.has(row.version)).map((row) => goneEntry(row)),
  ].sort((a, b) => compareVersions(a.version, b.version));
  const pending = entries.filter((entry) => PENDING.has(entry.state) && files.has(entry.version) && !entry.undoing);
  return {
    entries,
    pending: pending.length,
    pendingDigest: pending.length === 0 ? null : await digest(database, pending, rows),
    lockHolder: holder,
    recordedFingerprint: newestApplied(rows)?.fingerprintAfter ?? null,
  };
}

/** States of what the next `apply` would run, or go on with. */
const PENDING: ReadonlySet<MigrationState> = new Set(['pending', 'undone', 'out of order', 'failed']);

interface Judge {
  readonly newest: string | null;
  readonly above: ReadonlySet<string>;
  readonly running: boolean;
}

function judgeOf(options: StatusOptions, rows: readonly HistoryRow[], holder: LockHolder | null): Judge {
  const to = options.to === undefined ? null : knownVersion(options.migrations, options.to);
  const units = pendingUnits(options.migrations, rows).filter((unit) => to !== null && isAfter(unit, to));
  const above = new Set(units.flatMap((unit) => unit.pending.map((pair) => pair.up.version)));
  return { newest: newestApplied(rows)?.version ?? null, above, running: holder !== null };
}

function fileEntry(pair: MigrationPair, row: HistoryRow | null, judge: Judge): StatusEntry {
  const { up, undo } = pair;
  const irreversible = (undo ?? up).directives.irreversible ?? up.directives.irreversible;
  return {
    version: up.version,
    name: up.name,
    path: up.path,
    state: stateOf(pair, row, judge),
    planId: up.directives.plan?.id ?? null,
    checksum: up.checksum,
    undoable: (undo !== undefined || row?.undoPath != null) && irreversible === undefined,
    ...recorded(row),
  };
}

function stateOf({ up }: MigrationPair, row: HistoryRow | null, judge: Judge): MigrationState {
  if (row?.state === 'applied') return row.checksum === up.checksum ? 'applied' : 'changed';
  if (row !== null && row.state !== 'undone') {
    return judge.running && row.state !== 'failed' ? 'running' : 'failed';
  }
  if (judge.above.has(up.version)) return 'above target';
  if (judge.newest !== null && compareVersions(up.version, judge.newest) < 0) return 'out of order';
  return row === null ? 'pending' : 'undone';
}

const goneEntry = (row: HistoryRow): StatusEntry => ({
  version: row.version,
  name: row.name,
  path: row.path,
  state: row.state === 'undone' ? 'undone' : 'missing',
  planId: row.planId,
  checksum: row.checksum,
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
    error: row?.error ?? null,
  };
}

async function digest(
  database: Database,
  pending: readonly StatusEntry[],
  rows: readonly HistoryRow[],
): Promise<string> {
  const content = [
    await databaseIdentity(database),
    rows
      .filter((row) => row.state !== 'undone')
      .map((row) => [row.version, row.state, row.checksum, row.statementsDone]),
    pending.map((entry) => [entry.version, entry.path, entry.checksum]),
  ];
  return `sha256:${createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex')}`;
}

/** Cluster, database and its OID: a restored copy in another cluster, or a re-created database, is another one. */
async function databaseIdentity(database: Database): Promise<readonly string[]> {
  const [row] = await database.query(
    'SELECT oid::text, datname::text FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()',
  );
  const system = await database
    .query('SELECT system_identifier::text AS id FROM pg_catalog.pg_control_system()')
    .then(([found]) => String(found?.['id'] ?? ''))
    // Some hosted servers keep this function to themselves.
    .catch(() => '');
  return [system, String(row?.['oid'] ?? ''), String(row?.['datname'] ?? '')];
}
