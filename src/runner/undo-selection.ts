// Which plans `undo` takes, and whether a plan that was applied later would stay.
import { SchemaError } from '../errors.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { compareVersions, parseVersion } from '../migrations/names.ts';
import type { History, HistoryRow } from './history/history.ts';
import { taggedVersion } from './history/tags.ts';
import { knownVersion } from './selection.ts';

/** At most one of the members is set; none: the newest plan. */
export interface UndoSelection {
  /** How many plans to undo. */
  readonly count?: number;
  /** Undo everything after this version, which stays applied; `0` undoes everything. */
  readonly to?: string;
  /** Undo everything after the version of this tag. */
  readonly toTag?: string;
  /** Undo what was applied after this time, ISO 8601. */
  readonly toDate?: string;
  /** Undo what this run of `apply` applied; `latest` for the newest. */
  readonly ofDeployment?: string;
  /** Undo this plan (an id, or the version of a handwritten migration), which must be the newest. */
  readonly plan?: string;
  /** Undo only the plans of these versions. Where later plans stay, `force` is needed. */
  readonly only?: readonly string[];
  /** Allow that plans applied later stay. */
  readonly force?: boolean;
}

/** Rows of one plan, the last version first. */
export type UndoGroup = readonly HistoryRow[];

/** Rows that are not undone, by plan, the plan that was applied last first; within a plan the last version first. */
function appliedGroups(rows: readonly HistoryRow[]): UndoGroup[] {
  const groups: HistoryRow[][] = [];
  for (const row of [...rows].sort(byApplication).reverse()) {
    if (row.state === 'undone' || row.state === 'deleted') continue;
    const last = groups.at(-1);
    if (last !== undefined && row.planId !== null && last[0]?.planId === row.planId) last.push(row);
    else groups.push([row]);
  }
  return groups;
}

/** The order of application differs from the order of versions where a late file was applied. */
function byApplication(a: HistoryRow, b: HistoryRow): number {
  if (a.planId !== null && a.planId === b.planId) return compareVersions(a.version, b.version);
  if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? -1 : 1;
  return compareVersions(a.version, b.version);
}

export const groupId = (group: UndoGroup): string => group[0]?.planId ?? `V${group[0]?.version ?? ''}`;

/** The groups to undo, in their order. Raises `usage/invalid`, `migration/out-of-order`. */
export async function selectGroups(
  history: History,
  rows: readonly HistoryRow[],
  set: MigrationSet,
  selection: UndoSelection,
): Promise<readonly UndoGroup[]> {
  const groups = appliedGroups(rows);
  const selected = await pick(history, groups, rows, set, selection);
  const oldest = selected.at(-1);
  const last = oldest === undefined ? -1 : groups.indexOf(oldest);
  const between = groups.slice(0, last + 1).filter((group) => !selected.includes(group));
  if (between.length === 0 || selection.force === true) return selected;
  throw new SchemaError('migration/out-of-order', `what was applied after ${selected.map(groupId).at(-1)} would stay`, {
    detail: `Applied after it: ${between.map(groupId).join(', ')}.`,
    hint: 'Undo those first or together with it. If they do not need it: --force.',
  });
}

async function pick(
  history: History,
  groups: readonly UndoGroup[],
  rows: readonly HistoryRow[],
  set: MigrationSet,
  selection: UndoSelection,
): Promise<readonly UndoGroup[]> {
  const { plan, to, toTag, toDate, ofDeployment, only } = selection;
  refuseSeveral(selection);
  if (plan !== undefined) return selectPlan(groups, plan);
  if (only !== undefined) return only.flatMap((version) => [groupOf(groups, version)]).sort(inOrderOf(groups));
  if (ofDeployment !== undefined) return selectDeployment(groups, ofDeployment);
  if (toDate !== undefined) return selectAfter(groups, toDate);
  const target = toTag === undefined ? to : await taggedVersion(history, toTag);
  if (target !== undefined) return selectBeyond(groups, rows, set, target);
  const count = selection.count ?? 1;
  if (Number.isInteger(count) && count >= 0) return groups.slice(0, count);
  throw new SchemaError('usage/invalid', `--count takes a whole number, not ${count}`);
}

function refuseSeveral({ force: _, ...selection }: UndoSelection): void {
  const given = Object.entries(selection).filter(([, value]) => value !== undefined);
  if (given.length <= 1) return;
  const flags = given.map(
    ([name]) => `--${name.replace('ofD', 'd').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  );
  throw new SchemaError('usage/invalid', `${flags.join(' and ')} can't be said together`);
}

const inOrderOf =
  (groups: readonly UndoGroup[]) =>
  (a: UndoGroup, b: UndoGroup): number =>
    groups.indexOf(a) - groups.indexOf(b);

function groupOf(groups: readonly UndoGroup[], text: string): UndoGroup {
  const version = parseVersion(text);
  const found = groups.find((group) => group.some((row) => row.version === version));
  if (found !== undefined) return found;
  throw new SchemaError('usage/invalid', `V${version ?? text} is not applied here`, { hint: 'See `schema status`.' });
}

function selectBeyond(
  groups: readonly UndoGroup[],
  rows: readonly HistoryRow[],
  set: MigrationSet,
  to: string,
): readonly UndoGroup[] {
  const version = parseVersion(to);
  const known = version === '0' || rows.some((row) => row.version === version);
  const target = known && version !== null ? version : knownVersion(set, to);
  return groups.filter((group) => isBeyond(group, target));
}

/** Whether a plan is later than the target. The files of a plan are undone together. */
function isBeyond(group: UndoGroup, target: string): boolean {
  const beyond = group.filter((row) => compareVersions(row.version, target) > 0);
  if (beyond.length === 0 || beyond.length === group.length) return beyond.length > 0;
  throw new SchemaError('usage/invalid', `V${target} is in the middle of plan ${groupId(group)}`, {
    detail: 'The files of a plan are applied and undone together.',
    hint: `Use V${group[0]?.version} to keep the plan, or a version before V${group.at(-1)?.version} to undo it.`,
  });
}

function selectPlan(groups: readonly UndoGroup[], plan: string): readonly UndoGroup[] {
  const index = groups.findIndex((group) => groupId(group) === plan || `V${group[0]?.version}` === `V${plan}`);
  const newest = groups[0];
  if (index === -1 || newest === undefined) {
    throw new SchemaError('usage/invalid', `plan ${JSON.stringify(plan)} is not applied here`, {
      hint: 'See `schema status` for the plans that are.',
    });
  }
  if (index === 0) return [newest];
  throw new SchemaError('migration/out-of-order', `plan ${plan} is not the newest one`, {
    detail: `Applied after it: ${groups.slice(0, index).map(groupId).join(', ')}.`,
    hint: `Undo those first, or all of them together with --count ${index + 1}.`,
  });
}

function selectDeployment(groups: readonly UndoGroup[], id: string): readonly UndoGroup[] {
  const wanted = id === 'latest' ? groups.find((group) => group[0]?.deploymentId != null)?.[0]?.deploymentId : id;
  const selected = groups.filter((group) => group.some((row) => row.deploymentId?.startsWith(wanted ?? '-')));
  if (selected.length > 0) return selected;
  throw new SchemaError('usage/invalid', `nothing that is applied came with deployment ${JSON.stringify(id)}`, {
    hint: 'See `schema history` for the deployments.',
  });
}

function selectAfter(groups: readonly UndoGroup[], date: string): readonly UndoGroup[] {
  const at = Date.parse(date);
  if (Number.isNaN(at)) {
    throw new SchemaError('usage/invalid', `${JSON.stringify(date)} is no date`, {
      hint: 'Write it as 2026-01-31, 2026-01-31T12:00:00Z or with an offset such as +02:00.',
    });
  }
  return groups.filter((group) => group.some((row) => Date.parse(row.finishedAt ?? row.startedAt) > at));
}
