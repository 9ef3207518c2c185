// What belongs to the database or the server as a whole: compared where the files speak of it, left alone elsewhere.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeScratch } from '#src/scratch/scratch.js';
import type { Project } from '#src/settings/project.js';
import { applyPending } from '#src/workflows/apply.js';
import { plan } from '#src/workflows/plan.js';
import { undoApplied } from '#src/workflows/undo.js';
import { edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

afterAll(closeScratch);

const RUN = { dryRun: false, outOfOrder: false, yes: true, onEvent: () => undefined };
const PLAN = { name: 'whole', against: 'database', write: true } as const;

/** Rows of one query, each as a text of its values. */
async function ask(url: string, sql: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query({ text: sql, rowMode: 'array' });
    return (result.rows as unknown[][] | undefined)?.map((row) => row.join(' ')) ?? [];
  } finally {
    await client.end();
  }
}

describe.each(edgeMajors)('on PostgreSQL %i', (major) => {
  let database: FreshDatabase;
  let folder: string;
  let role: string;

  beforeEach(async () => {
    database = await freshDatabase(major);
    folder = mkdtempSync(join(tmpdir(), 'schema-database-'));
    mkdirSync(join(folder, 'schema'));
    role = `${database.name}_reader`;
    await ask(database.url, `CREATE ROLE ${role}`);
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    const url = database.url;
    await ask(url, `DROP OWNED BY ${role}`);
    await ask(url, `DROP ROLE ${role}`);
    await database.drop();
  });

  const project = (desired: string, roles: 'reference' | 'manage' = 'reference'): Project => {
    writeFileSync(join(folder, 'schema', 'database.sql'), desired);
    return {
      schemaDir: join(folder, 'schema'),
      migrationsDir: join(folder, 'generated-migrations'),
      url: database.url,
      allow: ['all'],
      scratch: null,
      profile: 'schema.profile.json',
      allowDo: false,
      roles,
      toolVersion: 'test',
      now: new Date(),
      report: () => undefined,
    };
  };

  const settings = () =>
    ask(
      database.url,
      `SELECT r.rolname, c FROM pg_db_role_setting s CROSS JOIN unnest(s.setconfig) c LEFT JOIN pg_roles r ON r.oid = s.setrole
        WHERE s.setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()) ORDER BY 1, 2`,
    );

  test('what the files do not speak of stays, and is named', async () => {
    await ask(database.url, `ALTER DATABASE ${database.name} SET work_mem = '5MB'`);
    await ask(database.url, `ALTER ROLE ${role} IN DATABASE ${database.name} SET work_mem = '6MB'`);
    await ask(database.url, `COMMENT ON DATABASE ${database.name} IS 'mine'`);
    const { pair, unmanaged } = await plan(project('CREATE TABLE ponds ();'), PLAN);
    expect(pair?.up.batches.flatMap((batch) => batch.steps.map((step) => step.subject))).toEqual([
      'table public.ponds',
    ]);
    expect(unmanaged).toEqual([
      'database comment this database',
      'database setting work_mem',
      `role setting ${role} in this database: work_mem`,
    ]);
  });

  test('what they speak of is planned, applied and undone, whatever they call the database', async () => {
    await ask(database.url, `ALTER DATABASE ${database.name} SET work_mem = '5MB'`);
    const desired = project(`
      ALTER DATABASE app SET statement_timeout = '9s';
      ALTER ROLE ${role} IN DATABASE app SET search_path = ponds, public;
      COMMENT ON DATABASE app IS 'all of it';
      REVOKE TEMPORARY ON DATABASE app FROM PUBLIC;
      ${major < 15 ? '' : `GRANT SET ON PARAMETER log_statement TO ${role};`}`);
    await plan(desired, PLAN);
    await applyPending(desired, RUN);
    expect(await settings()).toEqual([`${role} search_path=ponds, public`, ' statement_timeout=9s']);
    expect(
      await ask(
        database.url,
        `SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()`,
      ),
    ).toEqual(['all of it']);
    if (major >= 15) {
      const granted = await ask(database.url, `SELECT has_parameter_privilege('${role}', 'log_statement', 'SET')`);
      expect(granted).toEqual(['true']);
    }
    expect((await plan(desired, { ...PLAN, write: false })).pair).toBeNull();
    await undoApplied(desired, RUN);
    expect(await settings()).toEqual([' work_mem=5MB']);
  });

  test('roles are made, changed and dropped where they are managed, and others left alone', async () => {
    const [clerk, staff] = [`${database.name}_clerk`, `${database.name}_staff`];
    const roles = () =>
      ask(
        database.url,
        `SELECT rolname, rolcanlogin, rolconnlimit, shobj_description(oid, 'pg_authid') FROM pg_roles
          WHERE rolname LIKE '${database.name}%' ORDER BY 1`,
      );
    const desired = project(
      `CREATE ROLE ${clerk} LOGIN CONNECTION LIMIT 3 IN ROLE ${staff};
       CREATE ROLE ${staff};
       COMMENT ON ROLE ${staff} IS 'all';
       CREATE TABLE ponds ();
       ALTER TABLE ponds OWNER TO ${staff};
       GRANT SELECT ON ponds TO ${clerk};`,
      'manage',
    );
    await plan(desired, PLAN);
    await applyPending(desired, RUN);
    expect(await roles()).toEqual([`${clerk} true 3 `, `${role} false -1 `, `${staff} false -1 all`]);
    expect(await ask(database.url, `SELECT pg_has_role('${clerk}', '${staff}', 'MEMBER')`)).toEqual(['true']);
    expect((await plan(desired, { ...PLAN, write: false })).pair).toBeNull();
    await undoApplied(desired, RUN);
    expect(await roles()).toEqual([`${role} false -1 `]);
  });
});
