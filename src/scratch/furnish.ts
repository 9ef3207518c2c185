// Scratch made like a destination: its roles, extensions, collations and tablespaces, before anything is loaded.
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { extensionFiles } from './extension-stand-ins.ts';
import type { Scratch } from './interface.ts';
import type { CollationStandIn, Profile } from './profile.ts';
import { ensureRoles, ensureTablespaces, throwawayScratch, warmScratch } from './scratch.ts';
import { readModifiers } from './type-modifiers.ts';

/** Run `work` in scratch furnished for the destination; nothing stays. */
export async function inScratch<T>(profile: Profile, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const scratch = await warmScratch(profile.scratch ?? null);
  return scratch.isolated(
    async (isolated) => work(await furnish(isolated, profile)),
    (clean) => prepare(clean, profile),
  );
}

/** A furnished scratch of one's own, for what must commit; close it. `deadlineMs` is for each call; see `openPglite`. */
export async function furnishedThrowaway(profile: Profile, deadlineMs?: number): Promise<Scratch> {
  const scratch = await throwawayScratch(profile.scratch ?? null, deadlineMs);
  await prepare(scratch, profile);
  return furnish(scratch, profile);
}

/** What can't be done in a transaction, or isn't undone with one. A server has its own files and tablespaces. */
async function prepare(scratch: Scratch, profile: Profile): Promise<void> {
  if (scratch.bundles === null) return;
  const files = (profile.extensions ?? []).flatMap((standIn) => extensionFiles(standIn));
  if (files.length > 0) await scratch.addFiles(files);
  await ensureTablespaces(scratch, profile.tablespaces ?? []);
}

/** Roles of the destination, its public schema, and everything done as its role. */
async function furnish(scratch: Scratch, profile: Profile): Promise<Scratch> {
  const { serverVersion, role, roles } = profile;
  const open = serverVersion < 150000;
  await ensureRoles(scratch, [...roles, role, ...(open ? ['postgres'] : [])]);
  // Before 15 everybody could create in public, and it belonged to the first superuser (release notes of 15).
  if (open !== scratch.serverVersion < 150000) {
    const [verb, from, owner] = open ? ['GRANT', 'TO', 'postgres'] : ['REVOKE', 'FROM', 'pg_database_owner'];
    await scratch.script(`${verb} CREATE ON SCHEMA public ${from} PUBLIC; ALTER SCHEMA public OWNER TO ${owner}`);
  }
  await makeCollations(scratch, profile.collations ?? []);
  const furnished = await readModifiers(scratch, profile);
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
