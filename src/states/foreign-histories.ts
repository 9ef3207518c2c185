// A catalog without the tables of tools that were imported from: they are as little a part of the schema as our history.
import type { Catalog, Key } from '../catalog/catalog.ts';
import { part } from '../catalog/restrict.ts';

/** Without these tables, and what is theirs: columns, constraints, indexes, sequences. */
export function withoutTables(catalog: Catalog, tables: readonly string[]): Catalog {
  const out = new Set<Key>();
  for (const object of catalog.objects.values()) {
    if (object.parent === null && tables.includes(object.reference)) out.add(object.key);
  }
  if (out.size === 0) return catalog;
  for (let size = -1; size !== out.size; ) {
    size = out.size;
    for (const object of catalog.objects.values()) {
      if (object.parent !== null && out.has(object.parent)) out.add(object.key);
    }
    for (const sequence of ownedBy(out, catalog)) out.add(sequence);
  }
  return part(catalog, new Set([...catalog.objects.keys()].filter((key) => !out.has(key))));
}

/** Sequences whose ownership, a part of them of the same name, depends on a column that is out. */
function ownedBy(out: ReadonlySet<Key>, { objects, dependencies }: Catalog): readonly Key[] {
  return dependencies.flatMap(({ dependent, on }) => {
    const tie = out.has(on) ? objects.get(dependent) : undefined;
    const owner = tie?.parent == null ? undefined : objects.get(tie.parent);
    return owner !== undefined && owner.reference === tie?.reference ? [owner.key] : [];
  });
}
