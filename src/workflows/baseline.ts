// `schema baseline`: an existing database as the start of its history.
import type { Catalog } from '../catalog/catalog.ts';
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { baselineFile } from '../migrations/baseline-text.ts';
import { type Migration, type MigrationFile, readMigration } from '../migrations/file.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { compareVersions, migrationName, parseVersion, timestampVersion } from '../migrations/names.ts';
import { allMigrations, readSet, writeFiles } from '../migrations-folder/folder.ts';
import { onDatabase } from '../migrations-folder/on-database.ts';
import { planPair } from '../proof/plan-pair.ts';
import { createHistory, newestApplied, readRecorded } from '../runner/history/history.ts';
import { recordMarked } from '../runner/history/record.ts';
import { withLock } from '../runner/with-lock.ts';
import { databaseUrl, historyOptions, type Project, runOf } from '../settings/project.ts';
import { withoutSecrets } from '../sql/secrets.ts';
import { stepsOf } from '../states/build-steps.ts';
import { readDesired } from '../states/desired.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { readLive } from '../states/live.ts';
import { readProfile } from '../states/profile.ts';
import { replay } from '../states/replayed.ts';
import { diffSources } from './diff.ts';

export interface BaselineRequest {
  /** Absent: the time, as for any migration. */
  readonly version?: string;
  readonly name: string;
  /** Write a file with all objects of the database; otherwise only the history gets a record. */
  readonly writeFile: boolean;
}

export interface BaselineResult {
  readonly version: string;
  /** Null where no file was asked for, or the database is empty. */
  readonly file: MigrationFile | null;
  /**
   * The statements that would make the database what the files up to the version lead to; empty where it is that, or
   * where there are no such files.
   */
  readonly differences: readonly string[];
}

/**
 * Records the present database as the start of its history. The file creates the same objects in an empty database, and
 * is proven in scratch. Raises `migration/out-of-order` where the history already has versions.
 */
export async function baseline(project: Project, request: BaselineRequest): Promise<BaselineResult> {
  migrationName(request.name);
  const set = await readSet(project);
  const version = versionFor(project, set, request);
  await refuseBegun(project);
  const known = set.baselines.find((file) => file.version === version);
  const file = request.writeFile && known === undefined ? await fileOfDatabase(project, version, request.name) : null;
  const within = upTo(set, version);
  return await onDatabase(project, (database) =>
    withLock(database, 'apply', historyOptions(project), async ({ writer }) => {
      const live = await readLive(database);
      const differences = file === null ? await differencesFrom(project, database, live, within) : [];
      if (file !== null) await writeFiles(project, set, [file]);
      // Where the database differs, no fingerprint stands for the version: the next plan checks the database itself.
      const fingerprint = differences.length === 0 ? fingerprintOf(live) : null;
      const base = `ddl/B${version}__${request.name}.sql`;
      const up = known ?? readMigration(file ?? { path: base, text: '-- The database as it was.\nSELECT;\n' });
      await createHistory(writer);
      await recordMarked(writer, [{ up, origin: 'baseline', fingerprintAfter: fingerprint }]);
      return { version, file, differences };
    }),
  );
}

/** The files whose effects the baseline stands for, and the repeatable ones. */
function upTo(set: MigrationSet, version: string): MigrationSet {
  const isWithin = (file: Migration): boolean => compareVersions(file.version, version) <= 0;
  return {
    ...set,
    pairs: set.pairs.filter(({ up }) => isWithin(up)),
    units: set.units.filter(({ pairs }) => pairs.every(({ up }) => isWithin(up))),
    baselines: set.baselines.filter(isWithin),
  };
}

/** Compares the database with a replay of the files. Repeatable ones may need later versions, and then are left out. */
async function differencesFrom(
  project: Project,
  database: Database,
  live: Catalog,
  within: MigrationSet,
): Promise<readonly string[]> {
  if (within.pairs.length === 0 && within.baselines.length === 0) return [];
  project.report({ kind: 'phase', text: 'replaying the migrations up to the baseline' });
  const profile = await readProfile(project, database, live);
  const { catalog: empty } = await readDesired([], profile);
  const replayOf = (set: MigrationSet): Promise<Catalog> =>
    replay(empty, allMigrations(project, set, profile), profile);
  const wanted = await replayOf(within).catch((error: unknown) => {
    if (within.repeatables.length === 0 || !(error instanceof SchemaError)) throw error;
    return replayOf({ ...within, repeatables: [] });
  });
  const options = { allow: ['all'], profile, unproven: true };
  const pair = await planPair(live, { ...wanted, context: live.context }, options);
  return pair === null ? [] : stepsOf(pair.up).map(({ sql }) => withoutSecrets(sql));
}

function versionFor(project: Project, set: MigrationSet, { version }: BaselineRequest): string {
  if (version === undefined) return timestampVersion(project.now);
  const parsed = parseVersion(version);
  if (parsed !== null) return parsed;
  throw new SchemaError('usage/invalid', `${JSON.stringify(version)} is no version`, {
    hint: `Use one such as ${set.pairs.at(-1)?.up.version ?? timestampVersion(project.now)}.`,
  });
}

async function refuseBegun(project: Project): Promise<void> {
  const { historySchema } = runOf(project);
  const recorded = await onDatabase(project, (database) => readRecorded({ database, schema: historySchema }));
  const row = recorded.baseline ?? newestApplied(recorded.rows);
  if (row === null) return;
  throw new SchemaError('migration/out-of-order', `the history of this database has begun: ${row.key} is applied`, {
    hint: 'A baseline is for a database without a history. For a faster start of new ones: schema checkpoint',
  });
}

async function fileOfDatabase(project: Project, version: string, name: string): Promise<MigrationFile | null> {
  const pair = await diffSources(project, { kind: 'empty' }, { kind: 'database', url: databaseUrl(project) });
  if (pair === null) return null;
  const unmanaged =
    pair.up.unmanaged.length === 0 ? [] : [`Not modeled, and not in here: ${pair.up.unmanaged.join(', ')}.`];
  const notes = ['Read from a live database; rows are not part of it.', ...unmanaged];
  return baselineFile({ version, name, notes, plan: pair.up, rows: [] });
}
