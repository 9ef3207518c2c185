// What PGlite lacks and the server has: extensions, collations of its system; a server in PGlite's place.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { expect, test } from 'vitest';
import { folder } from '../support/command-line/program.ts';
import { edgeMajors, freshDatabase, serverUrl } from '../support/servers/database.ts';

const FOREIGN = `CREATE EXTENSION postgres_fdw;
CREATE EXTENSION intagg;
CREATE SERVER elsewhere FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'elsewhere');
CREATE TABLE public.words (word text COLLATE "C.utf8" NOT NULL, total integer[]);
CREATE VIEW public.sums AS SELECT word, int_array_aggregate(1) AS ones FROM public.words GROUP BY word;
`;

test.each(edgeMajors)('extensions and collations that PGlite lacks, on PostgreSQL %i', async (major) => {
  const database = await freshDatabase(major);
  const project = folder({ 'schema/app.sql': FOREIGN });
  const variables = { DATABASE_URL: database.url };
  const planned = await project.run('plan first', variables);
  expect([planned.code, planned.stderr]).toEqual([0, expect.not.stringContaining('error')]);
  expect((await project.run('apply', variables)).code).toBe(0);
  const checked = await project.run('plan --check', variables);
  expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('agree')]);
  expect((await project.run('pull --force --environment', variables)).code).toBe(0);
  expect((await project.run('plan --check', variables)).code).toBe(0);
  // With the saved profile, no server is needed to plan for it.
  const offline = await project.run('plan --check --against migrations');
  expect([offline.code, offline.stderr]).toEqual([0, expect.not.stringContaining('error')]);
  expect((await project.run('undo --yes --count 9', variables)).code).toBe(0);
  project.remove();
  await database.drop();
});

test('an extension, or a version of one, that the server does not offer', async () => {
  const database = await freshDatabase(Math.max(...edgeMajors));
  const project = folder({ 'schema/app.sql': '\nCREATE EXTENSION no_such_thing;\n' });
  const variables = { DATABASE_URL: database.url };
  const missing = await project.run('plan x', variables);
  expect([missing.code, missing.stderr]).toEqual([65, expect.stringContaining('schema/app.sql:2:1')]);
  expect(missing.stderr).toContain('the server has no extension no_such_thing');
  project.write({ 'schema/app.sql': "CREATE EXTENSION intagg VERSION '77';\n" });
  const version = await project.run('plan x', variables);
  expect([version.code, version.stderr]).toEqual([65, expect.stringContaining('no version 77 of extension intagg')]);
  project.remove();
  await database.drop();
});

test.each(edgeMajors)('scratch on a server, PostgreSQL %i', async (major) => {
  const database = await freshDatabase(major);
  const project = folder({ 'schema/app.sql': `${FOREIGN}CREATE TYPE public.mood AS ENUM ('good');\n` });
  const variables = { DATABASE_URL: database.url, SCHEMA_SCRATCH: await serverUrl(major) };
  expect((await project.run('plan first', variables)).code).toBe(0);
  expect((await project.run('apply', variables)).code).toBe(0);
  project.write({
    'schema/app.sql': `${FOREIGN}CREATE TYPE public.mood AS ENUM ('good', 'bad');
      CREATE TABLE public.moods (mood public.mood DEFAULT 'bad');\n`,
  });
  const second = await project.run('plan second', variables);
  expect([second.code, second.stderr]).toEqual([0, expect.not.stringContaining('error')]);
  expect((await project.run('apply', variables)).code).toBe(0);
  expect((await project.run('plan --check', variables)).code).toBe(0);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const left = await client.query("SELECT FROM pg_database WHERE datname LIKE 'schema_scratch_%'");
  await client.end();
  expect(left.rowCount).toBe(0);
  project.remove();
  await database.drop();
});

test('scratch needs a superuser', async () => {
  const database = await freshDatabase(Math.max(...edgeMajors));
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("CREATE ROLE plain_planner LOGIN PASSWORD 'plain'");
  const project = folder({ 'schema/app.sql': 'CREATE SCHEMA app;\n' });
  const scratch = new URL(database.url);
  scratch.username = 'plain_planner';
  scratch.password = 'plain';
  const call = await project.run('plan x', { DATABASE_URL: database.url, SCHEMA_SCRATCH: scratch.href });
  expect([call.code, call.stderr]).toEqual([11, expect.stringContaining('needs a superuser')]);
  await client.query('DROP ROLE plain_planner');
  await client.end();
  project.remove();
  await database.drop();
});

test.each(edgeMajors)('no query of a desired file runs in scratch on a server, PostgreSQL %i', async (major) => {
  const trace = join(tmpdir(), `schema-trace-${randomUUID()}`);
  const database = await freshDatabase(major);
  const project = folder({
    'schema/app.sql': `CREATE FUNCTION public.leave() RETURNS int LANGUAGE plpgsql AS $$
BEGIN COPY (SELECT 1) TO PROGRAM 'cat > ${trace}'; RETURN 1; END $$;
CREATE FUNCTION public.on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM public.leave(); END $$;
CREATE EVENT TRIGGER leaves ON ddl_command_end EXECUTE FUNCTION public.on_ddl();
CREATE MATERIALIZED VIEW public.traced AS SELECT public.leave() AS n;
CREATE TABLE public.copied AS SELECT public.leave() AS n;
CREATE TABLE public.later (id int);
`,
  });
  const variables = { DATABASE_URL: database.url, SCHEMA_SCRATCH: await serverUrl(major) };
  const checked = await project.run('plan --check', variables);
  expect([checked.code, checked.stderr]).toEqual([2, expect.not.stringContaining('error')]);
  expect(checked.stdout).toContain('Creates materialized view public.traced');
  const planned = await project.run('plan traced', variables);
  expect([planned.code, planned.stderr]).toEqual([0, expect.not.stringContaining('error')]);
  expect(existsSync(trace)).toBe(false);
  project.remove();
  await database.drop();
});
