// Matches the rows of a history with files, for adopt.ts, and finds the rows and files that do not match.
import { SchemaError } from '../errors.ts';
import { migration as newMigration } from './source-text.ts';
import type { ForeignHistory, ForeignMigration, ForeignRow, Tool } from './tool.ts';

export interface Matched {
  /** The migrations of the files, and programs that only the history knows. */
  readonly migrations: readonly ForeignMigration[];
  readonly applied: ReadonlyMap<ForeignMigration, ForeignRow>;
  /** Applied migrations whose file was changed since. */
  readonly changed: ReadonlySet<ForeignMigration>;
  /** The newest baseline that the history declares. */
  readonly baseline: ForeignRow | null;
  /** The id of the file for the id of a row. */
  readonly idOf: (id: string) => string;
  readonly notes: readonly string[];
}

export function match(
  tool: Tool,
  history: ForeignHistory,
  files: readonly ForeignMigration[],
  acceptChanged: boolean,
): Matched {
  refuseFailed(tool, history.rows);
  const done = history.rows.filter(({ state }) => state === 'applied' || state === 'marked');
  const programs = done.filter(({ external, kind }) => external === true && kind === 'versioned');
  const migrations = withPrograms(files, programs);
  const idOf = aliases(tool, migrations);
  const byId = new Map(migrations.map((one) => [one.id, one]));
  const applied = new Map<ForeignMigration, ForeignRow>(upToRows(tool, history, migrations));
  const missing: ForeignRow[] = [];
  for (const row of done) {
    const found = byId.get(idOf(row.id));
    // A baseline may have a version that also has a file.
    if (found !== undefined && (row.kind !== 'baseline' || found.kind === 'baseline')) applied.set(found, row);
    else if (row.kind !== 'baseline' && found === undefined) missing.push(row);
  }
  if (missing.length > 0) throw missingFiles(tool, missing);
  const changed = new Set([...applied].filter(([one, row]) => differs(one, row)).map(([one]) => one));
  const edited = [...changed].filter((one) => one.kind !== 'repeatable');
  if (edited.length > 0 && !acceptChanged) throw changedFiles(tool, edited, applied);
  const undone = history.rows.filter(({ state }) => state === 'undone').length;
  return {
    ...{ migrations, applied, changed, idOf },
    baseline: done.findLast(({ kind }) => kind === 'baseline') ?? null,
    notes: [
      ...edited.map((one) => `${one.path} is not what ran, and is taken as it is (--accept-changed)`),
      ...[...changed]
        .filter(({ kind }) => kind === 'repeatable')
        .map(({ path }) => `${path} has changed and runs again`),
      ...(undone === 0 ? [] : [`${undone} migrations were undone and are pending`]),
    ],
  };
}

/** Adds programs without a file (Flyway's Java migrations), with their versions. */
function withPrograms(files: readonly ForeignMigration[], rows: readonly ForeignRow[]): readonly ForeignMigration[] {
  const known = new Set(files.map(({ id }) => id));
  const programs = rows
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, version }) => newMigration({ id, name, version: version ?? id, path: name, up: null }));
  return programs.length === 0 ? files : [...files, ...programs];
}

/** By the id; else by the id without its folder, where only one file has it. */
function aliases(tool: Tool, migrations: readonly ForeignMigration[]): (id: string) => string {
  const known = new Set(migrations.map(({ id }) => id));
  const alias = tool.alias;
  if (alias === undefined) return (id) => id;
  const byAlias = new Map<string, string[]>();
  for (const { id } of migrations) byAlias.set(alias(id), [...(byAlias.get(alias(id)) ?? []), id]);
  return (id) => {
    const [first, ...more] = byAlias.get(alias(id)) ?? [];
    return known.has(id) || first === undefined || more.length > 0 ? id : first;
  };
}

/** For a history that is one number: a row for each file up to that number. */
function upToRows(
  tool: Tool,
  { upTo }: ForeignHistory,
  migrations: readonly ForeignMigration[],
): readonly (readonly [ForeignMigration, ForeignRow])[] {
  if (upTo === undefined) return [];
  const last = migrations.findIndex(({ id }) => id === upTo);
  const row = (id: string, name: string): ForeignRow => ({
    ...{ id, name, kind: 'versioned', state: 'applied', checksum: null, at: null, by: null, ms: null },
  });
  if (last === -1) throw missingFiles(tool, [row(upTo, upTo)]);
  return migrations.slice(0, last + 1).map((one) => [one, row(one.id, one.name)] as const);
}

const differs = ({ checksums }: ForeignMigration, { checksum }: ForeignRow): boolean =>
  checksums.length > 0 && checksum !== null && !checksums.includes(checksum);

/** Raises `adoption/unclear` for migrations that failed. */
export function refuseFailed(tool: Tool, rows: readonly ForeignRow[]): void {
  const failed = rows.filter(({ state }) => state === 'failed');
  if (failed.length === 0) return;
  const list = failed.map(({ id, problem }) => `${id}: ${problem ?? 'failed'}`).join('; ');
  throw new SchemaError('adoption/unclear', `${tool.title}'s history has ${failed.length} that did not end well`, {
    detail: `${list}. Is the database as before it, as after it, or in between? Only you can tell.`,
    hint: `Settle it with ${tool.title} first (${SETTLE[tool.name] ?? 'let it finish, or take it back'}), then import again.`,
  });
}

const SETTLE: Readonly<Record<string, string>> = {
  flyway: 'flyway repair, after cleaning up what it left',
  'golang-migrate': 'migrate force VERSION, after cleaning up what it left',
  prisma: 'prisma migrate resolve --applied NAME, or --rolled-back NAME',
  atlas: 'atlas migrate apply, or atlas migrate set VERSION',
};

const missingFiles = (tool: Tool, rows: readonly ForeignRow[]): SchemaError =>
  new SchemaError('migration/missing', `${rows.length} applied migrations of ${tool.title} have no file`, {
    detail: `${rows
      .slice(0, 20)
      .map(({ id }) => id)
      .join(', ')}${rows.length > 20 ? ' …' : ''}.`,
    hint:
      'Point --dir at all of its files, restore them from version control, or take the database as it is now: ' +
      '--mode baseline.',
  });

function changedFiles(
  tool: Tool,
  migrations: readonly ForeignMigration[],
  applied: ReadonlyMap<ForeignMigration, ForeignRow>,
): SchemaError {
  const problems = migrations.map(
    (one) =>
      new SchemaError('migration/checksum', `${one.path} is not what ${tool.title} ran`, {
        detail: `Its history has ${applied.get(one)?.checksum}; the file's is ${one.checksums[0]}.`,
        hint: 'Restore the file from version control; or take it as it is now with --accept-changed.',
      }),
  );
  return SchemaError.all(problems);
}
