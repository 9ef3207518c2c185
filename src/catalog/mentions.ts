// Which objects a text names: for bodies of routines, which pg_depend does not look into.
import type { DbObject, Key } from './catalog.ts';

const IDENTIFIER = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/g;

/** The identifiers in a text, each once, in lower case: also words that are no names. */
export const identifiersIn = (text: string): readonly string[] => [
  ...new Set((text.match(IDENTIFIER) ?? []).map((word) => word.toLowerCase())),
];

/**
 * The keys of objects without a parent by their own name, in lower case: `zz` for `app.zz(integer)`. A text may name
 * any of several: overloads, or objects of different schemas.
 */
export function keysByName(objects: Iterable<DbObject>): ReadonlyMap<string, readonly Key[]> {
  const names = new Map<string, Key[]>();
  for (const { key, name, parent } of objects) {
    if (parent !== null) continue;
    const known = names.get(name.toLowerCase());
    if (known) known.push(key);
    else names.set(name.toLowerCase(), [key]);
  }
  return names;
}
