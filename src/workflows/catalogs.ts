// Where a catalog can come from: a live database, desired files, migrations replayed in scratch.
import { type Catalog, type DbObject, type Key, managedName } from '../catalog/catalog.ts';
import { part } from '../catalog/restrict.ts';
import { parseCatalog, type StoredCatalog, storedCatalog } from '../catalog/stored.ts';
import { adoptUnread } from '../catalog/unread.ts';
import type { Database } from '../databases/database.ts';
import { loadDesired } from '../desired/load.ts';
import { originsOf } from '../desired/origins.ts';
import { createdExtensions, createdRoles, type DesiredStatement, mentionedRoles } from '../desired/statements.ts';
import { thisDatabase } from '../desired/this-database.ts';
import { type Location, SchemaError } from '../errors.ts';
import { introspect } from '../introspect/introspect.ts';
import { KINDS } from '../kinds/index.ts';
import type { Migration } from '../migrations/file.ts';
import type { PlanOptions } from '../plan/make-plan.ts';
import type { Step } from '../plan/plan.ts';
import { foreignHistories } from '../runner/history/events.ts';
import { historySchemas } from '../runner/history/history.ts';
import { type Environment, furnishedThrowaway, inScratch } from '../scratch/environment.ts';
import type { Scratch } from '../scratch/scratch.ts';
import { digestOf, digestOfProgram, readCached, writeCached } from './cache.ts';
import { withoutTables } from './foreign-histories.ts';
import { buildSteps } from './prove.ts';
import { runSteps } from './scratch-steps.ts';

/**
 * The live database, without the tool's own history and those that were imported, and without what `managed` leaves
 * out.
 */
export async function readLive(database: Database, managed: readonly string[] = []): Promise<Catalog> {
  const own = await historySchemas(database);
  const { tables, schemas } = await foreignHistories(database, own);
  const catalog = await introspect(database, KINDS, { excludeSchemas: [...own, ...schemas], managed });
  return withoutTables(catalog, tables);
}

/** The subjects that desired statements speak of, of those that are compared only then. */
export function managedBy(statements: readonly DesiredStatement[]): readonly string[] {
  const names = statements.flatMap((statement) =>
    KINDS.flatMap((kind) => (kind.optIn?.of(statement) ?? []).map((subject) => managedName(kind.name, subject))),
  );
  return [...new Set(names)].sort();
}

const readScratch = (scratch: Scratch, environment: Environment): Promise<Catalog> =>
  introspect(scratch, KINDS, {
    inTransaction: scratch.transactionStatus() === 'T',
    forServer: environment.serverVersion,
    managed: environment.managed ?? [],
  });

export interface Desired {
  readonly catalog: Catalog;
  readonly origin: (object: DbObject) => Location | undefined;
}

/** Load desired statements into scratch and read them back. */
export async function readDesired(all: readonly DesiredStatement[], outer: Environment): Promise<Desired> {
  const statements = rolesFirst(all, outer);
  refuseMissingRoles(statements, outer);
  const created = createdRoles(statements);
  const environment = {
    ...outer,
    roles: outer.roles.filter((name) => !created.includes(name)),
    managed: [...new Set([...(outer.managed ?? []), ...managedBy(statements)])],
  };
  const first = await inScratch(environment, async (scratch) => {
    await nameDatabase(scratch, statements);
    const loaded = await loadDesired(scratch, statements, { role: environment.role });
    return loaded.needsCommit ? null : { loaded, catalog: await readScratch(scratch, environment) };
  });
  const { loaded, catalog } = first ?? (await readDesiredCommitting(statements, environment));
  return {
    catalog: withoutUnsaidVersions(catalog, statements),
    origin: (object) => placeOf(object, loaded.origins),
  };
}

/**
 * The same, from the cache where these very statements have been loaded for this very environment before. A server in
 * PGlite's place is not cached: what it is like may change.
 */
export async function readDesiredCached(
  statements: readonly DesiredStatement[],
  environment: Environment,
): Promise<Desired> {
  if (environment.scratch != null) return readDesired(statements, environment);
  const said = statements.map(({ text, session }) => [text, [...session.settings]]);
  const digest = digestOf([await digestOfProgram(), environment, said]);
  const cached = await readCached('catalog', digest);
  if (cached !== null) {
    const origins = originsOf(statements);
    return { catalog: parseCatalog(cached as StoredCatalog), origin: (object) => placeOf(object, origins) };
  }
  const desired = await readDesired(statements, environment);
  await writeCached('catalog', digest, storedCatalog(desired.catalog));
  return desired;
}

/** Whatever else the files say may name the roles they create. The role that runs the migrations is there already. */
function rolesFirst(statements: readonly DesiredStatement[], { role }: Environment): readonly DesiredStatement[] {
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

/** The loader knows types under one word, and routines without their arguments. */
function placeOf(object: DbObject, origins: ReadonlyMap<string, Location>): Location | undefined {
  const identity = object.reference.replace(' ON ', ' on ').replace(/ ?\(.*$| USING .*$/s, '');
  return origins.get(`${object.kind} ${identity}`) ?? origins.get(`type ${identity}`);
}

async function readDesiredCommitting(statements: readonly DesiredStatement[], environment: Environment) {
  const scratch = await furnishedThrowaway(environment);
  try {
    if (scratch.bundles === null && thisDatabase(statements) !== null)
      throw new SchemaError(
        'scratch/unsupported',
        'a server can not stand in for a database that desired files speak of and commit in',
        { hint: 'Leave --scratch out, or the statements about the database.' },
      );
    await nameDatabase(scratch, statements);
    const loaded = await loadDesired(scratch, statements, { role: environment.role, autocommit: true });
    return { loaded, catalog: await readScratch(scratch, environment) };
  } finally {
    await scratch.close();
  }
}

function refuseMissingRoles(statements: readonly DesiredStatement[], environment: Environment): void {
  const known = new Set([...environment.roles, environment.role, ...createdRoles(statements)]);
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
  return withoutVersions(catalog, (object) => said.has(object.reference.replaceAll('"', '')));
}

const OWNERS_OF_MEMBERS = new Set(KINDS.filter((kind) => kind.ownsMembers).map((kind) => kind.name));

export function withoutVersions(catalog: Catalog, keep: (object: DbObject) => boolean = () => false): Catalog {
  const objects = new Map(
    [...catalog.objects].map(([key, object]): [Key, DbObject] => [
      key,
      OWNERS_OF_MEMBERS.has(object.kind) && !keep(object)
        ? { ...object, attributes: { ...object.attributes, version: null } }
        : object,
    ]),
  );
  return { ...catalog, objects };
}

/** What furnished scratch of one environment holds before anything is built in it, read once in a process. */
const empties = new Map<string, Catalog>();

async function readEmpty(scratch: Scratch, environment: Environment): Promise<Catalog> {
  if (scratch.bundles === null) return readScratch(scratch, environment);
  const digest = digestOf(environment);
  const known = empties.get(digest) ?? (await readScratch(scratch, environment));
  empties.set(digest, known);
  return known;
}

/**
 * The steps that make a (part of a) catalog in furnished scratch. What the empty scratch holds besides stays if the
 * whole database has it as well.
 */
export async function stepsToBuild(
  scratch: Scratch,
  wanted: Catalog,
  whole: Catalog,
  environment: Environment,
  options: PlanOptions & { readonly withVersions?: boolean } = {},
): Promise<Step[]> {
  const empty = await readEmpty(scratch, environment);
  const kept = new Set([
    ...wanted.objects.keys(),
    ...[...empty.objects.keys()].filter((key) => whole.objects.has(key)),
  ]);
  const target = part({ ...whole, context: empty.context }, kept);
  return buildSteps(empty, options.withVersions === true ? target : withoutVersions(target), options);
}

/**
 * The echo: a catalog spoken by scratch's own major. It is built there from our own CREATE statements and read back,
 * so that both sides of a comparison are deparsed by one server.
 */
export async function echoIn(scratch: Scratch, wanted: Catalog, whole: Catalog, environment: Environment) {
  // A server in PGlite's place has versions of its own.
  const base = await stepsToBuild(scratch, wanted, whole, environment, { withVersions: scratch.bundles !== null });
  await runSteps(scratch, base, 'Rebuilding the present state');
  const echoed = await readScratch(scratch, environment);
  return { base, catalog: withLiveFacts(echoed, whole) };
}

const withLiveFacts = (echoed: Catalog, live: Catalog): Catalog => ({
  ...adoptUnread(echoed, live),
  unmanaged: live.unmanaged,
  roles: live.roles,
  tablespaces: live.tablespaces ?? [],
  sizes: live.sizes,
});

/** What the database will be once these pending migrations have run. */
export const replay = (live: Catalog, pending: readonly Migration[], environment: Environment): Promise<Catalog> =>
  replayed(live, pending, environment, async () => undefined).then(({ catalog }) => catalog);

/** The same, with what `read` finds in scratch when all have run. */
export async function replayed<Found>(
  live: Catalog,
  pending: readonly Migration[],
  environment: Environment,
  read: (scratch: Scratch) => Promise<Found>,
): Promise<{ readonly catalog: Catalog; readonly found: Found }> {
  const scratch = await furnishedThrowaway(environment);
  try {
    const base = await stepsToBuild(scratch, live, live, environment, { withVersions: scratch.bundles !== null });
    await runSteps(scratch, base, 'Rebuilding the present state');
    for (const { path, text } of pending) {
      await scratch.script(`SET SESSION AUTHORIZATION DEFAULT; RESET ALL; SET search_path = "$user", public`);
      await scratch.script(`SET SESSION AUTHORIZATION "${environment.role.replaceAll('"', '""')}"`);
      await scratch.script(text).catch((cause: unknown) => {
        const message = cause instanceof Error ? cause.message : String(cause);
        throw new SchemaError('migration/failed', `pending migration ${path} does not run in scratch: ${message}`, {
          cause,
          hint: 'Repair or remove it, or apply it to the database first, and plan again.',
        });
      });
    }
    await scratch.script("SET search_path = ''");
    const catalog = withLiveFacts(await readScratch(scratch, environment), live);
    return { catalog, found: await read(scratch) };
  } finally {
    await scratch.close();
  }
}
