// The objects that must not exist while a column changes, because PostgreSQL refuses the change or fails in it; for the
// kind table column. They are dropped before and created after it.
import type { DbObject, Key } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import type { Sides, Typed } from '../kind.ts';
import { publicationTable } from '../replication/publication.ts';
import type { Column } from './column-model.ts';
import { descendants, isConstraint, isIndex } from './family.ts';

/** Objects on the column's table, and on those of the columns inherited from it, before or after the change. */
function onTables(column: Typed<Column>, { before, after }: Sides, select: (table: Key, side: Side) => DbObject[]) {
  const found = [before, after].flatMap((side) =>
    [side.get(column.key), ...descendants(column.key, side)].flatMap((other) => {
      const table = other?.parent;
      return table ? select(table, side).flatMap((object) => withAncestors(object, side)) : [];
    }),
  );
  return [...new Set(found)];
}

/** An inherited constraint exists as long as that of the ancestor. */
const withAncestors = ({ key, inherits }: DbObject, side: Side): readonly Key[] => [
  key,
  ...inherits.flatMap((ancestor) => {
    const object = side.get(ancestor);
    return object ? withAncestors(object, side) : [];
  }),
];

/**
 * SET EXPRESSION of a virtual column fails where its table has any CHECK constraint or is in a publication
 * (ATExecSetExpression).
 */
export const barExpression = (column: Typed<Column>, context: Sides): readonly Key[] =>
  onTables(column, context, (table, side) => [
    ...side.children(table).filter((child) => isConstraint(child) && child.attributes.type === 'c'),
    ...side.dependents(table).flatMap((key) => {
      const member = side.get(key);
      return member?.kind === publicationTable.name ? [member] : [];
    }),
  ]);

/**
 * While ALTER COLUMN … TYPE rewrites a table, an index on whole rows fails: its expression expects rows of the former
 * type.
 */
export const barRewrite = (column: Typed<Column>, context: Sides): readonly Key[] =>
  onTables(column, context, (table, side) =>
    side.children(table).filter((child) => (isIndex(child) || isConstraint(child)) && child.attributes.readsWholeRows),
  );
