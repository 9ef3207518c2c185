// Columns of typed tables (CREATE TABLE … OF): they come, change and go with the attributes of their composite type.
import type { DbObject, Key } from '../../catalog/catalog.ts';
import type { Decided, Rendering, Sides } from '../kind.ts';
import { isTypedTable } from './family.ts';

/** The table is made by CREATE TABLE … OF, which brings the columns along. */
export const bornTyped = (column: DbObject, context: Rendering): boolean =>
  column.parent !== null && context.inlined(column.parent).some(isTypedTable);

/** The composite type that the column's table is of, before and after, and without a break; else null. */
export function typeOfTable(column: DbObject, context: Decided): Key | null {
  const link = column.parent === null ? undefined : context.before.children(column.parent).find(isTypedTable);
  if (!link || !context.after.get(link.key) || context.drops(link.key)) return null;
  return context.after.dependencies(link.key).find((key) => key !== link.parent) ?? null;
}

/** A new attribute of the type brings this column along. */
export const comesWithType = (column: DbObject, context: Decided): boolean =>
  context.before.get(column.key) === undefined && typeOfTable(column, context) !== null;

/** It, or the column of an ancestor relation that brings it about, comes with an attribute of a type. */
export const stemsFromType = (column: DbObject, context: Decided): boolean =>
  comesWithType(column, context) ||
  column.inherits.some((key) => {
    const ancestor = context.after.get(key);
    return ancestor !== undefined && stemsFromType(ancestor, context);
  });

/** The links of the typed tables among what depends on a composite type before and after. */
export const typedTables = (composite: Key, context: Sides): readonly DbObject[] =>
  context.before.dependents(composite).flatMap((key) => {
    const link = context.before.get(key);
    return isTypedTable(link) && context.after.get(key) ? [link] : [];
  });
