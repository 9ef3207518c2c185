// Migrations that run as another role than the one that connects.
import { expect, onTestFinished, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { connectPostgres } from '#src/databases/postgres.js';
import { apply } from '#src/runner/apply.js';
import { readStatus } from '#src/runner/status.js';
import { errorOf } from '../support/errors/raised.ts';
import { exists, folder, scalar } from '../support/runner/session.ts';
import { edgeMajors, serverUrl } from '../support/servers/database.ts';
import { freshServer, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';

/** A session of a role that is a member of `owner_…` and of nothing else; roles belong to the server, so names differ. */
async function prepared(major: number) {
  const target = await use(() => freshServer(major));
  const admin = await target.open();
  const id = String(await scalar(admin, "SELECT replace(current_database(), 'test_', '')"));
  const [login, owner, stranger] = [`login_${id}`, `owner_${id}`, `stranger_${id}`];
  await admin.script(
    `CREATE ROLE ${owner}; CREATE ROLE ${stranger}; CREATE ROLE ${login}; GRANT ${owner} TO ${login};
     GRANT CREATE ON DATABASE test_${id} TO ${owner}; GRANT CREATE ON SCHEMA public TO ${owner}`,
  );
  const database = await target.open();
  await database.script(`SET SESSION AUTHORIZATION ${login}`);
  return { admin, database, login, owner, stranger };
}

test.each(edgeMajors)('R24: a role of the run owns the history and all that is made (PostgreSQL %i)', async (major) => {
  const { admin, owner, login } = await prepared(major);
  const migrations = folder({
    'V1__t.sql': 'CREATE TABLE t (id int);',
    // What a file makes of its role reaches neither its record nor the next file.
    'V2__r.sql': 'RESET ROLE; CREATE TABLE as_login AS SELECT current_user AS who;',
    'V3__i.sql': '-- schema:transaction none\nRESET ROLE;\nSELECT 1;\nVACUUM t;\nCREATE TABLE later (id int);',
    'V4__u.sql': 'CREATE TABLE u (id int);',
  });
  await admin.script(`GRANT CREATE ON SCHEMA public TO ${login}; GRANT ${owner} TO postgres`);
  await apply(admin, { migrations, toolVersion, role: owner });
  const owners = await admin.query(
    `SELECT relname, relowner::regrole::text AS owner FROM pg_class
     WHERE relname IN ('t', 'u', 'later', 'as_login', 'history', 'events') ORDER BY relname`,
  );
  expect(Object.fromEntries(owners.map((row) => [row['relname'], row['owner']]))).toEqual({
    t: owner,
    u: owner,
    as_login: 'postgres',
    later: 'postgres',
    history: owner,
    events: owner,
  });
  expect(await scalar(admin, 'SELECT current_user')).toBe('postgres');
  expect(await scalar(admin, 'SELECT DISTINCT applied_by FROM schema_migrations.history')).toBe('postgres');
});

test.each(edgeMajors)('a role that is not to be had is refused before anything runs (PostgreSQL %i)', async (major) => {
  const { admin, stranger } = await prepared(major);
  const login = String(await scalar(admin, `SELECT replace('${stranger}', 'stranger', 'login')`));
  await admin.script(`SET SESSION AUTHORIZATION ${login}`);
  const migrations = folder({ 'V1__t.sql': 'CREATE TABLE t (id int);' });
  const error = await errorOf(apply(admin, { migrations, toolVersion, role: stranger }));
  expect(error).toMatchObject({
    code: 'database/permission',
    exitCode: 11,
    message: `${login} cannot run migrations as role ${stranger}`,
    detail: `${login} is not a member of ${stranger}. Nothing ran.`,
  });
  expect(error.hint).toContain(`GRANT ${stranger} TO ${login}`);
  expect(await errorOf(apply(admin, { migrations, toolVersion, role: 'nobody_here' }))).toMatchObject({
    code: 'database/permission',
    detail: 'There is no role nobody_here.',
  });
  expect(await exists(admin, 't')).toBe(false);
  expect(await scalar(admin, "SELECT to_regnamespace('schema_migrations')")).toBeNull();
});

test('a role of one file: its objects, not its record; and all roles are asked for first', async () => {
  const { admin, owner, stranger } = await prepared(Math.max(...edgeMajors));
  const files = {
    'V1__t.sql': `-- schema:role ${owner}\nCREATE TABLE t (id int);`,
    'V2__n.sql': `-- schema:role ${owner}\n-- schema:transaction none\nCREATE TABLE n (id int);\nVACUUM n;\nSELECT 1;`,
    'V3__u.sql': 'CREATE TABLE u (id int);',
  };
  await apply(admin, { migrations: folder(files), toolVersion });
  const owners = await admin.query(
    "SELECT relname, relowner::regrole::text AS owner FROM pg_class WHERE relname IN ('t', 'n', 'u', 'history')",
  );
  expect(Object.fromEntries(owners.map((row) => [row['relname'], row['owner']]))).toEqual({
    t: owner,
    n: owner,
    u: 'postgres',
    history: 'postgres',
  });
  const login = owner.replace('owner', 'login');
  await admin.script(`GRANT ALL ON SCHEMA schema_migrations, public TO ${login};
    GRANT ALL ON ALL TABLES IN SCHEMA schema_migrations TO ${login}; ALTER ROLE ${login} LOGIN PASSWORD 'p4ss'`);
  const url = new URL(await serverUrl(Math.max(...edgeMajors)));
  url.username = login;
  url.password = 'p4ss';
  url.pathname = `/${String(await scalar(admin, 'SELECT current_database()'))}`;
  const database = await connectPostgres(url.href);
  onTestFinished(() => database.close());
  const more = {
    ...files,
    'V4__v.sql': 'CREATE TABLE v (id int);',
    'V5__w.sql': `-- schema:role ${stranger}\nSELECT 1;`,
  };
  expect(await errorOf(apply(database, { migrations: folder(more), toolVersion }))).toMatchObject({
    code: 'database/permission',
    message: `${login} cannot run migrations as role ${stranger}`,
  });
  expect(await exists(admin, 'v')).toBe(false);
});

/** A session that the role itself has begun: the runner resets the session authorization. */
async function loggedIn(major: number, admin: Database, login: string): Promise<Database> {
  await admin.script(`ALTER ROLE ${login} LOGIN PASSWORD 'p4ss'`);
  const url = new URL(await serverUrl(major));
  url.username = login;
  url.password = 'p4ss';
  url.pathname = `/${String(await scalar(admin, 'SELECT current_database()'))}`;
  const database = await connectPostgres(url.href);
  onTestFinished(() => database.close());
  return database;
}

test.each(edgeMajors)('a role without CREATE on the database keeps its history where it may (%i)', async (major) => {
  const { admin, login, owner } = await prepared(major);
  await admin.script(`REVOKE ${owner} FROM ${login}`);
  const database = await loggedIn(major, admin, login);
  const migrations = folder({ 'V1__a.sql': 'SELECT 1;' });
  const refused = await errorOf(apply(database, { migrations, toolVersion }));
  expect(refused).toMatchObject({
    code: 'database/permission',
    exitCode: 11,
    message: `${login} may not create the history in the schema schema_migrations`,
  });
  expect(refused.hint).toContain(`GRANT CREATE ON DATABASE test_${login.slice('login_'.length)} TO ${login}`);
  expect(refused.hint).toContain(`CREATE SCHEMA schema_migrations AUTHORIZATION ${login}`);
  await admin.script(`CREATE SCHEMA schema_migrations AUTHORIZATION ${login}; CREATE SCHEMA others`);
  expect((await apply(database, { migrations, toolVersion })).files).toHaveLength(1);
  const elsewhere = { migrations, toolVersion, historySchema: 'others' };
  const { hint } = await errorOf(apply(database, elsewhere));
  expect(hint).toContain(`GRANT USAGE, CREATE ON SCHEMA others TO ${login}`);
  await admin.script(`GRANT USAGE, CREATE ON SCHEMA others TO ${login}`);
  expect((await apply(database, elsewhere)).files).toHaveLength(1);
});

const WITH_SET = edgeMajors.filter((major) => major >= 16);

test.each(WITH_SET)('a membership WITH SET FALSE is named, and the GRANT that helps (%i)', async (major) => {
  const { admin, login, stranger } = await prepared(major);
  const database = await loggedIn(major, admin, login);
  await admin.script(`GRANT ${stranger} TO ${login} WITH SET FALSE; GRANT CREATE ON SCHEMA public TO ${login}`);
  const migrations = folder({ 'V1__a.sql': `-- schema:role ${stranger}\nSELECT 1;` });
  const error = await errorOf(apply(database, { migrations, toolVersion, historySchema: 'public' }));
  expect(error).toMatchObject({
    code: 'database/permission',
    detail: `${login} is a member of ${stranger} WITH SET FALSE. Nothing ran.`,
  });
  expect(error.hint).toContain(`GRANT ${stranger} TO ${login} WITH SET TRUE`);
  await admin.script(`GRANT ${stranger} TO ${login} WITH SET TRUE`);
  expect((await apply(database, { migrations, toolVersion, historySchema: 'public' })).files).toHaveLength(1);
});

test.each(edgeMajors)('row security on the history is refused: it would hide what is applied (%i)', async (major) => {
  const { admin, login } = await prepared(major);
  const migrations = folder({ 'V1__a.sql': 'SELECT 1;' });
  await apply(admin, { migrations, toolVersion });
  await admin.script(`GRANT USAGE ON SCHEMA schema_migrations TO ${login};
    GRANT ALL ON ALL TABLES IN SCHEMA schema_migrations TO ${login};
    ALTER TABLE schema_migrations.history ENABLE ROW LEVEL SECURITY`);
  const database = await loggedIn(major, admin, login);
  for (const work of [readStatus, apply]) {
    const error = await errorOf(work(database, { migrations, toolVersion }));
    expect([error.code, error.hint]).toEqual(['database/permission', expect.stringContaining('BYPASSRLS')]);
  }
  // Its owner sees all rows.
  expect((await apply(admin, { migrations, toolVersion })).files).toEqual([]);
});

test.each(edgeMajors)(
  'a character that the database can not hold is found before anything runs (%i)',
  async (major) => {
    const admin = await (await use(() => freshServer(major))).open();
    const name = `latin_${String(await scalar(admin, 'SELECT current_database()'))}`;
    await admin.script(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'`);
    onTestFinished(async () => void (await admin.script(`DROP DATABASE ${name} WITH (FORCE)`)));
    const url = new URL(await serverUrl(major));
    url.pathname = `/${name}`;
    const database = await connectPostgres(url.href);
    const migrations = folder({
      'V1__a.sql': "-- café\nCREATE TABLE a (t text DEFAULT 'é');",
      'V2__b.sql': '\n-- a → b\nSELECT 2;',
      'V3__c.sql': 'SELECT 3;',
      'U3__c.sql': 'SELECT 3; -- ✓',
    });
    const error = await errorOf(apply(database, { migrations, toolVersion }));
    expect(error).toMatchObject({
      code: 'migration/invalid-file',
      message: 'V2__b.sql has "→", which the encoding LATIN1 lacks',
      location: { file: 'V2__b.sql', line: 2, column: 6 },
      others: [{ message: 'U3__c.sql has "✓", which the encoding LATIN1 lacks' }],
    });
    expect(await exists(database, 'a')).toBe(false);
    const { files } = await apply(database, { migrations, toolVersion, count: 1 });
    await database.close();
    expect(files).toHaveLength(1);
  },
);
