// The catalog of a live database, for the workflows that compare it.
import type { Catalog } from '../catalog/catalog.ts';
import type { Database } from '../databases/database.ts';
import { introspect } from '../introspect/introspect.ts';
import { KINDS } from '../kinds/index.ts';
import { foreignHistories } from '../runner/history/events.ts';
import { historyPlaces } from '../runner/history/history.ts';
import { withoutTables } from './foreign-histories.ts';

/**
 * The catalog of the live database, without the migration history, without the histories of imported tools, and without
 * what `managed` leaves out.
 */
export async function readLive(database: Database, managed: readonly string[] = []): Promise<Catalog> {
  const own = await historyPlaces(database);
  const { tables, schemas } = await foreignHistories(database, own.all);
  const catalog = await introspect(database, KINDS, { excludeSchemas: [...own.alone, ...schemas], managed });
  return withoutTables(catalog, [...own.tables, ...tables]);
}
