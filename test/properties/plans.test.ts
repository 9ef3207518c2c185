// Properties of plans, on random schemas. SCHEMA_PROPERTY_SEEDS says how many (20), SCHEMA_PROPERTY_FIRST where to begin.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Catalog } from '#src/catalog/catalog.js';
import { readStatements } from '#src/desired/statements.js';
import { planPair } from '#src/proof/plan-pair.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { readDesired } from '#src/states/desired.js';
import { fingerprintOf } from '#src/states/fingerprint.js';
import { Dice, ROLES, randomSchema } from '../support/schemas/random-schema.ts';

const count = Number(process.env['SCHEMA_PROPERTY_SEEDS'] ?? 20);
const first = Number(process.env['SCHEMA_PROPERTY_FIRST'] ?? 1);
const seeds = Array.from({ length: count }, (_, index) => first + index);

beforeAll(loadParser);
afterAll(closeScratch);

async function load(statements: readonly string[]): Promise<Catalog> {
  const text = statements.map((statement) => `${statement};\n`).join('');
  const profile = { serverVersion: 180000, role: 'postgres', roles: ROLES };
  const { catalog } = await readDesired(readStatements([{ file: 'random.sql', text }]), profile);
  return catalog;
}

/** Says what was planned when something goes wrong, so that a failure can be played again without the seed. */
async function telling<T>(schemas: Readonly<Record<string, readonly string[]>>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const texts = Object.entries(schemas).map(([name, statements]) => `-- ${name}\n${statements.join(';\n')};`);
    const detail = error instanceof Error && 'detail' in error ? `\n${String(error.detail)}` : '';
    throw new Error(`${error instanceof Error ? error.message : String(error)}${detail}\n${texts.join('\n')}`, {
      cause: error,
    });
  }
}

describe('random schemas', () => {
  test.each(seeds)(
    '%i: nothing is to be done between a schema and itself, in whatever order it is written',
    async (seed) => {
      const dice = new Dice(seed * 7919);
      const schema = randomSchema(dice);
      const shuffled = dice.shuffled(schema);
      await telling({ schema, shuffled }, async () => {
        const [one, other] = [await load(schema), await load(shuffled)];
        expect(await planPair(one, other, { allow: ['all'] })).toBeNull();
        expect(fingerprintOf(other)).toBe(fingerprintOf(one));
      });
    },
  );

  test.each(seeds)('%i: the way to another schema and back is proven', async (seed) => {
    const before = randomSchema(new Dice(seed * 7919));
    const after = randomSchema(new Dice(seed * 104_729));
    await telling({ before, after }, async () => {
      const pair = await planPair(await load(before), await load(after), { allow: ['all'] });
      expect(pair === null).toBe(before.join() === after.join());
    });
  });
});
