// The statements by the names that they define, for the order, for errors and for lint.
import { definedName } from '../sql/definitions.ts';
import { isWithoutSchema, type Reference, type Words } from '../sql/words.ts';
import type { DesiredStatement } from './statements.ts';

/** Numbers of statements by the names they define, with and without their schema. */
export type NameIndex = ReadonlyMap<string, readonly number[]>;

function keyOf(namespace: string, schema: string, own: readonly string[]): string {
  return `${namespace}\0${schema}\0${own.join('\0')}`;
}

const ANY_SCHEMA = '*';

function split(
  reference: Reference,
  words: Words,
): { readonly schema: string | undefined; readonly own: readonly string[] } {
  if (isWithoutSchema(words, reference.namespace)) return { schema: '', own: reference.name };
  const own = reference.name.slice(-reference.own);
  return { schema: reference.name.length > reference.own ? reference.name.at(-reference.own - 1) : undefined, own };
}

/**
 * The keys of a name in a definition: with its schema, or with the first schema of the search path where it has none.
 */
export function keysOf(reference: Reference, searchPath: readonly string[], words: Words): readonly string[] {
  const { schema, own } = split(reference, words);
  return [keyOf(reference.namespace, schema ?? searchPath[0] ?? '', own)];
}

/** The keys under which a reference may be found, the most likely first. */
export function keysToTry(reference: Reference, searchPath: readonly string[], words: Words): readonly string[] {
  const { schema, own } = split(reference, words);
  if (schema !== undefined) return [keyOf(reference.namespace, schema, own)];
  const inPath = searchPath.map((name) => keyOf(reference.namespace, name, own));
  return [...inPath, keyOf(reference.namespace, ANY_SCHEMA, own)];
}

/** Indexes statements by the names that they define. */
export function definersByName(statements: readonly DesiredStatement[], words: Words): NameIndex {
  const names = ({ definitions }: DesiredStatement) => definitions.map((item) => definedName(item, words));
  return nameIndex(statements, names, words);
}

/** Indexes statements by names. The name of a relation is also the name of a type. */
export function nameIndex(
  statements: readonly DesiredStatement[],
  namesOf: (statement: DesiredStatement) => readonly Reference[] | Reference,
  words: Words,
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
        for (const key of keysOf({ ...name, namespace }, statement.session.searchPath, words)) add(key, at);
        if (!isWithoutSchema(words, namespace)) add(keyOf(namespace, ANY_SCHEMA, split(name, words).own), at);
      }
    }
  });
  return index;
}
