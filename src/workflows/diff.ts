// `schema diff`: any two states, and the SQL that turns the first into the second. Nothing is written or run.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { openDatabase } from '../databases/open.ts';
import { readDesiredFiles } from '../desired/read-files.ts';
import { type DesiredStatement, readStatements } from '../desired/statements.ts';
import { SchemaError } from '../errors.ts';
import { statementText, stepText } from '../migrations/step-text.ts';
import type { Batch, Plan } from '../plan/plan.ts';
import { type Environment, inScratch } from '../scratch/environment.ts';
import type { Project } from '../settings/project.ts';
import { loadParser } from '../sql/parser.ts';
import { echoIn, managedBy, readDesired, readDesiredCached, readLive, replay } from './catalogs.ts';
import { readEnvironment, savedEnvironment } from './environment.ts';
import { allMigrations, readSet } from './migrations-folder.ts';
import { type PlannedPair, planPair } from './plan-pair.ts';
import { readSnapshot } from './snapshot.ts';

/** A state of a schema, by where it is read from. */
export type Source =
  | { readonly kind: 'database'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'snapshot'; readonly path: string }
  | { readonly kind: 'migrations' }
  | { readonly kind: 'empty' };

/** What a word of the command line names. `urlOf` knows the environments. Raises `usage/invalid`. */
export function parseSource(text: string, urlOf: (environment: string) => string): Source {
  if (text === 'migrations' || text === 'empty') return { kind: text };
  if (/^(postgres(ql)?|pglite):\/\//i.test(text)) return { kind: 'database', url: text };
  if (text.startsWith('env:')) return { kind: 'database', url: urlOf(text.slice('env:'.length)) };
  if (text.startsWith('dir:')) return { kind: 'folder', path: text.slice('dir:'.length) };
  if (text.startsWith('snapshot:')) return { kind: 'snapshot', path: text.slice('snapshot:'.length) };
  throw new SchemaError('usage/invalid', `${JSON.stringify(text)} names no state of a schema`, {
    hint: 'Use postgres://…, pglite://DIR, env:NAME, dir:FOLDER, snapshot:FILE, migrations or empty.',
  });
}

/** Both ways between two states, proven; null where they agree. */
export async function diffSources(project: Project, before: Source, after: Source): Promise<PlannedPair | null> {
  await loadParser();
  const files = [await readFolder(project, before), await readFolder(project, after)] as const;
  const statements = files.flatMap((list) => list ?? []);
  const live = [
    await readDatabase(project, before, statements),
    await readDatabase(project, after, statements),
  ] as const;
  const managed = managedBy(statements);
  const environment = { ...(environmentOfAll(live) ?? (await savedEnvironment(project))), managed };
  const sides = [
    live[0]?.catalog ?? (await readSource(project, before, files[0], environment)),
    await spoken(
      live[1]?.catalog ?? (await readSource(project, after, files[1], environment)),
      environment,
      live[1] !== null,
    ),
  ] as const;
  project.report({ kind: 'phase', text: 'planning and proving in scratch' });
  const { serverVersion, role, roles } = environment;
  const common = { context: { serverVersion, role, managed }, roles };
  // Nothing runs, so nothing needs to be allowed.
  return planPair({ ...sides[0], ...common }, { ...sides[1], ...common }, { allow: ['all'], environment });
}

interface Live {
  readonly catalog: Catalog;
  readonly environment: Environment;
}

/** The first database is the destination; scratch must also hold what the second one has. */
function environmentOfAll(live: readonly (Live | null)[]): Environment | null {
  const found = live.flatMap((side) => (side === null ? [] : [side.environment]));
  const [first, ...others] = found;
  if (first === undefined) return null;
  const missing = others.flatMap((other) =>
    (other.extensions ?? []).filter(({ name }) => !first.extensions?.some((extension) => extension.name === name)),
  );
  return {
    ...first,
    roles: [...new Set(found.flatMap(({ roles }) => roles))],
    extensions: [...(first.extensions ?? []), ...missing],
    collations: found.flatMap(({ collations }) => collations ?? []),
    tablespaces: [...new Set(found.flatMap(({ tablespaces }) => tablespaces ?? []))],
  };
}

const readFolder = async (project: Project, source: Source): Promise<readonly DesiredStatement[] | null> =>
  source.kind === 'folder'
    ? readStatements(await readDesiredFiles(source.path), {
        allowDo: project.allowDo,
        ...(project.roles === 'manage' ? { roles: 'manage' as const } : {}),
      })
    : null;

async function readDatabase(
  project: Project,
  source: Source,
  statements: readonly DesiredStatement[],
): Promise<Live | null> {
  if (source.kind === 'snapshot') return readSnapshot(source.path);
  if (source.kind !== 'database') return null;
  await refuseMissingFolder(source.url);
  const database = await openDatabase(source.url, { applicationName: 'schema diff' });
  try {
    project.report({ kind: 'phase', text: `reading ${database.label}` });
    const catalog = await readLive(database, managedBy(statements));
    return { catalog, environment: await readEnvironment(project, database, catalog, statements) };
  } finally {
    await database.close();
  }
}

/** Opening a PGlite makes its folder; asking for a difference must not. */
async function refuseMissingFolder(url: string): Promise<void> {
  if (!/^pglite:\/\//i.test(url)) return;
  const folder = url.slice('pglite://'.length);
  if (
    await access(join(folder, 'PG_VERSION')).then(
      () => true,
      () => false,
    )
  )
    return;
  throw new SchemaError('database/connection', `there is no embedded database in ${folder}`, {
    hint: 'Correct the folder, or make the database with "schema apply". To compare with nothing, say empty.',
  });
}

async function readSource(
  project: Project,
  source: Source,
  statements: readonly DesiredStatement[] | null,
  environment: Environment,
): Promise<Catalog> {
  if (source.kind === 'folder') project.report({ kind: 'phase', text: `loading ${source.path}` });
  const read = project.cache === true ? readDesiredCached : readDesired;
  const { catalog } = await read(statements ?? [], environment);
  if (source.kind !== 'migrations') return catalog;
  const migrations = allMigrations(project, await readSet(project), environment);
  project.report({ kind: 'phase', text: `replaying ${migrations.length} migrations` });
  return replay(catalog, migrations, environment);
}

/** A live `after` of another major than scratch's is read back from scratch, as `before` is when it is planned from. */
async function spoken(after: Catalog, environment: Environment, live: boolean): Promise<Catalog> {
  if (!live) return after;
  return inScratch(environment, async (scratch) => {
    if (major(scratch.serverVersion) === major(after.context.serverVersion)) return after;
    return (await echoIn(scratch, after, after, environment)).catalog;
  });
}

const major = (version: number): number => Math.trunc(version / 10000);

/** A plan as one script for psql: each transaction between BEGIN and COMMIT, a sentence before each statement. */
export function scriptOf(plan: Plan): string {
  return transactions(plan.batches)
    .map(({ transaction, steps }) => {
      const texts = steps.map(stepText);
      if (!transaction) return texts.join('\n');
      const bodies = steps.some(({ sql }) => /\bCREATE\s+(OR\s+REPLACE\s+)?(FUNCTION|PROCEDURE)\b/i.test(sql));
      // Bodies may name what a later statement creates.
      const settings = bodies ? [statementText('SET LOCAL check_function_bodies = off')] : [];
      return [statementText('BEGIN'), ...settings, ...texts, statementText('COMMIT')].join('\n');
    })
    .join('\n');
}

/** Batches that can commit together, as the migration files of a plan do. */
function transactions(batches: readonly Batch[]): Batch[] {
  const merged: Batch[] = [];
  let last: Batch | undefined;
  for (const batch of batches) {
    const joins =
      last?.transaction === true && batch.transaction && last.commitAfter !== true && last.folder !== batch.folder;
    const open = merged.at(-1);
    if (joins && open !== undefined) merged[merged.length - 1] = { ...open, steps: [...open.steps, ...batch.steps] };
    else merged.push(batch);
    last = batch;
  }
  return merged;
}
