// @ts-check
// A small project for each tool that can be had here, and how its own program applies it.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./real-tools.mjs').Context} Context */

/**
 * @typedef {object} RealProject
 * @property {string} tool
 * @property {string} words for `schema import`
 * @property {number} migrations applied by the tool
 * @property {(context: Context) => string | null} [missing] why it can't be run
 * @property {(context: Context) => string | Promise<string>} prepare applies everything; returns the tool's version
 * @property {(context: Context) => void} [upToDate] raises where the tool has something to do
 */

const USERS = 'CREATE TABLE public.users (\n  id int PRIMARY KEY,\n  name text NOT NULL\n);\n';
const EMAIL = 'ALTER TABLE public.users ADD COLUMN email text;\nCREATE INDEX users_email ON public.users (email);\n';
const NO_EMAIL = 'DROP INDEX public.users_email;\nALTER TABLE public.users DROP COLUMN email;\n';
const FUNCTION = `CREATE FUNCTION public.greeting(who text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  RETURN 'hello; ' || who;
END;
$$;
`;

const bin = (/** @type {Context} */ { tools }, /** @type {string} */ name) => join(tools, 'node_modules/.bin', name);

const must = (/** @type {string} */ output, /** @type {RegExp} */ pattern) => {
  if (!pattern.test(output)) throw new Error(`the tool says: ${output}`);
};

/** @param {Context} context @returns {string | null} */
export function liquibaseMissing(context) {
  return existsSync(liquibaseJar(context)) ? null : 'its package holds no distribution';
}

/** @type {RealProject} */
const LIQUIBASE = {
  tool: 'liquibase',
  words: '--dir . --changelog db/changelog.xml',
  migrations: 4,
  missing: liquibaseMissing,
  prepare(context) {
    context.write(
      'db/changelog.xml',
      `<?xml version="1.0" encoding="UTF-8"?>
<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
  http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-4.20.xsd">
  <changeSet id="users" author="anna"><sql>${USERS}</sql><rollback>DROP TABLE public.users</rollback></changeSet>
  <include file="sql/more.sql" relativeToChangelogFile="true"/>
</databaseChangeLog>
`,
    );
    context.write(
      'db/sql/more.sql',
      `--liquibase formatted sql

--changeset anna:email
--preconditions onFail:MARK_RAN
--precondition-sql-check expectedResult:0 SELECT count(*) FROM information_schema.columns WHERE column_name = 'email' AND table_name = 'users'
${EMAIL}--rollback DROP INDEX public.users_email;
--rollback ALTER TABLE public.users DROP COLUMN email;

--changeset anna:greeting runOnChange:true splitStatements:false
${FUNCTION.replace('CREATE', 'CREATE OR REPLACE')}--rollback DROP FUNCTION public.greeting(text);

--changeset anna:index runInTransaction:false
CREATE INDEX CONCURRENTLY users_name ON public.users (name);
--rollback DROP INDEX public.users_name;
`,
    );
    liquibase(context, [...where(context), 'update']);
    return /Version: (\S+)/i.exec(liquibase(context, ['--version']))?.[1] ?? '';
  },
  upToDate: (context) => must(liquibase(context, [...where(context), 'status']), /is up to date/),
};

const where = (/** @type {Context} */ { folder }) => ['--changelog-file=db/changelog.xml', `--search-path=${folder}`];

const liquibaseHome = (/** @type {Context} */ { tools }) => join(tools, 'node_modules/liquibase/dist');
const liquibaseJar = (/** @type {Context} */ context) =>
  join(liquibaseHome(context), 'liquibase/internal/lib/liquibase-core.jar');

/** @param {Context} context @param {readonly string[]} words */
export function liquibase(context, words) {
  const home = liquibaseHome(context);
  const parts = ['liquibase/internal/lib/*', 'liquibase/lib/*', 'drivers/*'].map((part) => join(home, part));
  const { port } = context.server;
  return context.run('java', [
    '-cp',
    parts.join(':'),
    'liquibase.integration.commandline.LiquibaseCommandLine',
    `--url=jdbc:postgresql://127.0.0.1:${port}/${context.database}`,
    '--username=postgres',
    ...words,
  ]);
}

/** @type {RealProject} */
const DBMATE = {
  tool: 'dbmate',
  words: '--dir db/migrations',
  migrations: 3,
  prepare(context) {
    const file = (/** @type {string} */ up, /** @type {string} */ down) =>
      `-- migrate:up\n${up}\n-- migrate:down\n${down}`;
    context.write('db/migrations/20240101000000_users.sql', file(USERS, 'DROP TABLE public.users;\n'));
    context.write('db/migrations/20240102000000_email.sql', file(EMAIL, NO_EMAIL));
    context.write(
      'db/migrations/20240103000000_name.sql',
      '-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY users_name ON public.users (name);\n-- migrate:down\n',
    );
    dbmate(context, ['up']);
    return /\d\S+/.exec(dbmate(context, ['--version']))?.[0] ?? '';
  },
  upToDate: (context) => must(dbmate(context, ['status']), /Pending: 0/),
};

const dbmate = (/** @type {Context} */ context, /** @type {readonly string[]} */ words) => {
  const options = ['--url', `${context.url}?sslmode=disable`, '--migrations-dir', 'db/migrations', '--no-dump-schema'];
  return context.run(bin(context, 'dbmate'), [...options, ...words]);
};

/** @type {RealProject} */
const NODE_PG_MIGRATE = {
  tool: 'node-pg-migrate',
  words: '--dir migrations',
  migrations: 3,
  prepare(context) {
    const file = (/** @type {string} */ up, /** @type {string} */ down) =>
      `-- Up Migration\n${up}\n-- Down Migration\n${down}`;
    context.write('migrations/1704067200000_users.sql', file(USERS, 'DROP TABLE public.users;\n'));
    context.write('migrations/1704153600000_email.sql', file(EMAIL, NO_EMAIL));
    context.write('migrations/1704240000000_greeting.sql', file(FUNCTION, 'DROP FUNCTION public.greeting(text);\n'));
    must(nodePgMigrate(context, []), /Migrations complete/);
    return '9.0.0';
  },
  upToDate: (context) => must(nodePgMigrate(context, []), /No migrations to run/),
};

const nodePgMigrate = (/** @type {Context} */ context, /** @type {readonly string[]} */ words) =>
  context.run(bin(context, 'node-pg-migrate'), ['up', ...words], { DATABASE_URL: context.url });

/** @type {RealProject} */
const GRAPHILE_MIGRATE = {
  tool: 'graphile-migrate',
  words: '--dir migrations',
  migrations: 2,
  async prepare(context) {
    const shadow = await context.server.createDatabase();
    context.write(
      '.gmrc',
      JSON.stringify({
        connectionString: context.url,
        shadowConnectionString: context.server.url(shadow),
        rootConnectionString: context.server.url('postgres'),
      }),
    );
    for (const sql of [USERS, EMAIL + FUNCTION]) {
      context.write('migrations/current.sql', sql);
      graphile(context, ['commit']);
    }
    graphile(context, ['migrate']);
    return '1.4.1';
  },
  // Its exit status is another one where something is left to do.
  upToDate: (context) => void graphile(context, ['status']),
};

const graphile = (/** @type {Context} */ context, /** @type {readonly string[]} */ words) =>
  context.run(bin(context, 'graphile-migrate'), words);

/** @type {RealProject} */
const DRIZZLE = {
  tool: 'drizzle',
  words: '--dir drizzle',
  migrations: 2,
  prepare(context) {
    const table = (/** @type {string} */ more) =>
      `import { integer, pgTable, text } from 'drizzle-orm/pg-core';\nexport const users = pgTable('users', {\n  id: integer('id').primaryKey(),\n  name: text('name').notNull(),\n${more}});\n`;
    context.run('ln', ['-s', join(context.tools, 'node_modules'), 'node_modules']);
    for (const more of ['', "  email: text('email'),\n"]) {
      context.write('tables.ts', table(more));
      context.run(bin(context, 'drizzle-kit'), [
        'generate',
        '--dialect',
        'postgresql',
        '--schema',
        'tables.ts',
        '--out',
        'drizzle',
      ]);
    }
    context.write(
      'migrate.mjs',
      `import pg from 'pg';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await migrate(drizzle(client), { migrationsFolder: 'drizzle' });
const { rows } = await client.query('SELECT count(*)::int AS n FROM drizzle.__drizzle_migrations');
console.log('rows:', rows[0].n);
await client.end();
`,
    );
    drizzle(context);
    return 'orm 0.45.4, kit 0.31.11';
  },
  upToDate: (context) => must(drizzle(context), /rows: 2/),
};

const drizzle = (/** @type {Context} */ context) =>
  context.run(process.execPath, ['migrate.mjs'], { DATABASE_URL: context.url });

/** @type {RealProject} */
const PRISMA = {
  tool: 'prisma',
  words: '--dir prisma/migrations',
  migrations: 2,
  missing(context) {
    const engines = join(context.tools, 'node_modules/@prisma/engines');
    const found = existsSync(engines) && readdirSync(engines).some((name) => /^schema-engine/.test(name));
    return found ? null : 'its engine is downloaded apart from the package; see the fixture in histories.ts';
  },
  prepare(context) {
    context.write('prisma/schema.prisma', 'datasource db {\n  provider = "postgresql"\n}\n');
    context.write('prisma.config.mjs', `export default { datasource: { url: '${context.url}' } };\n`);
    context.write('prisma/migrations/migration_lock.toml', 'provider = "postgresql"\n');
    context.write('prisma/migrations/20240101000000_users/migration.sql', USERS);
    context.write('prisma/migrations/20240102000000_email/migration.sql', EMAIL + FUNCTION);
    prisma(context, ['migrate', 'deploy']);
    return '7.10.1';
  },
  upToDate: (context) => must(prisma(context, ['migrate', 'status']), /up to date/),
};

const prisma = (/** @type {Context} */ context, /** @type {readonly string[]} */ words) =>
  context.run(bin(context, 'prisma'), words);

/** @type {RealProject} */
const SQITCH = {
  tool: 'sqitch',
  words: '--dir .',
  migrations: 3,
  missing: (context) => {
    try {
      context.run('sqitch', ['--version']);
      return null;
    } catch {
      return 'sqitch is not on the PATH (Debian: sqitch libdbd-pg-perl)';
    }
  },
  prepare(context) {
    const script = (/** @type {string} */ sql) => `BEGIN;\n\n${sql}\nCOMMIT;\n`;
    const add = (/** @type {string} */ name, /** @type {string} */ up, /** @type {string} */ down) => {
      sqitch(context, ['add', name, '-n', name]);
      context.write(`deploy/${name}.sql`, script(up));
      context.write(`revert/${name}.sql`, script(down));
      context.write(`verify/${name}.sql`, 'SELECT 1;\n');
    };
    sqitch(context, ['init', 'shop', '--engine', 'pg']);
    add('users', USERS, 'DROP TABLE public.users;\n');
    add('greeting', FUNCTION, 'DROP FUNCTION public.greeting(text);\n');
    sqitch(context, ['tag', 'v1', '-n', 'first']);
    sqitch(context, ['rework', 'greeting', '-n', 'again']);
    context.write(
      'deploy/greeting.sql',
      script(FUNCTION.replace('CREATE', 'CREATE OR REPLACE').replace('hello', 'hi')),
    );
    sqitch(context, ['deploy', target(context)]);
    return /\bv?\d+\.\d+\.\d+/.exec(sqitch(context, ['--version']))?.[0] ?? '';
  },
  upToDate: (context) => must(sqitch(context, ['status', target(context)]), /up-to-date/),
};

const target = (/** @type {Context} */ { server, database }) => `db:pg://postgres@127.0.0.1:${server.port}/${database}`;

const sqitch = (/** @type {Context} */ context, /** @type {readonly string[]} */ words) =>
  context.run('sqitch', words, {
    SQITCH_USER_CONFIG: join(context.folder, 'none'),
    SQITCH_FULLNAME: 'Anna',
    SQITCH_EMAIL: 'anna@example.com',
  });

/** @type {readonly RealProject[]} */
export const PROJECTS = [LIQUIBASE, DBMATE, NODE_PG_MIGRATE, GRAPHILE_MIGRATE, DRIZZLE, PRISMA, SQITCH];
