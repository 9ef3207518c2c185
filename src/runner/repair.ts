// Corrections of the history, for `schema repair`. Each does one thing, reports it, and writes an event with the
// reason.
import type { Database } from '../databases/database.ts';
import { inTransaction } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';
import { hasChecksum, historyKey, writtenText } from '../migrations/file.ts';
import type { MigrationPair, MigrationSet } from '../migrations/folder.ts';
import { parseVersion } from '../migrations/names.ts';
import { createHistory, describeRow, type HistoryRow, type Recorded, readRecorded } from './history/history.ts';
import { recordEvent, recordMarked, updateRow, type Writer } from './history/record.ts';
import { isCovered, isFuture } from './selection.ts';
import { type RunOptions, withLock } from './with-lock.ts';

export interface RepairRequest {
  /** Reset migrations that failed or stopped part-way: they are pending again, from their first statement. */
  readonly failed?: boolean;
  /** Record the changed files as the ones that were applied. */
  readonly checksums?: boolean;
  /** Accept that files of applied migrations are gone. */
  readonly missing?: boolean;
  /** Record these pending versions as applied, without running them. */
  readonly markApplied?: readonly string[];
  /** Record these applied versions as undone, without running their undo. */
  readonly markUndone?: readonly string[];
  /** Whether the statement in doubt of this version took effect. */
  readonly assume?: { readonly done: boolean; readonly version: string };
  /** Written into the event of each repair. */
  readonly reason?: string;
}

export interface Repair {
  readonly repair: 'failed' | 'checksum' | 'missing' | 'mark applied' | 'mark undone' | 'assume';
  readonly version: string;
  readonly path: string;
  /** A sentence for the terminal. */
  readonly what: string;
}

interface Fix extends Repair {
  run(writer: Writer): Promise<void>;
}

export interface RepairOptions extends Omit<RunOptions, 'assume'> {
  readonly migrations: MigrationSet;
  readonly request: RepairRequest;
}

/**
 * Does the requested repairs in one transaction; with `dryRun` only reports them. Raises `usage/invalid`,
 * `runner/locked`.
 */
export async function repair(database: Database, options: RepairOptions): Promise<readonly Repair[]> {
  const { request, migrations, dryRun } = options;
  return await withLock(database, 'apply', options, async ({ writer }) => {
    const fixes = fixesFor(migrations, await readRecorded(writer), request);
    if (dryRun === true || fixes.length === 0) return fixes.map(shown);
    await createHistory(writer);
    await inTransaction(database, async () => {
      for (const fix of fixes) {
        await fix.run(writer);
        const { repair: kind, what } = fix;
        await recordEvent(writer, 'repaired', fix.version, { repair: kind, what, reason: request.reason ?? null });
      }
    });
    return fixes.map(shown);
  });
}

/** What each repair would find, for a person who chooses one. */
export function findRepairs(set: MigrationSet, recorded: Recorded): readonly Repair[] {
  return fixesFor(set, recorded, { failed: true, checksums: true, missing: true }).map(shown);
}

const shown = ({ repair: kind, version, path, what }: Fix): Repair => ({ repair: kind, version, path, what });

function fixesFor(set: MigrationSet, recorded: Recorded, request: RepairRequest): readonly Fix[] {
  const all = [...recorded.rows, ...recorded.repeatables.values(), ...(recorded.baseline ? [recorded.baseline] : [])];
  return [
    ...(request.assume === undefined ? [] : [assume(all, request.assume)]),
    ...(request.failed === true ? all.flatMap(forgetFailure) : []),
    ...(request.checksums === true ? all.flatMap((row) => takeFile(set, row)) : []),
    ...(request.missing === true ? all.flatMap((row) => acceptMissing(set, row)) : []),
    ...(request.markApplied ?? []).map((version) => markApplied(set, recorded, version)),
    ...(request.markUndone ?? []).map((version) => markUndone(recorded, version)),
  ];
}

function forgetFailure(row: HistoryRow): Fix[] {
  if (row.state !== 'failed' && row.state !== 'running' && row.state !== 'undoing') return [];
  const undoing = row.state === 'undoing';
  const what = undoing
    ? `${describeRow(row)} counts as applied again; what its undo has done already stays`
    : `${describeRow(row)} is pending again, from its first statement; what it has done already stays`;
  const state = undoing ? 'applied' : 'undone';
  const columns = { state, statements_done: 0, statement_begun: null, error: null };
  return [fixOf('failed', row, what, (writer) => updateRow(writer, row.key, columns))];
}

function takeFile(set: MigrationSet, row: HistoryRow): Fix[] {
  const pair = pairOf(set, row);
  if (pair === undefined || row.state !== 'applied' || row.kind === 'repeatable') return [];
  const { up, undo } = pair;
  if (hasChecksum(up, row.checksum)) return [];
  const what = `${describeRow(row)} counts as applied as its file is now`;
  const texts = {
    checksum: up.checksum,
    sql: writtenText(up),
    undo_path: undo?.path ?? null,
    undo_sql: undo === undefined ? null : writtenText(undo),
  };
  const columns = { ...texts, path: up.path, name: up.name };
  return [fixOf('checksum', row, what, (writer) => updateRow(writer, row.key, columns))];
}

function acceptMissing(set: MigrationSet, row: HistoryRow): Fix[] {
  if (row.state !== 'applied' || row.kind === 'baseline' || pairOf(set, row) !== undefined) return [];
  if (row.kind === 'versioned' && (isCovered(set, row) || isFuture(set, row))) return [];
  const what = `${describeRow(row)} counts as deleted: its file is not asked for any more`;
  return [fixOf('missing', row, what, (writer) => updateRow(writer, row.key, { state: 'deleted' }))];
}

function pairOf(set: MigrationSet, row: HistoryRow): MigrationPair | undefined {
  if (row.kind === 'versioned') return set.pairs.find(({ up }) => up.version === row.version);
  const up = [...set.repeatables, ...set.baselines].find((file) => historyKey(file) === row.key);
  return up === undefined ? undefined : { up };
}

function markApplied(set: MigrationSet, recorded: Recorded, text: string): Fix {
  const version = parseVersion(text);
  const pair = set.pairs.find(({ up }) => up.version === version);
  if (pair === undefined) throw unknown(text, 'there is no file of this version');
  const row = recorded.rows.find((one) => one.version === pair.up.version);
  if (row?.state === 'applied') throw unknown(text, 'it is applied already');
  const { up, undo } = pair;
  const what = `V${up.version} (${up.path}) counts as applied, although it did not run here`;
  return {
    repair: 'mark applied',
    version: up.version,
    path: up.path,
    what,
    run: (writer) => recordMarked(writer, [{ up, undo, origin: 'marked' }]),
  };
}

function markUndone(recorded: Recorded, text: string): Fix {
  const row = recorded.rows.find((one) => one.version === parseVersion(text));
  if (row?.state !== 'applied') throw unknown(text, 'it is not applied');
  const what = `${describeRow(row)} counts as undone, although its undo did not run here`;
  return fixOf('mark undone', row, what, (writer) => updateRow(writer, row.key, { state: 'undone' }));
}

function assume(rows: readonly HistoryRow[], { done, version }: { done: boolean; version: string }): Fix {
  const row = rows.find((one) => one.key === (parseVersion(version) ?? version));
  const begun = row?.statementBegun;
  if (row === undefined || begun == null) throw unknown(version, 'no statement of it is in doubt');
  const what = `statement ${begun} of ${describeRow(row)} counts as ${done ? 'done' : 'not done'}`;
  const columns = { statement_begun: null, ...(done ? { statements_done: begun } : {}) };
  return fixOf('assume', row, what, (writer) => updateRow(writer, row.key, columns));
}

const fixOf = (kind: Repair['repair'], row: HistoryRow, what: string, run: Fix['run']): Fix => ({
  repair: kind,
  version: row.key,
  path: row.path,
  what,
  run,
});

const unknown = (version: string, why: string): SchemaError =>
  new SchemaError('usage/invalid', `${version} can't be repaired so: ${why}`, { hint: 'See `schema status`.' });
