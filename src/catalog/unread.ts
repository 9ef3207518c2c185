import type { Catalog, DbObject, Key } from './catalog.ts';

/**
 * The catalog with what could not be read in `other` unknown here, too: a difference to the unknown is none. Elsewhere
 * (a server where more may be read, scratch) the value may be known.
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
