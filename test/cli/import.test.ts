import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folder } from '../support/command-line/program.ts';
import { edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

describe('import and export', () => {
  const project = folder({
    'db/20240101000000_users.sql': '-- migrate:up\nCREATE TABLE users (id int);\n-- migrate:down\nDROP TABLE users;\n',
    'db/20240102000000_later.sql': '-- migrate:up\nCREATE TABLE later (id int);\n',
  });
  let database: FreshDatabase;
  let variables: Readonly<Record<string, string>>;

  beforeAll(async () => {
    database = await freshDatabase(Math.max(...edgeMajors));
    variables = { DATABASE_URL: database.url };
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(
      "CREATE TABLE users (id int); CREATE TABLE schema_migrations (version text PRIMARY KEY); INSERT INTO schema_migrations VALUES ('20240101000000')",
    );
    await client.end();
  });

  afterAll(async () => {
    project.remove();
    await database.drop();
  });

  test('a dry run says everything', async () => {
    const call = await project.run('import dbmate --dir db --dry-run', variables);
    expect([call.code, call.stdout]).toEqual([
      0,
      `+ generated-migrations/dbmate/V20240101000000__users.sql
+ generated-migrations/dbmate/U20240101000000__users.sql
+ generated-migrations/dbmate/V20240102000000__later.sql
applied 20240101000000
1 migration of public.schema_migrations would be taken over as applied, 3 files would be written into generated-migrations.
Pending, as before: dbmate/V20240102000000__later.sql.
Nothing was written.
`,
    ]);
  });

  test('the import says what to do next; a mistake is named', async () => {
    const call = await project.run('import dbmate --dir db', variables);
    expect([call.code, call.stdout.split('\n').at(-2)]).toEqual([0, 'Next: schema status, then schema apply']);
    const again = await project.run('import dbmate --dir db --json', variables);
    expect(JSON.parse(again.stdout)).toMatchObject({ command: 'import', exitCode: 0, rows: [], known: 1 });
    const wrong = await project.run('import goose --dir db', variables);
    expect([wrong.code, wrong.stderr]).toEqual([64, expect.stringContaining('error [adoption/no-history]')]);
  });

  test('export writes the folder of another tool', async () => {
    const call = await project.run('export liquibase --out left', variables);
    expect([call.code, call.stdout]).toEqual([0, 'Wrote 2 files into left.\n']);
    expect((await project.run('export liquibase --out left', variables)).code).toBe(9);
  });
});
