// The catalog of desired files: loaded into scratch and read back, or from the cache.
import { type Catalog, type DbObject, isNamespace, managedName } from '../catalog/catalog.ts';
import { parseCatalog, type StoredCatalog, storedCatalog } from '../catalog/stored.ts';
import { loadDesired } from '../desired/load.ts';
import { originsOf } from '../desired/origins.ts';
import { createdExtensions, createdRoles, type DesiredStatement, mentionedRoles } from '../desired/statements.ts';
import { thisDatabase } from '../desired/this-database.ts';
import { type Location, SchemaError } from '../errors.ts';
import { KINDS } from '../kinds/index.ts';
import { WORDS } from '../kinds/words.ts';
import { furnishedThrowaway, inScratch } from '../scratch/furnish.ts';
import type { Scratch } from '../scratch/interface.ts';
import type { Profile } from '../scratch/profile.ts';
import { qualifiedName } from '../sql/identifiers.ts';
import { digestOf, digestOfProgram, readCached, writeCached } from './cache.ts';
import { readScratch, withoutVersions } from './scratch-catalog.ts';

/** The subjects that desired statements speak of, of those that are compared only then. */
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
export async function readDesired(all: readonly DesiredStatement[], outer: Profile): Promise<Desired> {
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
    const loaded = await loadDesired(scratch, statements, WORDS, { role: profile.role });
    return loaded.needsCommit ? null : { loaded, catalog: await readScratch(scratch, profile) };
  });
  const { loaded, catalog } = first ?? (await readDesiredCommitting(statements, profile));
  return {
    catalog: withoutUnsaidVersions(catalog, statements),
    origin: (object) => placeOf(object, loaded.origins),
  };
}

/**
 * The same, from the cache where these very statements have been loaded for this very profile before. A server in
 * PGlite's place is not cached: what it is like may change.
 */
export async function readDesiredCached(statements: readonly DesiredStatement[], profile: Profile): Promise<Desired> {
  if (profile.scratch != null) return readDesired(statements, profile);
  const said = statements.map(({ text, session }) => [text, [...session.settings]]);
  const digest = digestOf([await digestOfProgram(), profile, said]);
  const cached = await readCached('catalog', digest);
  if (cached !== null) {
    const origins = originsOf(statements, WORDS);
    return { catalog: parseCatalog(cached as StoredCatalog), origin: (object) => placeOf(object, origins) };
  }
  const desired = await readDesired(statements, profile);
  await writeCached('catalog', digest, storedCatalog(desired.catalog));
  return desired;
}

/** Whatever else the files say may name the roles they create. The role that runs the migrations is there already. */
function rolesFirst(statements: readonly DesiredStatement[], { role }: Profile): readonly DesiredStatement[] {
  const isRole = ({ type }: DesiredStatement): boolean => type === 'CreateRoleStmt';
  const there = (statement: DesiredStatement): boolean =>
    createdRoles([statement]).some((name) => name === role || name === SCRATCH_ROLE);
  return [
    ...statements.filter((statement) => isRole(statement) && !there(statement)),
    ...statements.filter((statement) => !isRole(statement)),
  ];
}

/** The first role of every scratch. */
const SCRATCH_ROLE = 'postgres';

/** Whatever name the files give the database, it is scratch's while they are loaded. */
async function nameDatabase(scratch: Scratch, statements: readonly DesiredStatement[]): Promise<void> {
  const name = thisDatabase(statements);
  if (name === null) return;
  await scratch.query('UPDATE pg_catalog.pg_database SET datname = $1 WHERE datname = pg_catalog.current_database()', [
    name,
  ]);
}

/** The loader knows types under one word, and what has arguments or an access method by its name alone. */
function placeOf(object: DbObject, origins: ReadonlyMap<string, Location>): Location | undefined {
  const { parent, namespace, name, reference } = object;
  const whole = parent !== null || namespace === null || isNamespace(object) || name === reference;
  const identity = whole ? reference : qualifiedName(namespace, name);
  return origins.get(`${object.kind} ${identity}`) ?? origins.get(`type ${identity}`);
}

async function readDesiredCommitting(statements: readonly DesiredStatement[], profile: Profile) {
  const scratch = await furnishedThrowaway(profile);
  try {
    if (scratch.bundles === null && thisDatabase(statements) !== null)
      throw new SchemaError(
        'scratch/unsupported',
        'a server can not stand in for a database that desired files speak of and commit in',
        { hint: 'Leave --scratch out, or the statements about the database.' },
      );
    await nameDatabase(scratch, statements);
    const loaded = await loadDesired(scratch, statements, WORDS, { role: profile.role, autocommit: true });
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

/** An extension's version counts only where the files state one: whatever is installed will do otherwise. */
function withoutUnsaidVersions(catalog: Catalog, statements: readonly DesiredStatement[]): Catalog {
  const said = new Set(
    createdExtensions(statements)
      .filter(({ version }) => version !== undefined)
      .map(({ name }) => name),
  );
  return withoutVersions(catalog, (object) => said.has(object.name));
}
