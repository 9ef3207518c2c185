// Columns of typed tables (CREATE TABLE … OF), for the kind table column.
// ALTER TYPE … CASCADE on the composite type adds, alters and drops them.
import type { DbObject, Key } from '../../catalog/catalog.ts';
import type { Decided, Rendering, Sides } from '../kind.ts';
import { isTypedTable } from './family.ts';

/** Whether CREATE TABLE … OF creates the table, and with it the columns. */
export const bornTyped = (column: DbObject, context: Rendering): boolean =>
  column.parent !== null && context.inlined(column.parent).some(isTypedTable);

/** The composite type that the column's table is of before, after and throughout the plan; else null. */
export function typeOfTable(column: DbObject, context: Decided): Key | null {
  const link = column.parent === null ? undefined : context.before.children(column.parent).find(isTypedTable);
  if (!link || !context.after.get(link.key) || context.drops(link.key)) return null;
  return context.after.dependencies(link.key).find((key) => key !== link.parent) ?? null;
}

/** Whether ALTER TYPE … ADD ATTRIBUTE adds this column. */
export const comesWithType = (column: DbObject, context: Decided): boolean =>
  context.before.get(column.key) === undefined && typeOfTable(column, context) !== null;

/** Whether ALTER TYPE … ADD ATTRIBUTE adds the column or an ancestor's column that it is inherited from. */
export const stemsFromType = (column: DbObject, context: Decided): boolean =>
  comesWithType(column, context) ||
  column.inherits.some((key) => {
    const ancestor = context.after.get(key);
    return ancestor !== undefined && stemsFromType(ancestor, context);
  });

/** The links of the tables that are of the composite type both before and after. */
export const typedTables = (composite: Key, context: Sides): readonly DbObject[] =>
  [...context.before.dependents(composite)].sort().flatMap((key) => {
    const link = context.before.get(key);
    return isTypedTable(link) && context.after.get(key) ? [link] : [];
  });
