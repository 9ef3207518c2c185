// One small history for each tool: its table by its documented definition, a few rows, and the files that belong to it.
import { createHash } from 'node:crypto';
import { atlasHashes, flywayChecksum, graphileHash } from '#src/adoption/checksums.js';

export interface Example {
  readonly tool: string;
  readonly sql: string;
  /** By path below the tool's folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Version (or name) and state of every migration after the import. */
  readonly states: readonly string[];
  readonly tags?: readonly string[];
}

const sha = (algorithm: string, text: string): string => createHash(algorithm).update(text).digest('hex');

const USERS = 'CREATE TABLE users (id int PRIMARY KEY);\n';
const EMAIL = 'ALTER TABLE users ADD COLUMN email text;\n';
const LATER = 'CREATE TABLE later (id int);\n';

const FLYWAY_TABLE = `CREATE TABLE flyway_schema_history (
  installed_rank integer PRIMARY KEY, version varchar(50), description varchar(200) NOT NULL, type varchar(20) NOT NULL,
  script varchar(1000) NOT NULL, checksum integer, installed_by varchar(100) NOT NULL,
  installed_on timestamp NOT NULL DEFAULT now(), execution_time integer NOT NULL, success boolean NOT NULL);`;

const VIEW = 'CREATE OR REPLACE VIEW emails AS SELECT email FROM users;\n';

export const flywayRow = (
  rank: number,
  version: string | null,
  description: string,
  type: string,
  checksum: number | null,
  success = true,
): string =>
  `INSERT INTO flyway_schema_history VALUES (${rank}, ${version === null ? 'NULL' : `'${version}'`}, '${description}',
     '${type}', 'file', ${checksum ?? 'NULL'}, 'deployer', '2024-05-01 10:00:0${rank % 10}', 12, ${success});`;

export const FLYWAY: Example = {
  tool: 'flyway',
  sql: [
    FLYWAY_TABLE,
    flywayRow(0, null, '<< Flyway Schema Creation >>', 'SCHEMA', null),
    flywayRow(1, '1', 'users', 'SQL', flywayChecksum(USERS)),
    flywayRow(2, '2.1', 'email', 'SQL', flywayChecksum(EMAIL)),
    flywayRow(3, null, 'emails', 'SQL', flywayChecksum(VIEW)),
    flywayRow(4, '3', 'in Java', 'JDBC', null),
    flywayRow(5, '4', 'later', 'SQL', flywayChecksum(LATER)),
    flywayRow(6, '4', 'later', 'UNDO_SQL', null),
    flywayRow(7, '0.5', 'gone', 'SQL', 1),
    flywayRow(8, '0.5', 'gone', 'DELETE', null),
    USERS + EMAIL + VIEW,
  ].join('\n'),
  files: {
    // The checkout has other line ends than the one that ran.
    'ddl/V1__users.sql': `\uFEFF${USERS.replaceAll('\n', '\r\n')}`,
    'ddl/V002_1__email.sql': EMAIL,
    'ddl/V4__later.sql': LATER,
    'ddl/U4__later.sql': 'DROP TABLE later;\n',
    'R__emails.sql': VIEW,
    'V1.conf.txt': 'not a migration',
  },
  states: ['1 applied', '2.1 applied', '3 applied', '4 pending', 'R__emails applied'],
};

const LIQUIBASE_TABLES = `CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL,
  filename varchar(255) NOT NULL, dateexecuted timestamp NOT NULL, orderexecuted integer NOT NULL,
  exectype varchar(10) NOT NULL, md5sum varchar(35), description varchar(255), comments varchar(255), tag varchar(255),
  liquibase varchar(20), contexts varchar(255), labels varchar(255), deployment_id varchar(10));
CREATE TABLE databasechangeloglock (id integer PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp,
  lockedby varchar(255));
INSERT INTO databasechangeloglock VALUES (1, false, NULL, NULL);`;

const ran = (order: number, id: string, file: string, tag = 'NULL', type = 'EXECUTED'): string =>
  `INSERT INTO databasechangelog VALUES ('${id}', 'anna', '${file}', '2024-05-01 10:00:00', ${order}, '${type}',
     '9:0123456789abcdef0123456789abcdef', '', '', ${tag}, '4.28.0', NULL, NULL, '0000000001');`;

const LIQUIBASE_XML = `<?xml version="1.0" encoding="UTF-8"?>
<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
  <!-- two changesets here, the rest in files -->
  <property name="users" value="users"/>
  <changeSet id="1" author="anna"><sql>CREATE TABLE \${users} (id int PRIMARY KEY)</sql>
    <rollback>DROP TABLE users</rollback></changeSet>
  <changeSet id="2" author="anna" labels="mail" runInTransaction="false">
    <preConditions onFail="MARK_RAN"><not><tableExists tableName="letters"/></not></preConditions>
    <sqlFile path="sql/email.sql" relativeToChangelogFile="true"/><rollback/></changeSet>
  <include file="db/more.sql"/>
  <include file="more.yaml" relativeToChangelogFile="true"/>
</databaseChangeLog>
`;

const LIQUIBASE_SQL = `--liquibase formatted sql

--changeset anna:functions runOnChange:true splitStatements:false
CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
--rollback DROP FUNCTION one();

--changeset anna:3 endDelimiter:/ context:test
--preconditions onFail:HALT
--precondition-sql-check expectedResult:0 SELECT count(*) FROM users
CREATE TABLE a (id int)
/
CREATE TABLE b (id int)
/
--rollback DROP TABLE b
--rollback /
--rollback DROP TABLE a
--rollback /

--changeset anna:4 dbms:oracle
CREATE TABLE for_oracle (id number);
`;

const LIQUIBASE_YAML = `databaseChangeLog:
  - changeSet:
      id: 5   # the fifth
      author: anna
      changes:
      - sql:
          sql: |
            CREATE TABLE c (id int);
            -- with a comment: in it
            CREATE TABLE d (id int);
      rollback:
        - sql:
            sql: 'DROP TABLE d; DROP TABLE c'
`;

export const LIQUIBASE: Example = {
  tool: 'liquibase',
  sql: [
    LIQUIBASE_TABLES,
    ran(1, '1', 'classpath:db/changelog.xml'),
    ran(2, '2', 'db/changelog.xml', "'v1'", 'MARK_RAN'),
    ran(3, 'functions', 'db/more.sql'),
    ran(4, '3', 'db/more.sql'),
    `${USERS}CREATE FUNCTION one() RETURNS int LANGUAGE sql RETURN 1;CREATE TABLE a (id int);CREATE TABLE b (id int);`,
  ].join('\n'),
  files: {
    'db/changelog.xml': LIQUIBASE_XML,
    'db/sql/email.sql': EMAIL,
    'db/more.sql': LIQUIBASE_SQL,
    'db/more.yaml': LIQUIBASE_YAML,
  },
  states: ['1 applied', '2 applied', '3 applied', '4 pending', 'R__functions applied'],
  tags: ['v1'],
};

const ATLAS_FILES = {
  '20240101000000_users.sql': USERS,
  '20240102000000_email.sql': `-- atlas:txmode none\n\n${EMAIL}`,
};
const atlasSums = atlasHashes(Object.entries(ATLAS_FILES).map(([path, text]) => ({ path, text })));

const ATLAS: Example = {
  tool: 'atlas',
  sql: `CREATE SCHEMA atlas_schema_revisions;
CREATE TABLE atlas_schema_revisions.atlas_schema_revisions (version varchar PRIMARY KEY, description varchar NOT NULL,
  type bigint NOT NULL DEFAULT 2, applied bigint NOT NULL DEFAULT 0, total bigint NOT NULL DEFAULT 0,
  executed_at timestamptz NOT NULL, execution_time bigint NOT NULL, error text, error_stmt text, hash varchar NOT NULL,
  partial_hashes jsonb, operator_version varchar NOT NULL);
INSERT INTO atlas_schema_revisions.atlas_schema_revisions VALUES
  ('.atlas_cloud_identifier', 'x', 2, 0, 0, now(), 0, '', '', '', NULL, ''),
  ('20240101000000', 'users', 2, 1, 1, '2024-05-01 10:00:00+00', 12000000, NULL, NULL,
   '${atlasSums.get('20240101000000_users.sql')}', NULL, 'Atlas CLI v0.30'),
  ('20240102000000', 'email', 6, 0, 1, '2024-05-01 10:00:00+00', 12000000, 'no', 'x',
   '${atlasSums.get('20240102000000_email.sql')}', NULL, 'Atlas CLI v0.30');
${USERS}${EMAIL}`,
  files: { ...ATLAS_FILES, '20240103000000_later.sql': LATER },
  states: ['20240101000000 applied', '20240102000000 applied', '20240103000000 pending'],
};

const DBMATE: Example = {
  tool: 'dbmate',
  sql: `CREATE TABLE schema_migrations (version varchar PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('20240101000000');
${USERS}`,
  files: {
    '20240101000000_users.sql': `-- migrate:up\n${USERS}\n-- migrate:down\nDROP TABLE users;\n`,
    '20240102000000_index.sql':
      '-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY u ON users (id);\n-- migrate:down\n',
  },
  states: ['20240101000000 applied', '20240102000000 pending'],
};

const GOOSE: Example = {
  tool: 'goose',
  sql: `CREATE TABLE goose_db_version (id int PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY, version_id bigint NOT NULL,
  is_applied boolean NOT NULL, tstamp timestamp NOT NULL DEFAULT now());
INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, true), (1, true), (2, true), (3, true), (3, false);
${USERS}`,
  files: {
    '00001_users.sql': `-- +goose Up\n${USERS}-- +goose Down\nDROP TABLE users;\n`,
    '00002_f.sql':
      '-- +goose NO TRANSACTION\n-- +goose Up\n-- +goose StatementBegin\nCREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN\n  RETURN 1;\nEND $$;\n-- +goose StatementEnd\n',
    '00003_later.sql': `-- +goose Up\n${LATER}`,
  },
  states: ['1 applied', '2 applied', '3 pending'],
};

const GOLANG_MIGRATE: Example = {
  tool: 'golang-migrate',
  sql: `CREATE TABLE schema_migrations (version bigint PRIMARY KEY, dirty boolean NOT NULL);
INSERT INTO schema_migrations VALUES (2, false);
${USERS}${EMAIL}`,
  files: {
    '1_users.up.sql': `BEGIN;\n${USERS}COMMIT;\n`,
    '1_users.down.sql': 'DROP TABLE users;\n',
    '2_email.up.sql': EMAIL,
    '10_later.up.sql': LATER,
  },
  states: ['1 applied', '2 applied', '10 pending'],
};

const NODE_PG_MIGRATE: Example = {
  tool: 'node-pg-migrate',
  sql: `CREATE TABLE pgmigrations (id serial PRIMARY KEY, name varchar(255) NOT NULL, run_on timestamp NOT NULL);
INSERT INTO pgmigrations (name, run_on) VALUES ('1414549381268_users', '2024-05-01'),
  ('20240501100000123_program', '2024-05-02');
${USERS}`,
  files: {
    '1414549381268_users.sql': `-- Up Migration\n${USERS}\n-- Down Migration\nDROP TABLE users;\n`,
    '20240501100000123_program.js': 'exports.up = (pgm) => pgm.createTable("x", {});\n',
    '20240501100000124_later.sql': LATER,
  },
  states: ['1414549381268 applied', '20240501100000.123 applied', '20240501100000.124 pending'],
};

const FIRST_HASH = graphileHash(USERS, null);

const GRAPHILE_MIGRATE: Example = {
  tool: 'graphile-migrate',
  sql: `CREATE SCHEMA graphile_migrate;
CREATE TABLE graphile_migrate.migrations (hash text PRIMARY KEY, previous_hash text REFERENCES
  graphile_migrate.migrations, filename text NOT NULL, date timestamptz NOT NULL DEFAULT now());
INSERT INTO graphile_migrate.migrations VALUES ('${FIRST_HASH}', NULL, '000001.sql');
${USERS}`,
  files: {
    'committed/000001-users.sql': `--! Previous: -\n--! Hash: ${FIRST_HASH}\n\n${USERS}`,
    'committed/000002.sql': `--! Previous: ${FIRST_HASH}\n--! Hash: sha1:0\n--! Message: Much later\n\n--! no-transaction\n${LATER}`,
    'current.sql': '-- in the making\n',
  },
  states: ['1 applied', '2 pending'],
};

const PRISMA: Example = {
  tool: 'prisma',
  sql: `CREATE TABLE _prisma_migrations (id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz,
  migration_name varchar(255) NOT NULL, logs text, rolled_back_at timestamptz,
  started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0);
INSERT INTO _prisma_migrations VALUES
  ('a', '${sha('sha256', USERS)}', '2024-05-01 10:00:01+00', '20240501100000_users', NULL, NULL, '2024-05-01 10:00+00', 1),
  ('b', 'x', NULL, '20240501110000_email', 'ERROR: no', '2024-05-01 11:00:02+00', '2024-05-01 11:00+00', 0),
  ('c', '${sha('sha256', EMAIL)}', '2024-05-01 12:00:01+00', '20240501110000_email', NULL, NULL, '2024-05-01 12:00+00', 0);
${USERS}${EMAIL}`,
  files: {
    'migration_lock.toml': 'provider = "postgresql"\n',
    '20240501100000_users/migration.sql': USERS.replaceAll('\n', '\r\n'),
    '20240501110000_email/migration.sql': EMAIL,
    '20240501120000_later/migration.sql': LATER,
  },
  states: ['20240501100000 applied', '20240501110000 applied', '20240501120000 pending'],
};

const journal = (entries: readonly (readonly [tag: string, when: number])[]): string =>
  JSON.stringify({
    version: '7',
    dialect: 'postgresql',
    entries: entries.map(([tag, when], idx) => ({ idx, tag, when })),
  });

const DRIZZLE: Example = {
  tool: 'drizzle',
  sql: `CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES
  ('${sha('sha256', `${USERS}--> statement-breakpoint\n${EMAIL}`)}', 1714557600000);
${USERS}${EMAIL}`,
  files: {
    'meta/_journal.json': journal([
      ['0000_users', 1714557600000],
      ['0001_later', 1714557700000],
    ]),
    '0000_users.sql': `${USERS}--> statement-breakpoint\n${EMAIL}`,
    '0001_later.sql': LATER.replace(';', ''),
  },
  states: ['20240501100000 applied', '20240501100140 pending'],
};

const SQITCH: Example = {
  tool: 'sqitch',
  sql: `CREATE SCHEMA sqitch;
CREATE TABLE sqitch.changes (change_id text PRIMARY KEY, script_hash text, change text NOT NULL, project text NOT NULL,
  note text NOT NULL DEFAULT '', committed_at timestamptz NOT NULL DEFAULT clock_timestamp(), committer_name text NOT NULL,
  committer_email text NOT NULL, planned_at timestamptz NOT NULL, planner_name text NOT NULL, planner_email text NOT NULL);
CREATE TABLE sqitch.tags (tag_id text PRIMARY KEY, tag text NOT NULL, project text NOT NULL, change_id text NOT NULL,
  note text NOT NULL DEFAULT '', committed_at timestamptz NOT NULL DEFAULT clock_timestamp());
INSERT INTO sqitch.changes (change_id, script_hash, change, project, committer_name, committer_email, planned_at,
  planner_name, planner_email) VALUES
  ('a1', '${sha('sha1', `BEGIN;\n${USERS}COMMIT;\n`)}', 'users', 'shop', 'Anna', 'a@b', '2024-05-01 10:00+00', 'Anna', 'a@b');
INSERT INTO sqitch.tags (tag_id, tag, project, change_id) VALUES ('t1', '@v1', 'shop', 'a1');
${USERS}`,
  files: {
    'sqitch.plan':
      '%syntax-version=1.0.0\n%project=shop\n\nusers 2024-05-01T10:00:00Z Anna <a@b> # users\n@v1 2024-05-01T11:00:00Z Anna <a@b>\n\nemail [users] 2024-05-01T12:00:00Z Anna <a@b> # mail\nusers [users@v1] 2024-05-01T13:00:00Z Anna <a@b> # reworked\n',
    'deploy/users@v1.sql': `BEGIN;\n${USERS}COMMIT;\n`,
    'revert/users@v1.sql': 'BEGIN;\nDROP TABLE users;\nCOMMIT;\n',
    'deploy/users.sql': LATER,
    'deploy/email.sql': `BEGIN;\n${EMAIL}COMMIT;\n`,
    'verify/email.sql': 'SELECT email FROM users WHERE false;\n',
  },
  states: ['20240501100000 applied', '20240501120000 pending', '20240501130000 pending'],
  tags: ['v1'],
};

const SUPABASE: Example = {
  tool: 'supabase',
  sql: `CREATE SCHEMA supabase_migrations;
CREATE TABLE supabase_migrations.schema_migrations (version text PRIMARY KEY, statements text[], name text);
INSERT INTO supabase_migrations.schema_migrations VALUES ('20240501100000', ARRAY['x'], 'users');
${USERS}`,
  files: { '20240501100000_users.sql': USERS, '20240501110000_later.sql': LATER },
  states: ['20240501100000 applied', '20240501110000 pending'],
};

const RAILS: Example = {
  tool: 'rails',
  sql: `CREATE TABLE schema_migrations (version varchar PRIMARY KEY);
INSERT INTO schema_migrations VALUES ('20240501100000');
CREATE TABLE ar_internal_metadata (key varchar PRIMARY KEY, value varchar, created_at timestamp, updated_at timestamp);
${USERS}`,
  files: { '20240501100000_create_users.rb': 'class CreateUsers < ActiveRecord::Migration[7.1]\nend\n' },
  states: ['20240501100000 applied'],
};

export const EXAMPLES: readonly Example[] = [
  FLYWAY,
  LIQUIBASE,
  ATLAS,
  DBMATE,
  GOOSE,
  GOLANG_MIGRATE,
  NODE_PG_MIGRATE,
  GRAPHILE_MIGRATE,
  PRISMA,
  DRIZZLE,
  SQITCH,
  SUPABASE,
  RAILS,
];
