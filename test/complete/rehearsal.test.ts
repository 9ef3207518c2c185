// verify, doctor, locks, clean and test as a CI system calls them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Folder, folder } from '../support/command-line/program.ts';
import { edgeMajors, type FreshDatabase, freshDatabase, serverUrl } from '../support/servers/database.ts';

const newest = Math.max(...edgeMajors);
let database: FreshDatabase;
let project: Folder;
let variables: Record<string, string>;

beforeAll(async () => {
  database = await freshDatabase(newest);
  variables = { DATABASE_URL: database.url };
  project = folder({
    'generated-migrations/V1__t.sql': 'CREATE TABLE t (id int PRIMARY KEY, n int);\n',
    'generated-migrations/U1__t.sql': 'DROP TABLE t;\n',
    'verify/rows.sql': '-- t is empty\nSELECT NOT EXISTS (SELECT FROM t);\n',
    'schema.config.json': JSON.stringify({
      environments: {
        dev: { url: database.url, allowClean: true },
        production: { url: `${database.url}_production`, protected: true, allowClean: true },
      },
    }),
  });
  expect((await project.run('apply', variables)).code).toBe(0);
});
afterAll(async () => {
  project.remove();
  await database.drop();
});

test('verify: 0 and 10, the undo, and JUnit', async () => {
  const good = await project.run('verify', variables);
  expect([good.code, good.stderr]).toEqual([0, '']);
  expect(good.stdout).toContain('ok      2: t is empty: true');
  project.write({ 'verify/rows.sql': 'SELECT count(*) = 1 AS one, count(*) AS "<n>" FROM t;\n' });
  const bad = await project.run('verify --env dev');
  expect(bad.code).toBe(10);
  expect(bad.stdout).toContain('PROBLEM 1: SELECT count(*) = 1');
  expect(bad.stdout).toContain('1 problem. To take it back: schema undo --plan V1 --env dev');
  const junit = await project.run('verify --format junit', variables);
  expect(junit.code).toBe(10);
  expect(junit.stdout).toContain('<testsuite name="schema verify: verify/rows.sql" tests="1" failures="1"');
  expect(junit.stdout).toContain('{&quot;&lt;n&gt;&quot;: 0, &quot;ok&quot;: false}');
  const json: unknown = JSON.parse((await project.run('verify --json', variables)).stdout);
  expect(json).toMatchObject({ command: 'verify', exitCode: 10, healthy: false, undo: 'schema undo --plan V1' });
  expect((await project.run('verify --max-lag soon', variables)).code).toBe(64);
});

test('doctor and locks', async () => {
  const doctor = await project.run('doctor', variables);
  expect([doctor.code, doctor.stdout]).toEqual([0, expect.stringContaining('Nothing keeps migrations from running.')]);
  const locks = await project.run('locks --release', variables);
  expect([locks.code, locks.stdout]).toEqual([0, 'Nobody has the migration lock.\n']);
  expect((await project.run('locks --force', variables)).code).toBe(64);
});

test('clean: refused without leave, on a protected environment, and without the name', async () => {
  const without = await project.run('clean', variables);
  expect([without.code, without.stderr]).toEqual([9, expect.stringContaining('may not be cleaned')]);
  const guarded = await project.run(`clean --env production --confirm ${database.name}`);
  expect([guarded.code, guarded.stderr]).toEqual([9, expect.stringContaining('is protected')]);
  const silent = await project.run('clean --env dev --yes');
  expect([silent.code, silent.stderr]).toEqual([9, expect.stringContaining(`--confirm ${database.name}`)]);
  const dry = await project.run('clean --env dev --dry-run');
  expect([dry.code, dry.stdout]).toEqual([0, expect.stringMatching(/public\.t +0/)]);
  const done = await project.run(`clean --env dev --confirm ${database.name}`);
  expect([done.code, done.stdout]).toEqual([0, expect.stringContaining('Dropped all')]);
  expect((await project.run('apply', variables)).stdout).toContain('Applied 1 migration');
});

test('test: JUnit of both ways, a table of the volume', async () => {
  const both = await project.run('test --format junit');
  expect([both.code, both.stdout]).toEqual([0, expect.stringContaining('<testsuite name="schema test: rollback"')]);
  project.write({ 'generated-migrations/V2__n.sql': 'ALTER TABLE t ALTER n TYPE bigint;\n' });
  const on = await serverUrl(newest);
  const volume = await project.run(`test volume --rows 2k --on ${on}`, variables);
  expect([volume.code, volume.stderr]).toEqual([0, expect.stringContaining('filling tables')]);
  expect(volume.stdout).toMatch(/^2000 rows in 1 filled table on /);
  expect(volume.stdout).toMatch(
    /V2__n\.sql +1 .*AccessExclusive public\.t .*public\.t +ALTER TABLE t ALTER n TYPE bigint/,
  );
  const slow = await project.run(`test volume --rows 2k --max-block 0 --on ${on}`, variables);
  expect([slow.code, slow.stdout]).toEqual([10, expect.stringContaining('blocks others for longer than')]);
  expect((await project.run('test volume --rows many')).code).toBe(64);
});
