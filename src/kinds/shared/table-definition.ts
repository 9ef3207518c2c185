import type { DbObject } from '../../catalog/catalog.ts';
import type { Context } from '../kind.ts';

/** What follows CREATE TABLE or CREATE FOREIGN TABLE and the name: its columns and constraints, and its ancestors. */
export function tableDefinition(object: DbObject, type: string | null, context: Context): string {
  const children = context.inlined(object.key);
  const links = children.filter((child) => child.attributes['boundOf'] !== undefined);
  const lines = children.filter((child) => !links.includes(child)).map((child) => context.clause(child));
  const body = lines.filter((line) => line !== '').map((line) => `\n    ${line}`);
  const bound = links.find((link) => link.attributes['bound'] !== null);
  const bare = body.length === 0 && (type !== null || bound !== undefined);
  const inherits = bound ? [] : links.map((link) => context.clause(link));
  return [
    ...(type === null ? [] : [` OF ${type}`]),
    ...(bound ? [`\n    ${context.clause(bound)}`] : []),
    bare ? '' : ` (${body.join(',')}\n)`,
    ...(bound ? [`${bare ? ' ' : '\n'}${bound.attributes['bound']}`] : []),
    ...(inherits.length > 0 ? [`\nINHERITS (${inherits.join(', ')})`] : []),
  ].join('');
}
