// Hazards in the heads of the files, and which of them are accepted; for the runner and `plan`.
import { SchemaError } from '../errors.ts';
import type { DeclaredHazard } from '../migrations/directives.ts';
import type { Migration } from '../migrations/file.ts';

/**
 * Raises `plan/hazard` for blocking hazards that neither `allow` (codes, family letters, `all`) nor the file itself
 * accepts. At this point nothing has run.
 */
export function refuseHazards(migrations: readonly Migration[], allow: readonly string[], now: Date): void {
  refuse(
    migrations.flatMap((migration) =>
      blockingHazards(migration, allow, now).map(({ code, message }) => ({ path: migration.path, code, message })),
    ),
  );
}

/** The same for the files of a dry run. */
export const refuseOf = (files: readonly { readonly path: string; readonly refused: readonly string[] }[]): void =>
  refuse(
    files.flatMap(({ path, refused }) =>
      refused.map((hazard) => ({ path, code: hazard.split(' ')[0] ?? '', message: hazard.replace(/^\S+ /, '') })),
    ),
  );

function refuse(refused: readonly { readonly path: string; readonly code: string; readonly message: string }[]): void {
  if (refused.length === 0) return;
  const codes = [...new Set(refused.map(({ code }) => code))].sort();
  throw new SchemaError('plan/hazard', `refused: ${codes.join(', ')} must be allowed first`, {
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
