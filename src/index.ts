// The library: what the command line is made of. Nothing here prints; errors are `SchemaError`s with stable codes.
export type { Catalog, CatalogContext, DbObject, Dependency, Grant, Key, Size } from './catalog/catalog.ts';
export type { Database, Row } from './databases/database.ts';
export { openDatabase, redactUrl } from './databases/open.ts';
export { type Change, diff } from './diff/diff.ts';
export { ERRORS, type ErrorCode, type ErrorParts, type Location, SchemaError } from './errors.ts';
export { type IntrospectOptions, introspect } from './introspect/introspect.ts';
export { KINDS } from './kinds/index.ts';
export type { Kind } from './kinds/kind.ts';
export type { MigrationFile } from './migrations/file.ts';
export { makePlan, type PlanOptions } from './plan/make-plan.ts';
export type { Batch, Folder, Hazard, Lock, Plan, Reversibility, Step } from './plan/plan.ts';
export { testClean } from './rehearsal/rehearse.ts';
export { testRollback } from './rehearsal/rehearse-rollback.ts';
export { type Observation, testVolume, type VolumeReport, type VolumeRequest } from './rehearsal/rehearse-volume.ts';
export { type Check, type CheckState, junit } from './report/checks.ts';
export type { Progress, Project } from './settings/project.ts';
export { resolveSettings, type SettingSources, type Settings } from './settings/settings.ts';
export { type BackupRecord, type BackupRequest, takeBackup } from './workflows/backup.ts';
export { readLive } from './workflows/catalogs.ts';
export { type CleanPlan, clean, planClean } from './workflows/clean.ts';
export { diffSources, parseSource, type Source, scriptOf } from './workflows/diff.ts';
export { type DoctorReport, doctor, repairAll } from './workflows/doctor.ts';
export { type ExportRequest, type ExportResult, exportMigrations } from './workflows/export.ts';
export { importHistory } from './workflows/import.ts';
export type { ImportRequest, ImportResult } from './workflows/importing.ts';
export { type InitRequest, type InitResult, init } from './workflows/init.ts';
export { type LockReport, type LockSession, locks, releaseLock } from './workflows/locks.ts';
export { newMigration } from './workflows/new-migration.ts';
export { type PlanRequest, type PlanResult, plan } from './workflows/plan.ts';
export { type PlanDocument, planDocument, type StepDocument } from './workflows/plan-document.ts';
export { type PairOptions, type PlannedPair, planPair } from './workflows/plan-pair.ts';
export { fingerprintOf } from './workflows/prove.ts';
export {
  applyPending,
  closeScratch,
  type RunEvent,
  type RunRequest,
  type RunResult,
  undoApplied,
} from './workflows/run.ts';
export { type MigrationState, type Status, type StatusEntry, status } from './workflows/status.ts';
export { type ValidateResult, validate } from './workflows/validate.ts';
export { type HealthReport, type HealthRequest, runHealthChecks, verify } from './workflows/verify.ts';
