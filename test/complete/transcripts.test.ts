// What the terminal shows, whole: the main verbs and the main errors. A message that changes shows up here;
// `SCHEMA_TEST_LANE=complete npm test -- test/complete/transcripts.test.ts -u` writes them anew, and what they say is then yours to judge.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { folder, SMALL } from '../support/command-line/program.ts';
import { show } from '../support/command-line/transcript.ts';
import { filesIn } from '../support/folders/folder.ts';

// One project through its life; each test goes on from the one before.
describe('the main path on the embedded database', () => {
  const app = SMALL['schema/app.sql'].replace('name text NOT NULL', 'name text');
  const project = folder({ ...SMALL, 'schema/app.sql': app });
  afterAll(() => project.remove());

  const onDatabase = async (sql: string): Promise<void> => {
    const database = await openDatabase(`pglite://${join(project.path, '.schema/db')}`);
    await database.script(sql);
    await database.close();
  };

  test('a new project', async () => {
    expect(await show(project, 'init')).toMatchInlineSnapshot(`
      "$ schema init
      made generated-migrations/ddl/
      made generated-migrations/dml/
      made generated-migrations/routines/
      made schema.config.json
      made .gitattributes
      made .gitignore
      kept schema/

      Write CREATE statements into schema/, then run: schema plan first_tables
      -- exit 0"
    `);
  });

  test('a plan that is not written', async () => {
    expect(await show(project, 'plan --check')).toMatchInlineSnapshot(`
      "$ schema plan --check
      5 statements in 2 files; undo: lossless

        + Creates schema app  schema/app.sql:1
        + Creates table app.orders  schema/app.sql:3
        + Creates table app.users  schema/app.sql:2
        + Creates table constraint orders_user_id_fkey ON app.orders  schema/app.sql:3
        + Creates function app.twice(integer)  schema/functions.sql:1

      Undoing it asks first (or takes --allow):
        D101: drops table app.orders with its rows
        D101: drops table app.users with its rows

      Nothing was written. To write it: schema plan NAME
      -- stderr
      reading pglite://.schema/db
      loading 4 desired statements
      planning and proving in scratch
      -- exit 2"
    `);
  });

  test('plan --stdout prints SQL only', async () => {
    const call = await project.run('plan --stdout');
    expect(call.code).toBe(0);
    expect(call.stdout).toMatch(/^BEGIN;\n/);
    expect(call.stdout).toMatch(/COMMIT;\n$/);
    expect(call.stdout).toContain('CREATE TABLE app.users (');
    expect(filesIn(project.path).filter((path) => path.endsWith('.sql') && !path.startsWith('schema/'))).toEqual([]);
  });

  test('a plan that is written', async () => {
    expect(await show(project, 'plan first_tables')).toMatchInlineSnapshot(`
      "$ schema plan first_tables
      5 statements in 2 files; undo: lossless

        + Creates schema app  schema/app.sql:1
        + Creates table app.orders  schema/app.sql:3
        + Creates table app.users  schema/app.sql:2
        + Creates table constraint orders_user_id_fkey ON app.orders  schema/app.sql:3
        + Creates function app.twice(integer)  schema/functions.sql:1

      Undoing it asks first (or takes --allow):
        D101: drops table app.orders with its rows
        D101: drops table app.users with its rows

      Written:
        generated-migrations/ddl/V<version>__first_tables.sql
        generated-migrations/ddl/U<version>__first_tables.sql
        generated-migrations/routines/V<version>__first_tables.sql
        generated-migrations/routines/U<version>__first_tables.sql

      Review them, then run: schema apply
      -- stderr
      reading pglite://.schema/db
      loading 4 desired statements
      planning and proving in scratch
      -- exit 0"
    `);
  });

  test('a second plan takes the pending migration as done', async () => {
    expect(await show(project, 'plan --check')).toMatchInlineSnapshot(`
      "$ schema plan --check
      Pending migrations, taken as done:
        ddl/V<version>__first_tables.sql
        routines/V<version>__first_tables.sql

      No difference: schema and the database agree.
      -- stderr
      reading pglite://.schema/db
      loading 4 desired statements
      planning and proving in scratch
      -- exit 0"
    `);
  });

  test('a lint without findings', async () => {
    expect(await show(project, 'lint')).toMatchInlineSnapshot(`
      "$ schema lint
      0 findings.
      -- exit 0"
    `);
  });

  test('what is pending', async () => {
    expect(await show(project, 'status --exit-code')).toMatchInlineSnapshot(`
      "$ schema status --exit-code
      VERSION  NAME  STATE  FINISHED  BY  UNDO
      <version>  first_tables  pending  yes
      <version>  first_tables  pending  yes

      2 pending, digest <digest>
      -- exit 2"
    `);
  });

  test('migrations that are valid', async () => {
    expect(await show(project, 'validate')).toMatchInlineSnapshot(`
      "$ schema validate
      2 migrations in generated-migrations: all good.
      -- exit 0"
    `);
  });

  test('what apply would run', async () => {
    expect(await show(project, 'apply --dry-run')).toMatchInlineSnapshot(`
      "$ schema apply --dry-run
      -- ddl/V<version>__first_tables.sql
      CREATE SCHEMA app;
      CREATE TABLE app.orders (
          id integer NOT NULL,
          user_id integer NOT NULL,
          CONSTRAINT orders_pkey PRIMARY KEY (id)
      );
      CREATE TABLE app.users (
          id integer NOT NULL,
          name text,
          CONSTRAINT users_pkey PRIMARY KEY (id)
      );
      ALTER TABLE app.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.users(id);

      -- routines/V<version>__first_tables.sql
      SET LOCAL check_function_bodies = off;
      CREATE FUNCTION app.twice(n integer)
       RETURNS integer
       LANGUAGE sql
      RETURN (n * 2);

      -- This is what apply would run. Nothing ran.
      -- stderr
      database pglite://.schema/db
      -- exit 0"
    `);
  });

  test('apply', async () => {
    expect(await show(project, 'apply')).toMatchInlineSnapshot(`
      "$ schema apply
      Applied 2 migrations: ddl/V<version>__first_tables.sql, routines/V<version>__first_tables.sql
      -- stderr
      database pglite://.schema/db
      apply ddl/V<version>__first_tables.sql (4 statements)
        1/4 CREATE SCHEMA app
        2/4 CREATE TABLE app.orders ( id integer NOT NULL, user_id integer NOT NULL, CONSTRAINT orders_pkey PRI…
        3/4 CREATE TABLE app.users ( id integer NOT NULL, name text, CONSTRAINT users_pkey PRIMARY KEY (id) )
        4/4 ALTER TABLE app.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.user…
      apply routines/V<version>__first_tables.sql (2 statements)
        1/2 SET LOCAL check_function_bodies = off
        2/2 CREATE FUNCTION app.twice(n integer) RETURNS integer LANGUAGE sql RETURN (n * 2)
      applied ddl/V<version>__first_tables.sql in <duration>
      applied routines/V<version>__first_tables.sql in <duration>
      -- exit 0"
    `);
  });

  test('nothing is pending', async () => {
    expect(await show(project, 'apply')).toMatchInlineSnapshot(`
      "$ schema apply
      Nothing is pending.
      -- stderr
      database pglite://.schema/db
      -- exit 0"
    `);
  });

  test('no difference', async () => {
    expect(await show(project, 'plan --check')).toMatchInlineSnapshot(`
      "$ schema plan --check
      No difference: schema and the database agree.
      -- stderr
      reading pglite://.schema/db
      loading 4 desired statements
      planning and proving in scratch
      -- exit 0"
    `);
  });

  test('what is applied', async () => {
    expect(await show(project, 'status')).toMatchInlineSnapshot(`
      "$ schema status
      VERSION  NAME  STATE  FINISHED  BY  UNDO
      <version>  first_tables  applied  <time>  postgres  yes
      <version>  first_tables  applied  <time>  postgres  yes

      Nothing is pending.
      -- exit 0"
    `);
  });

  test('no drift', async () => {
    expect(await show(project, 'drift')).toMatchInlineSnapshot(`
      "$ schema drift
      No drift: the database is what it should be.
      -- exit 0"
    `);
  });

  test('a plan that loses data', async () => {
    project.write({ 'schema/app.sql': app.replace(', name text', '') });
    await onDatabase('INSERT INTO app.users SELECT n, n::text FROM generate_series(1, 10) AS n; ANALYZE app.users');
    expect(await show(project, 'plan drop_name')).toMatchInlineSnapshot(`
      "$ schema plan drop_name
      1 statement in 1 file; undo: loses the values of app.users.name

        - Drops table column app.users.name

      Locks that block reads or writes:
        app.users: ACCESS EXCLUSIVE

      Hazards:
        D102 blocking: drops column app.users.name with its values. Remedy: stop using the column first, and drop it in a later release
        Refused unless run with --allow D102

      Written:
        generated-migrations/ddl/V<version>__drop_name.sql
        generated-migrations/ddl/U<version>__drop_name.sql

      Review them, then run: schema apply
      -- stderr
      reading pglite://.schema/db
      loading 4 desired statements
      planning and proving in scratch
      -- exit 0"
    `);
  });

  test('a hazard that nobody allowed', async () => {
    expect(await show(project, 'apply')).toMatchInlineSnapshot(`
      "$ schema apply
      -- stderr
      database pglite://.schema/db
      error [plan/hazard]: refused: D102 must be allowed first
        DETAIL: D102 in ddl/V<version>__drop_name.sql: drops column app.users.name with its values
        HINT: Nothing ran. If this is meant, say so: --allow D102
      -- exit 9"
    `);
  });

  test('a hazard that is allowed', async () => {
    expect(await show(project, 'apply --allow D102')).toMatchInlineSnapshot(`
      "$ schema apply --allow D102
      Applied 1 migration: ddl/V<version>__drop_name.sql
      -- stderr
      database pglite://.schema/db
      apply ddl/V<version>__drop_name.sql (1 statement)
        1/1 ALTER TABLE app.users DROP COLUMN name
      applied ddl/V<version>__drop_name.sql in <duration>
      -- exit 0"
    `);
  });

  test('an undo, and one that needs a yes', async () => {
    expect(await show(project, 'undo --count 1')).toMatchInlineSnapshot(`
      "$ schema undo --count 1
      Undone 1 migration: ddl/U<version>__drop_name.sql
      -- stderr
      database pglite://.schema/db
      undo ddl/U<version>__drop_name.sql (1 statement)
        1/1 ALTER TABLE app.users ADD COLUMN name text
      undone ddl/U<version>__drop_name.sql in <duration>
      -- exit 0"
    `);
    expect(await show(project, 'undo --count 2')).toMatchInlineSnapshot(`
      "$ schema undo --count 2
      -- stderr
      database pglite://.schema/db
      error [plan/hazard]: refused: D101 must be allowed first
        DETAIL: D101 in ddl/U<version>__first_tables.sql: drops table app.orders with its rows
                D101 in ddl/U<version>__first_tables.sql: drops table app.users with its rows
        HINT: Nothing ran. If this is meant, say so: --allow D101
      -- exit 9"
    `);
  });

  test('what is undone', async () => {
    expect(await show(project, 'status')).toMatchInlineSnapshot(`
      "$ schema status
      VERSION  NAME  STATE  FINISHED  BY  UNDO
      <version>  first_tables  applied  <time>  postgres  yes
      <version>  first_tables  applied  <time>  postgres  yes
      <version>  drop_name  undone  <time>  postgres  yes

      1 pending, digest <digest>
      -- exit 0"
    `);
  });

  test('the difference of two states', async () => {
    expect(await show(project, 'diff migrations dir:schema')).toMatchInlineSnapshot(`
      "$ schema diff migrations dir:schema
      -- stderr
      replaying 3 migrations
      loading schema
      planning and proving in scratch
      No difference.
      -- exit 0"
    `);
  });

  test('drift', async () => {
    await project.run('apply --allow D102');
    await onDatabase('CREATE INDEX by_hand ON app.orders (user_id)');
    expect(await show(project, 'drift')).toMatchInlineSnapshot(`
      "$ schema drift
      The database has drifted: 1 difference. To revert:
        app.by_hand: DROP INDEX app.by_hand
      -- stderr
      replaying what the history has
      -- exit 3"
    `);
  });

  test('a plan that is stale', async () => {
    project.write({ 'schema/more.sql': 'CREATE TABLE app.more (id int);\n' });
    await project.run('plan more');
    await onDatabase('CREATE TABLE app.also_by_hand (id int)');
    expect(await show(project, 'apply')).toMatchInlineSnapshot(`
      "$ schema apply
      -- stderr
      database pglite://.schema/db
      error [plan/stale]: ddl/V<version>__more.sql was planned for another state of the database
        DETAIL: It expects fingerprint 3-<hex>, the database has 3-<hex>: it was changed since, or by other means.
        HINT: Plan again: \`schema plan\` shows what differs now. If the change is known and harmless: --allow T704.
      -- exit 9"
    `);
  });

  test('the health of the database', async () => {
    expect(await show(project, 'doctor')).toMatchInlineSnapshot(`
      "$ schema doctor
      connection
        ok  version: PostgreSQL <server>
        ok  takes writes: a primary server
        ok  may create: postgres is a superuser
        ok  may keep the history: postgres may write schema_migrations
        ok  clocks agree: server and client differ by <duration>
        ok  timeouts: none is set for this role or database
        ok  room for locks: 21 relations, room for some 40960 locks
      activity
        ok  long transactions: none is older than <duration>
        ok  idle in transaction: no session is
        ok  pg_dump: none is running
        ok  prepared transactions: none was left
      database
        ok  indexes are valid: all indexes are valid
        ok  constraints are validated: all constraints are validated
        ok  partitions are attached or detached: no partition is being detached
        ok  triggers are enabled: all triggers are enabled
        ok  sequences have numbers left: no sequence is near its end
      history
        ok  migrations are finished: 3 in the history, none unfinished
      files
        ok  migrations: 4 in generated-migrations

      Nothing keeps migrations from running.
      -- exit 0"
    `);
  });

  test('migrations that were changed', async () => {
    await project.run('new by_hand');
    project.write({ 'generated-migrations/ddl/V1__early.sql': 'SELECT 1;\n' });
    expect(await show(project, 'validate')).toMatchInlineSnapshot(`
      "$ schema validate
      1 problem.
      -- stderr
      error [migration/out-of-order]: ddl/V1__early.sql is older than ddl/V<version>__by_hand.sql, which was there first
        HINT: Give it (and its undo) a version later than all others.
      ddl/V1__early.sql is not in schema.sum yet
      -- exit 4"
    `);
  });
});

describe('errors', () => {
  const project = folder(SMALL);
  const empty = folder();
  afterAll(() => {
    project.remove();
    empty.remove();
  });
  beforeAll(() => {
    project.write({
      'schema.config.json': '{}\n',
      'broken/a.sql': 'CREATE SCHEMA app;\n\tCREATE TABEL app.x (id int);\n',
      'unloadable/a.sql': 'CREATE TABLE t (id int REFERENCES nowhere);\n',
      'definer/a.sql':
        "CREATE SCHEMA app;\nCREATE FUNCTION app.f() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT id FROM users';\n",
    });
  });

  test('a folder that is no project', async () => {
    expect(await show(empty, '')).toMatchInlineSnapshot(`
      "$ schema 
      -- stderr
      database pglite://.schema/db
      error [desired/missing-folder]: cannot read folder schema
        DETAIL: ENOENT: no such file or directory, scandir 'schema'
        HINT: Run "schema init" to make one, or name it with --schema-dir.
      -- exit 64"
    `);
    expect(filesIn(empty.path)).toEqual([]);
    expect(await show(empty, 'plan')).toMatchInlineSnapshot(`
      "$ schema plan
      -- stderr
      error [desired/missing-folder]: cannot read folder schema
        DETAIL: ENOENT: no such file or directory, scandir 'schema'
        HINT: Run "schema init" to make one, or name it with --schema-dir.
      -- exit 64"
    `);
    expect(await show(empty, 'validate')).toMatchInlineSnapshot(`
      "$ schema validate
      0 migrations in generated-migrations: all good.
      -- exit 0"
    `);
  });

  test('a wrong option, command, argument', async () => {
    expect(await show(project, 'plan --chek')).toMatchInlineSnapshot(`
      "$ schema plan --chek
      -- stderr
      error [usage/invalid]: unknown option '--chek'
        HINT: Did you mean --check?
      -- exit 64"
    `);
    expect(await show(project, 'paln')).toMatchInlineSnapshot(`
      "$ schema paln
      -- stderr
      error [usage/invalid]: there is no command "paln"
        HINT: Did you mean plan?
      -- exit 64"
    `);
    expect(await show(project, 'status extra')).toMatchInlineSnapshot(`
      "$ schema status extra
      -- stderr
      error [usage/invalid]: too many arguments for 'status'. Expected 0 arguments but got 1.
        HINT: See "schema --help", or --help after the command.
      -- exit 64"
    `);
    expect(await show(project, 'apply --count x')).toMatchInlineSnapshot(`
      "$ schema apply --count x
      -- stderr
      error [usage/invalid]: option '--count <number>' argument 'x' is invalid. It takes a whole number.
        HINT: See "schema --help", or --help after the command.
      -- exit 64"
    `);
    expect(await show(project, 'plan --env staging')).toMatchInlineSnapshot(`
      "$ schema plan --env staging
      -- stderr
      error [usage/invalid]: there is no environment "staging"
        HINT: There is none: add it under "environments" in schema.config.json.
      -- exit 64"
    `);
  });

  test('a desired file that does not parse', async () => {
    expect(await show(project, 'plan --schema-dir broken')).toMatchInlineSnapshot(`
      "$ schema plan --schema-dir broken
      -- stderr
      error [desired/parse]: syntax error at or near "TABEL"
        broken/a.sql:2:9
          	CREATE TABEL app.x (id int);
          	       ^
        SQLSTATE 42601
      -- exit 65"
    `);
  });

  test('a desired file that does not load', async () => {
    expect(await show(project, 'plan --schema-dir unloadable')).toMatchInlineSnapshot(`
      "$ schema plan --schema-dir unloadable
      -- stderr
      reading pglite://.schema/db
      loading 1 desired statements
      error [desired/load]: relation "nowhere" does not exist
        unloadable/a.sql:1:35
          CREATE TABLE t (id int REFERENCES nowhere);
                                            ^
        SQLSTATE 42P01
        HINT: No file defines nowhere.
      -- exit 65"
    `);
  });

  test('a name that is none', async () => {
    expect(await show(project, 'plan Add-Phone!')).toMatchInlineSnapshot(`
      "$ schema plan Add-Phone!
      -- stderr
      error [migration/invalid-name]: "Add-Phone!" is not a valid name for a migration
        DETAIL: A name is made of the letters a-z, digits and underscores, because it becomes part of a file name.
        HINT: Use add_phone.
      -- exit 4"
    `);
  });

  test('a lint with findings', async () => {
    expect(await show(project, 'lint --schema-dir definer')).toMatchInlineSnapshot(`
      "$ schema lint --schema-dir definer
      definer/a.sql:2:1: error L102: app.f is SECURITY DEFINER and sets no search_path: callers choose what its names mean
        Add SET search_path = '' (and write schemas before names), or SET search_path = app, pg_temp.
      1 finding.
      -- exit 8"
    `);
  });

  test('the difference of an empty database and a folder', async () => {
    expect(await show(project, 'diff empty dir:schema')).toMatchInlineSnapshot(`
      "$ schema diff empty dir:schema
      BEGIN;

      SET LOCAL check_function_bodies = off;

      -- Creates schema app.
      CREATE SCHEMA app;

      -- Creates table app.orders.
      CREATE TABLE app.orders (
          id integer NOT NULL,
          user_id integer NOT NULL,
          CONSTRAINT orders_pkey PRIMARY KEY (id)
      );

      -- Creates table app.users.
      CREATE TABLE app.users (
          id integer NOT NULL,
          name text NOT NULL,
          CONSTRAINT users_pkey PRIMARY KEY (id)
      );

      -- Creates table constraint orders_user_id_fkey ON app.orders.
      ALTER TABLE app.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES app.users(id);

      -- Creates function app.twice(integer).
      CREATE FUNCTION app.twice(n integer)
       RETURNS integer
       LANGUAGE sql
      RETURN (n * 2);

      COMMIT;
      -- stderr
      loading schema
      planning and proving in scratch
      5 statements.
      -- exit 0"
    `);
  });

  test('a server that can not be reached', async () => {
    expect(await show(project, 'status --url postgres://me:s3cret@127.0.0.1:1/app')).toMatchInlineSnapshot(`
      "$ schema status --url postgres://me:s3cret@127.0.0.1:1/app
      -- stderr
      error [database/connection]: could not connect to me@127.0.0.1:1/app: connect ECONNREFUSED 127.0.0.1:1
        HINT: Is the server running, and does it listen on this host and port?
      -- exit 11"
    `);
  });

  test('an unknown key of the configuration', async () => {
    project.write({ 'schema.config.json': JSON.stringify({ schemaDri: 'schema' }) });
    expect(await show(project, 'plan')).toMatchInlineSnapshot(`
      "$ schema plan
      -- stderr
      error [config/invalid]: schema.config.json: unknown key "schemaDri"
        HINT: Did you mean schemaDir?
      -- exit 64"
    `);
  });

  test('a wrong value in the configuration', async () => {
    project.write({ 'schema.config.json': JSON.stringify({ schemaDir: 7, lockTimeout: 'soon' }) });
    expect(await show(project, 'plan')).toMatchInlineSnapshot(`
      "$ schema plan
      -- stderr
      error [config/invalid]: schema.config.json: schemaDir must be a text
        HINT: It is 7.
        also [config/invalid]: schema.config.json: lockTimeout must be a duration such as 500ms, 3s or 15min
              HINT: It is "soon".
      -- exit 64"
    `);
  });

  test('none of them has written anything', () => {
    expect(filesIn(project.path).filter((path) => path.startsWith('generated-migrations'))).toEqual([]);
  });
});
