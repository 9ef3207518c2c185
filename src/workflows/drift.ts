// `schema drift`: differences between the database and the result of its migrations.
import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import type { Database } from '../databases/database.ts';
import { writeWhole } from '../files/text.ts';
import { historyKey, type Migration } from '../migrations/file.ts';
import { listingOf, type MigrationSet, readMigrations } from '../migrations/folder.ts';
import { compareVersions } from '../migrations/names.ts';
import { scriptOf } from '../migrations/script.ts';
import { allMigrations } from '../migrations-folder/folder.ts';
import { onDatabase } from '../migrations-folder/on-database.ts';
import { type PlannedPair, planPair } from '../proof/plan-pair.ts';
import { historyOf, newestRow, type Recorded, readRecorded } from '../runner/history/history.ts';
import { underLock } from '../runner/under-lock.ts';
import type { Profile } from '../scratch/profile.ts';
import { type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { stepsOf } from '../states/build-steps.ts';
import { readDesired } from '../states/desired.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { readLive } from '../states/live.ts';
import { readProfile } from '../states/profile.ts';
import { replay } from '../states/replayed.ts';
import { plan } from './plan.ts';

export interface DriftRequest {
  /** Compare with the history, or with the desired files. */
  readonly against: 'history' | 'desired';
  /** The folder for adopt.sql and revert.sql. */
  readonly resolve?: string;
}

export interface DriftReport {
  /** The fingerprint of the newest migration; null where none was recorded. */
  readonly recorded: string | null;
  readonly found: string;
  readonly drifted: boolean;
  /** The differences as statements of a plan that reverts them. */
  readonly differences: readonly { readonly object: string; readonly revert: string }[];
  readonly unmanaged: readonly string[];
  /** Paths of the written scripts. */
  readonly scripts: readonly string[];
}

/**
 * Compares under the migration lock, so that a running deployment is no drift; pending migrations are no drift either.
 * If the fingerprint is that of the newest migration, there is no replay.
 */
export async function drift(project: Project, request: DriftRequest): Promise<DriftReport> {
  await loadParser();
  if (request.against === 'desired') return againstDesired(project, request);
  return onDatabase(
    project,
    (database, set) => underLock(database, runOf(project), () => againstHistory(project, database, set, request)),
    undefined,
    true,
  );
}

async function againstHistory(
  project: Project,
  database: Database,
  set: MigrationSet,
  request: DriftRequest,
): Promise<DriftReport> {
  const recorded = await readRecorded(historyOf(database, runOf(project)));
  const live = await readLive(database);
  const found = fingerprintOf(live);
  const expected = newestRow(recorded)?.fingerprintAfter ?? null;
  const report = { recorded: expected, found, unmanaged: live.unmanaged, scripts: [] };
  if (expected === found) return { ...report, drifted: false, differences: [] };
  project.report({ kind: 'phase', text: 'replaying what the history has' });
  const profile = await readProfile(project, database, live);
  const wanted = await replayApplied(project, set, recorded, profile);
  const pair = await planPair(live, { ...wanted, context: live.context }, { allow: ['all'], profile });
  return reportOf(report, pair, request);
}

/** The catalog of an empty database after the files that the history has as applied. */
async function replayApplied(
  project: Project,
  set: MigrationSet,
  recorded: Recorded,
  profile: Profile,
): Promise<Catalog> {
  const applied = new Set(
    [...recorded.rows, ...recorded.repeatables.values()].filter((row) => row.state === 'applied').map((row) => row.key),
  );
  const floor = recorded.baseline?.version ?? null;
  const isBelow = ({ version }: Migration): boolean => floor !== null && compareVersions(version, floor) <= 0;
  // A baseline without a file stands for the migrations up to its version.
  const byFiles = floor !== null && !set.baselines.some(({ version }) => compareVersions(version, floor) === 0);
  const isApplied = (file: Migration): boolean =>
    file.kind === 'baseline'
      ? floor !== null && compareVersions(file.version, floor) === 0
      : applied.has(historyKey(file)) || (byFiles && file.kind === 'versioned' && isBelow(file));
  const ran = readMigrations(listingOf({ ...set, callbacks: [] }));
  const kept = {
    ...ran,
    pairs: ran.pairs.filter(({ up }) => isApplied(up)),
    units: ran.units.filter(({ pairs }) => pairs.every(({ up }) => isApplied(up))),
    repeatables: ran.repeatables.filter(isApplied),
    baselines: ran.baselines.filter(isApplied),
  };
  const { catalog } = await readDesired([], profile);
  return replay(catalog, allMigrations(project, kept, profile), profile);
}

async function againstDesired(project: Project, request: DriftRequest): Promise<DriftReport> {
  const { pair, unmanaged } = await plan(project, { against: 'database', write: false });
  return reportOf({ recorded: null, found: pair?.up.before ?? '', unmanaged, scripts: [] }, pair, request);
}

async function reportOf(
  report: Omit<DriftReport, 'drifted' | 'differences'>,
  pair: PlannedPair | null,
  { resolve }: DriftRequest,
): Promise<DriftReport> {
  if (pair === null) return { ...report, drifted: false, differences: [] };
  const differences = stepsOf(pair.up).map(({ subject, sql }) => ({
    object: subject.replace(/^.*? /, ''),
    revert: sql,
  }));
  if (resolve === undefined) return { ...report, drifted: true, differences };
  const scripts = [join(resolve, 'revert.sql'), join(resolve, 'adopt.sql')] as const;
  await writeWhole(scripts[0], `${REVERT}\n\n${scriptOf(pair.up)}`);
  await writeWhole(scripts[1], `${ADOPT}\n\n${scriptOf(pair.down)}`);
  return { ...report, drifted: true, differences, scripts };
}

const REVERT = '-- Brings the database back to what the migrations made of it.';
const ADOPT = `-- What was done to the database besides its migrations. To keep it: put it into the desired files (schema pull),
-- plan it (schema plan NAME --against migrations), and take it as applied here (schema repair --mark-applied VERSION).`;
