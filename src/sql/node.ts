// Access to nodes of parse trees, for all rooms that read statements.
/**
 * A node of a parse tree in the parser's JSON: fields have PostgreSQL's names; fields that are zero, false or empty are
 * absent.
 */
export type Node = Readonly<Record<string, unknown>>;

/** The value as a node; undefined where the value is no node. */
export function asNode(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : undefined;
}

/** The elements of a list; empty where the value is no list. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of a string field; empty where the field is absent. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The number of a numeric field; -1 where the field is absent, as PostgreSQL writes an unknown location. */
export function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : -1;
}

/** A child node of the given type, which the tree wraps in the type's name: `{"ColumnDef": {…}}`. */
export function child(value: unknown, type: string): Node | undefined {
  return asNode(asNode(value)?.[type]);
}

/** The wrapped child nodes of one type in a list. */
export function children(list: unknown, type: string): readonly Node[] {
  return asList(list).flatMap((item) => {
    const node = child(item, type);
    return node === undefined ? [] : [node];
  });
}

/** The text of a String node. */
export function stringOf(value: unknown): string | undefined {
  const text = child(value, 'String')?.['sval'];
  return typeof text === 'string' ? text : undefined;
}

/**
 * The texts of a list of String nodes, such as the parts of a dotted name. The argument may also be a List node or a
 * TypeName.
 */
export function namesOf(value: unknown): readonly string[] {
  const list = child(value, 'List')?.['items'] ?? child(value, 'TypeName')?.['names'] ?? value;
  const one = stringOf(list);
  return one === undefined ? asList(list).flatMap((item) => stringOf(item) ?? []) : [one];
}

/** The dotted name of a RangeVar: schema and relation, or the relation alone. */
export function rangeName(value: unknown): readonly string[] {
  const range = asNode(value);
  const schema = asText(range?.['schemaname']);
  const name = asText(range?.['relname']);
  return schema === '' ? [name] : [schema, name];
}
