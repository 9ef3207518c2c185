// `schema rebase`: gives the migrations of this branch versions after those of another branch.
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { writeWhole } from '../files/text.ts';
import type { MigrationFile } from '../migrations/file.ts';
import { listingOf, type MigrationSet, type MigrationUnit, readMigrations } from '../migrations/folder.ts';
import { compareVersions, nextVersions } from '../migrations/names.ts';
import { compareWithBase } from '../migrations-folder/base-ref.ts';
import { allMigrations, writeSum } from '../migrations-folder/folder.ts';
import { onDatabase } from '../migrations-folder/on-database.ts';
import { readFolder } from '../migrations-folder/read-folder.ts';
import { historyOf, readHistory } from '../runner/history/history.ts';
import type { Project } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { readDesired } from '../states/desired.ts';
import { savedProfile } from '../states/profile.ts';
import { replay } from '../states/replayed.ts';

export interface RebaseRequest {
  readonly onto: string;
  readonly dryRun: boolean;
  /** Whether the history of the project's database is checked for applied migrations. */
  readonly askDatabase: boolean;
}

export interface Moved {
  readonly from: string;
  readonly to: string;
}

/**
 * Gives the units that the base does not have versions after the base, with their undo files, if one of them is not
 * later than the base, and writes schema.sum, also where a merge has left conflicts in it. First all migrations are
 * replayed in scratch. A migration that is applied in the checked database can't get another version: the rebase is
 * refused. Raises `migration/*`, `usage/invalid`.
 */
export async function rebase(project: Project, request: RebaseRequest): Promise<readonly Moved[]> {
  await loadParser();
  const listing = await readFolder(project.migrationsDir);
  const set = readMigrations(listing.files);
  const difference = await compareWithBase(project, set, request.onto);
  const [first] = difference.problems;
  if (first !== undefined) throw first;
  const late = lateUnits(set, difference.added, difference.newest);
  if (request.askDatabase) await refuseApplied(project, late);
  const files = restamped(project, set, late);
  const after = withMoved(set, files);
  const profile = await savedProfile(project);
  project.report({ kind: 'phase', text: 'replaying all migrations in scratch' });
  const { catalog } = await readDesired([], profile);
  await replay(catalog, allMigrations(project, after, profile), profile);
  if (!request.dryRun) await write(project, files, after);
  return files.map(({ from, to }) => ({ from: from.path, to: to.path }));
}

/** The added units, if one of them is not later than the base: all of them move, so that their order stays. */
function lateUnits(set: MigrationSet, added: ReadonlySet<string>, newest: string | null): readonly MigrationUnit[] {
  const own = set.units.filter((unit) => unit.pairs.some(({ up }) => added.has(up.path)));
  const isLate = ({ pairs }: MigrationUnit): boolean =>
    newest !== null && pairs.some(({ up }) => compareVersions(up.version, newest) <= 0);
  return own.some(isLate) ? own : [];
}

async function refuseApplied(project: Project, units: readonly MigrationUnit[]): Promise<void> {
  const rows = await onDatabase(project, (database) => readHistory(historyOf(database, {})), undefined, true);
  const applied = new Set(rows.filter((row) => row.state !== 'undone').map((row) => row.version));
  const pair = units.flatMap(({ pairs }) => pairs).find(({ up }) => applied.has(up.version));
  if (pair === undefined) return;
  throw new SchemaError('migration/out-of-order', `${pair.up.path} is applied in this database: its version stays`, {
    hint: 'Undo it there first (schema undo), rebase, and apply it again.',
  });
}

interface Restamped {
  readonly from: MigrationFile;
  readonly to: MigrationFile;
}

function restamped(project: Project, set: MigrationSet, units: readonly MigrationUnit[]): readonly Restamped[] {
  const moving = new Set(units.flatMap(({ pairs }) => pairs.map(({ up }) => up.version)));
  const staying = set.pairs.map(({ up }) => up.version).filter((version) => !moving.has(version));
  const old = [...moving];
  const fresh = nextVersions(staying, project.now, old.length);
  const versions = new Map(old.map((version, index) => [version, fresh[index] ?? version]));
  return listingOf(set).flatMap((from) => {
    const match = /^(.*\/)?([VU])(\d+(?:[._]\d+)*)(.*)$/.exec(from.path);
    const pair = set.pairs.find(({ up, undo }) => [up, undo].some((file) => isOrBelongsTo(from, file?.path)));
    const version = pair === undefined ? undefined : versions.get(pair.up.version);
    if (match === null || version === undefined) return [];
    const path = `${match[1] ?? ''}${match[2] ?? ''}${version}${match[4] ?? ''}`;
    return [{ from, to: { path, text: renumbered(from.text, versions) } }];
  });
}

const isOrBelongsTo = (file: MigrationFile, path: string | undefined): boolean =>
  path !== undefined && (file.path === path || file.path === `${path}.conf`);

/**
 * Replaces the versions in the head. The directives with fingerprints are removed: they are those of a history without
 * the new files of the base. The runner then checks the fingerprints that the database's own history records.
 */
function renumbered(text: string, versions: ReadonlyMap<string, string>): string {
  return text
    .split('\n')
    .filter((line) => !/^-- ?schema:(before|after) /.test(line))
    .map((line) =>
      line.startsWith('--')
        ? line.replace(/(?<![A-Za-z0-9_])([VU])(\d+(?:[._]\d+)*)(?!\d)/g, (word, letter: string, old: string) => {
            const version = versions.get(old);
            return version === undefined ? word : `${letter}${version}`;
          })
        : line,
    )
    .join('\n');
}

function withMoved(set: MigrationSet, files: readonly Restamped[]): MigrationSet {
  const gone = new Set(files.map(({ from }) => from.path));
  return readMigrations([...listingOf(set).filter(({ path }) => !gone.has(path)), ...files.map(({ to }) => to)]);
}

/**
 * The new files are written whole, under other names, then the sum, then the old files are deleted and the new ones
 * renamed: a crash loses no file.
 */
async function write(project: Project, files: readonly Restamped[], after: MigrationSet): Promise<void> {
  for (const { to } of files) await writeWhole(join(project.migrationsDir, `${to.path}.moving`), to.text);
  await writeSum(project, after);
  for (const { from } of files) await rm(join(project.migrationsDir, from.path));
  for (const { to } of files) {
    const path = join(project.migrationsDir, to.path);
    await rename(`${path}.moving`, path);
  }
}
