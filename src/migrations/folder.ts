// The files of a folder -> the ordered set of migrations, checked as a whole, for the runner and workflows.
import { SchemaError } from '../errors.ts';
import { type Migration, type MigrationFile, readMigration } from './file.ts';
import { compareVersions } from './names.ts';
import { orderRepeatables } from './repeatable-order.ts';

/** Every file of the set as it was read, with the `.conf` files beside them. */
export const listingOf = (set: MigrationSet): readonly MigrationFile[] =>
  filesOf(set).flatMap((file) => (file.conf === undefined ? [file] : [file, file.conf]));

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
  /** In the order they run in: that of their names, except that what one needs comes before it. */
  readonly repeatables: readonly Migration[];
  /** In the order of their versions. */
  readonly baselines: readonly Migration[];
  /** In the order of their paths. */
  readonly callbacks: readonly Migration[];
}

/** A set of versioned migrations only. */
export const setOf = (pairs: readonly MigrationPair[]): MigrationSet => ({
  pairs,
  units: intoUnits(pairs),
  repeatables: [],
  baselines: [],
  callbacks: [],
});

/** Every file of the set: what is listed in `schema.sum`, in its order. */
export const filesOf = (set: MigrationSet): readonly Migration[] => [
  ...set.baselines,
  ...set.pairs.flatMap(({ up, undo }) => (undo === undefined ? [up] : [up, undo])),
  ...set.repeatables,
  ...set.callbacks,
];

/**
 * Reads all files of a folder. Files other than `.sql` and `.sql.conf` are ignored. All problems are reported at once:
 * the first is raised, with the others in its `others`.
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
  const confs = new Map(files.filter(isConf).map((file) => [file.path.replace(/\.conf$/i, ''), file]));
  const migrations = files
    .filter((file) => /\.sql$/i.test(file.path))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .flatMap((file) => {
      const conf = confs.get(file.path);
      confs.delete(file.path);
      return attempt(() => readMigration(file, conf)) ?? [];
    });
  for (const conf of confs.values()) problems.push(confProblem(conf));
  const ups = byVersion(migrations, 'versioned', problems);
  const undos = byVersion(migrations, 'undo', problems);
  const pairs = [...ups.values()].sort(byVersionOrder).map((up): MigrationPair => {
    const undo = undos.get(up.version);
    undos.delete(up.version);
    return undo === undefined ? { up } : { up, undo };
  });
  for (const undo of undos.values()) problems.push(undoProblem(undo));
  const units = attempt(() => intoUnits(pairs)) ?? [];
  const repeatables = repeatablesOf(migrations, problems);
  const baselines = [...byVersion(migrations, 'baseline', problems).values()].sort(byVersionOrder);
  const callbacks = migrations.filter((migration) => migration.kind === 'callback');
  if (problems.length === 0) return { pairs, units, repeatables, baselines, callbacks };
  throw SchemaError.all(problems);
}

const isConf = (file: MigrationFile): boolean => /\.sql\.conf$/i.test(file.path);

const byVersionOrder = (a: Migration, b: Migration): number => compareVersions(a.version, b.version);

function repeatablesOf(migrations: readonly Migration[], problems: SchemaError[]): readonly Migration[] {
  const found = new Map<string, Migration>();
  for (const migration of migrations) {
    if (migration.kind !== 'repeatable') continue;
    const twin = found.get(migration.name);
    if (twin === undefined) found.set(migration.name, migration);
    else problems.push(repeatableTwin(twin, migration));
  }
  const files = [...found.values()];
  try {
    return orderRepeatables(files);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    problems.push(error);
    return files;
  }
}

function byVersion(
  migrations: readonly Migration[],
  kind: 'versioned' | 'undo' | 'baseline',
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
  new SchemaError('migration/invalid-file', `${undo.path} undoes a migration that does not exist`, {
    hint: `Restore V${undo.version}__${undo.name}.sql, or delete the undo.`,
  });

const repeatableTwin = (first: Migration, second: Migration): SchemaError =>
  new SchemaError('migration/invalid-file', `two repeatable migrations are called ${first.name}`, {
    detail: `${first.path} and ${second.path}. The name is all that tells repeatable migrations apart.`,
    hint: 'Rename one of them.',
  });

const confProblem = (conf: MigrationFile): SchemaError =>
  new SchemaError('migration/invalid-file', `${conf.path} belongs to a file that does not exist`, {
    hint: `Restore ${conf.path.replace(/\.conf$/i, '')}, or delete the .conf file.`,
  });

/** Adjacent files of one plan form a unit; a plan with missing or separated files can't run as it was proven. */
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
