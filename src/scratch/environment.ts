// What desired files take as given and scratch must have: the destination's roles, extensions, collations, tablespaces.
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { type ExtensionStandIn, extensionFiles } from './extension-stand-ins.ts';
import { ensureRoles, ensureTablespaces, type Scratch, throwawayScratch, warmScratch } from './scratch.ts';
import { readModifiers } from './type-modifiers.ts';

/** What scratch must look like before anything is loaded, so that it is a fresh database of the destination. */
export interface Environment {
  /** `server_version_num` of the destination. */
  readonly serverVersion: number;
  /** Who runs the statements. */
  readonly role: string;
  readonly roles: readonly string[];
  /** URL of a server that holds scratch in PGlite's place. */
  readonly scratch?: string | null;
  /** Extensions that PGlite lacks. */
  readonly extensions?: readonly ExtensionStandIn[];
  /** Collations in pg_catalog that the operating system of the destination brought. */
  readonly collations?: readonly CollationStandIn[];
  readonly tablespaces?: readonly string[];
  /** See `CatalogContext.managed`. */
  readonly managed?: readonly string[];
  /** How the destination spells type modifiers that desired files use: `geometry(POINT,4326)` is `Point,4326`. */
  readonly modifiers?: Readonly<Record<string, string>>;
}

export interface CollationStandIn {
  readonly name: string;
  readonly deterministic: boolean;
}

/** Run `work` in scratch furnished for the destination; nothing stays. */
export async function inScratch<T>(environment: Environment, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const scratch = await warmScratch(environment.scratch ?? null);
  return scratch.isolated(
    async (isolated) => work(await furnish(isolated, environment)),
    (clean) => prepare(clean, environment),
  );
}

/** A furnished scratch of one's own, for what must commit; close it. `deadlineMs` is for each call; see `openPglite`. */
export async function furnishedThrowaway(environment: Environment, deadlineMs?: number): Promise<Scratch> {
  const scratch = await throwawayScratch(environment.scratch ?? null, deadlineMs);
  await prepare(scratch, environment);
  return furnish(scratch, environment);
}

/** What can't be done in a transaction, or isn't undone with one. A server has its own files and tablespaces. */
async function prepare(scratch: Scratch, environment: Environment): Promise<void> {
  if (scratch.bundles === null) return;
  const files = (environment.extensions ?? []).flatMap((standIn) => extensionFiles(standIn));
  if (files.length > 0) await scratch.addFiles(files);
  await ensureTablespaces(scratch, environment.tablespaces ?? []);
}

/** Roles of the destination, its public schema, and everything done as its role. */
async function furnish(scratch: Scratch, environment: Environment): Promise<Scratch> {
  const { serverVersion, role, roles } = environment;
  const open = serverVersion < 150000;
  await ensureRoles(scratch, [...roles, role, ...(open ? ['postgres'] : [])]);
  // Before 15 everybody could create in public, and it belonged to the first superuser (release notes of 15).
  if (open !== scratch.serverVersion < 150000) {
    const [verb, from, owner] = open ? ['GRANT', 'TO', 'postgres'] : ['REVOKE', 'FROM', 'pg_database_owner'];
    await scratch.script(`${verb} CREATE ON SCHEMA public ${from} PUBLIC; ALTER SCHEMA public OWNER TO ${owner}`);
  }
  await makeCollations(scratch, environment.collations ?? []);
  const furnished = await readModifiers(scratch, environment);
  await scratch.script(`SET SESSION AUTHORIZATION ${quoteIdentifier(role)}`);
  return furnished;
}

/** A comparison by bytes stands in: what sorts how is not a part of a schema. */
async function makeCollations(scratch: Scratch, collations: readonly CollationStandIn[]): Promise<void> {
  if (scratch.bundles === null || collations.length === 0) return;
  const rows = await scratch.query(
    `SELECT collname FROM pg_catalog.pg_collation WHERE collnamespace = 'pg_catalog'::pg_catalog.regnamespace`,
  );
  const known = new Set(rows.map((row) => row['collname']));
  const missing = collations.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return;
  const statements = missing.map(({ name, deterministic }) =>
    deterministic
      ? `CREATE COLLATION pg_catalog.${quoteIdentifier(name)} (provider = libc, locale = 'C')`
      : `CREATE COLLATION pg_catalog.${quoteIdentifier(name)} (provider = icu, locale = ${quoteLiteral('und')}, deterministic = false)`,
  );
  await scratch.script(['SET LOCAL allow_system_table_mods = on', ...statements].join(';\n'));
  await scratch.script('RESET allow_system_table_mods');
}
