import { type Reference, WITHOUT_SCHEMA } from '../sql/objects.ts';
import type { DesiredStatement } from './statements.ts';

/** Numbers of statements by the names they define, with and without their schema. */
export type NameIndex = ReadonlyMap<string, readonly number[]>;

function keyOf(namespace: string, schema: string, own: readonly string[]): string {
  return `${namespace}\0${schema}\0${own.join('\0')}`;
}

const ANY_SCHEMA = '*';

function split(reference: Reference): { readonly schema: string | undefined; readonly own: readonly string[] } {
  if (WITHOUT_SCHEMA.has(reference.namespace)) return { schema: '', own: reference.name };
  const own = reference.name.slice(-reference.own);
  return { schema: reference.name.length > reference.own ? reference.name.at(-reference.own - 1) : undefined, own };
}

/** The keys of a name that is being defined: with its schema, the first of the search path where it says none. */
export function keysOf(reference: Reference, searchPath: readonly string[]): readonly string[] {
  const { schema, own } = split(reference);
  return [keyOf(reference.namespace, schema ?? searchPath[0] ?? '', own)];
}

/** The keys under which a name that is mentioned may be found, the likeliest first. */
export function keysToTry(reference: Reference, searchPath: readonly string[]): readonly string[] {
  const { schema, own } = split(reference);
  if (schema !== undefined) return [keyOf(reference.namespace, schema, own)];
  const inPath = searchPath.map((name) => keyOf(reference.namespace, name, own));
  return [...inPath, keyOf(reference.namespace, ANY_SCHEMA, own)];
}

/** Index statements by names. A relation is a type, too. */
export function nameIndex(
  statements: readonly DesiredStatement[],
  namesOf: (statement: DesiredStatement) => readonly Reference[] | Reference,
): NameIndex {
  const index = new Map<string, number[]>();
  const add = (key: string, at: number) => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [at]);
    else if (list.at(-1) !== at) list.push(at);
  };
  statements.forEach((statement, at) => {
    for (const name of [namesOf(statement)].flat()) {
      const spaces = name.namespace === 'relation' ? ['relation', 'type'] : [name.namespace];
      for (const namespace of spaces) {
        for (const key of keysOf({ ...name, namespace }, statement.session.searchPath)) add(key, at);
        if (!WITHOUT_SCHEMA.has(namespace)) add(keyOf(namespace, ANY_SCHEMA, split(name).own), at);
      }
    }
  });
  return index;
}
