// Attributes that the session had no right to read, made unknown on both sides of a comparison.
import type { Catalog, DbObject, Key } from './catalog.ts';

/**
 * The catalog with those attributes set to unknown that `other` could not read, so that no plan changes them. This
 * catalog may know the values, from a role with more rights or from scratch.
 */
export function adoptUnread(catalog: Catalog, other: Catalog): Catalog {
  const unread = [...other.objects.values()].filter((object) => object.unread && catalog.objects.has(object.key));
  if (unread.length === 0) return catalog;
  const objects = new Map<Key, DbObject>(catalog.objects);
  for (const { key, unread: names = [] } of unread) {
    const object = objects.get(key);
    if (!object) continue;
    const unknown = Object.fromEntries(names.map((name) => [name, null]));
    objects.set(key, { ...object, attributes: { ...object.attributes, ...unknown }, unread: names });
  }
  return { ...catalog, objects };
}
