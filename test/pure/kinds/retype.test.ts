// What ALTER COLUMN … TYPE does to the rows (manual, ALTER TABLE, Notes), for pairs of types.
import { describe, expect, test } from 'vitest';
import { lossy, mayFail, metadataOnly, usingExpression } from '#src/kinds/shared/retype.js';

/** What happens to stored values: nothing at all, or they are rewritten and may be refused or changed for good. */
const change = (before: string, after: string): string => {
  if (metadataOnly(before, after)) return 'catalogs only';
  if (mayFail(before, after)) return 'may fail';
  return lossy(before, after) ? 'lossy' : 'rewritten';
};

describe.each([
  ['varchar is a text with a limit', 'character varying(20)', 'text', 'catalogs only'],
  ['a longer limit', 'character varying(20)', 'character varying(40)', 'catalogs only'],
  ['a shorter limit refuses what is longer', 'character varying(40)', 'character varying(20)', 'may fail'],
  ['more digits before the point', 'numeric(8,2)', 'numeric(12,2)', 'catalogs only'],
  ['no limit on digits', 'numeric(8,2)', 'numeric', 'catalogs only'],
  ['another scale is stored anew', 'numeric(8,2)', 'numeric(12,4)', 'rewritten'],
  ['fewer digits after the point are rounded', 'numeric(8,2)', 'numeric(8,1)', 'lossy'],
  ['a larger integer', 'integer', 'bigint', 'rewritten'],
  ['a smaller integer refuses what does not fit', 'bigint', 'integer', 'may fail'],
  ['an integer of 8 bytes has no exact double', 'bigint', 'double precision', 'lossy'],
  ['an integer of 4 bytes has', 'integer', 'double precision', 'rewritten'],
  ['an address is a network', 'cidr', 'inet', 'catalogs only'],
  ['a day is a moment', 'date', 'timestamp without time zone', 'rewritten'],
  ['a moment is more than a day', 'timestamp without time zone', 'date', 'lossy'],
  ['fractions of a second kept', 'timestamp(3) without time zone', 'timestamp(6) without time zone', 'catalogs only'],
  ['text as something else', 'text', 'integer', 'lossy'],
  ['json keeps its spaces, jsonb does not need them', 'json', 'jsonb', 'rewritten'],
  ['arrays are rewritten', 'integer[]', 'bigint[]', 'rewritten'],
])('%s: %s to %s', (_, before, after, expected) => {
  test(expected, () => {
    expect(change(before, after)).toBe(expected);
  });
});

test('USING only where PostgreSQL finds no way by itself', () => {
  expect(usingExpression('n', 'integer', 'bigint', false)).toBeNull();
  expect(usingExpression('n', 'integer', 'text', false)).toBeNull();
  expect(usingExpression('n', 'text', 'integer', false)).toBe('n::integer');
  expect(usingExpression('n', 'integer', 'integer[]', false)).toBe(
    'CASE WHEN n IS NOT NULL THEN ARRAY[n]::integer[] END',
  );
  expect(usingExpression('n', 'uuid', 'jsonb', false)).toBe('n::text::jsonb');
});
