// Properties of plans, on random schemas. SCHEMA_PROPERTY_SEEDS says how many of each (20), SCHEMA_PROPERTY_FIRST is the
// seed they come from (1). A failure is shrunk, and printed as the files of a golden case.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Catalog } from '#src/catalog/catalog.js';
import { readStatements } from '#src/desired/statements.js';
import { WORDS } from '#src/kinds/words.js';
import { planPair } from '#src/proof/plan-pair.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { readDesired } from '#src/states/desired.js';
import { fingerprintOf } from '#src/states/fingerprint.js';
import { inAnyOrder, ROLES, randomSchema } from '../support/schemas/random-schema.ts';

const numRuns = Number(process.env['SCHEMA_PROPERTY_SEEDS'] ?? 20);
const seed = Number(process.env['SCHEMA_PROPERTY_FIRST'] ?? 1);

/** A run takes half a second; what is left is for shrinking, which ends with the smallest failure so far. */
const LIMIT = numRuns * 10_000 + 300_000;

beforeAll(loadParser);
afterAll(closeScratch);

const textOf = (statements: readonly string[]): string => statements.map((statement) => `${statement};\n`).join('');

async function load(statements: readonly string[]): Promise<Catalog> {
  const profile = { serverVersion: 180000, role: 'postgres', roles: ROLES };
  const files = readStatements([{ file: 'random.sql', text: textOf(statements) }], WORDS);
  const { catalog } = await readDesired(files, profile);
  return catalog;
}

/** Raises the smallest schemas that were found to break the property, and what happened with them. */
async function holds<T extends Readonly<Record<string, readonly string[]>>>(
  schemas: fc.Arbitrary<T>,
  property: (schemas: T) => Promise<void>,
): Promise<void> {
  const found = await fc.check(fc.asyncProperty(schemas, property), {
    numRuns,
    seed,
    interruptAfterTimeLimit: LIMIT - 60_000,
    markInterruptAsFailure: true,
  });
  if (!found.failed) return;
  const error: unknown = found.errorInstance;
  const detail = error instanceof Error && 'detail' in error ? `\n${String(error.detail)}` : '';
  const files = Object.entries(found.counterexample?.[0] ?? {}).map(
    ([name, list]) => `-- ${name}.sql\n${textOf(list)}`,
  );
  const how = `seed ${found.seed}, path ${found.counterexamplePath}, shrunk ${found.numShrinks} times`;
  throw new Error(`${String(error ?? 'out of time')}${detail}\n(${how})\n\n${files.join('\n')}`, { cause: error });
}

test('nothing is to be done between a schema and itself, in whatever order it is written', { timeout: LIMIT }, () =>
  holds(inAnyOrder(randomSchema), async ({ schema, shuffled }) => {
    const [one, other] = [await load(schema), await load(shuffled)];
    expect(await planPair(one, other, { allow: ['all'] })).toBeNull();
    expect(fingerprintOf(other)).toBe(fingerprintOf(one));
  }),
);

test('the way to another schema and back is proven', { timeout: LIMIT }, () =>
  holds(fc.record({ before: randomSchema, after: randomSchema }), async ({ before, after }) => {
    const [one, other] = [await load(before), await load(after)];
    expect((await planPair(one, other, { allow: ['all'] })) === null).toBe(fingerprintOf(one) === fingerprintOf(other));
  }),
);
