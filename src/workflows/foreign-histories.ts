// The tables of tools that were imported from: as little a part of the schema as our own history is.
import type { Catalog, Key } from '../catalog/catalog.ts';
import { part } from '../catalog/restrict.ts';
import type { Database } from '../databases/database.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';

export interface ForeignHistories {
  /** As SQL writes them: `public.flyway_schema_history`. */
  readonly tables: readonly string[];
  /** Schemas that a tool has to itself. */
  readonly schemas: readonly string[];
}

/** What was imported from, as the events of our histories tell. */
export async function foreignHistories(
  database: Database,
  historySchemas: readonly string[],
): Promise<ForeignHistories> {
  const readable = await database.query(
    `SELECT n.nspname AS schema FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
     WHERE n.nspname = ANY ($1::text[]) AND c.relname = 'events' AND c.relkind = 'r'
       AND pg_catalog.has_schema_privilege(n.oid, 'USAGE') AND pg_catalog.has_table_privilege(c.oid, 'SELECT')`,
    [historySchemas],
  );
  const [tables, schemas] = [new Set<string>(), new Set<string>()];
  for (const { schema } of readable) {
    const rows = await database.query(
      `SELECT DISTINCT ARRAY[details->>'table', details->>'beside'] AS names, details->>'schema' AS schema
       FROM ${quoteIdentifier(String(schema))}.events WHERE event = 'imported'`,
    );
    for (const row of rows) {
      for (const name of Array.isArray(row['names']) ? row['names'] : []) if (name !== null) tables.add(String(name));
      if (typeof row['schema'] === 'string') schemas.add(row['schema']);
    }
  }
  return { tables: [...tables], schemas: [...schemas] };
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
