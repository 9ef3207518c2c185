// References to objects in statements, for the lists of what a statement mentions and drops.
import { type Node, namesOf } from './node.ts';
import { namespaceOf, type Reference, type Words } from './words.ts';

/** A reference by its namespace and dotted name. */
export function referenceTo(namespace: string, name: readonly string[], own: 1 | 2 = 1): Reference {
  return { namespace, name: name.slice(-own - 1), own };
}

/**
 * The object that statements such as COMMENT, ALTER … OWNER and DROP name by an ObjectType and a node: a string, a list
 * of strings, a TypeName or an ObjectWithArgs. Undefined for object types without names, such as casts.
 */
export function objectReference(words: Words, objectType: string, object: unknown): Reference | undefined {
  const word = words.objectTypes.get(objectType);
  if (word === undefined) return undefined;
  const { methodFirst, within } = words.types.get(word) ?? {};
  let name = namesOf(object);
  if (name.length === 0 && typeof object === 'object' && object !== null) {
    name = namesOf((object as { ObjectWithArgs?: Node }).ObjectWithArgs?.['objname']);
  }
  if (name.length === 0) return undefined;
  if (methodFirst === true) name = name.slice(1);
  return within === 'relation' ? referenceTo(word, name, 2) : referenceTo(namespaceOf(words, word), name);
}
