// Applies pending migrations: all checks first, then one plan after the other. For `schema apply`.
import type { Database } from '../databases/database.ts';
import { inTransaction } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';
import { historyKey, type Migration, withoutSecretsOf } from '../migrations/file.ts';
import { NO_PLACEHOLDERS, type Placeholders } from '../migrations/placeholder-values.ts';
import type { SplitMigration } from '../migrations/segments.ts';
import { loadParser } from '../sql/parser.ts';
import { keepMark, mustApprove, protection, refuseUnapproved } from './approval.ts';
import type { Direction, FileNotice } from './events.ts';
import { partWay } from './failure.ts';
import { blockingHazards, refuseHazards } from './hazards.ts';
import { type HistoryRow, historyOf, type Recorded, readRecorded } from './history/history.ts';
import { doneSql, endSql, recordEvent, recordMarked, startSql, updateRow } from './history/record.ts';
import { type Hooks, hooksAt, NO_HOOKS, runHooks, runQuietly } from './hooks.ts';
import { withLeftBehind } from './left-behind.ts';
import { checkPreconditions } from './preconditions.ts';
import {
  type Preparation,
  type Prepared,
  type PreparedFile,
  prepare,
  resolvePlaceholders,
  resumes,
} from './prepare.ts';
import type { Run, Task } from './run.ts';
import { runApart, runTogether } from './run-file.ts';
import { selectPending } from './selection.ts';
import {
  allowsDrift,
  checkBefore,
  prepareHistory,
  type RunOptions,
  readFingerprint,
  refuseRoles,
  steadily,
  withLock,
} from './with-lock.ts';

export interface ApplyOptions extends RunOptions, Preparation {
  /** The approved digest. Where it is given, files with any other digest are refused. */
  readonly approve?: string;
  readonly placeholders?: Placeholders;
  /** Values of the tool's own placeholders that the database can't tell, such as `schema:environment`. */
  readonly ownPlaceholders?: ReadonlyMap<string, string>;
  readonly hooks?: Hooks;
  /** Called under the lock with the files that will run, for example to make a backup. An error of it stops the run. */
  readonly before?: (pending: readonly Migration[]) => Promise<void>;
  /** Record the pending files as applied, without running them. */
  readonly mark?: boolean;
  /** Called in the transaction that records a migration, where there is one. */
  readonly recorder?: Recorder;
}

/** Another record of a migration, such as a row in the history of another tool. */
export type Recorder = (database: Database, done: RecordedRun) => Promise<void>;

export interface RecordedRun {
  readonly migration: Migration;
  readonly direction: Direction;
  readonly ms: number;
}

export interface RunResult {
  /** The files that ran, or with `dryRun` the files that would run, in this order. */
  readonly files: readonly RunFile[];
  /** The files that a check left out, each with the reason. */
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
  /** Migrations in the history that the folder lacks: the folder is of an earlier release. */
  readonly future: readonly string[];
  readonly deploymentId: string | null;
  /** The digest for `--approve`, from a dry run. */
  readonly digest?: string;
  /** The fingerprint after the run; null where it was not read, or nothing ran. */
  readonly fingerprint: string | null;
  /** The fingerprint that the last file declares. Where it differs from `fingerprint`, the verification failed. */
  readonly expectedFingerprint: string | null;
  /** What the server said while the files ran: RAISE NOTICE, INFO and WARNING; at most a hundred. */
  readonly notices: readonly FileNotice[];
}

export interface RunFile {
  readonly version: string;
  readonly name: string;
  readonly path: string;
  readonly planId: string | null;
  /** The statements, without secrets. */
  readonly statements: readonly string[];
  /** Hazards that `apply` would refuse, as `CODE sentence`; of a dry run only. */
  readonly refused: readonly string[];
}

/**
 * Applies pending migrations. The files of a plan run in one transaction with their history rows where all of them are
 * transactional; otherwise each file runs by itself, in the order of versions. A second run continues where the last
 * one stopped. Raises `migration/*`, `plan/hazard`, `plan/stale`, `runner/*`, `hook/failed`, `database/*`.
 */
export async function apply(database: Database, given: ApplyOptions): Promise<RunResult> {
  await loadParser();
  const options = await resolved(database, given);
  const history = historyOf(database, options);
  if (options.dryRun === true) {
    const { units, future } = await prepare(history, await readRecorded(history), options);
    return describe(units, future, options);
  }
  return await withLock(database, 'apply', options, async (run) => {
    const recorded = await readRecorded(run.writer);
    const { units, future } = await prepare(run.writer, recorded, options);
    const migrations = units.flatMap((unit) => unit.files.map((file) => file.pair.up));
    await refuseBefore(run, units, recorded, { ...options, protectedBy: await protection(run, options) });
    if (units.length === 0) return describe(units, future, options);
    await prepareHistory(run);
    await keepMark(run, options);
    await options.before?.(migrations);
    const outcome = options.mark === true ? await markAll(run, units) : await applyAll(run, units, options);
    await refuseIncomplete(run, migrations, outcome.skipped);
    // With T704 allowed the plan was made for another state, so its `after` fingerprint can't be expected.
    const expected = allowsDrift(options.allow ?? []) ? null : (migrations.at(-1)?.directives.after ?? null);
    const { notices } = run;
    return { ...describe(units, future, options), ...outcome, expectedFingerprint: expected, notices };
  });
}

async function resolved(database: Database, options: ApplyOptions): Promise<ApplyOptions> {
  const { migrations, placeholders = NO_PLACEHOLDERS, ownPlaceholders = new Map() } = options;
  const set = await resolvePlaceholders(database, migrations, placeholders, ownPlaceholders);
  return { ...options, migrations: set, hooks: { ...(options.hooks ?? NO_HOOKS), callbacks: set.callbacks } };
}

/** The checks that refuse a run before any file has run. */
async function refuseBefore(
  run: Run,
  units: readonly Prepared[],
  recorded: Recorded,
  options: ApplyOptions,
): Promise<void> {
  const { approve, protectedBy, allow = [], now = new Date(), migrations } = options;
  const files = units.flatMap(({ unit }) => unit.pending.map(({ up }) => up));
  refuseHazards(files, allow, now);
  if (mustApprove(options) && units.length > 0) {
    const fingerprint = options.fingerprint === undefined ? null : await readFingerprint(run, options.fingerprint);
    // The digest stands for all pending files; a run of some of them is approved with it.
    const all = selectPending(migrations, recorded, { labels: options.labels });
    const pending = all.flatMap((unit) => unit.pending.map(({ up }) => up));
    const what = { recorded, files: pending, callbacks: migrations.callbacks, fingerprint };
    await refuseUnapproved(run.writer.database, { approve, protectedBy }, { direction: 'apply', ...what });
  }
  await refuseRoles(run, files);
  const baseline = files.find((file) => file.kind === 'baseline');
  if (baseline !== undefined) await refuseNotEmpty(run, baseline);
}

/** A baseline file creates what an existing database contains already. */
async function refuseNotEmpty(run: Run, baseline: Migration): Promise<void> {
  const [row] = await run.writer.database.query(SOME_OBJECT, [run.writer.schema]);
  if (row === undefined) return;
  throw new SchemaError('runner/not-empty', `${baseline.path} is for an empty database, and this one has objects`, {
    detail: `For example ${String(row['name'])}.`,
    hint: `If the database has what the file makes, say so: schema baseline --version ${baseline.version}`,
  });
}

const SOME_OBJECT = `
  SELECT n.nspname || '.' || c.relname AS name
  FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
  WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', $1) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend AS d
                    WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY 1 LIMIT 1`;

interface Outcome {
  readonly fingerprint: string | null;
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
}

async function applyAll(run: Run, units: readonly Prepared[], options: ApplyOptions): Promise<Outcome> {
  const { hooks = NO_HOOKS } = options;
  const skipped: { path: string; why: string }[] = [];
  const fingerprints = fingerprintPace();
  let last: string | null = null;
  let ran = false;
  let phase: 'versioned' | 'repeatable' = 'versioned';
  await steadily(run, () => recordEvent(run.writer, 'deployment started', null, { files: units.length }));
  try {
    await runHooks(run, hooks, 'afterConnect');
    await runHooks(run, hooks, 'beforeMigrate');
    for (const [index, prepared] of units.entries()) {
      if (phase === 'versioned' && prepared.files[0]?.pair.up.kind === 'repeatable') {
        phase = 'repeatable';
        await runHooks(run, hooks, 'afterVersioned');
        await runHooks(run, hooks, 'beforeRepeatables');
      }
      const why = await applyUnit(run, prepared, options, ran);
      if (why !== null) skipped.push(...prepared.files.map(({ pair }) => ({ path: pair.up.path, why })));
      else last = await fingerprints(run, prepared, options, index === units.length - 1);
      ran ||= why === null;
    }
    await runHooks(run, hooks, 'afterMigrate');
    await runHooks(run, hooks, 'afterMigrateApplied');
  } catch (error) {
    await runQuietly(run, hooks, 'afterMigrateError');
    throw error;
  }
  const finished = { files: units.length - skipped.length };
  await steadily(run, () => recordEvent(run.writer, 'deployment finished', null, finished));
  return { fingerprint: last, skipped };
}

/**
 * Reading a fingerprint takes as long as the catalog is large. The fingerprint is recorded after each unit while
 * reading takes no more than a tenth of the time, and always after the last unit.
 */
function fingerprintPace() {
  const began = performance.now();
  let spent = 0;
  return async (run: Run, { files }: Prepared, options: ApplyOptions, isLast: boolean): Promise<string | null> => {
    const { fingerprint: read } = options;
    const started = performance.now();
    if (read === undefined || (!isLast && spent > (started - began) / 10)) return null;
    const fingerprint = await readFingerprint(run, read, partWay(run.direction, 'What ran is committed.'));
    const up = files.at(-1)?.pair.up;
    const after = { fingerprint_after: fingerprint };
    if (up !== undefined) await steadily(run, () => updateRow(run.writer, historyKey(up), after));
    spent += performance.now() - started;
    return fingerprint;
  };
}

/**
 * Runs one unit. Returns the reason where a check left the unit out, else null. Only the first unit is checked for a
 * stale plan: after it, only this run has changed the database.
 */
async function applyUnit(
  run: Run,
  { unit, files }: Prepared,
  options: ApplyOptions,
  ran: boolean,
): Promise<string | null> {
  const [first] = files;
  if (first === undefined) return null;
  const { path, directives } = first.pair.up;
  const ups = files.map(({ pair }) => pair.up);
  const verdict = await steadily(run, () => checkPreconditions(run.writer.database, ups));
  if (verdict === 'mark') {
    await recordMarked(
      run.writer,
      files.map(({ pair: { up, undo } }) => ({ up, undo, origin: 'marked' })),
    );
    return 'its check is not true, so that it counts as applied';
  }
  if (verdict === 'skip') return 'its check is not true; it stays pending';
  // A unit that stopped part-way has changed the database already, so its `before` no longer holds.
  await checkBefore(run, path, ran || resumes(first.row) ? undefined : directives.before, options);
  const tasks = files.map((file) => taskOf(run, file, options));
  const partly = files.length < unit.unit.pairs.length;
  try {
    if (files.every(({ pair }) => pair.up.directives.transaction === 'plan')) await runTogether(run, tasks, partly);
    else await oneByOne(run, tasks, partly);
  } catch (error) {
    await runQuietly(run, options.hooks ?? NO_HOOKS, 'afterEachMigrateError', first.pair.up);
    throw withLeftBehind(error, options.migrations);
  }
  return null;
}

/** Runs each file by itself, in this order. `partly`: earlier files of the plan are committed. */
export async function oneByOne(run: Run, tasks: readonly Task[], partly: boolean): Promise<void> {
  for (const [index, task] of tasks.entries()) {
    const earlier = partly || index > 0;
    if (task.split.migration.directives.transaction === 'none') await runApart(run, task, earlier);
    else await runTogether(run, [task], earlier);
  }
}

function taskOf(run: Run, { pair, split, row }: PreparedFile, options: ApplyOptions): Task {
  const { hooks = NO_HOOKS } = options;
  const key = historyKey(pair.up);
  const apart = pair.up.directives.transaction === 'none';
  const done = resumes(row) ? Math.min(row.statementsDone, split.total) : 0;
  return {
    version: key,
    split,
    done,
    begun: resumes(row) ? row.statementBegun : null,
    begin: apart ? startSql(run.writer, pair, split.total, done) : '',
    start: hooksAt(run, hooks, 'beforeEachMigrate', pair.up),
    finish: finishOf(run, pair.up, options),
    end: (ms) =>
      apart
        ? endSql(run.writer, key, 'applied', ms, { path: pair.up.path, checksum: pair.up.checksum })
        : doneSql(run.writer, pair, split.total, ms),
  };
}

function finishOf(run: Run, up: Migration, { hooks = NO_HOOKS, recorder }: ApplyOptions): Task['finish'] {
  const hooked = hooksAt(run, hooks, 'afterEachMigrate', up);
  if (hooked === undefined && recorder === undefined) return undefined;
  return async (ms) => {
    await hooked?.();
    await recorder?.(run.writer.database, { migration: up, direction: 'apply', ms });
  };
}

async function markAll(run: Run, units: readonly Prepared[]): Promise<Outcome> {
  const rows = units.flatMap((unit) => unit.files.map(({ pair: { up, undo } }) => ({ up, undo, origin: 'marked' })));
  await inTransaction(run.writer.database, () => recordMarked(run.writer, rows));
  return { fingerprint: null, skipped: [] };
}

/** Reads the history again at the end: a run succeeds only where each selected file is applied. */
async function refuseIncomplete(run: Run, files: readonly Migration[], skipped: Outcome['skipped']): Promise<void> {
  const recorded = await steadily(run, () => readRecorded(run.writer));
  const left = new Set(skipped.map(({ path }) => path));
  const rows = [...recorded.rows, ...recorded.repeatables.values(), ...(recorded.baseline ? [recorded.baseline] : [])];
  const applied = new Set(rows.filter((row) => row.state === 'applied').map((row) => row.key));
  const lacking = files.filter((file) => !left.has(file.path) && !applied.has(historyKey(file)));
  if (lacking.length === 0) return;
  throw new SchemaError(
    'runner/incomplete',
    `the history does not show ${lacking.map(({ path }) => path).join(', ')}`,
    {
      detail: 'The files ran, and their rows are gone: a migration may have changed the history.',
      hint: 'See `schema status` and `schema history --events`.',
    },
  );
}

/** A file as results show it. `options` has the allowed hazards and the day on which acknowledgments expire. */
export const runFileOf = (
  migration: Migration,
  split: SplitMigration,
  { allow = [], now = new Date() }: Pick<RunOptions, 'allow' | 'now'>,
): RunFile => ({
  version: historyKey(migration),
  name: migration.name,
  path: migration.path,
  planId: migration.directives.plan?.id ?? null,
  statements: split.segments.flatMap(({ statements }) => statements.map(({ sql }) => withoutSecretsOf(migration, sql))),
  refused: blockingHazards(migration, allow, now).map((hazard) => `${hazard.code} ${hazard.message}`),
});

const describe = (units: readonly Prepared[], future: readonly HistoryRow[], options: ApplyOptions): RunResult => ({
  files: units.flatMap((unit) => unit.files.map(({ pair, split }) => runFileOf(pair.up, split, options))),
  skipped: [],
  future: future.map((row) => row.key),
  deploymentId: options.deployment?.id ?? null,
  fingerprint: null,
  expectedFingerprint: null,
  notices: [],
});
