// Access to nodes of parse trees, for all rooms that read statements.
/** A node of a parse tree, as the parser's JSON has it: PostgreSQL's field names, absent where zero, false or empty. */
export type Node = Readonly<Record<string, unknown>>;

/** The value as a node, where it is one. */
export function asNode(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Node) : undefined;
}

/** The elements of a list; empty where there is none. */
export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of a string field; empty where there is none. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The number of a numeric field, -1 where there is none, as PostgreSQL writes an unknown location. */
export function asNumber(value: unknown): number {
  return typeof value === 'number' ? value : -1;
}

/** A child that the tree wraps in its type, `{"ColumnDef": {…}}`, where it has the type asked for. */
export function child(value: unknown, type: string): Node | undefined {
  return asNode(asNode(value)?.[type]);
}

/** The wrapped children of one type in a list. */
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

/** The texts of a list of String nodes: the parts of a dotted name. Also reads a List node and a TypeName. */
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
