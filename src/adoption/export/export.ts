// `schema export`: our migrations as another tool runs them, and our history as that tool keeps its own.
import type { Migration, MigrationFile } from '../../migrations/file.ts';
import type { MigrationSet } from '../../migrations/folder.ts';
import { compareVersions } from '../../migrations/names.ts';
import { quoteLiteral } from '../../sql/identifiers.ts';

/** An applied row of our history. */
export interface AppliedRow {
  readonly key: string;
  readonly version: string;
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  /** ISO 8601, UTC. */
  readonly finishedAt: string | null;
  readonly executionMs: number | null;
  readonly appliedBy: string;
}

export interface ExportInput {
  readonly set: MigrationSet;
  /** The files of the folder unchanged, with `.conf` files. */
  readonly files: readonly MigrationFile[];
  /** In the order in which they ran; null where no database was read. */
  readonly applied: readonly AppliedRow[] | null;
}

export interface Exported {
  readonly files: readonly MigrationFile[];
  /** What the other tool can't do. */
  readonly notes: readonly string[];
}

export const literal = (value: string | null): string => (value === null ? 'NULL' : quoteLiteral(value));

/** The newest baseline, where the files up to its version are gone. Null: all versioned files build a new database. */
export function startOf({ baselines, pairs }: MigrationSet): Migration | null {
  const baseline = baselines.at(-1);
  if (baseline === undefined) return null;
  return pairs.some(({ up }) => compareVersions(up.version, baseline.version) <= 0) ? null : baseline;
}

/** The directives of a file that the other tool ignores, as notes. */
export function lostDirectives({ pairs, repeatables, units }: MigrationSet, keepsLabels: boolean): string[] {
  const all = [...pairs.map(({ up }) => up), ...repeatables];
  const named = (test: (file: Migration) => boolean, what: string): string[] => {
    const found = all.filter(test).map(({ path }) => path);
    return found.length === 0 ? [] : [`${what}: ${found.join(', ')}`];
  };
  const together = units.filter(({ pairs: files }) => files.length > 1).length;
  return [
    ...named(({ directives }) => directives.checks.length > 0, 'checks are not made before'),
    ...(keepsLabels ? [] : named(({ directives }) => directives.labels.length > 0, 'run although they have labels')),
    ...named(({ directives }) => directives.role !== undefined, 'run as who connects, not as their role'),
    ...named(({ directives }) => directives.requires.length > 0, 'what they require is not looked at'),
    ...(together === 0 ? [] : [`${together} plans of several files commit file by file`]),
  ];
}
