import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { folder, SMALL } from '../support/command-line/program.ts';

describe('what needs no database', () => {
  const project = folder(SMALL);
  afterAll(() => project.remove());

  test('an unreachable server: 11, without the password', async () => {
    const call = await project.run('plan --url postgres://me:s3cret@127.0.0.1:1/app');
    expect(call.code).toBe(11);
    expect(call.stderr).toContain('error [database/connection]');
    expect(call.stderr + call.stdout).not.toContain('s3cret');
  });

  test('a URL of another kind: 64, without the password', async () => {
    const call = await project.run('status --url mysql://me:s3cret@host/app --verbose');
    expect(call.code).toBe(64);
    expect(call.stderr).toContain('mysql://me:***@host/app');
    expect(call.stderr).not.toContain('s3cret');
  });

  test.each([
    ['plan --schema-dri x', "unknown option '--schema-dri'", 'Did you mean --schema-dir?'],
    ['plan --against nothing', "'nothing' is invalid", '--help'],
    ['apply --allow D1', '"D1" is not a hazard (--allow)', 'Name codes'],
    ['plan --log-format xml', '--log-format: "xml"', 'Use text or ndjson.'],
    ['plan --cwd nowhere', 'cannot work in folder nowhere', 'Correct --cwd.'],
    ['diff schema empty', '"schema" names no state', 'Use postgres://'],
  ])('wrong usage: %s', async (words, message, hint) => {
    const call = await project.run(words);
    expect(call.code).toBe(64);
    expect(call.stdout).toBe('');
    expect(call.stderr).toContain('error [usage/invalid]: ');
    expect(call.stderr).toContain(message);
    expect(call.stderr).toContain(hint);
  });

  test('with --json an error is a document too', async () => {
    project.write({ 'broken/a.sql': 'CREATE SCHEMA app;\n\tCREATE TABEL app.x (id int);\n' });
    const call = await project.run('plan --schema-dir broken --json');
    expect(call.code).toBe(65);
    expect(JSON.parse(call.stdout)).toMatchObject({
      command: 'plan',
      exitCode: 65,
      error: { code: 'desired/parse', location: { file: 'broken/a.sql', line: 2, column: 9 } },
    });
  });
});

describe('what goes wrong with migrations', () => {
  const project = folder(SMALL);
  const firstFile = (): string => {
    const base = readdirSync(join(project.path, 'generated-migrations/ddl')).find((name) => name.startsWith('V'));
    return join(project.path, 'generated-migrations/ddl', base ?? '');
  };
  beforeAll(async () => {
    await project.run('plan first');
    await project.run('apply');
  });
  afterAll(() => project.remove());

  test('an applied migration that was edited: 4, and nothing runs', async () => {
    const text = readFileSync(firstFile(), 'utf8');
    writeFileSync(firstFile(), `${text}\nSELECT 1;\n`);
    const applied = await project.run('apply');
    expect(applied.code).toBe(4);
    expect(applied.stderr).toContain('error [migration/checksum]');
    const checked = await project.run('status --exit-code');
    expect([checked.code, checked.stdout]).toEqual([4, expect.stringContaining('changed')]);
    const valid = await project.run('validate');
    expect(valid.code).toBe(4);
    expect(valid.stderr).toContain('was changed since schema.sum was written');
    writeFileSync(firstFile(), text);
    expect((await project.run('validate')).code).toBe(0);
  });

  test('a hazard that nobody allowed: 9, with the flag that allows it', async () => {
    project.write({
      'schema/app.sql': SMALL['schema/app.sql'].replace(', name text NOT NULL', ''),
    });
    await onDatabase('INSERT INTO app.users SELECT n, n::text FROM generate_series(1, 10) AS n; ANALYZE app.users');
    const planned = await project.run('plan drop_name');
    expect(planned.stdout).toContain('D102 blocking: drops column app.users.name');
    expect(planned.stdout).toContain('Refused unless run with --allow D102');
    const refused = await project.run('apply');
    expect(refused.code).toBe(9);
    expect(refused.stderr).toContain('error [plan/hazard]');
    expect(refused.stderr).toContain('--allow D102');
    expect((await project.run('apply --allow D102')).code).toBe(0);
  });

  test('a database that changed after the plan: 9', async () => {
    project.write({ 'schema/more.sql': 'CREATE TABLE app.more (id int);\n' });
    expect((await project.run('plan more')).code).toBe(0);
    await onDatabase('CREATE TABLE app.by_hand (id int)');
    const call = await project.run('apply');
    expect(call.code).toBe(9);
    expect(call.stderr).toContain('error [plan/stale]');
  });

  async function onDatabase(sql: string): Promise<void> {
    const database = await openDatabase(`pglite://${join(project.path, '.schema/db')}`);
    await database.script(sql);
    await database.close();
  }
});
