// What ALTER COLUMN … TYPE does to the rows (manual, ALTER TABLE, Notes), for pairs of types.
import { describe, expect, test } from 'vitest';
import { effectOf, metadataOnly, usingExpression } from '#src/kinds/shared/retype.js';

/** What happens to stored values: nothing at all, or they are rewritten and may be refused or changed for good. */
const change = (before: string, after: string): string => {
  if (metadataOnly(before, after)) return 'catalogs only';
  const { loses, fails } = effectOf(before, after);
  if (loses && fails) return 'loses, may fail';
  return loses ? 'loses' : fails ? 'may fail' : 'rewritten';
};

describe.each([
  ['varchar is a text with a limit', 'character varying(20)', 'text', 'catalogs only'],
  ['a longer limit', 'character varying(20)', 'character varying(40)', 'catalogs only'],
  ['a shorter limit refuses what is longer', 'character varying(40)', 'character varying(20)', 'may fail'],
  ['more digits before the point', 'numeric(8,2)', 'numeric(12,2)', 'catalogs only'],
  ['no limit on digits', 'numeric(8,2)', 'numeric', 'catalogs only'],
  ['another scale is stored anew', 'numeric(8,2)', 'numeric(12,4)', 'rewritten'],
  ['fewer digits after the point are rounded', 'numeric(8,2)', 'numeric(8,1)', 'loses'],
  ['a larger integer', 'integer', 'bigint', 'rewritten'],
  ['a smaller integer refuses what does not fit', 'bigint', 'integer', 'may fail'],
  ['an integer of 8 bytes has no exact double', 'bigint', 'double precision', 'loses, may fail'],
  ['an integer of 4 bytes has', 'integer', 'double precision', 'rewritten'],
  ['an address is a network', 'cidr', 'inet', 'catalogs only'],
  ['a day is a moment', 'date', 'timestamp without time zone', 'rewritten'],
  ['a moment is more than a day', 'timestamp without time zone', 'date', 'loses'],
  ['fractions of a second kept', 'timestamp(3) without time zone', 'timestamp(6) without time zone', 'catalogs only'],
  ['text as something else', 'text', 'integer', 'loses, may fail'],
  ['jsonb has no order of keys, and each once', 'json', 'jsonb', 'loses, may fail'],
  ['a type of the same name has the same values', 'jsonb', 'jsonb', 'rewritten'],
  ['jsonb is a json', 'jsonb', 'json', 'rewritten'],
  ['citext is a text', 'character varying(20)', 'public.citext', 'rewritten'],
  ['an integer fits into as many digits', 'integer', 'numeric(12,2)', 'rewritten'],
  ['an integer does not fit into fewer', 'integer', 'numeric(6,2)', 'may fail'],
  ['a smaller precision raises an error, with the same scale', 'numeric(12,2)', 'numeric(8,2)', 'may fail'],
  ['char(n) loses its spaces, which are none', 'character(5)', 'text', 'rewritten'],
  ['a text gets spaces', 'text', 'character(5)', 'loses, may fail'],
  ['an array of smaller integers', 'bigint[]', 'integer[]', 'may fail'],
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
