import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folder, SMALL } from '../support/command-line/program.ts';

// One project through its whole life; each test goes on from the one before.
describe('the main job on the embedded database', () => {
  const project = folder(SMALL);
  const migrations = (): string[] =>
    ['ddl', 'routines'].flatMap((name) => {
      const path = join(project.path, 'generated-migrations', name);
      return existsSync(path) ? readdirSync(path).map((file) => `${name}/${file.replace(/\d{14}/, '#')}`) : [];
    });
  afterAll(() => project.remove());

  test('plan writes a V and a U file for each part', async () => {
    const call = await project.run('plan first_tables');
    expect(call.code).toBe(0);
    expect(migrations()).toEqual([
      'ddl/U#__first_tables.sql',
      'ddl/V#__first_tables.sql',
      'routines/U#__first_tables.sql',
      'routines/V#__first_tables.sql',
    ]);
  });

  test('apply runs them, with a line of progress for each event', async () => {
    const call = await project.run('apply');
    expect(call.code).toBe(0);
    expect(call.stdout).toContain('Applied 2 migrations: ddl/V');
    expect(call.stderr).toMatch(/^ {2}1\/4 CREATE SCHEMA app$/m);
    expect((await project.run('migrate')).stdout).toBe('Nothing is pending.\n');
  });

  test('plan --check agrees, and disagrees again after an edit', async () => {
    expect((await project.run('plan --check')).code).toBe(0);
    project.write({
      'schema/app.sql': SMALL['schema/app.sql'].replace('name text NOT NULL', 'name text NOT NULL, phone text'),
    });
    expect((await project.run('plan --check')).code).toBe(2);
  });

  test('plan --json is one document', async () => {
    const call = await project.run('plan add_phone --json --quiet');
    expect(call.code).toBe(0);
    expect(call.stderr).toBe('');
    const document = JSON.parse(call.stdout);
    expect(document).toMatchObject({ command: 'plan', exitCode: 0, different: true, written: true, pending: [] });
    expect(document.plan.statements).toMatchObject([{ sql: 'ALTER TABLE app.users ADD COLUMN phone text' }]);
    expect(document.planId).toMatch(/^[0-9a-f]{12}$/);
    expect(document.files.map((file: { path: string }) => file.path.slice(0, 5))).toEqual(['ddl/V', 'ddl/U']);
  });

  test('apply --log-format ndjson writes one event per line', async () => {
    const call = await project.run('apply --log-format ndjson');
    expect(call.code).toBe(0);
    const events = call.stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).event);
    expect(events).toEqual([
      'target',
      'migration started',
      'statement started',
      'statement finished',
      'migration finished',
      'committed',
    ]);
  });

  test('undo that loses data needs --allow, as apply does', async () => {
    const refused = await project.run('undo --count 1');
    expect(refused.code).toBe(9);
    expect(refused.stderr).toContain('error [plan/hazard]');
    expect(refused.stderr).toMatch(/DETAIL: D102 in ddl\/U\d{14}__add_phone\.sql: drops column app\.users\.phone/);
    expect(refused.stderr).toContain('HINT: Nothing ran. If this is meant, say so: --allow D102');
    const undone = await project.run('undo --count 1 --allow D102');
    expect(undone.code).toBe(0);
    expect(undone.stdout).toMatch(/^Undone 1 migration: ddl\/U/);
    expect((await project.run('plan --check')).code).toBe(2);
  });

  test('status shows every state', async () => {
    const call = await project.run('info --json');
    expect(call.code).toBe(0);
    const document = JSON.parse(call.stdout);
    expect(document.entries.map((entry: { state: string }) => entry.state)).toEqual(['applied', 'applied', 'undone']);
    expect(document.pending).toBe(1);
  });

  test('without a command, all that is committed is applied and the next step is named', async () => {
    const call = await project.run('', { npm_lifecycle_event: 'start' });
    expect(call.code).toBe(0);
    expect(call.stdout).toContain('Applied 1 migration to pglite://.schema/db.');
    expect(call.stdout).toContain('schema/ and the database agree.');
    expect(call.stdout).toContain('Next: edit a file under schema/, then run: npm start -- plan add_phone');
    expect(call.stderr).toContain('database pglite://.schema/db');
  });

  test('schema.sum lists what was written', async () => {
    const sum = readFileSync(join(project.path, 'generated-migrations/schema.sum'), 'utf8');
    expect(sum.match(/__first_tables\.sql/g)).toHaveLength(4);
    expect((await project.run('validate')).stdout).toBe('3 migrations in generated-migrations: all good.\n');
  });
});

test('pending files with temporary tables of one name are replayed for a plan', async () => {
  const project = folder({
    'schema/t.sql': 'CREATE TABLE ids (n int);\n',
    'generated-migrations/V1__a.sql': 'CREATE TABLE public.ids (n int);\nCREATE TEMP TABLE ids (n int);\n',
    'generated-migrations/V2__b.sql': 'CREATE TEMP TABLE ids (n int);\n',
  });
  const call = await project.run('plan --check');
  expect([call.code, call.stderr]).toEqual([0, expect.not.stringContaining('error')]);
  project.remove();
});
