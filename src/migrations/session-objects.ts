// What a file leaves in its session, for the hint where a later file relies on it: temporary objects, prepared
// statements, cursors.
import { asNode, asText } from '../sql/node.ts';
import type { ParsedStatement } from '../sql/parser.ts';

export interface SessionObject {
  readonly what: 'temporary table' | 'temporary view' | 'temporary sequence' | 'prepared statement' | 'cursor';
  readonly name: string;
}

/** The object of a session that a statement makes; null where it makes none. */
export function sessionObject({ type, node }: ParsedStatement): SessionObject | null {
  switch (type) {
    case 'CreateStmt':
      return temporary('temporary table', node['relation']);
    case 'CreateTableAsStmt':
      return temporary('temporary table', asNode(node['into'])?.['rel']);
    case 'SelectStmt':
      return temporary('temporary table', asNode(node['intoClause'])?.['rel']);
    case 'ViewStmt':
      return temporary('temporary view', node['view']);
    case 'CreateSeqStmt':
      return temporary('temporary sequence', node['sequence']);
    case 'PrepareStmt':
      return { what: 'prepared statement', name: asText(node['name']) };
    case 'DeclareCursorStmt':
      return { what: 'cursor', name: asText(node['portalname']) };
    default:
      return null;
  }
}

function temporary(what: SessionObject['what'], relation: unknown): SessionObject | null {
  const of = asNode(relation);
  const isTemporary = of?.['relpersistence'] === 't' || of?.['schemaname'] === 'pg_temp';
  return isTemporary ? { what, name: asText(of['relname']) } : null;
}
