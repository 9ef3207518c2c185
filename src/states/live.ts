// The catalog of a live database, for every workflow that compares it.
import type { Catalog } from '../catalog/catalog.ts';
import type { Database } from '../databases/database.ts';
import { introspect } from '../introspect/introspect.ts';
import { KINDS } from '../kinds/index.ts';
import { foreignHistories } from '../runner/history/events.ts';
import { historySchemas } from '../runner/history/history.ts';
import { withoutTables } from './foreign-histories.ts';

/**
 * The live database, without the tool's own history and those that were imported, and without what `managed` leaves
 * out.
 */
export async function readLive(database: Database, managed: readonly string[] = []): Promise<Catalog> {
  const own = await historySchemas(database);
  const { tables, schemas } = await foreignHistories(database, own);
  const catalog = await introspect(database, KINDS, { excludeSchemas: [...own, ...schemas], managed });
  return withoutTables(catalog, tables);
}
