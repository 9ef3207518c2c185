// What stands between a plan and its files: the proof, and the brake.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readStatements } from '#src/desired/statements.js';
import { WORDS } from '#src/kinds/words.js';
import type { Plan, Step } from '#src/plan/plan.js';
import { planPair } from '#src/proof/plan-pair.js';
import { provePair } from '#src/proof/prove.js';
import { inScratch } from '#src/scratch/furnish.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { readDesired } from '#src/states/desired.js';
import { stepsToBuild } from '#src/states/scratch-catalog.js';

const ENVIRONMENT = { serverVersion: 180000, role: 'postgres', roles: [] };

const catalogOf = async (text: string) =>
  (await readDesired(readStatements([{ file: 'schema/app.sql', text }], WORDS), ENVIRONMENT)).catalog;

/** The plan with its first statement's text changed, as a wrong rendering would have it. */
const broken = (plan: Plan, change: (sql: string) => string): Plan => ({
  ...plan,
  batches: plan.batches.map((batch, index) => ({
    ...batch,
    steps: batch.steps.map((step: Step, at) => (index === 0 && at === 0 ? { ...step, sql: change(step.sql) } : step)),
  })),
});

async function prove(
  beforeText: string,
  afterText: string,
  change: (sql: string) => string,
): Promise<readonly string[]> {
  const before = await catalogOf(beforeText);
  const after = await catalogOf(afterText);
  const pair = await planPair(before, after, { allow: ['all'] });
  if (!pair) throw new Error('the two schemas are the same');
  return inScratch(ENVIRONMENT, async (scratch) => {
    const base = await stepsToBuild(scratch, before, before, ENVIRONMENT);
    return provePair(scratch, { before, after, up: broken(pair.up, change), down: pair.down, base });
  });
}

beforeAll(loadParser);
afterAll(closeScratch);

describe('the proof', () => {
  const BEFORE = 'CREATE TABLE public.loans (id bigint PRIMARY KEY);';
  const AFTER = 'CREATE TABLE public.loans (id bigint PRIMARY KEY, note text);';

  test('holds for what was planned', async () => {
    expect(await prove(BEFORE, AFTER, (sql) => sql)).toEqual([]);
  });

  test('fails where a statement makes something else', async () => {
    await expect(prove(BEFORE, AFTER, (sql) => sql.replace('note text', 'note integer'))).rejects.toMatchObject({
      code: 'plan/not-proven',
      message: expect.stringContaining('after the migration the database differs'),
    });
  });

  test('fails where a statement does not run, and names it', async () => {
    await expect(prove(BEFORE, AFTER, (sql) => `${sql} nonsense`)).rejects.toMatchObject({
      code: 'plan/not-proven',
      detail: expect.stringContaining('nonsense'),
    });
  });

  test('fails where rows go that nobody said would go', async () => {
    await expect(prove(BEFORE, AFTER, (sql) => `DELETE FROM public.loans; ${sql}`)).rejects.toMatchObject({
      code: 'plan/not-proven',
      message: expect.stringContaining('loses what the plan does not announce'),
    });
  });

  test('fails where the undo leaves something behind', async () => {
    const change = (sql: string): string => `${sql}; CREATE INDEX left_over ON public.loans (note)`;
    await expect(prove(BEFORE, AFTER, change)).rejects.toMatchObject({ code: 'plan/not-proven' });
  });

  test('says where rows of any kind would stop the migration', async () => {
    const pair = await planPair(
      await catalogOf(BEFORE),
      await catalogOf('CREATE TABLE public.loans (id bigint PRIMARY KEY, note text NOT NULL);'),
      { allow: ['all'] },
    );
    expect(pair?.up.notices).toEqual([expect.stringContaining('Proven on empty tables only')]);
  });
});

describe('the brake', () => {
  const tables = (count: number): string =>
    Array.from({ length: count }, (_, index) => `CREATE TABLE public.t${index} (id bigint);`).join('\n');

  test('stops a plan that drops most of what there is', async () => {
    const [before, after] = [await catalogOf(tables(6)), await catalogOf(tables(2))];
    await expect(planPair(before, after, { allow: [] })).rejects.toMatchObject({
      code: 'plan/mass-drop',
      message: 'this plan drops 4 of 6 objects',
    });
    expect(await planPair(before, after, { allow: ['D103'] })).not.toBeNull();
  });

  test('lets a plan pass that drops less', async () => {
    expect(await planPair(await catalogOf(tables(6)), await catalogOf(tables(4)), { allow: [] })).not.toBeNull();
  });
});
