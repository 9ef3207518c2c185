import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Folder, folder } from '../support/command-line/program.ts';
import { filesIn } from '../support/folders/folder.ts';

const SCHEMA = String.raw`
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('good', 'bad');
CREATE TABLE app.users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL,
  mood app.mood DEFAULT 'good',
  boss bigint REFERENCES app.users,
  CHECK (name <> '')
);
COMMENT ON TABLE app.users IS E'one line\r\nand another';
CREATE INDEX users_name ON app.users (lower(name));
CREATE TABLE app.posts (id integer PRIMARY KEY, author bigint REFERENCES app.users ON DELETE CASCADE);
CREATE TABLE app."Posts" (id integer);
CREATE VIEW app.names AS SELECT name FROM app.users;
CREATE FUNCTION app.f(integer) RETURNS integer LANGUAGE sql AS E'SELECT 1\r\n';
CREATE FUNCTION app.f(text) RETURNS integer LANGUAGE sql AS 'SELECT 2';
SET search_path = app;
CREATE FUNCTION app.count_users() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM users';
`;

let project: Folder;
const read = (path: string): string => readFileSync(join(project.path, path), 'utf8');
const sqlIn = (path: string): string[] => filesIn(join(project.path, path)).filter((name) => name.endsWith('.sql'));

beforeAll(async () => {
  project = folder({ 'schema/app.sql': SCHEMA });
  expect((await project.run('plan first')).code).toBe(0);
  expect((await project.run('apply --yes')).code).toBe(0);
}, 60_000);
afterAll(() => project.remove());

test('a file for each object, which reads as if written, and plans to nothing', async () => {
  const call = await project.run('pull --schema-dir pulled');
  expect([call.code, call.stdout]).toEqual([0, expect.stringContaining('plan to nothing')]);
  expect(sqlIn('pulled')).toEqual([
    'app/enums/mood.sql',
    'app/functions/count_users.sql',
    'app/functions/f.sql',
    'app/schema.sql',
    expect.stringMatching(/^app\/tables\/posts.sql$/i),
    'app/tables/users.sql',
    'app/views/names.sql',
  ]);
  expect(read('pulled/app/tables/users.sql')).toBe(`CREATE TABLE app.users (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text NOT NULL,
    mood app.mood DEFAULT 'good'::app.mood,
    boss bigint,
    CONSTRAINT users_name_check CHECK ((name <> ''::text)),
    CONSTRAINT users_pkey PRIMARY KEY (id),
    CONSTRAINT users_boss_fkey FOREIGN KEY (boss) REFERENCES app.users(id)
);

COMMENT ON TABLE app.users IS E'one line\\r
and another';

CREATE INDEX users_name ON app.users USING btree (lower(name));
`);
  expect(read('pulled/app/functions/f.sql')).toContain("E'SELECT 1\\r\n'");
  // What was made under a search path is not looked into again.
  expect(read('pulled/app/functions/count_users.sql')).toContain('SET check_function_bodies = off;');
  expect((await project.run('plan --check --schema-dir pulled')).code).toBe(0);
});

test('in one file, or one for each schema', async () => {
  expect((await project.run('pull --split single --schema-dir one')).code).toBe(0);
  expect(sqlIn('one')).toEqual(['schema.sql']);
  expect((await project.run('pull --split schema --schema-dir two')).code).toBe(0);
  expect(sqlIn('two')).toEqual(['app.sql']);
  expect((await project.run('diff dir:one dir:two --exit-code')).code).toBe(0);
});

test('files that are there stay, unless they may be replaced', async () => {
  const refused = await project.run('pull');
  expect([refused.code, refused.stderr]).toEqual([9, expect.stringContaining('holds 1 SQL files already')]);
  expect(read('schema/app.sql')).toBe(SCHEMA);
  expect((await project.run('pull --force')).code).toBe(0);
  expect(existsSync(join(project.path, 'schema/app.sql'))).toBe(false);
  expect((await project.run('plan --check')).code).toBe(0);
});

test('a snapshot, to compare with later', async () => {
  expect((await project.run('pull --snapshot then.json')).code).toBe(0);
  expect((await project.run('diff snapshot:then.json pglite://.schema/db --exit-code')).code).toBe(0);
  const difference = await project.run('diff empty snapshot:then.json --exit-code');
  expect([difference.code, difference.stdout]).toEqual([2, expect.stringContaining('CREATE TABLE app.users')]);
  project.write({ 'broken.json': '{}' });
  const broken = await project.run('diff empty snapshot:broken.json');
  expect([broken.code, broken.stderr]).toEqual([64, expect.stringContaining('no snapshot')]);
});

test('passwords that come along are told of', async () => {
  project.write({
    'other/app.sql': `CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE USER MAPPING FOR PUBLIC SERVER delta OPTIONS (password 'quack');
`,
  });
  const other = 'pglite://.schema/other';
  const plan = `plan other --url ${other} --schema-dir other --migrations-dir other-migrations`;
  expect((await project.run(plan)).code).toBe(0);
  expect((await project.run(`apply --yes --url ${other} --migrations-dir other-migrations`)).code).toBe(0);
  const call = await project.run(`pull --url ${other} --schema-dir pulled-other`);
  expect([call.code, call.stderr]).toEqual([0, expect.stringContaining('passwords stand in plain text in database/')]);
  expect(call.stderr + call.stdout).not.toContain('quack');
});

test('migrations that are pending are said: the files lack what they make', async () => {
  const other = folder({ 'generated-migrations/V1__a.sql': 'CREATE TABLE a (id int);\n', 'schema/.keep': '' });
  const early = await other.run('pull --json');
  expect([early.code, early.stderr]).toEqual([0, expect.stringContaining('1 migration pending on this database')]);
  expect(JSON.parse(early.stdout).pending).toEqual(['V1__a.sql']);
  expect((await other.run('apply')).code).toBe(0);
  expect((await other.run('pull --force')).stderr).not.toContain('pending');
  other.remove();
});
