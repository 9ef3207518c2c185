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
const shown = new Map<string, Shown>();

async function loadShown(item: Case): Promise<LoadedCase> {
  const loaded = await loadCase(item);
  shown.set(item.name, { ...loaded, outcome: outcomeOf(item) });
  return loaded;
}

/** What all cases show, whichever of them ran before. */
async function allShown(): Promise<readonly Shown[]> {
  for (const item of cases.filter(({ name }) => !shown.has(name))) {
    const loading = loadShown(item);
    // Some cases are refused while they are loaded, and show nothing.
    await (item.options.refused === undefined ? loading : loading.catch(() => undefined));
  }
  return [...shown.values()];
}

for (const kind of new Set(cases.map((item) => item.kind))) {
  describe(kind, () => {
    it.each(cases.filter((item) => item.kind === kind))('$title ($name)', async (item) => {
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

describe('all cases together', { timeout: 600_000 }, () => {
  it('change every attribute of every kind', async () => {
    expect(
      coverageOf(await allShown())
        .flatMap(unshown)
        .sort(),
    ).toEqual(
      UNCHANGED.flatMap(({ attributes }) =>
        Object.entries(attributes).flatMap(([kind, names]) => names.map((name) => `${kind}: ${name}`)),
      ).sort(),
    );
  });

  it('are what docs/coverage.md tells', async () => {
    await expect(coveragePage(coverageOf(await allShown()))).toMatchFileSnapshot('../docs/coverage.md');
  });
});
