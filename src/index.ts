// The library: `open` a project, then call verbs on it. Nothing here prints; errors are `SchemaError`s with stable codes.
export { ERRORS, type ErrorCode, type Location, SchemaError } from './errors.ts';
// What verbs take and give.
export type { HealthReport, HealthRequest } from './health/health.ts';
export type { LockReport, LockSession } from './health/lock-sessions.ts';
export { type InitRequest, type InitResult, init } from './library/init.ts';
export { type OpenSettings, open } from './library/open.ts';
export {
  type DiffRequest,
  type DriftRequest,
  diff,
  drift,
  lint,
  type PlanRequest,
  type PullRequest,
  plan,
  pull,
  type ValidateRequest,
  validate,
} from './library/planning.ts';
export {
  type ApplyRequest,
  apply,
  type FleetRequest,
  fleetApply,
  fleetStatus,
  history,
  status,
  tag,
  tags,
  type UndoRequest,
  undo,
  untag,
} from './library/running.ts';
export {
  type BaselineRequest,
  baseline,
  type CheckpointRequest,
  checkpoint,
  clean,
  doctor,
  exportMigrations,
  type ImportRequest,
  importHistory,
  locks,
  type NewRequest,
  newMigration,
  planClean,
  type RebaseRequest,
  type RepairRequest,
  rebase,
  releaseLock,
  repair,
  testClean,
  testRollback,
  testVolume,
  verify,
} from './library/upkeep.ts';
export type { MigrationFile } from './migrations/file.ts';
export type { Action, Batch, Folder, Hazard, Lock, Plan, Reversibility, Step } from './plan/plan.ts';
export { type PlanDocument, planDocument, type StepDocument } from './proof/plan-document.ts';
export type { PlannedPair } from './proof/plan-pair.ts';
export type { RollbackRequest } from './rehearsal/rehearse-rollback.ts';
export type { Observation, VolumeReport, VolumeRequest } from './rehearsal/rehearse-volume.ts';
export type { Check, CheckState } from './report/checks.ts';
export type { Finding } from './report/findings.ts';
export type { RunResult } from './runner/apply.ts';
export type { RunEvent } from './runner/events.ts';
export type { MigrationState, Status, StatusEntry } from './runner/status.ts';
/** Ends what planning keeps warm in this process: call it when no more verbs are called. */
export { closeScratch as close } from './scratch/instances.ts';
export type { Progress, Project } from './settings/project.ts';
export type { ApplyOutcome } from './workflows/apply.ts';
export type { BaselineResult } from './workflows/baseline.ts';
export type { CheckpointResult } from './workflows/checkpoint.ts';
export type { CleanPlan } from './workflows/clean.ts';
export type { DoctorReport } from './workflows/doctor.ts';
export type { DriftReport } from './workflows/drift.ts';
export type { ExportRequest, ExportResult } from './workflows/export.ts';
export type { FleetReport, TargetResult } from './workflows/fleet.ts';
export type { HistoryReport } from './workflows/history.ts';
export type { ImportResult } from './workflows/importing.ts';
export type { ReleaseRequest } from './workflows/locks.ts';
export type { PlanResult } from './workflows/plan.ts';
export type { PullResult } from './workflows/pull.ts';
export type { Moved } from './workflows/rebase.ts';
export type { Repair } from './workflows/repair.ts';
export type { Tag } from './workflows/tag.ts';
export type { ValidateResult } from './workflows/validate.ts';
