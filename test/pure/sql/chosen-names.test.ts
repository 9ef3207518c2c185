// Names that PostgreSQL chooses, as PostgreSQL 18 chose them.
import { expect, test } from 'vitest';
import { chosenObjectName, isChosenFor, looksChosen } from '#src/sql/chosen-names.js';

test.each([
  ['bills', 'total', 'bills_total_not_null'],
  ['a'.repeat(40), 'b'.repeat(45), `${'a'.repeat(27)}_${'b'.repeat(26)}_not_null`],
  [`ä${'é'.repeat(28)}`, `éa${'ö'.repeat(20)}`, `ä${'é'.repeat(12)}_éa${'ö'.repeat(11)}_not_null`],
  ['a'.repeat(40), 'cc', `${'a'.repeat(40)}_cc_not_null`],
])('%s, %s', (table, column, name) => {
  expect(chosenObjectName(table, column, 'not_null')).toBe(name);
});

test('a number follows where others have the name', () => {
  expect(isChosenFor('bills_total_not_null12', 'bills', 'total', 'not_null')).toBe(true);
  expect(isChosenFor(`${'a'.repeat(26)}_${'b'.repeat(26)}_not_null1`, 'a'.repeat(40), 'b'.repeat(45), 'not_null')).toBe(
    true,
  );
  expect(isChosenFor('bills_sum_not_null', 'bills', 'total', 'not_null')).toBe(false);
  expect(isChosenFor('total_given', 'bills', 'total', 'not_null')).toBe(false);
});

test('a name may be chosen for a former name of the column', () => {
  expect(looksChosen('bills_sum_not_null', 'not_null')).toBe(true);
  expect(looksChosen('bills_sum_not_null2', 'not_null')).toBe(true);
  expect(looksChosen('total_given', 'not_null')).toBe(false);
});
