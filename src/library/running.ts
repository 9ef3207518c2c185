// The verbs that run migrations and report what ran, for callers of the library.
import type { RunResult } from '../runner/apply.ts';
import type { RunEvent } from '../runner/events.ts';
import type { Status } from '../runner/status.ts';
import type { Project } from '../settings/project.ts';
import { type ApplyOutcome, applyPending } from '../workflows/apply.ts';
import {
  fleetApply as applyToAll,
  type FleetReport,
  fleetStatus as statusOfAll,
  type FleetRequest as WholeFleet,
} from '../workflows/fleet.ts';
import { type HistoryReport, readHistoryReport } from '../workflows/history.ts';
import type { RunRequest } from '../workflows/running.ts';
import { status as readStatus } from '../workflows/status.ts';
import { addTag, listTags, removeTag, type Tag } from '../workflows/tag.ts';
import { undoApplied } from '../workflows/undo.ts';
import { anObject, callback, check, count, flag, oneOf, signal, text, texts } from './request.ts';

/** The request of `apply`; all fields are optional. */
export interface ApplyRequest {
  /** Only report what would run. */
  readonly dryRun?: boolean;
  /** Stop at this version. */
  readonly to?: string;
  /** The digest that was approved, for a protected environment; see `status`. */
  readonly approve?: string;
  /** Record the pending migrations as applied, without running them. */
  readonly mark?: boolean;
  /** Run the health checks afterwards. */
  readonly verify?: boolean;
  /** Called with each event of the run. */
  readonly onEvent?: (event: RunEvent) => void;
  /** Ends the run: the statement is canceled, the open transaction is rolled back, and the lock is released. */
  readonly signal?: AbortSignal;
}

/** The request of `undo`: at least one of the selections. */
export interface UndoRequest extends Omit<ApplyRequest, 'mark'> {
  /** The number of plans to undo. */
  readonly count?: number;
  /** Back to the version that has this tag. */
  readonly toTag?: string;
  /** Undo the plans that were applied after this time, ISO 8601. */
  readonly toDate?: string;
  /** Undo the plans of this run of `apply`; `latest` is the newest run. */
  readonly ofDeployment?: string;
  /** Undo this plan, which must be the newest. */
  readonly plan?: string;
  /** Undo only these versions, even if later ones are applied; requires `force`. */
  readonly only?: readonly string[];
  readonly force?: boolean;
  /** Accept the hazards of the undo. */
  readonly yes?: boolean;
}

const RUN = {
  dryRun: flag.optional(),
  to: text.optional(),
  approve: text.optional(),
  verify: flag.optional(),
  onEvent: callback.optional(),
  signal: signal.optional(),
};

const asRun = (request: ApplyRequest | UndoRequest): RunRequest => ({
  dryRun: false,
  yes: false,
  onEvent: () => undefined,
  ...request,
});

/**
 * Runs the pending migrations of the folder on the project's database, after a backup where one is set up.
 *
 * Raises `plan/hazard` for hazards that are not accepted, `plan/stale`, `runner/*` (locked, approval, backup), `migration/*`
 * (failed, failed-part-way, checksum, missing, out-of-order), `database/*`.
 *
 * @example
 * const { files } = await apply(project, { onEvent: (event) => console.log(event.kind) });
 */
export async function apply(project: Project, request: ApplyRequest = {}): Promise<ApplyOutcome> {
  check('apply', project, request, { ...RUN, mark: flag.optional() });
  return applyPending(project, asRun(request));
}

/**
 * Runs undo files, from that of the newest plan on, for the plans that the request selects.
 *
 * Raises as `apply` does, and `runner/irreversible`, `runner/confirmation` (hazards; `yes` accepts them).
 *
 * @example
 * await undo(project, { count: 1, yes: true });
 */
export async function undo(project: Project, request: UndoRequest): Promise<RunResult> {
  check('undo', project, request, {
    ...RUN,
    count: count.optional(),
    toTag: text.optional(),
    toDate: text.optional(),
    ofDeployment: text.optional(),
    plan: text.optional(),
    only: texts.optional(),
    force: flag.optional(),
    yes: flag.optional(),
  });
  return undoApplied(project, asRun(request));
}

/**
 * Reports which migrations are applied, pending, changed or missing. Writes nothing.
 *
 * Raises `database/*`, `migration/invalid-name`, `migration/invalid-file`.
 *
 * @example
 * const { entries } = await status(project);
 */
export async function status(project: Project, request: { readonly to?: string } = {}): Promise<Status> {
  check('status', project, request, { to: text.optional() });
  return readStatus(project, request.to);
}

/**
 * The history: migrations, events and tags. Raises `database/*`.
 *
 * @example
 * const { migrations, events } = await history(project);
 */
export async function history(project: Project): Promise<HistoryReport> {
  check('history', project, {}, {});
  return readHistoryReport(project);
}

/**
 * Names the newest applied version, so that `undo` can go back to it. Raises `usage/invalid`, `runner/locked`, `database/*`.
 *
 * @example
 * await tag(project, 'release-7');
 */
export async function tag(project: Project, name: string): Promise<Tag> {
  check('tag', project, { name }, { name: text });
  return addTag(project, name);
}

/** The existing tags. Raises `database/*`. */
export async function tags(project: Project): Promise<readonly Tag[]> {
  check('tags', project, {}, {});
  return listTags(project);
}

/** Removes a tag; false where there is none of that name. Raises `runner/locked`, `database/*`. */
export async function untag(project: Project, name: string): Promise<boolean> {
  check('untag', project, { name }, { name: text });
  return removeTag(project, name);
}

/** The databases or schemas of a fleet, and the options of the run. */
export type FleetRequest = Pick<WholeFleet, 'source'> & Partial<WholeFleet>;

const FLEET = {
  source: anObject,
  only: texts.optional(),
  parallel: count.optional(),
  onError: oneOf('continue', 'stop').optional(),
  signal: signal.optional(),
  onTarget: callback.optional(),
};

const asFleet = (request: FleetRequest): WholeFleet => ({
  parallel: 4,
  onError: 'continue',
  onTarget: () => undefined,
  ...request,
});

/**
 * Applies the folder to many databases, or to many schemas of one; the same call again continues with the remaining
 * targets. The report has each target; a failed target raises no error.
 *
 * Raises `usage/invalid`, `migration/*`.
 *
 * @example
 * const { results } = await fleetApply(project, { source: { schemas: 'tenant_%' }, parallel: 8 });
 */
export async function fleetApply(project: Project, request: FleetRequest): Promise<FleetReport> {
  check('fleetApply', project, request, FLEET);
  return applyToAll(project, asFleet(request));
}

/** The pending migrations of each target; see `fleetApply`. */
export async function fleetStatus(project: Project, request: FleetRequest): Promise<FleetReport> {
  check('fleetStatus', project, request, FLEET);
  return statusOfAll(project, asFleet(request));
}
