// Which database a call changes: never another one than the user means, and always named.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Folder, folder } from '../support/command-line/program.ts';
import { edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

const FILES = {
  'schema/t.sql': 'CREATE TABLE t (id int);\n',
  'generated-migrations/ddl/V1__t.sql': 'CREATE TABLE t (id int);\n',
};

const config = (environments: object): string => JSON.stringify({ environments });
/** As the config file writes a variable. */
const variable = (name: string): string => `\${${name}}`;

describe('where nothing that is set names a database', () => {
  const project = folder(FILES);
  afterAll(() => project.remove());

  test.each([
    ['apply', { SCHEMA_DATABASE_URL: '' }, 'SCHEMA_DATABASE_URL is empty'],
    ['apply', { DATABASE_URL: ' ' }, 'DATABASE_URL is empty'],
    ['apply', { SCHEMA_URL: '', DATABASE_URL: 'postgres://x/y' }, 'SCHEMA_URL is empty'],
    ['apply', { SCHEMA_ENV: '' }, 'SCHEMA_ENV is empty'],
    ['apply', { PGHOST: '', PGDATABASE: 'shop' }, 'PGHOST is empty'],
    ['apply', { PGSERVICE: 'shop', PGSERVICEFILE: '/dev/null' }, 'no definition of the service "shop"'],
    ['apply --url=', {}, '--url is empty'],
    ['apply --env=', {}, '--env is empty'],
    ['apply', { DATABASE_URL: 'jdbc:postgresql://h/d' }, 'not a database URL'],
    ['apply --url=postgres://h/d?sslmod=require', {}, 'unknown connection parameter "sslmod"'],
    ['apply', { SCHEMA_ROLE: '' }, 'SCHEMA_ROLE is empty'],
    ['apply --migrations-dir=', {}, '--migrations-dir is empty'],
    ['status', { DATABASE_URL: '' }, 'DATABASE_URL is empty'],
    ['plan x', { DATABASE_URL: '' }, 'DATABASE_URL is empty'],
    ['baseline', { DATABASE_URL: '' }, 'DATABASE_URL is empty'],
    ['tag x', { DATABASE_URL: '' }, 'DATABASE_URL is empty'],
    ['config show', { DATABASE_URL: '' }, 'DATABASE_URL is empty'],
    ['', { DATABASE_URL: '' }, 'DATABASE_URL is empty'],
  ])('%s with %j is refused', async (words, variables, message) => {
    const call = await project.run(words, variables);
    expect([call.code, call.stderr]).toEqual([64, expect.stringContaining(message)]);
    expect(existsSync(join(project.path, '.schema'))).toBe(false);
  });

  test('commands without a database do not ask for one', async () => {
    expect((await project.run('validate', { DATABASE_URL: '' })).code).toBe(0);
    expect((await project.run('plan --check --against migrations', { DATABASE_URL: '' })).code).toBe(0);
  });

  test.each(['apply', 'undo', 'baseline', 'tag x', 'repair --failed', 'doctor --fix', 'import flyway', ''])(
    'in a CI job, %j does not take the embedded database',
    async (words) => {
      const call = await project.run(words, { CI: 'true' });
      expect([call.code, call.stderr]).toEqual([64, expect.stringContaining('nothing names a database')]);
      expect(existsSync(join(project.path, '.schema'))).toBe(false);
    },
  );

  test('a call without a command changes no database that a variable names', async () => {
    const call = await project.run('', { DATABASE_URL: 'postgres://nobody@192.0.2.1/x' });
    expect([call.code, call.stderr]).toEqual([64, expect.stringContaining('DATABASE_URL names a database')]);
    expect(existsSync(join(project.path, '.schema'))).toBe(false);
    expect((await project.run('--help')).stdout).toMatch(/Without a command it applies\s+what is pending/);
  });

  test('in a CI job the embedded database may be named', async () => {
    const call = await project.run('apply --url pglite://.schema/db', { CI: 'true' });
    expect([call.code, call.stderr]).toEqual([0, expect.stringMatching(/^database pglite:\/\/\.schema\/db$/m)]);
  });
});

describe('the database of a protected environment', () => {
  let database: FreshDatabase;
  let project: Folder;
  beforeAll(async () => {
    database = await freshDatabase(Math.max(...edgeMajors));
    project = folder({
      ...FILES,
      'schema.config.json': config({
        production: { url: variable('DATABASE_URL'), protected: true },
        dev: { url: 'pglite://dev' },
      }),
    });
  });
  afterAll(async () => {
    project.remove();
    await database.drop();
  });

  test('is protected, whatever names it', async () => {
    const variables = { DATABASE_URL: database.url };
    const other = new URL(database.url);
    other.hostname = 'localhost';
    other.searchParams.set('application_name', 'x');
    for (const words of ['apply', 'apply --env production', `apply --url ${database.url}`, `apply --url ${other}`]) {
      const call = await project.run(words, variables);
      expect([words, call.code, call.stderr]).toEqual([
        words,
        9,
        expect.stringMatching(/^database .*\(production, protected\)$/m),
      ]);
      expect(call.stderr).toContain('--approve sha256:');
    }
    const { hostname, port, username } = new URL(database.url);
    const parts = { PGHOST: hostname, PGPORT: port, PGUSER: username, PGDATABASE: database.name };
    const call = await project.run('apply', {
      ...parts,
      SCHEMA_DATABASE_URL: 'postgres://',
      DATABASE_URL: database.url,
    });
    expect(call.code).toBe(9);
    expect((await project.run('apply --env dev', variables)).code).toBe(0);
  });

  test('is named by a fleet as well', async () => {
    project.write({ 'targets.txt': `one ${database.url}\ntwo pglite://two\n` });
    const call = await project.run('fleet apply --targets targets.txt --json', {
      DATABASE_URL: database.url,
      SCHEMA_ENV: 'dev',
    });
    const { results } = JSON.parse(call.stdout);
    expect([call.code, results[0].error?.code, results[1].state]).toEqual([12, 'runner/approval', 'applied']);
  });

  test('refuses hazards before anybody is asked, and runs what is approved', async () => {
    const variables = { DATABASE_URL: database.url };
    project.write({
      'generated-migrations/ddl/V2__d.sql':
        '-- schema:hazard D102 blocking: drops t.id\nALTER TABLE t DROP COLUMN id;\n',
    });
    const refused = await project.run('apply', variables);
    expect([refused.code, refused.stderr]).toEqual([9, expect.stringContaining('error [plan/hazard]')]);
    const asked = await project.run('apply --allow D102', variables);
    expect([asked.code, asked.stderr]).toEqual([9, expect.stringContaining('error [runner/confirmation]')]);
    expect(asked.stderr).toMatch(/ddl\/V1__t\.sql \(1 statement\)[\s\S]*ddl\/V2__d\.sql \(1 statement\)/);
    const digest = /--approve (sha256:[0-9a-f]{64})/.exec(asked.stderr)?.[1];
    const done = await project.run(`apply --allow D102 --approve ${digest}`, variables);
    expect([done.code, done.stdout]).toEqual([0, expect.stringContaining('Applied 2 migrations')]);
  });
});
