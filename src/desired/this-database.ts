// The name that desired files use for their own database, for loading.
import { SchemaError } from '../errors.ts';
import { asList, asNode, asText } from '../sql/node.ts';
import type { ParsedStatement } from '../sql/parser.ts';
import { locateIn } from '../sql/source.ts';
import type { DesiredStatement } from './statements.ts';

/** The databases that a statement names. */
function databasesIn({ type, node }: ParsedStatement): readonly string[] {
  if (type === 'AlterDatabaseSetStmt') return [asText(node['dbname'])];
  if (type === 'AlterRoleSetStmt') return [asText(node['database'])];
  if (asText(node['objtype']) !== 'OBJECT_DATABASE') return [];
  const objects = type === 'CommentStmt' ? [node['object']] : asList(node['objects']);
  return objects.map((object) => asText(asNode(asNode(object)?.['String'])?.['sval']));
}

/**
 * The name that desired files use for the database that they describe, whatever its name on a server; null where no
 * statement names a database. Two different names raise `desired/load`.
 */
export function thisDatabase(statements: readonly DesiredStatement[]): string | null {
  let known: string | null = null;
  for (const statement of statements) {
    for (const name of databasesIn(statement).filter((one) => one !== '')) {
      known ??= name;
      if (name === known) continue;
      throw new SchemaError('desired/load', `the desired files speak of two databases, ${known} and ${name}`, {
        hint: 'They describe one: whatever name they give it stands for the database they are compared with.',
        location: locateIn(statement.source, statement.start),
      });
    }
  }
  return known;
}
