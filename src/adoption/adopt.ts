// Adopts the history of another tool, for `schema import`: the files, rows and tags to write, and the reasons to
// refuse.
import { historyKey, type Migration, type MigrationFile } from '../migrations/file.ts';
import { filesOf, readMigrations } from '../migrations/folder.ts';
import { compareVersions, normalizeVersion } from '../migrations/names.ts';
import { type Matched, match } from './match.ts';
import { type Placed, place } from './place.ts';
import type { Converted, ForeignHistory, ForeignMigration, ForeignRow, SourceFile, Tool } from './tool.ts';

/** A row for our history, for a migration that did not run here. */
export interface AdoptedRow {
  readonly up: Migration;
  readonly undo?: Migration;
  readonly origin: string;
  readonly importedChecksum: string | null;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly executionMs: number | null;
  readonly appliedBy: string | null;
}

export interface Adoption {
  /** All files as they will be in the migrations folder. */
  readonly files: readonly MigrationFile[];
  readonly rows: readonly AdoptedRow[];
  /** Paths of migrations that the tool had not applied. */
  readonly pending: readonly string[];
  readonly tags: readonly { readonly name: string; readonly version: string; readonly at: string | null }[];
  readonly notes: readonly string[];
}

export interface AdoptRequest {
  readonly tool: Tool;
  readonly history: ForeignHistory;
  readonly sources: readonly SourceFile[];
  readonly converted: Converted;
  /** Accept files whose checksum differs from the one in the history. */
  readonly acceptChanged: boolean;
}

/**
 * Raises `adoption/unclear` for failed migrations, `migration/missing` for applied migrations without a file,
 * `migration/checksum` for files that were changed after they ran. Needs `loadParser`.
 */
export function adopt(request: AdoptRequest): Adoption {
  const { tool, history, converted } = request;
  const matched = match(tool, history, converted.migrations, request.acceptChanged);
  const placed = tool.native ? placedNatively(tool, matched, request.sources) : place(tool, matched.migrations);
  const files = allFiles(tool, placed, request.sources);
  const set = readMigrations(files);
  const byPath = new Map(filesOf(set).map((migration) => [migration.path, migration]));
  const ofMigration = new Map(placed.map((one) => [one.migration, one]));
  // The rows have the order in which the migrations ran.
  const rows = [...matched.applied.keys()].flatMap((migration) => {
    const one = ofMigration.get(migration);
    return one === undefined ? [] : rowsOf(tool, one, matched, byPath);
  });
  const pending = placed.filter(({ migration }) => isPending(migration, matched)).map(({ up }) => up.path);
  const versions = new Map(placed.map(({ migration, up }) => [migration.id, byPath.get(up.path)]));
  const tags = new Map(
    [...converted.tags, ...history.tags].flatMap(({ name, id, at }) => {
      const tagged = versions.get(id) ?? versions.get(matched.idOf(id));
      return tagged === undefined ? [] : [[name, { name, version: historyKey(tagged), at }] as const];
    }),
  );
  return {
    files,
    rows: [...rows, ...baselineRows(tool, matched, placed)],
    pending,
    tags: [...tags.values()],
    notes: [
      ...history.notes,
      ...converted.notes,
      ...matched.notes,
      ...placed.flatMap(({ up, notes }) => notes.map((note) => `${up.path}: ${note}`)),
      ...outOfOrder(placed, matched),
    ],
  };
}

/** Flyway's files keep their paths and texts. A migration without a file gets one. */
function placedNatively(tool: Tool, matched: Matched, sources: readonly SourceFile[]): readonly Placed[] {
  const texts = new Map(sources.map((file) => [file.path, file]));
  return matched.migrations.map((migration) => {
    const up = texts.get(migration.path);
    const version = migration.version ?? '';
    if (up !== undefined) return { migration, version, up, undo: null, notes: [] };
    const [made] = place(tool, [migration]);
    if (made === undefined) throw new Error(`no file was made for ${migration.id}`);
    return made;
  });
}

const allFiles = (tool: Tool, placed: readonly Placed[], sources: readonly SourceFile[]): readonly MigrationFile[] => {
  const made = placed.flatMap(({ up, undo }) => (undo === null ? [up] : [up, undo]));
  const paths = new Set(made.map(({ path }) => path));
  return tool.native ? [...made, ...sources.filter(({ path }) => !paths.has(path))] : made;
};

const isPending = (migration: ForeignMigration, { applied, baseline }: Matched): boolean =>
  migration.kind !== 'baseline' && !applied.has(migration) && !isBelow(migration, baseline);

const isBelow = ({ version }: ForeignMigration, baseline: ForeignRow | null): boolean =>
  baseline !== null && version !== null && compareVersions(normalizeVersion(version), versionOf(baseline)) <= 0;

const versionOf = (row: ForeignRow): string => normalizeVersion(row.version ?? row.id);

function rowsOf(
  tool: Tool,
  { migration, up, undo }: Placed,
  { applied, changed }: Matched,
  byPath: ReadonlyMap<string, Migration>,
): AdoptedRow[] {
  const row = applied.get(migration);
  const own = byPath.get(up.path);
  if (row === undefined || own === undefined) return [];
  const undone =
    undo === null
      ? [...byPath.values()].find((one) => one.kind === 'undo' && one.version === own.version)
      : byPath.get(undo.path);
  // A repeatable migration that was changed since it ran must run again. An empty checksum makes it pending.
  const ran = changed.has(migration) && own.kind === 'repeatable' ? { ...own, checksum: '', wholeChecksum: '' } : own;
  const paired = own.kind === 'versioned' && undone !== undefined ? { undo: undone } : {};
  return [{ up: ran, ...paired, ...factsOf(tool, row) }];
}

/** Time, duration and person of the run, as far as the history has them. */
export function factsOf(tool: Tool, row: ForeignRow): Omit<AdoptedRow, 'up' | 'undo'> {
  return {
    origin: `import:${tool.name}`,
    importedChecksum: row.checksum,
    startedAt: startOf(row),
    finishedAt: row.at,
    executionMs: row.ms,
    appliedBy: row.by,
  };
}

const startOf = ({ at, ms }: ForeignRow): string | null =>
  at === null || ms === null ? at : new Date(Date.parse(at) - ms).toISOString();

/** A baseline that was only declared has no file. Everything up to its version counts as applied. */
function baselineRows(tool: Tool, { baseline }: Matched, placed: readonly Placed[]): AdoptedRow[] {
  if (baseline === null) return [];
  const version = versionOf(baseline);
  if (placed.some(({ migration }) => migration.kind === 'baseline' && migration.version === version)) return [];
  const directives = {
    transaction: 'plan',
    hazards: [],
    acknowledgements: [],
    labels: [],
    requires: [],
    requiresRepeatables: [],
  } as const;
  const up: Migration = {
    ...{
      kind: 'baseline',
      version,
      name: baseline.name,
      path: '',
      folder: '',
      checksum: '',
      wholeChecksum: '',
      text: '',
    },
    directives: { ...directives, checks: [] },
  };
  return [{ up, ...factsOf(tool, baseline) }];
}

/** Migrations that the tool skipped while it ran later ones. Some tools do that without a warning. */
function outOfOrder(placed: readonly Placed[], matched: Matched): string[] {
  const versioned = placed.filter(({ migration }) => migration.kind === 'versioned');
  const last = versioned.findLastIndex(({ migration }) => matched.applied.has(migration));
  return versioned
    .slice(0, Math.max(0, last))
    .filter(({ migration }) => isPending(migration, matched))
    .map(
      ({ up }) => `${up.path} was never applied although later ones were: apply it with --out-of-order, or delete it`,
    );
}
