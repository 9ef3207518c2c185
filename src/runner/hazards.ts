// Hazards in the heads of the files, and which of them are accepted; for the runner and `plan`.
import { SchemaError } from '../errors.ts';
import type { DeclaredHazard } from '../migrations/directives.ts';
import type { Migration } from '../migrations/file.ts';

/**
 * Raises `plan/hazard` for blocking hazards that neither `allow` (codes, family letters, `all`) nor the file itself
 * accepts. At this point nothing has run.
 */
export function refuseHazards(migrations: readonly Migration[], allow: readonly string[], now: Date): void {
  const error = hazardsRefused(
    migrations.flatMap((migration) =>
      blockingHazards(migration, allow, now).map((hazard) => ({ path: migration.path, ...hazard })),
    ),
  );
  if (error !== null) throw error;
}

/** The error for hazards that nobody has accepted; null where there is none. */
export function hazardsRefused(
  refused: readonly { readonly path: string; readonly code: string; readonly message: string }[],
): SchemaError | null {
  if (refused.length === 0) return null;
  const codes = [...new Set(refused.map(({ code }) => code))].sort();
  return new SchemaError('plan/hazard', `refused: ${codes.join(', ')} must be allowed first`, {
    detail: refused.map(({ path, code, message }) => `${code} in ${path}: ${message}`).join('\n'),
    hint: `Nothing ran. If this is meant, say so: --allow ${codes.join(',')}`,
  });
}

/** The blocking hazards of a file that are not accepted. */
export function blockingHazards(migration: Migration, allow: readonly string[], now: Date): readonly DeclaredHazard[] {
  const today = now.toISOString().slice(0, 10);
  const acknowledged = new Set(
    migration.directives.acknowledgements
      .filter((acknowledgement) => acknowledgement.until === undefined || acknowledgement.until >= today)
      .map((acknowledgement) => acknowledgement.code),
  );
  return migration.directives.hazards.filter(
    (hazard) => hazard.blocking && !acknowledged.has(hazard.code) && !isAllowed(hazard.code, allow),
  );
}

function isAllowed(code: string, allow: readonly string[]): boolean {
  return allow.some((word) => {
    const wanted = word.trim().toUpperCase();
    return wanted === 'ALL' || wanted === code || (wanted.length === 1 && code.startsWith(wanted));
  });
}
