// Changes of nested data types, judged by the values of hostile rows on a real server, as in the corpora.
// SCHEMA_PROPERTY_SEEDS and SCHEMA_PROPERTY_FIRST are those of plans.test.ts; of this one a tenth is drawn.
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { closeScratch } from '#src/scratch/scratch.js';
import { judge } from '../corpus/judge.mjs';
import { changedTypes } from '../support/schemas/nested-types.ts';
import { edgeMajors, serverUrl } from '../support/servers/database.ts';

const numRuns = Math.max(2, Math.round(Number(process.env['SCHEMA_PROPERTY_SEEDS'] ?? 20) / 10));
const seed = Number(process.env['SCHEMA_PROPERTY_FIRST'] ?? 1);
const LIMIT = numRuns * 60_000 + 240_000;

afterAll(closeScratch);

test.each(edgeMajors)(
  'values of nested types arrive by name, or are announced as lost (%i)',
  { timeout: LIMIT },
  async (major) => {
    const url = await serverUrl(major);
    const text = (script: readonly string[]): string => script.map((statement) => `${statement};\n`).join('');
    const found = await fc.check(
      fc.asyncProperty(changedTypes, async ({ before, after }) => {
        const result: { outcome: string; stage?: string; cause?: unknown } = await judge(
          { id: 'nested', source: 'random', old: text(before), new: text(after) },
          url,
        );
        if (result.outcome === 'fail') throw new Error(`${result.stage}: ${result.cause}`);
      }),
      { numRuns, seed: seed + major, interruptAfterTimeLimit: LIMIT - 30_000, markInterruptAsFailure: true },
    );
    const files = Object.entries(found.counterexample?.[0] ?? {}).map(
      ([name, script]) => `-- ${name}.sql\n${text(script)}`,
    );
    expect(found.failed, `${String(found.errorInstance)}\n(seed ${found.seed})\n\n${files.join('\n')}`).toBe(false);
  },
);
