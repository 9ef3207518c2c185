// Readers of parse nodes, for the words of kinds: the objects that their statements define and mention.
import { asNode, asText, children, type Node, namesOf, rangeName } from './node.ts';
import { objectReference, referenceTo } from './objects.ts';
import type { Definition, Reference, Words } from './words.ts';

type Defines = (node: Node, at: number) => readonly Definition[];
type Mentions = (node: Node) => readonly Reference[];

/** A statement that defines one object, whose name `nameOf` reads. */
export const defines =
  (type: string, nameOf: (node: Node) => readonly string[]): Defines =>
  (node, at) => [{ type, name: nameOf(node), at }];

/** A statement that defines one object, named by the text in `field`. */
export const definesWord = (type: string, field: string): Defines => defines(type, (node) => [asText(node[field])]);

/** A statement that defines one object, named by the list of strings in `field`. */
export const definesName = (type: string, field: string): Defines => defines(type, (node) => namesOf(node[field]));

/** A statement that defines one object, named by the RangeVar in `field`. */
export const definesRange = (type: string, field: string): Defines => defines(type, (node) => rangeName(node[field]));

/** A statement that defines one object, named by the text in `field`, on the relation in another field. */
export const definesOnRelation =
  (type: string, field: string, relation = 'relation'): Defines =>
  (node, at) => [{ type, name: [asText(node[field])], on: rangeName(node[relation]), at }];

/** A statement that mentions an object, named by the list of strings in `field`. */
export const mentionsName =
  (namespace: string, field: string): Mentions =>
  (node) => [referenceTo(namespace, namesOf(node[field]))];

/** A statement that mentions an object, named by the text in `field`, if the field is present. */
export const mentionsWord =
  (namespace: string, field: string): Mentions =>
  (node) =>
    asText(node[field]) === '' ? [] : [referenceTo(namespace, [asText(node[field])])];

/** A statement that mentions the object in its field `object`, of the ObjectType in `field`. */
export const mentionsObject =
  (field: string) =>
  (node: Node, words: Words): readonly Reference[] =>
    [objectReference(words, asText(node[field]), node['object'])].flatMap((reference) => reference ?? []);

/**
 * A statement that mentions the names in its options (DefElem), each in the namespace that `namespaces` has for the
 * option.
 */
export const mentionsInOptions =
  (namespaces: Readonly<Record<string, string>>): Mentions =>
  (node) =>
    children(node['options'], 'DefElem').flatMap((option) => {
      const namespace = namespaces[asText(option['defname'])];
      return namespace === undefined ? [] : namesOf(option['arg']).map((name) => referenceTo(namespace, [name]));
    });

/**
 * An index on a partitioned table alone (ON ONLY, as pg_dump writes it) must come after ATTACH PARTITION of its
 * partitions. If the index existed first, ATTACH PARTITION would create an index on the partition, under the name that
 * the partition's own index has in the dump.
 */
export function onlyParent(node: Node): readonly Reference[] {
  const range = asNode(node['relation']);
  return range?.['inh'] === true ? [] : [referenceTo('partition', rangeName(range))];
}
