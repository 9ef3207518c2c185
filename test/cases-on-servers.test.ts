// A sample of the golden cases on real servers: planned, applied and undone as a user would, judged by the observer.
import { afterAll, describe, expect, test } from 'vitest';
import { closeScratch } from '#src/scratch/scratch.js';
import { judge } from './corpus/judge.mjs';
import { ROLES, readCase } from './support/cases/case.ts';
import { edgeMajors, serverUrl } from './support/servers/database.ts';

const SAMPLE: readonly string[] = [
  'aggregate/all-attributes',
  'base-type/created',
  'base-type/dropped',
  'default-privileges/created-with-table',
  'enum/value-added-and-used',
  'enum/value-removed',
  'extension/created',
  'foreign-table/partition-attached-and-detached',
  'foreign-table/server-changed',
  'function/argument-renamed',
  'function/overload-succeeded',
  'inheritance/partition-added',
  'inheritance/partition-detached',
  'inheritance/partitions-created',
  'language/changed',
  'subscription/dropped',
  'operator-class/created-for-gist',
  'operator-family/created-with-loose-members',
  'operator/created-with-commutator-and-negator',
  'range-constructor/privileges',
  'range/all-attributes',
  'table-column/retyped-under-views',
  'table-column/serial-to-identity',
  'table-column/text-to-integer',
  'table/comment-changed',
  'table/foreign-key-cycle-created',
  'table/names-of-all-sorts',
  'text-search-configuration/mappings-changed',
  'text-search-dictionary/created',
  'user-mapping/options-changed',
];

afterAll(closeScratch);

const digest = (name: string): number => [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

const quoted = (name: string): string => `"${name}"`;
const CREATE_ROLES = ROLES.map(
  (role) => `DO $$ BEGIN CREATE ROLE ${quoted(role)}; EXCEPTION WHEN duplicate_object THEN NULL; END $$`,
).join(';\n');

describe.each(edgeMajors)('on PostgreSQL %i', (major) => {
  // A case's name says which of the two servers has it; with SCHEMA_TEST_CASES=sample, each has the whole sample.
  const turn = process.env['SCHEMA_TEST_CASES'] === 'sample' ? null : edgeMajors.indexOf(major);
  const sample = SAMPLE.filter((name) => turn === null || digest(name) % edgeMajors.length === turn);
  test.each(sample)('%s', async (name) => {
    const { before, after, seed } = readCase(name);
    const item = { id: name, source: 'cases', setupCluster: CREATE_ROLES, old: before, new: after, seed };
    expect(await judge(item, await serverUrl(major))).toMatchObject({ outcome: 'pass' });
  });
});
