// A listing of files -> the ordered set of migrations, checked as a whole.
import { SchemaError } from '../errors.ts';
import { type Migration, type MigrationFile, readMigration } from './file.ts';
import { compareVersions } from './names.ts';

/** A versioned migration with its undo. */
export interface MigrationPair {
  readonly up: Migration;
  readonly undo?: Migration;
}

/**
 * What is applied and undone together: the files of one plan, or one hand-written migration. The files stand in the
 * order of their versions.
 */
export interface MigrationUnit {
  /** The plan's id, or `V<version>` for a hand-written migration. */
  readonly id: string;
  readonly pairs: readonly MigrationPair[];
}

export interface MigrationSet {
  /** In the order of their versions. */
  readonly pairs: readonly MigrationPair[];
  readonly units: readonly MigrationUnit[];
}

/**
 * Reads a whole listing. Files that do not end in `.sql` are passed over. All problems are found in one go: the first
 * is raised, the rest stand in its `others`.
 */
export function readMigrations(files: readonly MigrationFile[]): MigrationSet {
  const problems: SchemaError[] = [];
  const attempt = <Result>(action: () => Result): Result | undefined => {
    try {
      return action();
    } catch (error) {
      if (!(error instanceof SchemaError)) throw error;
      problems.push(error);
      return undefined;
    }
  };
  const migrations = files
    .filter((file) => /\.sql$/i.test(file.path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => attempt(() => readMigration(file)) ?? []);
  for (const migration of migrations) {
    if (migration.kind === 'repeatable') problems.push(repeatableProblem(migration));
  }
  const ups = byVersion(migrations, 'versioned', problems);
  const undos = byVersion(migrations, 'undo', problems);
  const pairs = [...ups.values()]
    .sort((a, b) => compareVersions(a.version, b.version))
    .map((up): MigrationPair => {
      const undo = undos.get(up.version);
      undos.delete(up.version);
      return undo === undefined ? { up } : { up, undo };
    });
  for (const undo of undos.values()) problems.push(undoProblem(undo));
  const units = attempt(() => intoUnits(pairs)) ?? [];
  const [first, ...others] = problems;
  if (first === undefined) return { pairs, units };
  throw others.length === 0 ? first : withOthers(first, others);
}

function byVersion(
  migrations: readonly Migration[],
  kind: 'versioned' | 'undo',
  problems: SchemaError[],
): Map<string, Migration> {
  const found = new Map<string, Migration>();
  for (const migration of migrations) {
    if (migration.kind !== kind) continue;
    const twin = found.get(migration.version);
    if (twin === undefined) found.set(migration.version, migration);
    else problems.push(twinProblem(twin, migration));
  }
  return found;
}

const twinProblem = (first: Migration, second: Migration): SchemaError =>
  new SchemaError('migration/invalid-file', `two files have version ${first.version}`, {
    detail: `${first.path} and ${second.path}. All folders share one line of versions, and 1.0 is the same as 1.`,
    hint: 'Rename the one that was applied nowhere, together with its undo, to a later version.',
  });

const undoProblem = (undo: Migration): SchemaError =>
  new SchemaError('migration/invalid-file', `${undo.path} undoes a migration that is not there`, {
    hint: `Restore V${undo.version}__${undo.name}.sql, or delete the undo.`,
  });

const repeatableProblem = (migration: Migration): SchemaError =>
  new SchemaError('migration/invalid-file', `${migration.path} is a repeatable migration, which is not supported`, {
    hint: 'Keep routines and views as desired files: `schema plan` replaces them when they change.',
  });

/** Neighbours of one plan form a unit; a plan with a file missing, or torn apart, cannot run as it was proven. */
function intoUnits(pairs: readonly MigrationPair[]): MigrationUnit[] {
  const units: { id: string; pairs: MigrationPair[] }[] = [];
  for (const pair of pairs) {
    const plan = pair.up.directives.plan;
    const last = units.at(-1);
    if (plan !== undefined && last?.id === plan.id) last.pairs.push(pair);
    else units.push({ id: plan?.id ?? `V${pair.up.version}`, pairs: [pair] });
  }
  for (const unit of units) checkParts(unit);
  return units;
}

function checkParts(unit: MigrationUnit): void {
  const parts = unit.pairs[0]?.up.directives.plan?.parts;
  if (parts === undefined) return;
  const complete =
    unit.pairs.length === parts && unit.pairs.every((pair, index) => pair.up.directives.plan?.part === index + 1);
  if (complete) return;
  const present = unit.pairs.map((pair) => pair.up.path).join(', ');
  throw new SchemaError(
    'migration/missing',
    `plan ${unit.id} has ${parts} files, and not all are here in their order`,
    {
      detail: `Here: ${present}.`,
      hint: 'Restore all its files from version control. No other migration may have a version between them.',
    },
  );
}

function withOthers(first: SchemaError, others: readonly SchemaError[]): SchemaError {
  const { detail, hint, location, sqlstate, cause } = first;
  return new SchemaError(first.code, first.message, { detail, hint, location, sqlstate, cause, others });
}
