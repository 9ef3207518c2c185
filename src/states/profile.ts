// The profile of a server: its roles, tablespaces, collations and extensions, which scratch imitates so that desired
// files load as on the server.
import { readFile } from 'node:fs/promises';
import type { Catalog } from '../catalog/catalog.ts';
import type { Database } from '../databases/database.ts';
import { bundledExtensions } from '../databases/pglite.ts';
import { rolledBack } from '../databases/transaction.ts';
import { createdExtensions, type DesiredStatement } from '../desired/statements.ts';
import { SchemaError } from '../errors.ts';
import { writeWhole } from '../files/text.ts';
import { WORDS } from '../kinds/words.ts';
import {
  type ExtensionStandIn,
  type OfferedExtension,
  offeredExtensions,
  readExtension,
} from '../scratch/extension-stand-ins.ts';
import type { CollationStandIn, Profile } from '../scratch/profile.ts';
import { modifierPlaces, spelling } from '../scratch/type-modifiers.ts';
import type { Project } from '../settings/project.ts';
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { majorOf } from '../sql/major.ts';
import { locateIn } from '../sql/source.ts';
import { digestOf, readCached, writeCached } from './cache.ts';

export const profileOf = (catalog: Catalog): Profile => ({
  ...catalog.context,
  roles: catalog.roles,
  tablespaces: catalog.tablespaces ?? [],
});

/** The extension that every PGlite has. */
const BUILT_IN = 'plpgsql';
const OF_PGLITE: ReadonlySet<string> = new Set([BUILT_IN, ...bundledExtensions]);

/**
 * What scratch needs to be like `database`, for these desired statements. Extensions that PGlite lacks are read from
 * the server: from an installed one, or else by creating it in a transaction that is rolled back.
 * Errors: `desired/load` where the server does not offer what a statement creates.
 */
export async function readProfile(
  project: Pick<Project, 'scratch' | 'report'>,
  database: Database,
  catalog: Catalog,
  statements: readonly DesiredStatement[] = [],
): Promise<Profile> {
  const profile = { ...profileOf(catalog), scratch: project.scratch };
  const offered = await offeredExtensions(database);
  refuseUnoffered(statements, offered, database.label);
  if (project.scratch !== null) return profile;
  const installed = [...offered.values()].filter((extension) => extension.installed !== null);
  const wanted = withRequired(
    [...installed.map(({ name }) => name), ...createdExtensions(statements).map(({ name }) => name)],
    offered,
  );
  const extensions: ExtensionStandIn[] = [];
  for (const extension of wanted) extensions.push(await standInFor(database, extension, project));
  return {
    ...profile,
    extensions,
    modifiers: await readSpellings(database, extensions, statements),
    collations: await readCollations(database, statements),
  };
}

/** Extensions that PGlite lacks, each after the extensions that it requires. */
function withRequired(names: readonly string[], offered: ReadonlyMap<string, OfferedExtension>): OfferedExtension[] {
  const found = new Map<string, OfferedExtension>();
  const visit = (name: string): void => {
    const extension = offered.get(name);
    if (extension === undefined || found.has(name) || OF_PGLITE.has(name)) return;
    for (const required of extension.requires) visit(required);
    found.set(name, extension);
  };
  for (const name of names) visit(name);
  return [...found.values()];
}

function refuseUnoffered(
  statements: readonly DesiredStatement[],
  offered: ReadonlyMap<string, OfferedExtension>,
  label: string,
): void {
  for (const { name, version, statement } of createdExtensions(statements)) {
    const extension = offered.get(name);
    const location = locateIn(statement.source, statement.start);
    if (extension === undefined) {
      throw new SchemaError('desired/load', `the server has no extension ${quoteIdentifier(name)}`, {
        location,
        hint: `Install its files on the server of ${label}, or take the statement out.`,
      });
    }
    if (version === undefined || extension.versions.includes(version) || extension.installed === version) continue;
    throw new SchemaError('desired/load', `the server has no version ${version} of extension ${name}`, {
      location,
      hint: `It offers ${extension.versions.join(', ')}.`,
    });
  }
}

/** To be raised when the script of a stand-in changes. */
const FORMAT = 3;

async function standInFor(
  database: Database,
  extension: OfferedExtension,
  project: Pick<Project, 'report'>,
): Promise<ExtensionStandIn> {
  if (extension.installed !== null) return readExtension(database, extension, WORDS);
  const { name, versions } = extension;
  const major = majorOf(database.serverVersion);
  const digest = digestOf([FORMAT, name, versions, major]);
  const cached = await readCached('stand-in', digest);
  if (cached !== null) return cached as ExtensionStandIn;
  project.report({
    kind: 'phase',
    text: `asking the server what extension ${name} consists of (created in a transaction that is rolled back)`,
  });
  const standIn = await probe(database, extension);
  await writeCached('stand-in', digest, standIn);
  return standIn;
}

/** Creates the extension in a transaction, reads it, and rolls back. */
async function probe(database: Database, extension: OfferedExtension): Promise<ExtensionStandIn> {
  const { name } = extension;
  try {
    return await rolledBack(
      database,
      `BEGIN; SET LOCAL lock_timeout = '5s'; SET LOCAL client_min_messages = error;
       CREATE EXTENSION ${quoteIdentifier(name)} CASCADE`,
      () => readExtension(database, extension, WORDS),
    );
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new SchemaError('desired/load', `extension ${name} is not in PGlite, and the server told nothing of it`, {
      detail: message,
      hint:
        'Plan as a role that may create it, install it first, save a profile of a server that has it ' +
        '(schema pull --environment), or plan on a real server (--scratch postgres://…).',
      cause,
    });
  }
}

/** The destination's spelling of each type modifier that desired files use with a type of a stand-in. */
async function readSpellings(
  database: Database,
  extensions: readonly ExtensionStandIn[],
  statements: readonly DesiredStatement[],
): Promise<Readonly<Record<string, string>>> {
  const readers = new Map(extensions.flatMap(({ modified }) => Object.entries(modified)));
  const types = new Set(readers.keys());
  const said = new Map<string, { readonly type: string; readonly text: string }>();
  for (const { text } of types.size === 0 ? [] : statements) {
    if (![...types].some((type) => text.includes(type))) continue;
    for (const { type, from, to } of modifierPlaces(text, types)) {
      const words = spelling(text.slice(from, to));
      said.set(`${type}(${words})`, { type, text: words });
    }
  }
  const spellings: Record<string, string> = {};
  for (const [key, { type, text }] of said) {
    const array = `{${text
      .split(',')
      .map((word) => `"${word.replaceAll(/["\\]/g, '\\$&')}"`)
      .join(',')}}`;
    // Without the extension on the server, the spelling of the files is kept.
    const rows = await database
      .query(
        `SELECT format_type(t.oid, ${readers.get(type)}(${quoteLiteral(array)}::cstring[])) AS text
           FROM pg_catalog.pg_type t WHERE t.typname = $1::name AND t.typmodin <> 0 LIMIT 1`,
        [type],
      )
      .catch(() => []);
    const canonical = /\((.*)\)$/.exec(String(rows[0]?.['text'] ?? ''))?.[1];
    if (canonical !== undefined) spellings[key] = canonical;
  }
  return spellings;
}

/** Collations of the operating system that the database uses or desired files name. */
async function readCollations(
  database: Database,
  statements: readonly DesiredStatement[],
): Promise<readonly CollationStandIn[]> {
  const named = statements.flatMap(({ text }) =>
    [...text.matchAll(/\b(?:COLLATE\s|COLLATION\s*=|FROM\s)\s*(?:pg_catalog\s*\.\s*)?(?:"([^"]+)"|(\w+))/gi)].map(
      ([, quoted, bare]) => quoted ?? (bare ?? '').toLowerCase(),
    ),
  );
  const rows = await database.query(
    `SELECT DISTINCT c.collname AS name, c.collisdeterministic AS deterministic FROM pg_catalog.pg_collation c
      WHERE c.collnamespace = 'pg_catalog'::pg_catalog.regnamespace
        AND c.collencoding IN (-1, (SELECT encoding FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()))
        AND (c.collname = ANY ($1::text[]) OR EXISTS (
               SELECT FROM pg_catalog.pg_depend d WHERE d.refclassid = 'pg_catalog.pg_collation'::pg_catalog.regclass AND d.refobjid = c.oid))
      ORDER BY 1`,
    [named],
  );
  return rows.map((row) => ({ name: String(row['name']), deterministic: row['deterministic'] === true }));
}

/** The profile of PGlite itself, for states without a server. */
const NO_SERVER: Profile = { serverVersion: 180000, role: 'postgres', roles: [] };

/**
 * The profile that `pull --environment` wrote, for planning where no server is at hand; without one, PGlite as it is.
 * Errors: `config/invalid`.
 */
export async function savedProfile(project: Pick<Project, 'scratch' | 'profile'>): Promise<Profile> {
  const { scratch, profile } = project;
  const text = await readFile(profile, 'utf8').catch(() => null);
  if (text === null) return { ...NO_SERVER, scratch };
  try {
    const saved: unknown = JSON.parse(text);
    const version = saved !== null && typeof saved === 'object' ? Reflect.get(saved, 'serverVersion') : undefined;
    if (typeof version === 'number') return { ...(saved as Profile), scratch };
  } catch (cause) {
    throw notAProfile(profile, cause);
  }
  throw notAProfile(profile, undefined);
}

const notAProfile = (file: string, cause: unknown): SchemaError =>
  new SchemaError('config/invalid', `${file} is no profile of a server`, {
    hint: 'Write it again with: schema pull --environment',
    cause,
  });

/** Writes the file that `savedProfile` reads, without the URL of a scratch server, which belongs to the machine. */
export async function saveProfile(file: string, { scratch: _, ...profile }: Profile): Promise<void> {
  await writeWhole(file, `${JSON.stringify(profile, null, 2)}\n`);
}
