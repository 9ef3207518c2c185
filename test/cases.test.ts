// Golden cases: see test/cases/README.md. `npm test -- test/cases.test.ts -u` writes the migrations anew.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import {
  type Case,
  caseTexts,
  type LoadedCase,
  loadCase,
  outcomeOf,
  planCase,
  readCases,
} from './support/cases/case.ts';
import { coverageOf, type Shown, unshown } from './support/completeness/coverage.ts';
import { coveragePage } from './support/completeness/coverage-page.ts';
import { UNCHANGED } from './support/completeness/unchanged.ts';

beforeAll(loadParser);
afterAll(closeScratch);

const cases = readCases();
const shown: Shown[] = [];
let ran = 0;

async function loadShown(item: Case): Promise<LoadedCase> {
  const loaded = await loadCase(item);
  shown.push({ ...loaded, outcome: outcomeOf(item) });
  return loaded;
}

for (const kind of new Set(cases.map((item) => item.kind))) {
  describe(kind, () => {
    it.each(cases.filter((item) => item.kind === kind))('$title ($name)', async (item) => {
      ran += 1;
      const { refused, expect: expected } = item.options;
      if (refused !== undefined) {
        await expect(loadShown(item).then(planCase)).rejects.toThrow(refused);
        return;
      }
      const loaded = await loadShown(item);
      const pair = await planCase(loaded);
      const { before, after } = loaded;
      expect(await planCase({ before, after: before }), 'a plan from before to before').toBeNull();
      expect(await planCase({ before: after, after }), 'a plan from after to after').toBeNull();
      if (expected?.nothing) {
        expect(pair?.up.batches.flatMap((batch) => batch.steps.map((step) => step.sql)) ?? []).toEqual([]);
        return;
      }
      if (pair === null) throw new Error('there is nothing to do between before.sql and after.sql');
      const { up, down } = caseTexts(pair);
      await expect(up).toMatchFileSnapshot(join(item.folder, 'up.sql'));
      await expect(down).toMatchFileSnapshot(join(item.folder, 'down.sql'));
      if (expected?.reversibility) expect(pair.reversibility.kind).toBe(expected.reversibility);
      if (expected?.steps) expect(pair.up.batches.flatMap((batch) => batch.steps)).toHaveLength(expected.steps);
    });
  });
}

// The comparison needs every case: with `-t` only a part of them ran.
describe('all cases together', () => {
  const whole = (): boolean => ran === cases.length;

  it('change every attribute of every kind', () => {
    if (!whole()) return;
    expect(coverageOf(shown).flatMap(unshown).sort()).toEqual(
      UNCHANGED.flatMap(({ attributes }) =>
        Object.entries(attributes).flatMap(([kind, names]) => names.map((name) => `${kind}: ${name}`)),
      ).sort(),
    );
  });

  it('are what docs/coverage.md tells', async () => {
    if (whole()) await expect(coveragePage(coverageOf(shown))).toMatchFileSnapshot('../docs/coverage.md');
  });
});
