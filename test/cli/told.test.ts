// What people are told: what changes, how git restores a file, which word another tool would use, what was passed over.
import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { type Folder, folder } from '../support/command-line/program.ts';
import { filesIn } from '../support/folders/folder.ts';

const projects: Folder[] = [];
afterAll(() => {
  for (const project of projects) project.remove();
});
const project = (files: Readonly<Record<string, string>>): Folder => {
  const made = folder(files);
  projects.push(made);
  return made;
};

test('a plan names what changes of each object, what it was and what it becomes', async () => {
  const { run, write } = project({
    'schema/app.sql': `CREATE TABLE public.post (id int PRIMARY KEY, url text, n int);
CREATE INDEX post_n ON public.post (n);\n`,
  });
  await run('plan first');
  await run('apply');
  write({
    'schema/app.sql': `CREATE TABLE public.post (id int PRIMARY KEY, url varchar(200) NOT NULL DEFAULT 'x', n int);
COMMENT ON COLUMN public.post.n IS 'a
number';
CREATE UNIQUE INDEX CONCURRENTLY post_n ON public.post (n) WHERE n > 0;
GRANT SELECT ON public.post TO PUBLIC;\n`,
  });
  const { stdout, stderr } = await run('plan --check');
  for (const line of [
    '      type: text → character varying(200)',
    '      not null: none → yes (validated, local)',
    '      comment: none → a number',
    '      privileges: + PUBLIC SELECT',
    '      unique: false → true',
    '      definition: CREATE INDEX post_n ON public.post USING btree (n) → CREATE UNIQUE INDEX post_n ON public.post USING btree (n) WHERE (n > 0)',
  ]) {
    expect(stdout.split('\n')).toContain(line);
  }
  expect(stderr).toContain('warning: schema/app.sql:4: CONCURRENTLY has no effect in a desired file');
  const { plan } = JSON.parse((await run('plan --check --json')).stdout);
  expect(plan.statements.flatMap((step: { changes: unknown[] }) => step.changes)).toContainEqual({
    attribute: 'type',
    before: 'text',
    after: 'character varying(200)',
  });
});

test("git's command restores a file by its whole path, and is offered only where git has the file", async () => {
  const { run, write, path } = project({ 'schema/app.sql': 'CREATE TABLE public.t (id int);\n' });
  const git = (...words: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], { cwd: path, encoding: 'utf8' });
  await run('plan first');
  await run('apply');
  const file = `generated-migrations/${filesIn(`${path}/generated-migrations`).find((name) => /V\d/.test(name))}`;
  git('init', '-q', '.');
  write({ [file]: 'CREATE TABLE public.t (id bigint);\n' });
  const unknown = await run('apply');
  expect([unknown.code, unknown.stderr]).toEqual([4, expect.not.stringContaining('git ')]);
  git('add', '-A');
  git('commit', '-qm', 'x');
  expect((await run('validate')).stderr).toContain(`Its former text: git log -p -- ${file}`);
  write({ [file]: 'CREATE TABLE public.t (id text);\n' });
  const edited = await run('validate');
  expect(edited.stderr).toContain(`Its former text: git checkout HEAD -- ${file}`);
  const [command] = /git checkout .*/.exec(edited.stderr) ?? [''];
  execFileSync(command, { cwd: path, shell: '/bin/sh', stdio: 'ignore' });
  expect(git('status', '--porcelain')).toBe('');
});

test('DROP in a desired file, and a branch that git does not have', async () => {
  const { run, path } = project({
    'schema/a.sql': 'CREATE TABLE public.t (id int);\nCREATE VIEW public.v AS SELECT 1 AS n;\n',
    'schema/A0.sql': 'DROP VIEW public.v;\n',
  });
  const dropped = await run('plan --check');
  expect([dropped.code, dropped.stderr]).toEqual([65, expect.stringContaining('delete its CREATE statement')]);
  expect(dropped.stderr).not.toContain('write the schema before the name');
  const outside = await run('rebase');
  expect([outside.code, outside.stderr]).toEqual([64, expect.stringContaining('this folder is in no git repository')]);
  execFileSync('git', ['init', '-q', '-b', 'trunk', '.'], { cwd: path });
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'x', '--allow-empty'], {
    cwd: path,
  });
  const lacking = await run('rebase');
  expect(lacking.code).toBe(64);
  expect(lacking.stderr).toContain('git has no branch or commit origin/main');
  expect(lacking.stderr).toContain('for example trunk');
  expect(lacking.stderr).not.toMatch(/rev-parse|\^\{commit\}/);
});

test('the words of other tools, and help by name', async () => {
  const { run } = project({ 'schema/.keep': '' });
  for (const [word, meant] of [
    ['up', 'apply'],
    ['down', 'undo'],
    ['rollback', 'undo'],
    ['generate', 'plan'],
  ]) {
    const call = await run(word ?? '');
    expect([call.code, call.stderr]).toEqual([64, expect.stringContaining(`Did you mean ${meant}?`)]);
  }
  const [byWord, byFlag] = [await run('help plan'), await run('plan --help')];
  expect([byWord.code, byWord.stdout]).toEqual([0, byFlag.stdout]);
  expect((await run('help')).stdout).toContain('Without a command it applies what is pending to the embedded database');
});

const DUMP = `--
-- PostgreSQL database dump
--

-- Dumped from database version 18.1

SET statement_timeout = 0;
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (id integer NOT NULL, note text);
CREATE SEQUENCE public.s;
CREATE MATERIALIZED VIEW public.m AS SELECT 1 AS n WITH NO DATA;
COPY public.t (id, note) FROM stdin;
1\tit's
2\t;
\\.

INSERT INTO public.t VALUES (3, 'x');
SELECT pg_catalog.setval('public.s', 7, true);
SELECT pg_catalog.lo_create('16400');
CREATE INDEX t_id ON public.t USING btree (id);
CLUSTER public.t USING t_id;
REFRESH MATERIALIZED VIEW public.m;
--
-- PostgreSQL database dump complete
--
`;

test('a dump with rows is a desired file: rows are passed over with one note', async () => {
  const { run, write } = project({ 'schema/dump.sql': DUMP });
  const planned = await run('plan --stdout');
  expect(planned.code).toBe(0);
  expect(planned.stderr.match(/^warning: .*$/gm)).toEqual([
    expect.stringMatching(/^warning: schema\/dump\.sql is a dump with rows: passed over .*COPY.*INSERT.*REFRESH/),
  ]);
  expect(planned.stdout).toContain('CLUSTER ON t_id');
  expect(planned.stdout).not.toMatch(/INSERT|setval/);
  // In a file that is no dump they are refused, as before.
  write({ 'schema/dump.sql': DUMP.replace('-- PostgreSQL database dump\n', '-- ours\n') });
  const refused = await run('plan --check');
  expect([refused.code, refused.stderr]).toEqual([
    65,
    expect.stringContaining('COPY does not belong into a desired file'),
  ]);
});

test('a long list of applied files is cut', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, n) => [`generated-migrations/V${n + 1}__a.sql`, `CREATE TABLE t${n} ();\n`]),
  );
  const { run } = project(files);
  const { stdout } = await run('apply -q');
  expect(stdout).toMatch(/^Applied 30 migrations: V1__a\.sql, .* and 10 more$/m);
});
