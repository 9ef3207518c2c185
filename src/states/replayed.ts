// The catalog after migrations are replayed in scratch, for plans against pending migrations and for checks.
import type { Catalog } from '../catalog/catalog.ts';
import { SchemaError } from '../errors.ts';
import type { Migration } from '../migrations/file.ts';
import { furnishedThrowaway } from '../scratch/furnish.ts';
import type { Scratch } from '../scratch/interface.ts';
import type { Profile } from '../scratch/profile.ts';
import { runSteps } from './run-steps.ts';
import { readScratch, stepsToBuild, withLiveFacts } from './scratch-catalog.ts';

/** The catalog of the database after these pending migrations. */
export const replay = (live: Catalog, pending: readonly Migration[], profile: Profile): Promise<Catalog> =>
  replayed(live, pending, profile, async () => undefined).then(({ catalog }) => catalog);

/** The same, with the result of `read` in scratch after all migrations. */
export async function replayed<Found>(
  live: Catalog,
  pending: readonly Migration[],
  profile: Profile,
  read: (scratch: Scratch) => Promise<Found>,
): Promise<{ readonly catalog: Catalog; readonly found: Found }> {
  const scratch = await furnishedThrowaway(profile);
  try {
    const base = await stepsToBuild(scratch, live, live, profile, { withVersions: scratch.bundles !== null });
    await runSteps(scratch, base, 'Rebuilding the present state');
    for (const { path, text } of pending) {
      await scratch.script(`SET SESSION AUTHORIZATION DEFAULT; RESET ALL; SET search_path = "$user", public`);
      // As in the runner, nothing of a session reaches the next file.
      await scratch.script('CLOSE ALL; UNLISTEN *; DISCARD SEQUENCES; DISCARD TEMP');
      await scratch.script(`SET SESSION AUTHORIZATION "${profile.role.replaceAll('"', '""')}"`);
      await scratch.script(text).catch((cause: unknown) => {
        const message = cause instanceof Error ? cause.message : String(cause);
        throw new SchemaError('migration/failed', `pending migration ${path} does not run in scratch: ${message}`, {
          cause,
          hint: 'Repair or remove it, or apply it to the database first, and plan again.',
        });
      });
    }
    await scratch.script("SET search_path = ''");
    const catalog = withLiveFacts(await readScratch(scratch, profile), live);
    return { catalog, found: await read(scratch) };
  } finally {
    await scratch.close();
  }
}
