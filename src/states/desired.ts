// The catalog of desired files: loaded into scratch and read back, or from the cache. For plans and comparisons.
import { type Catalog, type DbObject, isNamespace, managedName } from '../catalog/catalog.ts';
import { parseCatalog, type StoredCatalog, storedCatalog } from '../catalog/stored.ts';
import { defined } from '../defined.ts';
import { loadDesired } from '../desired/load.ts';
import { originsOf } from '../desired/origins.ts';
import { createdExtensions, createdRoles, type DesiredStatement, mentionedRoles } from '../desired/statements.ts';
import { thisDatabase } from '../desired/this-database.ts';
import { type Location, SchemaError } from '../errors.ts';
import { KINDS } from '../kinds/index.ts';
import { WORDS } from '../kinds/words.ts';
import { furnishedThrowaway, inScratch } from '../scratch/furnish.ts';
import type { Scratch } from '../scratch/interface.ts';
import { isBeyondLimit, type ScratchLimits } from '../scratch/limits.ts';
import type { Profile } from '../scratch/profile.ts';
import type { Project } from '../settings/project.ts';
import { qualifiedName } from '../sql/identifiers.ts';
import { digestOf, digestOfProgram, readCached, writeCached } from './cache.ts';
import { readScratch, withoutVersions } from './scratch-catalog.ts';

/** The subjects of kinds with `optIn` that desired statements name. */
export function managedBy(statements: readonly DesiredStatement[]): readonly string[] {
  const names = statements.flatMap((statement) =>
    KINDS.flatMap((kind) => (kind.optIn?.of(statement) ?? []).map((subject) => managedName(kind.name, subject))),
  );
  return [...new Set(names)].sort();
}

export interface Desired {
  readonly catalog: Catalog;
  readonly origin: (object: DbObject) => Location | undefined;
}

/** Load desired statements into scratch and read them back. */
export async function readDesired(
  all: readonly DesiredStatement[],
  outer: Profile,
  limits?: ScratchLimits,
): Promise<Desired> {
  const statements = rolesFirst(all, outer);
  refuseMissingRoles(statements, outer);
  const created = createdRoles(statements);
  const profile = {
    ...outer,
    roles: outer.roles.filter((name) => !created.includes(name)),
    managed: [...new Set([...(outer.managed ?? []), ...managedBy(statements)])],
  };
  const first = await inScratch(profile, async (scratch) => {
    await nameDatabase(scratch, statements);
    const loaded = await loadDesired(scratch, statements, WORDS, { role: profile.role, ...defined({ limits }) });
    return loaded.needsCommit ? null : { loaded, catalog: await readScratch(scratch, profile) };
  }).catch((error: unknown) => {
    // A message has many statements: sent one by one they show which of them does not end.
    if (isBeyondLimit(error)) return null;
    throw error;
  });
  const { loaded, catalog } = first ?? (await readDesiredCommitting(statements, profile, limits));
  return {
    catalog: withoutUnsaidVersions(catalog, statements),
    origin: (object) => placeOf(object, loaded.origins),
  };
}

/**
 * The desired state of a project, from the cache where the same statements were loaded for the same profile before. With
 * a server as scratch there is no caching: the server may change.
 */
export async function desiredOf(
  { cache, scratchLimits }: Pick<Project, 'cache' | 'scratchLimits'>,
  statements: readonly DesiredStatement[],
  profile: Profile,
): Promise<Desired> {
  if (cache !== true || profile.scratch != null) return readDesired(statements, profile, scratchLimits);
  const said = statements.map(({ text, session }) => [text, [...session.settings]]);
  const digest = digestOf([await digestOfProgram(), profile, said]);
  const cached = await readCached('catalog', digest);
  if (cached !== null) {
    const origins = originsOf(statements, WORDS);
    return { catalog: parseCatalog(cached as StoredCatalog), origin: (object) => placeOf(object, origins) };
  }
  const desired = await readDesired(statements, profile, scratchLimits);
  await writeCached('catalog', digest, storedCatalog(desired.catalog));
  return desired;
}

/**
 * CREATE ROLE statements run first: all others may name the roles. The role that runs the migrations exists already.
 */
function rolesFirst(statements: readonly DesiredStatement[], { role }: Profile): readonly DesiredStatement[] {
  const isRole = ({ type }: DesiredStatement): boolean => type === 'CreateRoleStmt';
  const there = (statement: DesiredStatement): boolean =>
    createdRoles([statement]).some((name) => name === role || name === SCRATCH_ROLE);
  return [
    ...statements.filter((statement) => isRole(statement) && !there(statement)),
    ...statements.filter((statement) => !isRole(statement)),
  ];
}

/** The bootstrap superuser of every scratch. */
const SCRATCH_ROLE = 'postgres';

/** While desired files are loaded, scratch's database has the name that they use. */
async function nameDatabase(scratch: Scratch, statements: readonly DesiredStatement[]): Promise<void> {
  const name = thisDatabase(statements);
  if (name === null) return;
  await scratch.query('UPDATE pg_catalog.pg_database SET datname = $1 WHERE datname = pg_catalog.current_database()', [
    name,
  ]);
}

/** The loader's origins have one word for all types, and names without arguments and access methods. */
function placeOf(object: DbObject, origins: ReadonlyMap<string, Location>): Location | undefined {
  const { parent, namespace, name, reference } = object;
  const whole = parent !== null || namespace === null || isNamespace(object) || name === reference;
  const identity = whole ? reference : qualifiedName(namespace, name);
  return origins.get(`${object.kind} ${identity}`) ?? origins.get(`type ${identity}`);
}

async function readDesiredCommitting(
  statements: readonly DesiredStatement[],
  profile: Profile,
  limits: ScratchLimits | undefined,
) {
  const scratch = await furnishedThrowaway(profile);
  try {
    if (scratch.bundles === null && thisDatabase(statements) !== null)
      throw new SchemaError(
        'scratch/unsupported',
        'a server can not stand in for a database that desired files speak of and commit in',
        { hint: 'Leave --scratch out, or the statements about the database.' },
      );
    await nameDatabase(scratch, statements);
    const options = { role: profile.role, autocommit: true, ...defined({ limits }) };
    const loaded = await loadDesired(scratch, statements, WORDS, options);
    return { loaded, catalog: await readScratch(scratch, profile) };
  } finally {
    await scratch.close();
  }
}

function refuseMissingRoles(statements: readonly DesiredStatement[], profile: Profile): void {
  const known = new Set([...profile.roles, profile.role, ...createdRoles(statements)]);
  const missing = mentionedRoles(statements).filter((role) => !known.has(role) && !/^(pg_|public$)/i.test(role));
  if (missing.length === 0) return;
  throw new SchemaError('desired/load', `the server has no role ${missing.map((role) => `"${role}"`).join(', ')}`, {
    hint: 'Roles belong to the cluster: create them there first, or correct the name in the desired files.',
  });
}

/** An extension's version is compared only where the files state one: any installed version is accepted otherwise. */
function withoutUnsaidVersions(catalog: Catalog, statements: readonly DesiredStatement[]): Catalog {
  const said = new Set(
    createdExtensions(statements)
      .filter(({ version }) => version !== undefined)
      .map(({ name }) => name),
  );
  return withoutVersions(catalog, (object) => said.has(object.name));
}
