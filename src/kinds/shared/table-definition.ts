import type { DbObject } from '../../catalog/catalog.ts';
import type { Context } from '../kind.ts';

/** What follows CREATE TABLE or CREATE FOREIGN TABLE and the name: its columns and constraints, and its ancestors. */
export function tableDefinition(object: DbObject, context: Context): string {
  const children = context.inlined(object.key);
  const links = children.filter((child) => child.attributes['boundOf'] !== undefined);
  const type = children.find((child) => child.attributes['ofType'] !== undefined);
  const own = children.filter((child) => child !== type && !links.includes(child));
  // What a table is comes before what it refers to.
  const refers = (child: DbObject): boolean => child.attributes['type'] === 'f';
  const lines = [...own.filter((child) => !refers(child)), ...own.filter(refers)].map((child) => context.clause(child));
  const body = lines.filter((line) => line !== '').map((line) => `\n    ${line}`);
  const bound = links.find((link) => link.attributes['bound'] !== null);
  const bare = body.length === 0 && (type !== undefined || bound !== undefined);
  const inherits = bound ? [] : links.map((link) => context.clause(link));
  return [
    ...(type === undefined ? [] : [` ${context.clause(type)}`]),
    ...(bound ? [`\n    ${context.clause(bound)}`] : []),
    bare ? '' : ` (${body.join(',')}\n)`,
    ...(bound ? [`${bare ? ' ' : '\n'}${bound.attributes['bound']}`] : []),
    ...(inherits.length > 0 ? [`\nINHERITS (${inherits.join(', ')})`] : []),
  ].join('');
}
