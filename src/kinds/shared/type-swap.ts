import type { DbObject } from '../../catalog/catalog.ts';
import { quoteIdentifier, truncateIdentifier } from '../../sql/identifiers.ts';
import { type Draft, ddl } from '../kind.ts';

/** `schema.name` split at the dot that no quotes enclose. */
export function splitReference(reference: string): { readonly schema: string; readonly name: string } {
  const match = /^((?:"(?:[^"]|"")*")|[^".]+)\.(.*)$/s.exec(reference);
  return { schema: match?.[1] ?? '', name: match?.[2] ?? reference };
}

/** The bare name behind a quoted one. */
export const unquote = (name: string): string =>
  name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;

/** A name that is free because nobody writes such names by hand; at most 63 bytes long. */
export const asideName = (name: string): string => quoteIdentifier(`${truncateIdentifier(unquote(name), 55)}__before`);

/** Renames a type out of the way of its successor; what still uses it is altered before it is dropped. */
export function asideType(object: DbObject, keyword: string): { rename: Draft; drop: Draft } {
  const { schema, name } = splitReference(object.reference);
  const aside = asideName(name);
  return {
    rename: ddl(`ALTER ${keyword} ${object.reference} RENAME TO ${aside}`, {
      why: `Moves ${object.reference} aside: PostgreSQL can't change it in place.`,
      dangers: [
        {
          code: 'C405',
          message: `sessions with cached plans that name ${object.reference} fail until they reconnect`,
          remedy: 'recycle pooled connections after the migration',
        },
      ],
    }),
    drop: ddl(`DROP ${keyword} ${schema}.${aside}`, { why: `Drops the former ${object.reference}, now unused.` }),
  };
}
