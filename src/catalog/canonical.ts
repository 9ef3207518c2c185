// Canonical JSON and fingerprints of catalogs, for the history, plans and caches.
import { createHash } from 'node:crypto';
import type { Catalog, Json } from './catalog.ts';

/** JSON with sorted object keys: equal values have equal text. */
function canonical(value: Json | undefined): string {
  if (value === undefined || value === null) return 'null';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonical(item)).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, item]) => `${JSON.stringify(name)}:${canonical(item)}`).join(',')}}`;
}

export const equal = (before: Json | undefined, after: Json | undefined): boolean =>
  before === after || canonical(before) === canonical(after);

/** Raised whenever the kinds read other attributes: fingerprints of different formats can't be compared. */
const FORMAT = 3;

/**
 * A short name for the state of a database: equal catalogs of one server version have equal fingerprints.
 * Attributes that `ignored` names (by kind and attribute) do not count.
 */
export function fingerprint(catalog: Catalog, ignored: (kind: string, attribute: string) => boolean): string {
  const hash = createHash('sha256');
  for (const key of [...catalog.objects.keys()].sort()) {
    const object = catalog.objects.get(key);
    if (!object) continue;
    const counted = Object.fromEntries(
      Object.entries(object.attributes).filter(([name]) => !ignored(object.kind, name)),
    );
    const grants = object.grants?.map((grant) => ({ ...grant })) ?? null;
    // The role that runs the migrations differs between environments, so its name is replaced in owners and grants.
    const owner = object.owner === catalog.context.role ? null : object.owner;
    hash.update(canonical([key, object.comment, owner, grants, counted]));
  }
  return `${FORMAT}-${hash.digest('hex').slice(0, 16)}`;
}
