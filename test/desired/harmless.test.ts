// What desired files may not do while they load: run queries and functions of the user, and never end.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDesired } from '#src/desired/load.js';
import { WORDS } from '#src/kinds/words.js';
import { planPair } from '#src/proof/plan-pair.js';
import { closeScratch } from '#src/scratch/instances.js';
import type { Scratch } from '#src/scratch/interface.js';
import { startScratch, throwawayScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { readDesired } from '#src/states/desired.js';
import { load, picture } from '../support/desired/loading.ts';
import { statementsOf } from '../support/desired/statements.ts';
import { errorOf } from '../support/errors/raised.ts';
import { edgeMajors, serverUrl } from '../support/servers/database.ts';

beforeAll(loadParser);
afterAll(closeScratch);

/** A function that leaves a trace, and relations whose queries call it. */
const QUERIES = `
CREATE FUNCTION public.trace() RETURNS int LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the function ran'; END $$;
CREATE MATERIALIZED VIEW public.filled AS SELECT public.trace() AS n WITH DATA;
CREATE MATERIALIZED VIEW public.plain AS SELECT public.trace() AS n -- with data
;
CREATE MATERIALIZED VIEW public.empty AS SELECT public.trace() AS n WITH NO DATA;
CREATE UNIQUE INDEX ON public.filled (n);
CREATE MATERIALIZED VIEW IF NOT EXISTS public."on it" AS SELECT n + 1 AS m FROM public.filled;
CREATE TABLE public.copied AS SELECT public.trace() AS n;
`;

const EVENTS = `
CREATE FUNCTION public.refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the event trigger ran'; END $$;
CREATE EVENT TRIGGER refuse ON ddl_command_end EXECUTE FUNCTION public.refuse();
CREATE TABLE public.later (id int);
`;

const populated = async (scratch: Scratch) =>
  scratch.isolated(async () => {
    await loadDesired(scratch, statementsOf({ 'a.sql': QUERIES }), WORDS);
    const rows = await scratch.query(
      "SELECT relname, relispopulated AS filled FROM pg_class WHERE relkind = 'm' ORDER BY 1",
    );
    return rows.map((row) => `${row['relname']} ${row['filled']}`);
  });

describe.each(['PGlite', ...edgeMajors.map(String)])('on %s', (place) => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await (place === 'PGlite' ? startScratch() : throwawayScratch(await serverUrl(Number(place))));
  });
  afterAll(() => scratch.close());

  test('queries of materialized views and CREATE TABLE AS do not run, and the catalog says what the file says', async () => {
    expect(await populated(scratch)).toEqual(['empty false', 'filled true', 'on it true', 'plain true']);
  });

  test('event triggers of the files do not run for other statements', async () => {
    const { lines } = await picture(scratch, statementsOf({ 'a.sql': EVENTS }));
    expect(lines.some((line) => line.includes('later'))).toBe(true);
    const [row] = await scratch.query("SELECT current_setting('session_replication_role') AS role");
    expect(row).toEqual({ role: 'origin' });
  });
});

test('PGlite has no files and no programs of the machine', async () => {
  const scratch = await startScratch();
  await expect(scratch.query("SELECT pg_read_file('/etc/passwd')")).rejects.toMatchObject({
    sqlstate: '58P01',
  });
  await expect(scratch.script("COPY (SELECT 1) TO PROGRAM 'cat > /tmp/never'")).rejects.toThrow();
  await scratch.close();
});

const PROFILE = { serverVersion: 180000, role: 'postgres', roles: [] };
const LOOP = `CREATE TABLE public.a (id int);
CREATE FUNCTION public.spin() RETURNS int LANGUAGE plpgsql AS $$
BEGIN LOOP END LOOP; END $$;
CREATE TABLE public.b (id int);

ALTER TABLE public.b ADD COLUMN n int DEFAULT public.steady();
CREATE FUNCTION public.steady() RETURNS int STABLE LANGUAGE plpgsql AS $$
BEGIN LOOP END LOOP; END $$;
`;

test('a statement that does not end is named with its file and line', async () => {
  const statements = statementsOf({ 'b/loop.sql': LOOP });
  const error = await errorOf(readDesired(statements, PROFILE, { timeMs: 3000, memoryMb: 1024 }));
  expect(error).toMatchObject({ code: 'desired/load', exitCode: 65, location: { file: 'b/loop.sql', line: 6 } });
  expect(error.message).toContain('does not end');
  // Scratch is usable afterwards.
  const { catalog } = await readDesired(statementsOf({ 'a.sql': 'CREATE TABLE public.t (id int);' }), PROFILE);
  expect([...catalog.objects.keys()].length).toBeGreaterThan(0);
});

test('so is one that needs too much memory', async () => {
  const files = {
    'a.sql': `CREATE FUNCTION public.grow() RETURNS int STABLE LANGUAGE plpgsql AS $$
DECLARE all_of_it text[] := '{}';
BEGIN LOOP all_of_it := all_of_it || repeat(random()::text, 500000); END LOOP; END $$;
CREATE TABLE public.b (id int);
ALTER TABLE public.b ADD COLUMN n int DEFAULT public.grow();`,
  };
  const error = await errorOf(readDesired(statementsOf(files), PROFILE, { timeMs: 60_000, memoryMb: 200 }));
  expect(error).toMatchObject({ code: 'desired/load', location: { file: 'a.sql', line: 5 } });
  expect(error.message).toContain('200 MB');
});

test('a server ends such a statement after the same time', async () => {
  const profile = { ...PROFILE, scratch: await serverUrl(Math.max(...edgeMajors)) };
  const error = await errorOf(readDesired(statementsOf({ 'a.sql': LOOP }), profile, { timeMs: 2000, memoryMb: 1024 }));
  expect(error).toMatchObject({ code: 'desired/load', sqlstate: '57014', location: { line: 6 } });
});

test('the files themselves load as before', async () => {
  const scratch = await startScratch();
  expect((await load(scratch, { 'a.sql': QUERIES })).statements).toBe(7);
  await scratch.close();
});

test('a proof that does not end is refused', async () => {
  const spinning = `CREATE FUNCTION public.spin(int) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN LOOP END LOOP; END $$;
CREATE TABLE public.t (n int);`;
  const [before, after] = await Promise.all(
    [spinning, `${spinning}\nALTER TABLE public.t ADD CHECK (public.spin(n));`].map(
      async (text) => (await readDesired(statementsOf({ 'a.sql': text }), PROFILE)).catalog,
    ),
  );
  if (before === undefined || after === undefined) throw new Error('not read');
  const error = await errorOf(
    planPair(before, after, { allow: [], profile: PROFILE, limits: { timeMs: 3000, memoryMb: 1024 } }),
  );
  expect(error).toMatchObject({ code: 'plan/not-proven', exitCode: 9 });
  expect(error.hint).toContain('a function without an end');
});
