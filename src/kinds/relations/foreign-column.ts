// OPTIONS of the columns of foreign tables, for the kind table column.
import { type Draft, ddl, type Typed } from '../kind.ts';
import { changedOptions, createdOptions, type ForeignOptions } from '../shared/foreign-options.ts';
import type { Column } from './column-model.ts';

/** Columns of PARTITION OF and inherited columns take no options in CREATE FOREIGN TABLE. */
const spells = (object: Typed<Column>): boolean => object.inherits.length === 0;

/** The OPTIONS clause after the type in the column's definition. */
export const spelledForeignOptions = (object: Typed<Column>): string[] =>
  object.attributes.foreignOptions && spells(object)
    ? [createdOptions(object.attributes.foreignOptions).trimStart()]
    : [];

export const initialForeignOptions = (object: Typed<Column>): Draft[] =>
  spells(object) ? [] : changeForeignOptions(null, object);

export function changeForeignOptions(before: ForeignOptions | null, { attributes: a }: Typed<Column>): Draft[] {
  const change = changedOptions(before, a.foreignOptions);
  if (change === '') return [];
  return [
    ddl(`ALTER FOREIGN TABLE ${a.relation} ALTER COLUMN ${a.name}${change}`, {
      lock: 'ACCESS EXCLUSIVE',
      hazards: [{ code: 'C410', message: `changes how column ${a.name} of foreign table ${a.relation} is read` }],
    }),
  ];
}
