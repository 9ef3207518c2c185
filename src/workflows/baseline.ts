// `schema baseline` and `schema checkpoint`: a state as one file, for databases that have no history yet.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { baselineFile } from '../migrations/baseline-text.ts';
import { type MigrationFile, readMigration } from '../migrations/file.ts';
import { listingOf, type MigrationSet, readMigrations } from '../migrations/folder.ts';
import { compareVersions, migrationName, parseVersion, timestampVersion } from '../migrations/names.ts';
import { createHistory, newestApplied, readRecorded } from '../runner/history/history.ts';
import { recordMarked } from '../runner/history/record.ts';
import { withLock } from '../runner/with-lock.ts';
import { type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { readDesired, readLive, replayed } from './catalogs.ts';
import { diffSources } from './diff.ts';
import { savedEnvironment } from './environment.ts';
import { allMigrations, readSet, writeFiles, writeSum } from './migrations-folder.ts';
import { planPair } from './plan-pair.ts';
import { fingerprintOf } from './prove.ts';
import { rowStatements } from './row-statements.ts';
import { onDatabase } from './status.ts';

export interface BaselineRequest {
  /** Absent: the time, as for any migration. */
  readonly version?: string;
  readonly name: string;
  /** Write a file with all that the database has; else only the history is told. */
  readonly writeFile: boolean;
}

export interface BaselineResult {
  readonly version: string;
  /** Null where none was asked for, or the database is empty. */
  readonly file: MigrationFile | null;
}

/**
 * Take the database as it is for the start of its history. The file makes the same on an empty database, and is proven
 * in scratch. Raises `migration/out-of-order` where the history has begun.
 */
export async function baseline(project: Project, request: BaselineRequest): Promise<BaselineResult> {
  migrationName(request.name);
  const set = await readSet(project);
  const version = versionFor(project, set, request);
  await refuseBegun(project);
  const known = set.baselines.find((file) => file.version === version);
  const file = request.writeFile && known === undefined ? await fileOfDatabase(project, version, request.name) : null;
  if (file !== null) await writeFiles(project, set, [file]);
  const { historySchema, lockWaitMs, role } = runOf(project);
  const options = { toolVersion: project.toolVersion, historySchema, lockWaitMs, ...(role === null ? {} : { role }) };
  await onDatabase(project, (database) =>
    withLock(database, 'apply', options, async ({ writer }) => {
      const fingerprint = fingerprintOf(await readLive(database));
      const base = `ddl/B${version}__${request.name}.sql`;
      const up = known ?? readMigration(file ?? { path: base, text: '-- The database as it was.\nSELECT;\n' });
      await createHistory(writer);
      await recordMarked(writer, [{ up, origin: 'baseline', fingerprintAfter: fingerprint }]);
    }),
  );
  return { version, file };
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
  const pair = await diffSources(project, { kind: 'empty' }, { kind: 'database', url: project.url });
  if (pair === null) return null;
  const unmanaged =
    pair.up.unmanaged.length === 0 ? [] : [`Not modelled, and not in here: ${pair.up.unmanaged.join(', ')}.`];
  const notes = ['Read from a live database; rows are not part of it.', ...unmanaged];
  return baselineFile({ version, name, notes, plan: pair.up, rows: [] });
}

export interface CheckpointRequest {
  /** Up to this version; absent: the newest. */
  readonly upTo?: string;
  readonly name: string;
  /** Delete the files that it stands for. */
  readonly prune: boolean;
}

export interface CheckpointResult {
  readonly version: string;
  readonly file: MigrationFile;
  /** Paths of deleted files. */
  readonly pruned: readonly string[];
}

/**
 * All migrations up to a version as one file: what they leave behind in scratch, objects and rows. The file is replayed
 * and must leave the same. Raises `plan/not-proven`.
 */
export async function checkpoint(project: Project, request: CheckpointRequest): Promise<CheckpointResult> {
  await loadParser();
  migrationName(request.name);
  const set = await readSet(project);
  const version = checkpointVersion(set, request.upTo);
  const environment = await savedEnvironment(project);
  const within = upTo(set, version);
  const migrations = allMigrations(project, within, environment).filter(({ kind }) => kind !== 'repeatable');
  project.report({ kind: 'phase', text: `replaying ${migrations.length} migrations` });
  const { catalog: empty } = await readDesired([], environment);
  const { catalog, found: rows } = await replayed(empty, migrations, environment, rowStatements);
  const pair = await planPair(empty, catalog, { allow: ['all'], environment });
  if (pair === null) throw new SchemaError('usage/invalid', `the migrations up to V${version} make nothing`);
  const notes = [
    `Made by replaying ${migrations.length} migrations; a database that has any of them does not run it.`,
    ...(rows.length === 0 ? [] : ['Values that depend on the time or on chance are those of the replay.']),
  ];
  const file = baselineFile({ version, name: request.name, notes, plan: pair.up, rows });
  project.report({ kind: 'phase', text: 'proving the checkpoint' });
  const again = await replayed(empty, [readMigration(file)], environment, rowStatements);
  refuseDifferent(fingerprintOf(catalog) === fingerprintOf(again.catalog), 'objects');
  refuseDifferent(JSON.stringify(rows) === JSON.stringify(again.found), 'rows');
  await writeFiles(project, set, [file]);
  return { version, file, pruned: request.prune ? await prune(project, set, file, version) : [] };
}

function checkpointVersion(set: MigrationSet, wanted: string | undefined): string {
  const version = wanted === undefined ? set.pairs.at(-1)?.up.version : parseVersion(wanted);
  const unit = set.units.find(({ pairs }) => pairs.at(-1)?.up.version === version);
  if (version == null || unit === undefined) {
    throw new SchemaError('usage/invalid', `no plan ends with version ${JSON.stringify(wanted ?? '')}`, {
      hint: set.pairs.length === 0 ? 'There are no migrations.' : 'See `schema status` for the versions.',
    });
  }
  if (!set.baselines.some((file) => file.version === version)) return version;
  throw new SchemaError('usage/invalid', `there is a baseline file of version ${version} already`);
}

const upTo = (set: MigrationSet, version: string): MigrationSet =>
  readMigrations(
    listingOf(set).filter((file) => {
      const match = /(?:^|\/)[VUB](\d+(?:[._]\d+)*)/.exec(file.path);
      return match !== null && compareVersions(match[1] ?? '0', version) <= 0;
    }),
  );

function refuseDifferent(same: boolean, what: string): void {
  if (same) return;
  throw new SchemaError('plan/not-proven', `the checkpoint does not leave the same ${what} as the migrations`, {
    hint: 'Nothing was written. Migrations whose effect depends on the time or on chance can not be put together.',
  });
}

/** Deletes what the checkpoint stands for. Databases that have it keep its history. */
async function prune(
  project: Project,
  set: MigrationSet,
  file: MigrationFile,
  version: string,
): Promise<readonly string[]> {
  const gone = new Set(listingOf(upTo(set, version)).map(({ path }) => path));
  const left = readMigrations([...listingOf(set).filter(({ path }) => !gone.has(path)), file]);
  // The sum first: a crash in between leaves files that are not listed, which validate names.
  await writeSum(project, left);
  for (const path of gone) await rm(join(project.migrationsDir, path));
  return [...gone];
}
