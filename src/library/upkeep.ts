// The verbs that maintain a project, for callers of the library: folder, history, health, tests of migrations.
import type { HealthReport, HealthRequest } from '../health/health.ts';
import type { LockReport, LockSession } from '../health/lock-sessions.ts';
import type { MigrationFile } from '../migrations/file.ts';
import { testClean as cleanTest } from '../rehearsal/rehearse.ts';
import { type RollbackRequest, testRollback as rollbackTest } from '../rehearsal/rehearse-rollback.ts';
import { type VolumeReport, type VolumeRequest, testVolume as volumeTest } from '../rehearsal/rehearse-volume.ts';
import type { TestPlace } from '../rehearsal/test-database.ts';
import type { Check } from '../report/checks.ts';
import type { Project } from '../settings/project.ts';
import * as baselining from '../workflows/baseline.ts';
import * as checkpointing from '../workflows/checkpoint.ts';
import * as cleaning from '../workflows/clean.ts';
import * as doctoring from '../workflows/doctor.ts';
import { type ExportRequest, type ExportResult, exportMigrations as exportAll } from '../workflows/export.ts';
import { importHistory as importAll } from '../workflows/import.ts';
import type { ImportResult, ImportRequest as WholeImport } from '../workflows/importing.ts';
import * as locking from '../workflows/locks.ts';
import * as creating from '../workflows/new.ts';
import * as rebasing from '../workflows/rebase.ts';
import { type Repair, repairHistory, type RepairRequest as WholeRepair } from '../workflows/repair.ts';
import { verify as runVerify } from '../workflows/verify.ts';
import { anObject, check, count, flag, oneOf, signal, text, texts } from './request.ts';

/** The request of `baseline`; all fields are optional. */
export type BaselineRequest = Partial<baselining.BaselineRequest>;
/** The request of `checkpoint`; all fields are optional. */
export type CheckpointRequest = Partial<checkpointing.CheckpointRequest>;
/** The request of `rebase`: the ref with the earlier migrations. */
export type RebaseRequest = Pick<rebasing.RebaseRequest, 'onto'> & Partial<rebasing.RebaseRequest>;
/** The request of `repair`; without one, `repair` only reports what could be repaired. */
export type RepairRequest = WholeRepair & { readonly dryRun?: boolean };
/** The request of `newMigration`: a name. */
export type NewRequest = Pick<creating.NewRequest, 'name'> & Partial<creating.NewRequest>;
/** The request of `importHistory`: the tool. */
export type ImportRequest = Pick<WholeImport, 'tool'> & Partial<WholeImport>;

/**
 * Records an existing database as the start of the history: all versions up to one count as applied. With `writeFile`
 * a B file with all objects of the database is written, for new databases.
 *
 * Raises `runner/not-empty`, `runner/locked`, `database/*`.
 *
 * @example
 * await baseline(project, { writeFile: true });
 */
export async function baseline(project: Project, request: BaselineRequest = {}): Promise<baselining.BaselineResult> {
  check('baseline', project, request, { version: text.optional(), name: text.optional(), writeFile: flag.optional() });
  return baselining.baseline(project, { name: 'baseline', writeFile: false, ...request });
}

/**
 * Writes one B file in place of all migrations up to a version, proven equal to them. Raises `plan/not-proven`,
 * `migration/*`, `scratch/*`.
 *
 * @example
 * const { file } = await checkpoint(project);
 */
export async function checkpoint(
  project: Project,
  request: CheckpointRequest = {},
): Promise<checkpointing.CheckpointResult> {
  check('checkpoint', project, request, { upTo: text.optional(), name: text.optional(), prune: flag.optional() });
  return checkpointing.checkpoint(project, { name: 'checkpoint', prune: false, ...request });
}

/**
 * Gives the migrations of this branch versions after those of another ref of git, and replays all in scratch.
 *
 * Raises `usage/invalid`, `migration/*`, `scratch/*`.
 *
 * @example
 * const moved = await rebase(project, { onto: 'origin/main' });
 */
export async function rebase(project: Project, request: RebaseRequest): Promise<readonly rebasing.Moved[]> {
  check('rebase', project, request, { onto: text, dryRun: flag.optional(), askDatabase: flag.optional() });
  return rebasing.rebase(project, { dryRun: false, askDatabase: false, ...request });
}

/**
 * Corrects the history, in one transaction. Without a request it reports what could be corrected.
 *
 * Raises `usage/invalid`, `runner/locked`, `database/*`.
 *
 * @example
 * const found = await repair(project);
 */
export async function repair(project: Project, request: RepairRequest = {}): Promise<readonly Repair[]> {
  check('repair', project, request, {
    failed: flag.optional(),
    checksums: flag.optional(),
    missing: flag.optional(),
    markApplied: texts.optional(),
    markUndone: texts.optional(),
    assume: anObject.optional(),
    reason: text.optional(),
    dryRun: flag.optional(),
  });
  return repairHistory(project, { dryRun: false, ...request });
}

/**
 * Creates empty files of a migration to write by hand. Raises `migration/invalid-name`, `usage/invalid`.
 *
 * @example
 * const [up, down] = await newMigration(project, { name: 'fill_emails', folder: 'dml' });
 */
export async function newMigration(project: Project, request: NewRequest): Promise<readonly MigrationFile[]> {
  check('newMigration', project, request, {
    name: text,
    folder: oneOf('ddl', 'dml', 'routines').optional(),
    type: oneOf('versioned', 'undo', 'repeatable', 'baseline').optional(),
    version: text.optional(),
  });
  return creating.newMigration(project, { folder: 'ddl', type: 'versioned', ...request });
}

/**
 * Imports the history and the files of another tool. Raises `adoption/*`, `usage/invalid`, `database/*`.
 *
 * @example
 * const { files, rows } = await importHistory(project, { tool: 'flyway', dir: 'db/migration', dryRun: true });
 */
export async function importHistory(project: Project, request: ImportRequest): Promise<ImportResult> {
  check('importHistory', project, request, {
    tool: text,
    dir: text.optional(),
    table: text.optional(),
    changelog: text.optional(),
    mode: oneOf('convert', 'baseline').optional(),
    dryRun: flag.optional(),
    acceptChanged: flag.optional(),
    finalize: flag.optional(),
  });
  return importAll(project, { dryRun: false, acceptChanged: false, finalize: false, ...request });
}

/**
 * Writes a folder that another tool can run. Raises `usage/invalid`.
 *
 * @example
 * await exportMigrations(project, { tool: 'psql', out: 'for-psql', history: false });
 */
export async function exportMigrations(project: Project, request: ExportRequest): Promise<ExportResult> {
  check('exportMigrations', project, request, { tool: text, out: text, history: flag });
  return exportAll(project, request);
}

/**
 * Runs the health checks and the project's own (folder `verify`). Nothing is written. Raises `database/*`.
 *
 * @example
 * const { healthy, checks } = await verify(project);
 */
export async function verify(project: Project, request: HealthRequest = {}): Promise<HealthReport> {
  check('verify', project, request, { maxLagMs: count.optional(), timeoutMs: count.optional() });
  return runVerify(project, request);
}

/**
 * Checks for causes of failing runs: privileges, poolers, settings, remains of earlier runs. Raises `database/*`.
 *
 * @example
 * const { checks } = await doctor(project);
 */
export async function doctor(project: Project): Promise<doctoring.DoctorReport> {
  check('doctor', project, {}, {});
  return doctoring.doctor(project);
}

/** The session that holds the runner's lock, and the sessions that wait. Raises `database/*`. */
export async function locks(project: Project): Promise<LockReport> {
  check('locks', project, {}, {});
  return locking.locks(project);
}

/** Ends the session that holds the runner's lock; null where no session holds it. Raises `database/*`. */
export async function releaseLock(project: Project, request: locking.ReleaseRequest): Promise<LockSession | null> {
  check('releaseLock', project, request, { reason: text });
  return locking.releaseLock(project, request);
}

/** The objects that `clean` would drop. Raises `runner/not-cleanable`, `database/*`. */
export async function planClean(project: Project): Promise<cleaning.CleanPlan> {
  check('planClean', project, {}, {});
  return cleaning.planClean(project);
}

/**
 * Drops all managed objects of the database, which the setting `allowClean` must permit. `confirmed` is the database's
 * name from `planClean`. Raises `runner/not-cleanable`, `runner/confirmation`, `database/*`.
 *
 * @example
 * await clean(project, (await planClean(project)).name);
 */
export async function clean(project: Project, confirmed: string): Promise<readonly string[]> {
  check('clean', project, { confirmed }, { confirmed: text });
  return cleaning.clean(project, confirmed);
}

const PLACE = { on: text.nullable().optional(), signal: signal.optional() };

/** Runs all migrations in an empty database and compares the result with the desired files. Raises `database/*`. */
export async function testClean(project: Project, place: TestPlace = {}): Promise<readonly Check[]> {
  check('testClean', project, place, PLACE);
  return cleanTest(project, place);
}

/** Runs each plan up, down and up again on generated rows. Raises `database/*`. */
export async function testRollback(project: Project, request: RollbackRequest = {}): Promise<readonly Check[]> {
  check('testRollback', project, request, { ...PLACE, last: count.optional() });
  return rollbackTest(project, request);
}

/**
 * Runs the newest or the pending plans on as many generated rows as asked, and reports which locks they held for how long.
 *
 * Raises `usage/invalid`, `database/*`.
 *
 * @example
 * const { statements } = await testVolume(project, { rows: 100_000, last: 1 });
 */
export async function testVolume(project: Project, request: VolumeRequest): Promise<VolumeReport> {
  check('testVolume', project, request, {
    ...PLACE,
    rows: count,
    tables: texts.optional(),
    last: count.optional(),
    maxBlockMs: count.optional(),
  });
  return volumeTest(project, request);
}
