// The migrations that a branch adds to those of another ref of git, for validate and rebase.
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { filesOf, type MigrationSet, readMigrations } from '../migrations/folder.ts';
import { compareVersions } from '../migrations/names.ts';
import type { Project } from '../settings/project.ts';
import { filesAt } from './git.ts';

export interface BranchDifference {
  /** The newest version in the base. */
  readonly newest: string | null;
  /** Paths that are not in the base. */
  readonly added: ReadonlySet<string>;
  /** Files of the base that are changed or deleted here. */
  readonly problems: readonly SchemaError[];
}

/** Compares the folder with the folder at `ref`. Raises `usage/invalid` where git does not know the ref. */
export async function compareWithBase(project: Project, set: MigrationSet, ref: string): Promise<BranchDifference> {
  const base = await filesAt(ref, project.migrationsDir);
  const files = [...base].filter(([path]) => /\.sql(\.conf)?$/i.test(path)).map(([path, text]) => ({ path, text }));
  const known = readMigrations(files);
  const here = new Map(filesOf(set).map((file) => [file.path, file]));
  const at = (path: string): string => join(project.migrationsDir, path);
  const problems = filesOf(known).flatMap((file) => {
    // Repeatable migrations and callbacks may change, since they run again.
    if (file.kind === 'repeatable' || file.kind === 'callback') return [];
    const now = here.get(file.path);
    if (now === undefined) return covered(set, file.version) ? [] : [missing(file.path, ref, at)];
    return now.checksum === file.checksum ? [] : [changed(file.path, ref, at)];
  });
  return {
    newest: known.pairs.at(-1)?.up.version ?? known.baselines.at(-1)?.version ?? null,
    added: new Set([...here.keys()].filter((path) => !base.has(path))),
    problems,
  };
}

const covered = (set: MigrationSet, version: string): boolean =>
  set.baselines.some((baseline) => compareVersions(version, baseline.version) <= 0);

const missing = (path: string, ref: string, at: (path: string) => string): SchemaError =>
  new SchemaError('migration/missing', `${path} is in ${ref} and not here`, {
    hint: `Restore it: git checkout ${ref} -- ${at(path)}. Databases have run it, or will.`,
  });

const changed = (path: string, ref: string, at: (path: string) => string): SchemaError =>
  new SchemaError('migration/checksum', `${path} is not as it is in ${ref}`, {
    hint: `Undo the edit (git checkout ${ref} -- ${at(path)}) and make the change in a new migration.`,
  });

/** Added files whose versions are lower than the newest of the base. */
export function outOfOrderFiles(set: MigrationSet, { added, newest }: BranchDifference): readonly SchemaError[] {
  if (newest === null) return [];
  return set.pairs
    .filter(({ up }) => added.has(up.path) && compareVersions(up.version, newest) <= 0)
    .map(
      ({ up }) =>
        new SchemaError('migration/out-of-order', `${up.path} is not later than V${newest}, which the base has`, {
          detail: 'Databases that follow the base have run that one already.',
          hint: 'Give it a version later than all others: schema rebase --onto REF',
        }),
    );
}
