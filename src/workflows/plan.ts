// `schema plan`: compares desired files with the database or the migrations, and writes proven V and U files.
import type { Catalog, DbObject } from '../catalog/catalog.ts';
import type { Database } from '../databases/database.ts';
import { withDatabase } from '../databases/open.ts';
import { defined } from '../defined.ts';
import { concurrentNotes } from '../desired/notes.ts';
import { readDesiredFiles } from '../desired/read-files.ts';
import { type DesiredStatement, readStatements } from '../desired/statements.ts';
import { type Location, SchemaError } from '../errors.ts';
import { WORDS } from '../kinds/words.ts';
import { historyKey, type MigrationFile } from '../migrations/file.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { formatPair } from '../migrations/format.ts';
import { migrationName } from '../migrations/names.ts';
import { allMigrations, inRunningOrder, readSet, writeFiles } from '../migrations-folder/folder.ts';
import { madeByRepeatables } from '../migrations-folder/repeatables.ts';
import { type PlannedPair, planPair } from '../proof/plan-pair.ts';
import { resolvePlaceholders } from '../runner/prepare.ts';
import type { StatusEntry } from '../runner/status.ts';
import type { Profile } from '../scratch/profile.ts';
import { databaseUrl, type Project, runOf } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { stepsOf } from '../states/build-steps.ts';
import { desiredOf, managedBy, readDesired } from '../states/desired.ts';
import { readLive } from '../states/live.ts';
import { readProfile, savedProfile } from '../states/profile.ts';
import { replay } from '../states/replayed.ts';
import { statusOf } from './status.ts';

export interface PlanRequest {
  /** Name of the migration; derived from the change where absent. */
  readonly name?: string;
  /** Compare with the database and its pending migrations, or with the migrations replayed in scratch. */
  readonly against: 'database' | 'migrations';
  /** Write the files. */
  readonly write: boolean;
  /** Only tell whether there is a difference, without the proof. */
  readonly unproven?: boolean;
  /** Skip statements that are common in scripts and describe no schema, such as rows and transaction control. */
  readonly extras?: 'refuse' | 'ignore';
}

export interface PlanResult {
  /** Null where the desired and the present state agree. */
  readonly pair: PlannedPair | null;
  /** The files that were or would be written, relative to the migrations folder. */
  readonly files: readonly MigrationFile[];
  /** The pending migrations that the plan builds on. */
  readonly pending: readonly string[];
  readonly unmanaged: readonly string[];
}

/** Plans, proves and, if asked, writes the files. */
export async function plan(project: Project, request: PlanRequest): Promise<PlanResult> {
  if (request.name !== undefined) migrationName(request.name);
  await loadParser();
  const statements = readStatements(await readDesiredFiles(project.schemaDir), WORDS, {
    note: (text) => project.report({ kind: 'warning', text }),
    allowDo: project.allowDo,
    ...(project.roles === 'manage' ? { roles: 'manage' } : {}),
    extras: request.extras ?? 'refuse',
  });
  const set = await readSet(project);
  const present =
    request.against === 'migrations'
      ? await fromMigrations(project, set, statements)
      : await fromDatabase(project, set, statements);
  project.report({ kind: 'phase', text: `loading ${statements.length} desired statements` });
  const desired = await desiredOf(project, statements, present.profile);
  const after = { ...desired.catalog, context: present.catalog.context };
  project.report({ kind: 'phase', text: 'planning and proving in scratch' });
  const pair = await planPair(present.catalog, after, {
    origin: (object: DbObject): Location | undefined => desired.origin(object),
    allow: project.allow,
    profile: present.profile,
    ...defined({ unproven: request.unproven, limits: project.scratchLimits }),
  });
  const places = pair === null ? [] : stepsOf(pair.up).map(({ origin }) => origin);
  for (const text of concurrentNotes(statements, places)) project.report({ kind: 'warning', text });
  if (pair && request.write) refuseUndone(present.undone);
  if (pair && request.write) refuseRepeatables(project, set, present.catalog, pair);
  const unmanaged = pair?.up.unmanaged ?? [...new Set([...present.catalog.unmanaged, ...after.unmanaged])];
  if (!pair) return { pair, files: [], pending: present.pending, unmanaged };
  const { files } = formatPair({
    name: request.name ?? derivedName(pair),
    existing: set.pairs.map(({ up }) => up.version),
    now: project.now,
    up: pair.up,
    down: pair.down,
    reversibility: pair.reversibility,
  });
  if (request.write) await writeFiles(project, set, files);
  return { pair, files, pending: present.pending, unmanaged };
}

interface Present {
  /** Files of undone plans, which the next apply would run again. */
  readonly undone: readonly string[];
  readonly catalog: Catalog;
  readonly profile: Profile;
  readonly pending: readonly string[];
}

async function fromDatabase(
  project: Project,
  set: MigrationSet,
  statements: readonly DesiredStatement[],
): Promise<Present> {
  return await withDatabase(databaseUrl(project), 'schema plan', async (database) => {
    project.report({ kind: 'phase', text: `reading ${database.label}` });
    return await withPending(project, database, set, statements);
  });
}

/** Adds the pending migrations to the database's catalog by a replay: the plan runs after them. */
async function withPending(
  project: Project,
  database: Database,
  set: MigrationSet,
  statements: readonly DesiredStatement[],
): Promise<Present> {
  const status = await statusOf(project, database, set);
  const live = await readLive(database, managedBy(statements));
  const waiting = new Set(status.entries.filter(isWaiting).map((entry) => entry.version));
  const resolved = await resolvePlaceholders(database, set, runOf(project).placeholders, new Map());
  const pending = inRunningOrder(resolved).filter((up) => waiting.has(historyKey(up)));
  const there = new Set(set.pairs.map(({ up }) => up.version));
  const undone = status.entries
    .filter((entry) => entry.state === 'undone' && there.has(entry.version))
    .map((entry) => entry.path);
  const profile = await readProfile(project, database, live, statements);
  if (pending.length === 0) return { catalog: live, profile, pending: [], undone };
  const catalog = await replay(live, pending, profile);
  return { catalog, profile, pending: pending.map(({ path }) => path), undone };
}

const isWaiting = ({ state }: StatusEntry): boolean => state === 'pending' || state === 'outdated';

/** The present state without a server: all migrations replayed in an empty database of scratch's own version. */
async function fromMigrations(
  project: Project,
  set: MigrationSet,
  statements: readonly DesiredStatement[],
): Promise<Present> {
  const profile = { ...(await savedProfile(project)), managed: managedBy(statements) };
  const { catalog } = await readDesired([], profile);
  const migrations = allMigrations(project, set, profile);
  return { catalog: await replay(catalog, migrations, profile), profile, pending: [], undone: [] };
}

/** An undone plan runs again at the next apply, so a new plan beside it would create the same objects a second time. */
function refuseUndone(undone: readonly string[]): void {
  if (undone.length === 0) return;
  throw new SchemaError('plan/refused', `${undone.join(', ')} was undone, and the next apply would run it again`, {
    hint: 'Delete the undone V and U files (and write the sum: schema validate --update-sum), or apply them first.',
  });
}

/**
 * A new database runs repeatable migrations after all versions: a version that drops or alters what only a repeatable
 * one makes would fail there.
 */
function refuseRepeatables(project: Project, set: MigrationSet, before: Catalog, { up }: PlannedPair): void {
  const subjects = stepsOf(up).flatMap(({ action, subject }) => {
    const object = action === 'create' ? undefined : before.objects.get(subject);
    return object === undefined || object.namespace === null ? [] : [object];
  });
  const schema = runOf(project).searchPath?.split(',')[0]?.replace(/["\s]/g, '') ?? 'public';
  const problems = madeByRepeatables(set, before, [...new Set(subjects)], schema).map(
    ({ object: { kind, reference }, path }) =>
      new SchemaError('plan/refused', `the plan changes ${kind} ${reference}, which only ${path} makes`, {
        detail: 'A new database runs that file after all versioned ones, so the plan would fail there.',
        hint:
          `Change it in ${path} itself, which runs again when it changes (to drop it: DROP … IF EXISTS in place of ` +
          'its CREATE), run schema apply, and plan again. To plan it from now on, create it in a versioned file.',
      }),
  );
  if (problems.length > 0) throw SchemaError.all(problems);
}

/** The name of a migration from the first change of its plan: `create_users`, `alter_orders_and_2_more`. */
function derivedName(pair: PlannedPair): string {
  const { action, name } = stepsOf(pair.up)[0] ?? { action: 'alter', name: 'schema' };
  const words = `${action}_${name.replace(/[^A-Za-z0-9]+/g, '_').toLowerCase()}`;
  return words.slice(0, 50).replace(/_+$/, '');
}
