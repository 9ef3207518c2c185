// Names that PostgreSQL chooses for objects without a name of their own (makeObjectName, ChooseRelationName), for kinds.
import { IDENTIFIER_BYTES, identifierBytes, truncateIdentifier } from './identifiers.ts';

/**
 * `table_column_label`, or `table_label`, unquoted, with the longer of the first two parts shortened where the whole is
 * too long. `column`: several names joined by `_` for a key of several columns.
 */
export function chosenObjectName(table: string, column: string | null, label: string): string {
  const available = IDENTIFIER_BYTES - (column === null ? 1 : 2) - identifierBytes(label);
  let [first, second] = [identifierBytes(table), column === null ? 0 : identifierBytes(column)];
  while (first + second > available) {
    if (first > second) first -= 1;
    else second -= 1;
  }
  const parts = [truncateIdentifier(table, first), ...(column === null ? [] : [truncateIdentifier(column, second)])];
  return [...parts, label].join('_');
}

/** Whether PostgreSQL chooses the name for this table and column, with a number where others have the name. */
export const isChosenFor = (name: string, table: string, column: string | null, label: string): boolean => {
  const number = /\d*$/.exec(name)?.[0] ?? '';
  return name === chosenObjectName(table, column, label) || name === chosenObjectName(table, column, label + number);
};

/** Whether PostgreSQL may have chosen the name, for a table or column that was renamed since. */
export const looksChosen = (name: string, label: string): boolean => new RegExp(`_${label}\\d*$`).test(name);
