// Catalogs in scratch: read from it, built in it, and echoed by it, for desired files, replays and the proof.
import type { Catalog, DbObject, Key } from '../catalog/catalog.ts';
import { part } from '../catalog/restrict.ts';
import { adoptUnread } from '../catalog/unread.ts';
import { introspect } from '../introspect/introspect.ts';
import { KINDS } from '../kinds/index.ts';
import type { PlanOptions } from '../plan/make-plan.ts';
import type { Step } from '../plan/plan.ts';
import type { Scratch } from '../scratch/interface.ts';
import type { Profile } from '../scratch/profile.ts';
import { buildSteps } from './build-steps.ts';
import { digestOf } from './cache.ts';
import { runSteps } from './run-steps.ts';

/** What scratch holds, told as `profile`'s server would. */
export const readScratch = (scratch: Scratch, profile: Profile): Promise<Catalog> =>
  introspect(scratch, KINDS, {
    inTransaction: scratch.transactionStatus() === 'T',
    forServer: profile.serverVersion,
    managed: profile.managed ?? [],
  });

const OWNERS_OF_MEMBERS = new Set(KINDS.filter((kind) => kind.traits?.ownsMembers).map((kind) => kind.name));

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

/** What furnished scratch of one profile holds before anything is built in it, read once in a process. */
const empties = new Map<string, Catalog>();

async function readEmpty(scratch: Scratch, profile: Profile): Promise<Catalog> {
  if (scratch.bundles === null) return readScratch(scratch, profile);
  const digest = digestOf(profile);
  const known = empties.get(digest) ?? (await readScratch(scratch, profile));
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
  profile: Profile,
  options: PlanOptions & { readonly withVersions?: boolean } = {},
): Promise<Step[]> {
  const empty = await readEmpty(scratch, profile);
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
export async function echoIn(scratch: Scratch, wanted: Catalog, whole: Catalog, profile: Profile) {
  // A server in PGlite's place has versions of its own.
  const base = await stepsToBuild(scratch, wanted, whole, profile, { withVersions: scratch.bundles !== null });
  await runSteps(scratch, base, 'Rebuilding the present state');
  const echoed = await readScratch(scratch, profile);
  return { base, catalog: withLiveFacts(echoed, whole) };
}

/** What scratch can't tell of a live database: unread attributes, roles, tablespaces, sizes. */
export const withLiveFacts = (echoed: Catalog, live: Catalog): Catalog => ({
  ...adoptUnread(echoed, live),
  unmanaged: live.unmanaged,
  roles: live.roles,
  tablespaces: live.tablespaces ?? [],
  sizes: live.sizes,
});
