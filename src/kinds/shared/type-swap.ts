// The rename and the late drop of a replaced type or collation, for the kinds whose objects columns use.
import type { DbObject } from '../../catalog/catalog.ts';
import { qualifiedName, truncateIdentifier } from '../../sql/identifiers.ts';
import { type Draft, ddl } from '../kind.ts';

/** The temporary name of a replaced object: its name and `__before`, at most 63 bytes long. */
const temporaryName = (name: string): string => `${truncateIdentifier(name, 55)}__before`;

/** Renames a type to free its name for the successor, and drops it after the objects that use it are altered. */
export function swapOfType(object: DbObject, keyword: string): { rename: Draft; drop: Draft } {
  const renamed = temporaryName(object.name);
  return {
    rename: ddl(`ALTER ${keyword} ${object.reference} RENAME TO ${qualifiedName(null, renamed)}`, {
      why: `Renames ${object.kind} ${object.reference}, which PostgreSQL can't change in place, to free its name.`,
      hazards: [
        {
          code: 'C405',
          message: `sessions with cached plans that name ${object.reference} fail until they reconnect`,
          remedy: 'reconnect pooled connections after the migration',
        },
      ],
    }),
    drop: ddl(`DROP ${keyword} ${qualifiedName(object.namespace, renamed)}`, {
      why: `Drops the former ${object.kind} ${object.reference}, which no object uses any more.`,
    }),
  };
}
