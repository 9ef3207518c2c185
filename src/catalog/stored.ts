// A catalog as JSON, with maps as lists, for caches and snapshots.
import type { Catalog, DbObject, Key, Size } from './catalog.ts';

export interface StoredCatalog extends Omit<Catalog, 'objects' | 'sizes'> {
  readonly objects: readonly DbObject[];
  readonly sizes: readonly (readonly [Key, Size])[];
}

export const storedCatalog = (catalog: Catalog): StoredCatalog => ({
  ...catalog,
  objects: [...catalog.objects.values()],
  sizes: [...catalog.sizes],
});

export const parseCatalog = (stored: StoredCatalog): Catalog => ({
  ...stored,
  objects: new Map(stored.objects.map((object) => [object.key, object])),
  sizes: new Map(stored.sizes),
});
