// Two states from their sources (a database, a folder, a snapshot, the migrations, nothing), for `schema diff`.
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { withDatabase } from '../databases/open.ts';
import { readDesiredFiles } from '../desired/read-files.ts';
import { type DesiredStatement, readStatements } from '../desired/statements.ts';
import { SchemaError } from '../errors.ts';
import { WORDS } from '../kinds/words.ts';
import { allMigrations, readSet } from '../migrations-folder/folder.ts';
import { inScratch } from '../scratch/furnish.ts';
import type { Profile } from '../scratch/profile.ts';
import type { Project } from '../settings/project.ts';
import { majorOf } from '../sql/major.ts';
import { desiredOf, managedBy } from './desired.ts';
import { readLive } from './live.ts';
import { readProfile, savedProfile } from './profile.ts';
import { replay } from './replayed.ts';
import { echoIn } from './scratch-catalog.ts';
import { readSnapshot } from './snapshot.ts';

/** The source of a state of a schema. */
export type Source =
  | { readonly kind: 'database'; readonly url: string }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'snapshot'; readonly path: string }
  | { readonly kind: 'migrations' }
  | { readonly kind: 'empty' };

/** The source that a word of the command line names. `urlOf`: the URL of an environment. Raises `usage/invalid`. */
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

/** Two states as one server prints them, and the profile of that server for scratch. */
export interface TwoStates {
  readonly before: Catalog;
  readonly after: Catalog;
  readonly profile: Profile;
}

/** Reads two states. Needs `loadParser`. The first database among them is the destination. */
export async function readSides(project: Project, before: Source, after: Source): Promise<TwoStates> {
  const files = [await readStatementsOf(project, before), await readStatementsOf(project, after)] as const;
  const statements = files.flatMap((list) => list ?? []);
  const live = [
    await readDatabase(project, before, statements),
    await readDatabase(project, after, statements),
  ] as const;
  const managed = managedBy(statements);
  const profile = { ...(profileOfAll(live) ?? (await savedProfile(project))), managed };
  const sides = [
    live[0]?.catalog ?? (await readSource(project, before, files[0], profile)),
    await spoken(live[1]?.catalog ?? (await readSource(project, after, files[1], profile)), profile, live[1] !== null),
  ] as const;
  const { serverVersion, role, roles } = profile;
  const common = { context: { serverVersion, role, managed }, roles };
  return { before: { ...sides[0], ...common }, after: { ...sides[1], ...common }, profile };
}

interface Live {
  readonly catalog: Catalog;
  readonly profile: Profile;
}

/** The profile of the first database, the destination, with the roles and extensions of the second one. */
function profileOfAll(live: readonly (Live | null)[]): Profile | null {
  const found = live.flatMap((side) => (side === null ? [] : [side.profile]));
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

const readStatementsOf = async (project: Project, source: Source): Promise<readonly DesiredStatement[] | null> =>
  source.kind === 'folder'
    ? readStatements(await readDesiredFiles(source.path), WORDS, {
        note: (text) => project.report({ kind: 'warning', text }),
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
  return await withDatabase(source.url, 'schema diff', async (database) => {
    project.report({ kind: 'phase', text: `reading ${database.label}` });
    const catalog = await readLive(database, managedBy(statements));
    return { catalog, profile: await readProfile(project, database, catalog, statements) };
  });
}

/** Refuses a missing folder: opening a PGlite creates it, and a comparison must not. */
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
  profile: Profile,
): Promise<Catalog> {
  if (source.kind === 'folder') project.report({ kind: 'phase', text: `loading ${source.path}` });
  const { catalog } = await desiredOf(project, statements ?? [], profile);
  if (source.kind !== 'migrations') return catalog;
  const migrations = allMigrations(project, await readSet(project), profile);
  project.report({ kind: 'phase', text: `replaying ${migrations.length} migrations` });
  return replay(catalog, migrations, profile);
}

/** Echoes a live `after` of another major than scratch's, as planning echoes `before`. */
async function spoken(after: Catalog, profile: Profile, live: boolean): Promise<Catalog> {
  if (!live) return after;
  return inScratch(profile, async (scratch) => {
    if (majorOf(scratch.serverVersion) === majorOf(after.context.serverVersion)) return after;
    return (await echoIn(scratch, after, after, profile)).catalog;
  });
}
