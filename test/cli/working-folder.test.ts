// The folder in which a command works: that of the project around the working directory.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folder } from '../support/command-line/program.ts';

const FILES = {
  'schema/deep/t.sql': 'CREATE TABLE t (id int);\n',
  'generated-migrations/ddl/V1__t.sql': 'CREATE TABLE t (id int);\n',
};

describe.each([
  ['a config file', { ...FILES, 'schema.config.json': '{}' }],
  ['migrations with their sum', FILES],
])('from a folder within a project that has %s', (_, files) => {
  const project = folder(files);
  afterAll(() => project.remove());

  test('a command works on the project', async () => {
    expect((await project.run('validate --update-sum')).code).toBe(0);
    for (const below of ['schema', 'schema/deep', 'generated-migrations/ddl']) {
      const call = await project.run(`apply --cwd ${below}`);
      expect([below, call.code, call.stderr]).toEqual([below, 0, expect.stringContaining(`project ${project.path}`)]);
      expect(existsSync(join(project.path, below, '.schema'))).toBe(false);
    }
    expect((await project.run('status --cwd schema --json')).stdout).toContain('"state": "applied"');
  });

  test('paths in flags are relative to where the user is', async () => {
    const call = await project.run('pull --cwd schema/deep --snapshot here.json');
    expect([call.code, call.stdout]).toEqual([0, 'Wrote schema/deep/here.json.\n']);
    expect(readFileSync(join(project.path, 'schema/deep/here.json'), 'utf8')).toContain('snapshot');
    expect((await project.run('diff snapshot:here.json dir:. --exit-code --cwd schema/deep')).code).toBe(0);
    expect((await project.run('validate --cwd schema --migrations-dir ../generated-migrations')).stdout).toBe(
      '1 migration in generated-migrations: all good.\n',
    );
  });
});

describe('where there is no project', () => {
  const place = folder();
  afterAll(() => place.remove());

  test.each(['apply', 'undo', 'status', 'drift'])('%s says so, and leaves nothing', async (words) => {
    const call = await place.run(words);
    expect([call.code, call.stderr]).toEqual([64, expect.stringContaining('is no project')]);
    expect(existsSync(join(place.path, '.schema'))).toBe(false);
  });

  test('a folder of migrations that a flag or a variable names must exist', async () => {
    mkdirSync(join(place.path, 'schema'));
    const flag = await place.run('apply --migrations-dir migration');
    expect([flag.code, flag.stderr]).toEqual([
      64,
      expect.stringContaining('migration (--migrations-dir) does not exist'),
    ]);
    const variable = await place.run('apply', { SCHEMA_MIGRATIONS_DIR: 'migration' });
    expect([variable.code, variable.stderr]).toEqual([64, expect.stringContaining('(SCHEMA_MIGRATIONS_DIR)')]);
    expect((await place.run('status')).stdout).toBe('There are no migrations yet.\n');
  });
});
