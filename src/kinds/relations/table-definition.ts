import type { DbObject } from '../../catalog/catalog.ts';
import type { Rendering } from '../kind.ts';
import { isForeignKey, isInheritance, isPartitionLink, isTypedTable } from './family.ts';

/** What follows CREATE TABLE or CREATE FOREIGN TABLE and the name: its columns and constraints, and its ancestors. */
export function tableDefinition(object: DbObject, context: Rendering): string {
  const children = context.inlined(object.key);
  const links = children.filter(isInheritance);
  const type = children.find(isTypedTable);
  const own = children.filter((child) => !isTypedTable(child) && !isInheritance(child));
  // What a table is comes before what it refers to.
  const lines = [...own.filter((child) => !isForeignKey(child)), ...own.filter(isForeignKey)];
  const body = lines.flatMap((child) => context.clause(child) ?? []).map((line) => `\n    ${line}`);
  const bound = links.find(isPartitionLink);
  const bare = body.length === 0 && (type !== undefined || bound !== undefined);
  const inherits = bound ? [] : links.map((link) => context.clause(link));
  return [
    ...(type === undefined ? [] : [` ${context.clause(type)}`]),
    ...(bound ? [`\n    ${context.clause(bound)}`] : []),
    bare ? '' : ` (${body.join(',')}\n)`,
    ...(bound ? [`${bare ? ' ' : '\n'}${bound.attributes.bound}`] : []),
    ...(inherits.length > 0 ? [`\nINHERITS (${inherits.join(', ')})`] : []),
  ].join('');
}
