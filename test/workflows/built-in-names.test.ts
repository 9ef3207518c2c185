// Names in desired files mean what they mean on the destination, although PGlite has more in pg_catalog.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { furnishedThrowaway } from '#src/scratch/furnish.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { plan } from '#src/workflows/plan.js';
import { applyAll, openProject } from '../support/projects/project.ts';
import { freshDatabase, majors, serverUrl } from '../support/servers/database.ts';

beforeAll(loadParser);
afterAll(closeScratch);

const request = { name: 'names', against: 'database', write: true, extras: 'refuse' } as const;

/** What the user calls like something that only PGlite has, or only newer majors have. */
const SCHEMA = `
CREATE COLLATION "en_US" (provider = icu, locale = 'en-US');
CREATE FUNCTION array_sort(anyarray) RETURNS anyarray LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION regexp_count(text, text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE CAST (bytea AS integer) WITH FUNCTION length(bytea);
CREATE TABLE names (name text COLLATE "en_US", marks integer CHECK (regexp_count(name, 'a') > 0));
CREATE INDEX by_name ON names (name COLLATE "en_US");
CREATE VIEW sorted AS SELECT array_sort(ARRAY[marks, 1]) AS marks, marks::bytea::integer AS cast FROM names;
CREATE VIEW pg_aios AS SELECT name FROM names;
CREATE VIEW waiting AS SELECT name FROM public.pg_aios;
`;

/** Casts from integer and bytea are built in since 18. */
const onServer = (major: number): string =>
  major >= 18
    ? SCHEMA.replace(/^CREATE CAST.*$/m, '')
    : SCHEMA.replace(', marks::bytea::integer AS cast', ", 'a'::bytea::integer AS cast");

describe.each(majors)('on PostgreSQL %i', (major) => {
  test('a name of the user is not that of a newer built-in object or of a collation of PGlite', async () => {
    const fresh = await freshDatabase(major);
    const project = openProject(fresh.url, { 'schema/names.sql': onServer(major) });
    try {
      await plan(project, request);
      await applyAll(project);
      expect((await plan(project, { ...request, write: false })).pair).toBeNull();
      const database = await openDatabase(fresh.url);
      const [row] = await database.query(
        `SELECT c.collnamespace::regnamespace::text AS schema FROM pg_attribute a JOIN pg_collation c ON c.oid = a.attcollation
          WHERE a.attrelid = 'names'::regclass AND a.attname = 'name'`,
      );
      await database.close();
      expect(row).toEqual({ schema: 'public' });
    } finally {
      project.remove();
      await fresh.drop();
    }
  });

  test.runIf(major < 18)('what the destination lacks is no function in scratch', async () => {
    const fresh = await freshDatabase(major);
    const project = openProject(fresh.url, { 'schema/ids.sql': 'CREATE TABLE ids (id uuid DEFAULT uuidv7());' });
    try {
      await expect(plan(project, request)).rejects.toThrow('function uuidv7() does not exist');
    } finally {
      project.remove();
      await fresh.drop();
    }
  });

  test('scratch shows no function, view, text search object or cast that the server lacks', async () => {
    const scratch = await furnishedThrowaway({ serverVersion: major * 10_000, role: 'postgres', roles: [] });
    const database = await openDatabase(await serverUrl(major));
    try {
      const names = async (from: typeof database): Promise<readonly string[]> =>
        (await from.query(BUILT_IN)).map((row) => String(row['name']));
      const there = new Set(await names(database));
      expect((await names(scratch)).filter((name) => !there.has(name) && !REPLACED.test(name))).toEqual([]);
    } finally {
      await database.close();
      await scratch.close();
    }
  });
});

const BUILT_IN = `
  SELECT 'function ' || proname || '(' || oidvectortypes(proargtypes) || ')' AS name FROM pg_proc
   WHERE pronamespace = 'pg_catalog'::regnamespace AND oid < 16384 AND proname !~ '^hidden '
     AND NOT 'internal'::regtype = ANY (proargtypes)
  UNION ALL
  SELECT 'view ' || relname FROM pg_class
   WHERE relnamespace = 'pg_catalog'::regnamespace AND oid < 16384 AND relkind = 'v' AND relname !~ '^hidden '
  UNION ALL SELECT 'configuration ' || cfgname FROM pg_ts_config WHERE oid < 16384 AND cfgname !~ '^hidden '
  UNION ALL SELECT 'dictionary ' || dictname FROM pg_ts_dict WHERE oid < 16384 AND dictname !~ '^hidden '
  UNION ALL SELECT 'cast ' || castsource::regtype || ' as ' || casttarget::regtype FROM pg_cast WHERE oid < 16384`;

/** Functions of administrators, and those that got more arguments: the former calls find them, too. */
const REPLACED =
  /^function (binary_upgrade_|pg_stat_|pg_restore_|pg_clear_|jsonb?_strip_nulls|pg_get_publication_tables|pg_logical_emit_message|pg_create_logical_replication_slot)/;
