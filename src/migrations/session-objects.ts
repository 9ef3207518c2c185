// What a file leaves in its session, for the hint where a later file relies on it: temporary objects, prepared
// statements, cursors.
import { asNode, asText } from '../sql/node.ts';
import type { ParsedStatement } from '../sql/parser.ts';

export interface SessionObject {
  readonly what: 'temporary relation' | 'prepared statement' | 'cursor';
  readonly name: string;
}

/** The object of a session that a statement makes; null where it makes none. */
export function sessionObject({ type, node }: ParsedStatement): SessionObject | null {
  if (type === 'PrepareStmt') return { what: 'prepared statement', name: asText(node['name']) };
  if (type === 'DeclareCursorStmt') return { what: 'cursor', name: asText(node['portalname']) };
  // The relation that a statement creates is one of its fields, or stands in its INTO.
  const places = [node, asNode(node['into']), asNode(node['intoClause'])];
  const values = places.flatMap((place) => (place === undefined ? [] : Object.values(place).map(asNode)));
  const found = values.find((value) => value?.['relpersistence'] === 't');
  return found === undefined ? null : { what: 'temporary relation', name: asText(found['relname']) };
}
