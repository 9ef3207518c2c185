// Who judges the judge: pairs that are right pass, and every way of being wrong that we can think of is found.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { readMigrations } from '#src/migrations/folder.js';
import { renderSum } from '#src/migrations/sum.js';
import { readFolder, SUM_FILE } from '#src/migrations-folder/read-folder.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { edgeMajors, serverUrl } from '../support/servers/database.ts';
import { readCases } from './cases.mjs';
import { unannounced } from './costs.mjs';
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
  ['rows deleted', 'V', (text) => `${text}\nDELETE FROM public.coots WHERE id = 1;\n`, /^values after up$/],
  ['a statement that fails', 'V', (text) => `${text}\nSELECT nothing;\n`, /^apply$/],
  ['a column left behind', 'U', (text) => text.replace(/^ALTER TABLE .* DROP COLUMN .*$/m, ''), /^after down$/],
  ['values changed by the undo', 'U', (text) => `${text}\nUPDATE public.coots SET name = '';\n`, /^values after down$/],
];

const NESTED = {
  id: 'nested',
  source: 'test',
  old: 'CREATE TYPE place AS (hall text, bin int); CREATE TABLE goods (id int PRIMARY KEY, at place, earlier place[])',
  new: 'CREATE TYPE place AS (bin int, hall text, remark text); CREATE TABLE goods (id int PRIMARY KEY, at place, earlier place[], n int)',
  seed: "INSERT INTO goods VALUES (1, ('A', 5), ARRAY[('B', 6)::place])",
};

/** Values that a right plan keeps, changed within nested types, in sequences and in materialized views. */
const CHANGED: readonly (readonly [string, object, string])[] = [
  [
    'an attribute of an array of composite values',
    NESTED,
    "UPDATE public.goods SET earlier = ARRAY[('B', 7, NULL)::public.place];",
  ],
  [
    'a composite value of nulls in place of NULL',
    { ...NESTED, seed: 'INSERT INTO goods VALUES (1)' },
    'UPDATE public.goods SET at = ROW(NULL, NULL, NULL);',
  ],
  [
    'the next value of a sequence',
    {
      ...PAIR,
      old: PAIR.old.replace('bigint', 'bigserial'),
      new: PAIR.new.replace('bigint', 'bigserial'),
      seed: "INSERT INTO coots (name) VALUES ('Bald'), ('Eagle')",
    },
    "SELECT pg_catalog.setval('public.coots_id_seq', 1);",
  ],
  [
    'a materialized view without its rows',
    {
      ...PAIR,
      old: `${PAIR.old}; CREATE MATERIALIZED VIEW heads AS SELECT count(*) AS n FROM coots`,
      new: `${PAIR.new}; CREATE MATERIALIZED VIEW heads AS SELECT count(*) AS n FROM coots`,
    },
    'REFRESH MATERIALIZED VIEW public.heads WITH NO DATA;',
  ],
];

test.each(CHANGED)('%s is found', async (_, pair, sql) => {
  const url = await serverUrl(MAJOR);
  expect(await judge(pair, url)).toMatchObject({ outcome: 'pass' });
  const broken = { ...pair, afterPlanning: breaking('V', (text) => `${text}\n${sql}\n`) };
  expect(await judge(broken, url)).toMatchObject({ outcome: 'fail', stage: 'values after up' });
});

test('locks, rewrites and scans that are not announced are found, and those that do not happen', async () => {
  const url = await serverUrl(MAJOR);
  const database = `costs_${process.pid}`;
  const [server, client] = [new pg.Client(url), new pg.Client(url.replace(/\/[^/]*$/, `/${database}`))];
  await server.connect();
  await server.query(`CREATE DATABASE ${database}`);
  await client.connect();
  try {
    await client.query('CREATE TABLE coots (id int, name varchar(9)); INSERT INTO coots VALUES (1)');
    const step = (sql: string, parts: object) => ({ sql, locks: [], hazards: [], ...parts });
    const locks = [{ mode: 'ACCESS EXCLUSIVE', on: 'public.coots' }];
    const rewrite = 'ALTER TABLE public.coots ALTER COLUMN id TYPE bigint';
    const check = 'ALTER TABLE public.coots ADD CHECK (id > 0)';
    const worksOn = ['public.coots'];
    expect(await unannounced(client, [step(rewrite, { locks, work: 'rewrite', worksOn })])).toEqual([]);
    expect(await unannounced(client, [step(check, { locks, work: 'scan', worksOn })])).toEqual([]);
    expect(await unannounced(client, [step(rewrite, { work: 'rewrite', worksOn })])).toEqual([
      `locks public.coots (ACCESS EXCLUSIVE) and does not say so: ${rewrite}`,
    ]);
    expect(await unannounced(client, [step(rewrite, { locks })])).toContain(
      `rewrites public.coots and does not say so: ${rewrite}`,
    );
    expect(await unannounced(client, [step(check, { locks })])).toEqual([
      `scans public.coots and does not say so: ${check}`,
    ]);
    const wider = 'ALTER TABLE public.coots ALTER COLUMN name TYPE varchar(20)';
    expect(await unannounced(client, [step(wider, { locks, work: 'rewrite', worksOn })])).toEqual([
      `says rewrite of public.coots, and does not do it: ${wider}`,
    ]);
    expect(await unannounced(client, [step('SELECT 1', { locks })])).toEqual([
      'says that it locks public.coots (ACCESS EXCLUSIVE), and does not: SELECT 1',
    ]);
  } finally {
    await client.end();
    await server.query(`DROP DATABASE ${database} WITH (FORCE)`);
    await server.end();
  }
});

test('a failure because of rows that the plan does not name is found', async () => {
  const edit = (text: string) => `${text}\nALTER TABLE public.coots ADD CHECK (id > 1);\n`;
  const result = await judge({ ...PAIR, afterPlanning: breaking('V', edit) }, await serverUrl(MAJOR));
  expect(result).toMatchObject({ outcome: 'fail', stage: 'unannounced' });
});

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
