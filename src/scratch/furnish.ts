// Scratch prepared like a destination, for states and proofs: roles, extensions, collations, tablespaces.
import { quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { extensionFiles } from './extension-stand-ins.ts';
import { hideCollations, hideNewer } from './hidden.ts';
import type { Scratch } from './interface.ts';
import type { CollationStandIn, Profile } from './profile.ts';
import { ensureRoles, ensureTablespaces, throwawayScratch, warmScratch } from './scratch.ts';
import { readModifiers } from './type-modifiers.ts';

/** Runs `work` in scratch that is prepared for the destination, and undoes all changes. */
export async function inScratch<T>(profile: Profile, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const scratch = await warmScratch(profile.scratch ?? null);
  return scratch.isolated(
    async (isolated) => work(await furnish(isolated, profile)),
    (clean) => prepare(clean, profile),
  );
}

/**
 * A separate scratch that is prepared for the destination, for work that must commit; the caller closes it.
 * `deadlineMs` applies to each call; see `openPglite`.
 */
export async function furnishedThrowaway(profile: Profile, deadlineMs?: number): Promise<Scratch> {
  const scratch = await throwawayScratch(profile.scratch ?? null, deadlineMs);
  await prepare(scratch, profile);
  return furnish(scratch, profile);
}

/**
 * The preparations that can't run in a transaction, or that a rollback does not undo. A server as scratch has its own
 * files and tablespaces.
 */
async function prepare(scratch: Scratch, profile: Profile): Promise<void> {
  if (scratch.bundles === null) return;
  const files = (profile.extensions ?? []).flatMap((standIn) => extensionFiles(standIn));
  if (files.length > 0) await scratch.addFiles(files);
  await ensureTablespaces(scratch, profile.tablespaces ?? []);
}

/**
 * Creates the roles of the destination, gives its schema public the destination's owner and privileges, and sets the
 * session's role.
 */
async function furnish(scratch: Scratch, profile: Profile): Promise<Scratch> {
  const { serverVersion, role, roles } = profile;
  const open = serverVersion < 150000;
  await ensureRoles(scratch, [...roles, role, ...(open ? ['postgres'] : [])]);
  // Before 15, PUBLIC had CREATE on the schema public, and the bootstrap superuser owned it (release notes of 15).
  if (open !== scratch.serverVersion < 150000) {
    const [verb, from, owner] = open ? ['GRANT', 'TO', 'postgres'] : ['REVOKE', 'FROM', 'pg_database_owner'];
    await scratch.script(`${verb} CREATE ON SCHEMA public ${from} PUBLIC; ALTER SCHEMA public OWNER TO ${owner}`);
  }
  await hideNewer(scratch, serverVersion);
  if (profile.collations) await makeCollations(scratch, profile.collations);
  const furnished = await readModifiers(scratch, profile);
  await scratch.script(`SET SESSION AUTHORIZATION ${quoteIdentifier(role)}`);
  return furnished;
}

/** The stand-in of a collation compares bytes: the order of values is not part of a schema. */
async function makeCollations(scratch: Scratch, collations: readonly CollationStandIn[]): Promise<void> {
  if (scratch.bundles === null) return;
  const there = collations.map(({ name }) => name);
  await hideCollations(scratch, there);
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
