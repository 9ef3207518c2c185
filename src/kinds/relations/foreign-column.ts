// OPTIONS of the columns of foreign tables.
import { type Draft, ddl, type Typed } from '../kind.ts';
import { changedOptions, createdOptions, type ForeignOptions } from '../shared/foreign-options.ts';
import type { Column } from './column-model.ts';

/** PARTITION OF and what an ancestor brings along take no options. */
const spells = (object: Typed<Column>): boolean => object.inherits.length === 0;

/** Behind the type, in the column's definition. */
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
      dangers: [{ code: 'C410', message: `column ${a.name} of foreign table ${a.relation} is read otherwise` }],
    }),
  ];
}
