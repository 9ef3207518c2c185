// The rename and the late drop of a replaced type or collation, for the kinds whose objects columns use.
import type { DbObject } from '../../catalog/catalog.ts';
import { qualifiedName, truncateIdentifier } from '../../sql/identifiers.ts';
import { ddl, type Swap } from '../kind.ts';

/** A name that exists during a swap: `__before` for the replaced object itself; at most 63 bytes long. */
export const temporaryName = (name: string, label: 'before' | 'convert' = 'before'): string =>
  `${truncateIdentifier(name, 54)}__${label}`;

/** Renames a type to free its name for the successor, and drops it after the objects that use it are altered. */
export function swapOfType(object: DbObject, keyword: string): Swap {
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
    leave: [
      ddl(`DROP ${keyword} ${qualifiedName(object.namespace, renamed)}`, {
        why: `Drops the former ${object.kind} ${object.reference}, which no object uses any more.`,
      }),
    ],
  };
}
