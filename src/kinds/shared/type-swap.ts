import type { DbObject } from '../../catalog/catalog.ts';
import { qualifiedName, truncateIdentifier } from '../../sql/identifiers.ts';
import { type Draft, ddl } from '../kind.ts';

/** A name that is free because nobody writes such names by hand; at most 63 bytes long. */
const asideName = (name: string): string => `${truncateIdentifier(name, 55)}__before`;

/** Renames a type out of the way of its successor; what still uses it is altered before it is dropped. */
export function asideType(object: DbObject, keyword: string): { rename: Draft; drop: Draft } {
  const aside = asideName(object.name);
  return {
    rename: ddl(`ALTER ${keyword} ${object.reference} RENAME TO ${qualifiedName(null, aside)}`, {
      why: `Moves ${object.reference} aside: PostgreSQL can't change it in place.`,
      dangers: [
        {
          code: 'C405',
          message: `sessions with cached plans that name ${object.reference} fail until they reconnect`,
          remedy: 'recycle pooled connections after the migration',
        },
      ],
    }),
    drop: ddl(`DROP ${keyword} ${qualifiedName(object.namespace, aside)}`, {
      why: `Drops the former ${object.reference}, now unused.`,
    }),
  };
}
