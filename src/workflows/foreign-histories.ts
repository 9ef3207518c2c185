// The tables of tools that were imported from: as little a part of the schema as our own history is.
import type { Catalog, Key } from '../catalog/catalog.ts';
import { part } from '../catalog/restrict.ts';
import type { Database } from '../databases/database.ts';
import { HISTORY_SCHEMA } from '../runner/history.ts';

export interface ForeignHistories {
  /** As SQL writes them: `public.flyway_schema_history`. */
  readonly tables: readonly string[];
  /** Schemas that a tool has to itself. */
  readonly schemas: readonly string[];
}

/** What was imported from, as the events of the history tell. */
export async function foreignHistories(database: Database): Promise<ForeignHistories> {
  const [there] = await database.query(
    `SELECT EXISTS (SELECT FROM pg_catalog.pg_class AS c WHERE c.relname = 'events' AND c.relkind = 'r'
                    AND c.relnamespace = pg_catalog.to_regnamespace($1)
                    AND pg_catalog.has_schema_privilege(c.relnamespace, 'USAGE')
                    AND pg_catalog.has_table_privilege(c.oid, 'SELECT')) AS readable`,
    [HISTORY_SCHEMA],
  );
  if (there?.['readable'] !== true) return { tables: [], schemas: [] };
  const rows = await database.query(
    `SELECT DISTINCT details->>'table' AS "table", details->>'beside' AS beside, details->>'schema' AS schema FROM ${HISTORY_SCHEMA}.events
     WHERE event = 'imported' ORDER BY 1`,
  );
  const texts = (column: string): string[] =>
    rows.flatMap((row) => (typeof row[column] === 'string' && row[column] !== '' ? [String(row[column])] : []));
  return { tables: [...texts('table'), ...texts('beside')], schemas: [...new Set(texts('schema'))] };
}

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
