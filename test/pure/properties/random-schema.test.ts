// The random schemas themselves: a failure must shrink to a case that somebody can read.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inAnyOrder, randomSchema } from '../../support/schemas/random-schema.ts';

/** The smallest schema that was found to have a statement like this. */
const smallest = (pattern: RegExp): readonly string[] =>
  fc.check(
    fc.property(randomSchema, (statements) => !statements.some((statement) => pattern.test(statement))),
    { seed: 1, numRuns: 500 },
  ).counterexample?.[0] ?? [];

test.each([
  ['an index', /^CREATE INDEX/, 2],
  ['a foreign key', /FOREIGN KEY/, 3],
  ['a view of a view', /FROM v_/, 3],
  ['a column of an enum', /CREATE TABLE .* (mood|size)[ ,)]/, 2],
  ['a policy', /^CREATE POLICY/, 3],
])('%s: what it needs, and nothing else', (_, pattern, count) => {
  expect(smallest(pattern)).toHaveLength(count);
});

test('the smallest order is the one that runs', () => {
  const found = fc.check(
    fc.property(inAnyOrder(randomSchema), ({ shuffled }) => shuffled.length < 3),
    { seed: 1 },
  );
  const { schema, shuffled } = found.counterexample?.[0] ?? { schema: [], shuffled: [''] };
  expect(shuffled).toEqual(schema);
  expect(schema).toHaveLength(3);
});
