// `schema checkpoint`: one file in place of many migrations, for databases without a history.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { baselineFile } from '../migrations/baseline-text.ts';
import { type MigrationFile, readMigration } from '../migrations/file.ts';
import { listingOf, type MigrationSet, readMigrations } from '../migrations/folder.ts';
import { compareVersions, migrationName, parseVersion } from '../migrations/names.ts';
import { isSecret, type Placeholders } from '../migrations/placeholder-values.ts';
import { allMigrations, readSet, writeFiles, writeSum } from '../migrations-folder/folder.ts';
import { planPair } from '../proof/plan-pair.ts';
import { type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { readDesired } from '../states/desired.ts';
import { fingerprintOf } from '../states/fingerprint.ts';
import { savedProfile } from '../states/profile.ts';
import { replayed } from '../states/replayed.ts';
import { rowStatements } from '../states/row-statements.ts';

export interface CheckpointRequest {
  /** The last version in the checkpoint; absent: the newest. */
  readonly upTo?: string;
  readonly name: string;
  /** Delete the files that the checkpoint replaces. */
  readonly prune: boolean;
}

export interface CheckpointResult {
  readonly version: string;
  readonly file: MigrationFile;
  /** Paths of deleted files. */
  readonly pruned: readonly string[];
}

/**
 * All migrations up to a version as one file with their result in scratch: objects and rows. The file is replayed and
 * must have the same result. Raises `plan/not-proven`.
 */
export async function checkpoint(project: Project, request: CheckpointRequest): Promise<CheckpointResult> {
  await loadParser();
  migrationName(request.name);
  const set = await readSet(project);
  const version = checkpointVersion(set, request.upTo);
  const profile = await savedProfile(project);
  const within = upTo(set, version);
  const migrations = allMigrations(project, within, profile).filter(({ kind }) => kind !== 'repeatable');
  project.report({ kind: 'phase', text: `replaying ${migrations.length} migrations` });
  const { catalog: empty } = await readDesired([], profile);
  const { catalog, found: rows } = await replayed(empty, migrations, profile, rowStatements);
  const pair = await planPair(empty, catalog, { allow: ['all'], profile });
  if (pair === null) throw new SchemaError('usage/invalid', `the migrations up to V${version} make nothing`);
  const notes = [
    `Made by replaying ${migrations.length} migrations; a database that has any of them does not run it.`,
    ...(rows.length === 0 ? [] : ['Values that depend on the time or on chance are those of the replay.']),
  ];
  const file = baselineFile({ version, name: request.name, notes, plan: pair.up, rows });
  refuseSecrets(file, runOf(project).placeholders);
  project.report({ kind: 'phase', text: 'proving the checkpoint' });
  const again = await replayed(empty, [readMigration(file)], profile, rowStatements);
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

/** The replay has the values of placeholders; a file of the folder must not hold a secret. */
function refuseSecrets({ text }: MigrationFile, placeholders: Placeholders): void {
  const names = [...placeholders.values].filter(
    ([name, value]) => value !== '' && isSecret(name, placeholders) && text.includes(value.replaceAll("'", "''")),
  );
  if (names.length === 0) return;
  const list = names.map(([name]) => `\${${name}}`).join(', ');
  throw new SchemaError('plan/refused', `the checkpoint would contain the value of ${list}`, {
    hint: 'Nothing was written. Put what uses the secret into a repeatable file or a callback, which a checkpoint leaves as it is.',
  });
}

function refuseDifferent(same: boolean, what: string): void {
  if (same) return;
  throw new SchemaError('plan/not-proven', `the checkpoint does not leave the same ${what} as the migrations`, {
    hint: 'Nothing was written. Migrations whose effect depends on the time or on chance can not be put together.',
  });
}

/** Deletes the files that the checkpoint replaces. Databases that ran them keep their history. */
async function prune(
  project: Project,
  set: MigrationSet,
  file: MigrationFile,
  version: string,
): Promise<readonly string[]> {
  const gone = new Set(listingOf(upTo(set, version)).map(({ path }) => path));
  const left = readMigrations([...listingOf(set).filter(({ path }) => !gone.has(path)), file]);
  // The sum is written first: after a crash in between, `validate` reports the remaining files as not listed.
  await writeSum(project, left);
  for (const path of gone) await rm(join(project.migrationsDir, path));
  return [...gone];
}
