// Values that nobody declares, made equal on both sides of a comparison: names that PostgreSQL chose. For plans and proofs.
import type { Attributes, Catalog, DbObject, Key } from '../catalog/catalog.ts';
import { kindsByName } from '../diff/diff.ts';
import type { Kind } from '../kinds/kind.ts';

/** The wanted catalog with the present values of what no desired statement declares; see `Kind.undeclared`. */
export function withUndeclared(wanted: Catalog, present: Catalog, kinds: readonly Kind[]): Catalog {
  const byName = kindsByName(kinds.filter((kind) => kind.undeclared));
  const objects = new Map<Key, DbObject>(wanted.objects);
  for (const object of wanted.objects.values()) {
    const counterpart = present.objects.get(object.key);
    const kept = counterpart && byName.get(object.kind)?.undeclared?.(object, counterpart);
    if (kept) objects.set(object.key, { ...object, attributes: { ...object.attributes, ...(kept as Attributes) } });
  }
  return { ...wanted, objects };
}
