// Where documents begin.
import type { Step } from './blocks.ts';

const command = (text: string, code = 0): Step => ({ line: 0, text, code });
const file = (target: string, text: string): Step => ({ line: 0, target, text });

// biome-ignore lint/suspicious/noTemplateCurlyInString: the config file's own way to name a variable
const URLS = ['${DEV_DATABASE_URL}', '${STAGING_DATABASE_URL}', '${PRODUCTION_DATABASE_URL}'];

const CONFIG = JSON.stringify({
  environments: {
    dev: { url: URLS[0], allowClean: true },
    staging: { url: URLS[1] },
    production: { url: URLS[2], protected: true },
  },
});

const CUSTOMERS = `CREATE SCHEMA shop;
CREATE TABLE shop.customers (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text NOT NULL
);
`;

/** A shop: one plan is applied everywhere, the next one in dev and staging; production has it pending. */
export const SHOP: readonly Step[] = [
  command('git init --quiet --initial-branch=main'),
  file('schema.config.json', CONFIG),
  file('schema/customers.sql', CUSTOMERS),
  command('schema init'),
  command('schema plan first_tables --env dev'),
  command(
    'schema apply --env dev && schema apply --env staging && schema apply --env production --yes --approve $(schema status --env production --digest)',
  ),
  command('schema tag r1 --env production'),
  file('schema/orders.sql', 'CREATE TABLE shop.orders (id int PRIMARY KEY, total numeric NOT NULL);\n'),
  command('schema plan orders --env dev'),
  command('schema apply --env dev && schema apply --env staging'),
  command('git add --all && git commit --quiet --message "The shop"'),
  command('git branch origin/main'),
];

const MD5 = `9:${'0'.repeat(32)}`;

/** A database that Liquibase made, with its changelog. */
export const LIQUIBASE: readonly Step[] = [
  command('git init --quiet --initial-branch=main'),
  file(
    'db/changelog.xml',
    `<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
  <changeSet id="1" author="ada">
    <sql>CREATE TABLE people (id int PRIMARY KEY);</sql>
    <rollback>DROP TABLE people;</rollback>
  </changeSet>
</databaseChangeLog>
`,
  ),
  file(
    '@dev',
    `CREATE TABLE people (id int PRIMARY KEY);
CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename varchar(255) NOT NULL,
  dateexecuted timestamp NOT NULL, orderexecuted int NOT NULL, exectype varchar(10) NOT NULL, md5sum varchar(35),
  description varchar(255), comments varchar(255), tag varchar(255), liquibase varchar(20), contexts varchar(255),
  labels varchar(255), deployment_id varchar(10));
CREATE TABLE databasechangeloglock (id int PRIMARY KEY, locked boolean NOT NULL, lockgranted timestamp, lockedby varchar(255));
INSERT INTO databasechangeloglock VALUES (1, false, NULL, NULL);
INSERT INTO databasechangelog VALUES ('1', 'ada', 'db/changelog.xml', '2026-01-02 03:04:05', 1, 'EXECUTED', '${MD5}',
  'sql', '', NULL, '4.28.0', NULL, NULL, '0000000001');
`,
  ),
];
