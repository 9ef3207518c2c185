import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { connectPostgres } from '#src/databases/postgres.js';
import { exportMigrations } from '#src/workflows/export.js';
import { importHistory, updateSum } from '#src/workflows/import.js';
import { status } from '#src/workflows/status.js';
import { errorOf } from '../support/errors/raised.ts';
import { applyAll, openProject, type TestProject } from '../support/projects/project.ts';
import { edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

const plan = (part: number): string => `-- schema:plan abc ${part}/2\n`;

/** A plan of two files, one outside transactions, one with a label and a check, a repeatable. */
const FILES = {
  'generated-migrations/ddl/V1__users.sql': `${plan(1)}CREATE TABLE public.users (id int PRIMARY KEY, name text);\n`,
  'generated-migrations/ddl/U1__users.sql': `${plan(1)}DROP TABLE public.users;\n`,
  'generated-migrations/routines/V2__users.sql': `${plan(2)}CREATE FUNCTION public.one() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN 1;\nEND $$;\n`,
  'generated-migrations/routines/U2__users.sql': `${plan(2)}DROP FUNCTION public.one();\n`,
  'generated-migrations/ddl/V3__by_name.sql':
    '-- schema:transaction none\nCREATE INDEX CONCURRENTLY by_name ON users (name);\nCREATE INDEX CONCURRENTLY by_both ON users (id, name);\n',
  'generated-migrations/ddl/V4__tenant.sql':
    '-- schema:labels tenant\n-- schema:check SELECT true\nCREATE TABLE tenant (id int);   \n  ',
  'generated-migrations/R__names.sql': 'CREATE OR REPLACE VIEW names AS SELECT name FROM users;\n',
};

let fresh: FreshDatabase;
let database: Database;
let project: TestProject;

beforeAll(async () => {
  fresh = await freshDatabase(Math.max(...edgeMajors));
  database = await connectPostgres(fresh.url);
  project = openProject(fresh.url, FILES);
  await updateSum(project);
  await applyAll(project);
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
  project.remove();
});

const out = (name: string): string => join(project.path, name);
const text = (path: string): string => readFileSync(out(path), 'utf8');

test('Flyway gets the files as they are, .conf files, and a history that matches them', async () => {
  const { files, notes } = await exportMigrations(project, { tool: 'flyway', out: out('fw'), history: true });
  expect([...files].sort()).toEqual(
    [
      'flyway.conf',
      'flyway_schema_history.sql',
      'sql/R__names.sql',
      'sql/ddl/U1__users.sql',
      'sql/ddl/V1__users.sql',
      'sql/ddl/V3__by_name.sql',
      'sql/ddl/V3__by_name.sql.conf',
      'sql/ddl/V4__tenant.sql',
      'sql/routines/U2__users.sql',
      'sql/routines/V2__users.sql',
    ].sort(),
  );
  expect(text('fw/sql/ddl/V4__tenant.sql')).toBe(FILES['generated-migrations/ddl/V4__tenant.sql']);
  expect(text('fw/sql/ddl/V3__by_name.sql.conf')).toBe('executeInTransaction=false\n');
  expect(notes).toEqual([
    'checks are not made before: ddl/V4__tenant.sql',
    'run although they have labels: ddl/V4__tenant.sql',
    '1 plans of several files commit file by file',
    'U files run in paid editions of Flyway only',
  ]);

  // What was written is a history of Flyway that can be imported again, checksum by checksum.
  await database.script('BEGIN; ALTER SCHEMA schema_migrations RENAME TO aside');
  onTestFinished(async () => {
    await database.script('DROP SCHEMA schema_migrations CASCADE; ALTER SCHEMA aside RENAME TO schema_migrations');
  });
  await database.script('COMMIT');
  await database.script(text('fw/flyway_schema_history.sql'));
  const back = openProject(fresh.url);
  onTestFinished(() => back.remove());
  const dir = out('fw/sql');
  const imported = await importHistory(back, {
    tool: 'flyway',
    dir,
    dryRun: false,
    acceptChanged: false,
    finalize: true,
  });
  expect(imported.rows.map(({ key }) => key)).toEqual(['1', '2', '3', 'R__names']);
  expect((await status(back)).entries.map(({ version, state }) => `${version} ${state}`)).toEqual([
    '1 applied',
    '2 applied',
    '3 applied',
    '4 not selected',
    'R__names applied',
  ]);
});

test('Liquibase gets one changelog with rollbacks, statements outside transactions apart, and its history', async () => {
  await exportMigrations(project, { tool: 'liquibase', out: out('lb'), history: true });
  const split = 'splitStatements:false stripComments:false';
  expect(text('lb/changelog.sql')).toBe(
    `--liquibase formatted sql

--changeset schema:1 rollbackSplitStatements:false ${split}
CREATE TABLE public.users (id int PRIMARY KEY, name text);
--rollback DROP TABLE public.users;

--changeset schema:2 rollbackSplitStatements:false ${split}
CREATE FUNCTION public.one() RETURNS int LANGUAGE plpgsql AS $$
BEGIN
  RETURN 1;
END $$;
--rollback DROP FUNCTION public.one();

--changeset schema:3.1 runInTransaction:false rollbackSplitStatements:true ${split}
CREATE INDEX CONCURRENTLY by_name ON users (name);

--changeset schema:3.2 runInTransaction:false rollbackSplitStatements:true ${split}
CREATE INDEX CONCURRENTLY by_both ON users (id, name);

--changeset schema:4 labels:tenant rollbackSplitStatements:false ${split}
CREATE TABLE tenant (id int);

--changeset schema:R__names runOnChange:true rollbackSplitStatements:false ${split}
CREATE OR REPLACE VIEW names AS SELECT name FROM users;
`,
  );
  await database.script(text('lb/databasechangelog.sql'));
  onTestFinished(() => database.script('DROP TABLE databasechangelog').then(() => undefined));
  const rows = await database.query('SELECT id, md5sum FROM databasechangelog ORDER BY orderexecuted');
  expect(rows.map((row) => row['id'])).toEqual(['1', '2', '3.1', '3.2', 'R__names']);
  expect(rows.every((row) => row['md5sum'] === null)).toBe(true);
});

test('psql gets one script in the transactions of the runner', async () => {
  await exportMigrations(project, { tool: 'psql', out: out('psql'), history: true });
  const script = text('psql/migrations.sql');
  expect(script).toMatch(/^-- All migrations.*\n\\set ON_ERROR_STOP on\n/);
  const lines = script.split('\n').filter((line) => /^(?:BEGIN;|COMMIT;|CREATE|-- )/.test(line));
  expect(lines.slice(1).map((line) => line.slice(0, 30))).toEqual([
    'BEGIN;',
    '-- ddl/V1__users.sql',
    'CREATE TABLE public.users (id ',
    '-- routines/V2__users.sql',
    'CREATE FUNCTION public.one() R',
    'COMMIT;',
    '-- ddl/V3__by_name.sql',
    'CREATE INDEX CONCURRENTLY by_n',
    'CREATE INDEX CONCURRENTLY by_b',
    'BEGIN;',
    '-- ddl/V4__tenant.sql',
    'CREATE TABLE tenant (id int);',
    'COMMIT;',
    '-- R__names.sql',
    'BEGIN;',
    'CREATE OR REPLACE VIEW names A',
    'COMMIT;',
  ]);
});

test('a folder that holds something, and a tool that nobody exports for', async () => {
  const full = await errorOf(exportMigrations(project, { tool: 'psql', out: project.path, history: false }));
  expect([full.code, full.exitCode]).toEqual(['adoption/conflict', 9]);
  const unknown = await errorOf(exportMigrations(project, { tool: 'atlas', out: out('x'), history: false }));
  expect([unknown.code, unknown.hint]).toEqual(['usage/invalid', 'Known ones: flyway, liquibase, psql.']);
});
