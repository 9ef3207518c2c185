// Who judges the judge: pairs that are right pass, and every way of being wrong that we can think of is found.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { readMigrations } from '#src/migrations/folder.js';
import { renderSum } from '#src/migrations/sum.js';
import { readFolder, SUM_FILE } from '#src/migrations-folder/read-folder.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { edgeMajors, serverUrl } from '../support/servers/database.ts';
import { readCases } from './cases.mjs';
import { judge } from './judge.mjs';

const OWN = fileURLToPath(new URL('./own.jsonl', import.meta.url));
const MAJOR = Math.max(...edgeMajors);

afterAll(closeScratch);

describe.each(edgeMajors)('on PostgreSQL %i', (major) => {
  test.each(readCases([OWN], major) as { id: string }[])('$id passes', async (item) => {
    const result = await judge(item, await serverUrl(major));
    expect(result).toMatchObject({ outcome: 'pass' });
  });
});

test('the command counts them', async () => {
  const run = fileURLToPath(new URL('./run.mjs', import.meta.url));
  const out = join(tmpdir(), `schema-own-corpus-${process.pid}.json`);
  const { stdout } = await promisify(execFile)(process.execPath, [run, '--server', String(MAJOR), '--out', out, OWN]);
  expect(stdout).toContain(`3 passed, 0 failed on PostgreSQL ${MAJOR}`);
  expect(JSON.parse(await readFile(out, 'utf8'))).toEqual([]);
});

/** Lets `edit` change the text of the migrations of one kind (V or U), with a sum file that says it was always so. */
const breaking = (kind: 'V' | 'U', edit: (text: string) => string) => async (folder: string) => {
  const { files } = await readFolder(folder);
  const edited = files.map((file) => (file.path.includes(`/${kind}`) ? { ...file, text: edit(file.text) } : file));
  expect(edited, 'the edit changes something').not.toEqual(files);
  for (const file of edited) await writeFile(join(folder, file.path), file.text);
  await writeFile(join(folder, SUM_FILE), renderSum(readMigrations(edited)));
};

const PAIR = {
  id: 'broken',
  source: 'test',
  old: 'CREATE TABLE coots (id bigint PRIMARY KEY, name text)',
  new: 'CREATE TABLE coots (id bigint PRIMARY KEY, name text, weight integer); CREATE INDEX coots_name ON coots (name)',
  seed: "INSERT INTO coots VALUES (1, 'Bald'), (2, 'Eagle')",
};

/** What is done to a right plan, and where the judge must see it. */
const BREAKAGES: readonly (readonly [string, 'V' | 'U', (text: string) => string, RegExp])[] = [
  ['another type', 'V', (text) => text.replace('weight integer', 'weight bigint'), /^after up$/],
  ['an index left out', 'V', (text) => text.replace(/^CREATE INDEX .*$/m, ''), /^after up$/],
  ['a comment too many', 'V', (text) => `${text}\nCOMMENT ON TABLE public.coots IS 'sly';\n`, /^after up$/],
  ['a privilege too many', 'V', (text) => `${text}\nGRANT SELECT ON public.coots TO PUBLIC;\n`, /^after up$/],
  ['rows deleted', 'V', (text) => `${text}\nDELETE FROM public.coots WHERE id = 1;\n`, /^rows after up$/],
  ['a statement that fails', 'V', (text) => `${text}\nSELECT nothing;\n`, /^apply$/],
  ['a column left behind', 'U', (text) => text.replace(/^ALTER TABLE .* DROP COLUMN .*$/m, ''), /^after down$/],
  ['values changed by the undo', 'U', (text) => `${text}\nUPDATE public.coots SET name = '';\n`, /^rows after down$/],
];

test('the unbroken pair passes', async () => {
  expect(await judge(PAIR, await serverUrl(MAJOR))).toMatchObject({ outcome: 'pass' });
});

test.each(BREAKAGES)('%s is found', async (_, kind, edit, stage) => {
  const result = await judge({ ...PAIR, afterPlanning: breaking(kind, edit) }, await serverUrl(MAJOR));
  expect(result).toMatchObject({ outcome: 'fail', stage: expect.stringMatching(stage) });
});

test('a plan where none is expected is found', async () => {
  const result = await judge({ ...PAIR, emptyPlan: true }, await serverUrl(MAJOR));
  expect(result).toMatchObject({ outcome: 'fail', stage: 'plan' });
});
