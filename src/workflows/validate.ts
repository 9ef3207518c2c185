// `schema validate`: checks the migrations folder without a database.
import { SchemaError } from '../errors.ts';
import type { Migration } from '../migrations/file.ts';
import { filesOf, type MigrationSet, readMigrations } from '../migrations/folder.ts';
import { futureProblems } from '../migrations/future.ts';
import { compareVersions } from '../migrations/names.ts';
import { withPlaceholders } from '../migrations/placeholders.ts';
import { splitMigration } from '../migrations/segments.ts';
import { verifySum } from '../migrations/sum.ts';
import { compareWithBase, outOfOrderFiles } from '../migrations-folder/base-ref.ts';
import { writeSum } from '../migrations-folder/folder.ts';
import { readFolder } from '../migrations-folder/read-folder.ts';
import { ownPlaceholders, type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';

export interface ValidateRequest {
  /** Write schema.sum for the folder as it is. */
  readonly updateSum: boolean;
  /** The ref of git into which this branch is to be merged. */
  readonly baseRef?: string;
  /** Kinds of problems to ignore: `checksum`, `missing`, `out-of-order`. */
  readonly ignore?: readonly string[];
}

export interface ValidateResult {
  readonly migrations: number;
  /** All problems: names, order, checksums, SQL that could not run as its file says. */
  readonly problems: readonly SchemaError[];
  /** Files that schema.sum does not list yet. */
  readonly unlisted: readonly string[];
  /** Changes and deletions of listed files that were accepted by writing the sum. */
  readonly accepted: readonly string[];
  readonly sumWritten: boolean;
}

/**
 * Checks names, order, checksums, and that each file splits into statements. With `updateSum`, schema.sum is written
 * for the folder as it is, if there are no other problems.
 */
export async function validate(project: Project, request: ValidateRequest): Promise<ValidateResult> {
  await loadParser();
  const listing = await readFolder(project.migrationsDir);
  const set = attempt(() => readMigrations(listing.files));
  if (set instanceof SchemaError) {
    return {
      migrations: listing.files.length,
      problems: [set, ...set.others],
      unlisted: [],
      accepted: [],
      sumWritten: false,
    };
  }
  const check =
    listing.sum === null ? { problems: [], unlisted: [], unchanged: new Set() } : verifySum(listing.sum, set);
  const unsplit = filesOf(set).flatMap((migration) => {
    // The files in schema.sum were split before the sum was written.
    if (check.unchanged.has(migration.path)) return [];
    const split = attempt(() => splitMigration(placed(project, migration)));
    return split instanceof SchemaError ? [split] : [];
  });
  const dated = [...set.pairs.map(({ up }) => up), ...set.baselines];
  const future = futureProblems(dated, project.now).filter((problem) => !ignored(problem, request));
  const migrations = set.pairs.length + set.repeatables.length + set.baselines.length;
  if (request.updateSum && unsplit.length === 0 && future.length === 0) {
    await writeSum(project, set);
    const accepted = check.problems.map(({ message }) => message);
    return { migrations, problems: [], unlisted: [], accepted, sumWritten: true };
  }
  const branch = request.baseRef === undefined ? [] : await branchProblems(project, set, request.baseRef);
  const late = outOfOrder(set, check.unlisted);
  const problems = [...unsplit, ...future, ...check.problems, ...late, ...branch].filter(
    (problem) => !ignored(problem, request),
  );
  return { migrations, problems, unlisted: check.unlisted, accepted: [], sumWritten: false };
}

async function branchProblems(project: Project, set: MigrationSet, ref: string): Promise<readonly SchemaError[]> {
  const difference = await compareWithBase(project, set, ref);
  return [...difference.problems, ...outOfOrderFiles(set, difference)];
}

const ignored = (problem: SchemaError, { ignore = [] }: ValidateRequest): boolean =>
  ignore.includes(problem.code.replace('migration/', ''));

/**
 * A migration with the placeholder values of the settings, and arbitrary values for placeholders that depend on a
 * database.
 */
function placed(project: Project, migration: Migration): Migration {
  const { placeholders } = runOf(project);
  const known = [...ownPlaceholders(project), ...BY_DATABASE.map((name) => [name, 'x'] as const)];
  return withPlaceholders(migration, { ...placeholders, values: new Map([...known, ...placeholders.values]) });
}

const BY_DATABASE = ['schema:user', 'schema:database', 'schema:defaultSchema'];

function attempt<Result>(work: () => Result): Result | SchemaError {
  try {
    return work();
  } catch (error) {
    if (error instanceof SchemaError) return error;
    throw error;
  }
}

/** A new file with a lower version than a listed one: other databases have run the listed one already. */
function outOfOrder(set: MigrationSet, unlisted: readonly string[]): SchemaError[] {
  const fresh = new Set(unlisted);
  const newest = set.pairs.findLast(({ up }) => !fresh.has(up.path))?.up;
  if (newest === undefined) return [];
  return set.pairs
    .filter(({ up }) => fresh.has(up.path) && compareVersions(up.version, newest.version) < 0)
    .map(
      ({ up }) =>
        new SchemaError('migration/out-of-order', `${up.path} is older than ${newest.path}, which was there first`, {
          hint: 'Give it (and its undo) a version later than all others.',
        }),
    );
}
