import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { flywayChecksum } from '#src/adoption/checksums.js';
import { TOOLS } from '#src/adoption/tools.js';
import { keyOf } from '#src/catalog/catalog.js';
import type { Database } from '#src/databases/database.js';
import { connectPostgres } from '#src/databases/postgres.js';
import { readMigrations } from '#src/migrations/folder.js';
import { splitMigration } from '#src/migrations/segments.js';
import { readFolder } from '#src/migrations-folder/read-folder.js';
import type { Project } from '#src/settings/project.js';
import { DEFAULT_RUN } from '#src/settings/run-settings.js';
import { readLive } from '#src/states/live.js';
import { applyPending } from '#src/workflows/apply.js';
import { importHistory } from '#src/workflows/import.js';
import type { ImportRequest } from '#src/workflows/importing.js';
import { status } from '#src/workflows/status.js';
import { undoApplied } from '#src/workflows/undo.js';
import { EXAMPLES, type Example, FLYWAY, flywayRow, LIQUIBASE } from '../support/adoption/histories.ts';
import { errorOf } from '../support/errors/raised.ts';
import { edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

interface Place {
  readonly project: Project;
  readonly database: Database;
  /** The tool's files. */
  readonly dir: string;
}

let fresh: FreshDatabase;
let database: Database;

beforeAll(async () => {
  fresh = await freshDatabase(Math.max(...edgeMajors));
  database = await connectPostgres(fresh.url);
});

afterAll(async () => {
  await database.close();
  await fresh.drop();
});

/** As a new database: one for each test would cost more than the test. */
const EMPTIED = `DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
    EXECUTE format('DROP SCHEMA %I CASCADE', name);
  END LOOP;
END $$; CREATE SCHEMA public`;

/** The database with the tool's history, and a folder with its files. */
async function placeOf({ sql, files }: Pick<Example, 'sql' | 'files'>): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'schema-adoption-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dir = join(folder, 'theirs');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  await database.script(EMPTIED);
  await database.script(sql);
  const project: Project = {
    ...{ schemaDir: join(folder, 'schema'), migrationsDir: join(folder, 'ours'), url: fresh.url, scratch: null },
    ...{ profile: join(folder, 'profile.json'), allow: ['all'], allowDo: false, toolVersion: '0.1.0' },
    ...{ now: new Date('2026-01-01T00:00:00Z'), report: () => undefined },
    run: { ...DEFAULT_RUN, lockWaitMs: 0 },
  };
  return { project, database, dir };
}

const request = (tool: string, more: Partial<ImportRequest> = {}): ImportRequest => ({
  ...{ tool, dryRun: false, acceptChanged: false, finalize: false },
  ...more,
});

const statesOf = async (project: Project): Promise<string[]> =>
  (await status(project)).entries.map(({ version, state }) => `${version} ${state}`);

const RUN = { dryRun: false, yes: true, onEvent: () => undefined };

const THEIRS =
  /flyway|databasechangelog|atlas_|schema_migrations|goose|pgmigrations|graphile|prisma|drizzle|sqitch|supabase|ar_internal/;
const USERS = keyOf('table', 'public.users');

describe('each tool', () => {
  test('has an example', () => {
    expect(EXAMPLES.map(({ tool }) => tool)).toEqual(TOOLS.map(({ name }) => name));
  });

  test.each(EXAMPLES)('$tool: what it applied is applied, what it had not is pending', async (example) => {
    const { project, dir } = await placeOf(example);
    const dry = await importHistory(project, request(example.tool, { dir, dryRun: true }));
    expect(dry.files.every(({ written }) => written)).toBe(true);
    expect((await readFolder(project.migrationsDir)).files).toEqual([]);

    const result = await importHistory(project, request(example.tool, { dir }));
    expect({ ...result, dryRun: true }).toEqual(dry);
    expect(result.tags).toEqual(example.tags ?? []);
    expect(await statesOf(project)).toEqual(example.states);

    const set = readMigrations((await readFolder(project.migrationsDir)).files);
    for (const { up, undo } of set.pairs) for (const file of undo ? [up, undo] : [up]) splitMigration(file);

    // The tool's tables are no part of the schema.
    const { objects } = await readLive(database);
    expect([...objects.keys()].filter((key) => THEIRS.test(key))).toEqual([]);
    expect(objects.has(USERS)).toBe(true);

    const again = await importHistory(project, request(example.tool, { dir }));
    expect(again.files.filter(({ written }) => written)).toEqual([]);
    expect([again.rows, again.known]).toEqual([[], result.rows.length]);
  });
});

const DBMATE = EXAMPLES.find(({ tool }) => tool === 'dbmate') ?? FLYWAY;
const withRow = (example: Example, sql: string): Example => ({ ...example, sql: `${example.sql}\n${sql}` });
const text = ({ project }: Place, path: string): string => readFileSync(join(project.migrationsDir, path), 'utf8');

describe('what becomes of it', () => {
  test("Flyway's rows keep who, when, how long and their checksums; files keep their names and bytes", async () => {
    const place = await placeOf(FLYWAY);
    const { notes, pending } = await importHistory(place.project, request('flyway', { dir: place.dir }));
    const rows = await database.query(
      `SELECT version, kind, path, origin, imported_checksum, applied_by, execution_ms::int AS ms,
              finished_at - started_at = interval '12 ms' AS took, undo_path
       FROM schema_migrations.history WHERE version IN ('1', '3') ORDER BY version`,
    );
    const common = { origin: 'import:flyway', applied_by: 'deployer', ms: 12, took: true, undo_path: null };
    const checksum = String(flywayChecksum('CREATE TABLE users (id int PRIMARY KEY);'));
    expect(rows).toEqual([
      { version: '1', kind: 'versioned', path: 'ddl/V1__users.sql', imported_checksum: checksum, ...common },
      { version: '3', kind: 'versioned', path: 'flyway/V3__in_java.sql', imported_checksum: null, ...common },
    ]);
    expect(pending).toEqual(['ddl/V4__later.sql']);
    expect(notes).toContain('flyway/V3__in_java.sql: it is not SQL: its file stops a new database');
    expect(notes).toContain('1 migrations were undone and are pending');
    expect(text(place, 'ddl/V1__users.sql')).toBe(FLYWAY.files['ddl/V1__users.sql']);
    expect(text(place, 'ddl/U4__later.sql')).toBe(FLYWAY.files['ddl/U4__later.sql']);
    const events = await database.query('SELECT event FROM schema_migrations.events ORDER BY id');
    expect(events.map((row) => row['event'])).toEqual(['imported', ...Array(4).fill('marked applied')]);
  });

  test("a changeset's attributes become directives, its delimiters semicolons, its rollback a U file", async () => {
    const place = await placeOf(LIQUIBASE);
    const { notes } = await importHistory(place.project, request('liquibase', { dir: place.dir }));
    expect(text(place, 'liquibase/V1__1.sql')).toBe(
      '-- Imported from Liquibase: db/changelog.xml::1::anna\n\nCREATE TABLE users (id int PRIMARY KEY)\n;\n',
    );
    expect(text(place, 'liquibase/V2__2.sql').split('\n').slice(1, 4)).toEqual([
      '-- schema:transaction none',
      '-- schema:labels mail',
      "-- schema:check on-fail=mark SELECT NOT ((EXISTS (SELECT FROM pg_catalog.pg_class WHERE oid = pg_catalog.to_regclass('letters') AND relkind IN ('r', 'p', 'f'))))",
    ]);
    expect(text(place, 'liquibase/V3__3.sql')).toBe(
      "-- Imported from Liquibase: db/more.sql::3::anna\n-- schema:labels test\n-- schema:check on-fail=halt SELECT (SELECT count(*) FROM users)::text = '0'\n\n" +
        'CREATE TABLE a (id int)\n;\nCREATE TABLE b (id int)\n;\n',
    );
    expect(text(place, 'liquibase/U3__3.sql')).toContain('DROP TABLE b\n;\nDROP TABLE a\n;\n');
    expect(text(place, 'liquibase/U2__2.sql')).toContain('SELECT 1;');
    expect(text(place, 'liquibase/V4__5.sql')).toContain(
      'CREATE TABLE c (id int);\n-- with a comment: in it\nCREATE TABLE d (id int);\n',
    );
    expect(text(place, 'liquibase/R__functions.sql')).toContain('RETURN 1; END $$;');
    expect(notes).toContain('1 changesets for other databases, or ignored, are left out');
  });

  test('what follows runs, and what was imported is undone by its own way back', async () => {
    const { project, dir } = await placeOf(LIQUIBASE);
    await importHistory(project, request('liquibase', { dir }));
    const applied = await applyPending(project, RUN);
    expect(applied.files.map(({ path }) => path)).toEqual(['liquibase/V4__5.sql']);
    await undoApplied(project, { ...RUN, to: '2' });
    const [row] = await database.query(
      "SELECT to_regclass('a') AS a, to_regclass('c') AS c, to_regclass('users') AS u",
    );
    expect(row).toEqual({ a: null, c: null, u: 'users' });
  });

  test('the old table says where its history went, where that is asked for', async () => {
    const { project, dir } = await placeOf(DBMATE);
    expect((await importHistory(project, request('dbmate', { dir }))).finalized).toBe(false);
    expect((await importHistory(project, request('dbmate', { dir, finalize: true }))).finalized).toBe(true);
    const [row] = await database.query("SELECT obj_description('schema_migrations'::regclass) AS comment");
    expect(row?.['comment']).toBe(
      'Taken over by schema on 2026-01-01: the history goes on in schema_migrations.history.',
    );
  });

  test('what the tool applies after the import is taken over by the next one', async () => {
    const { project, dir } = await placeOf(DBMATE);
    await importHistory(project, request('dbmate', { dir }));
    await database.query("INSERT INTO schema_migrations VALUES ('20240102000000')");
    const { rows, known, pending } = await importHistory(project, request('dbmate', { dir }));
    expect([rows.map(({ key }) => key), known, pending]).toEqual([['20240102000000'], 1, []]);
  });

  test('what Drizzle passed over without a word is named', async () => {
    const example = EXAMPLES.find(({ tool }) => tool === 'drizzle') ?? FLYWAY;
    const { project, dir } = await placeOf(
      withRow(example, "INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('x', 1714557800000)"),
    );
    writeFileSync(join(dir, '0002_last.sql'), 'SELECT 3;');
    const meta = join(dir, 'meta/_journal.json');
    const entries = JSON.parse(readFileSync(meta, 'utf8')).entries;
    writeFileSync(meta, JSON.stringify({ entries: [...entries, { tag: '0002_last', when: 1714557800000 }] }));
    const { notes } = await importHistory(project, request('drizzle', { dir, acceptChanged: true }));
    expect(notes).toContain(
      'drizzle/V20240501100140__later.sql was never applied although later ones were: apply it with --out-of-order, or delete it',
    );
    expect(notes).toContain('0002_last.sql is not what ran, and is taken as it is (--accept-changed)');
  });
});

describe('what stands in the way', () => {
  const fails = async (example: Example, more: Partial<ImportRequest> = {}) => {
    const place = await placeOf(example);
    const error = await errorOf(importHistory(place.project, request(example.tool, { dir: place.dir, ...more })));
    const [row] = await database.query("SELECT to_regclass('schema_migrations.history') AS history");
    expect(row).toEqual({ history: null });
    expect((await readFolder(place.project.migrationsDir)).files).toEqual([]);
    return error;
  };

  test.each([
    ['flyway', flywayRow(8, '5', 'half', 'SQL', 1, false), '5: file is recorded as failed'],
    ['golang-migrate', 'UPDATE schema_migrations SET dirty = true', '2: the history says it is dirty'],
    ['prisma', "UPDATE _prisma_migrations SET finished_at = NULL, logs = '\nERROR: no' WHERE id = 'c'", 'ERROR: no'],
    [
      'atlas',
      "UPDATE atlas_schema_revisions.atlas_schema_revisions SET error = 'no', applied = 0 WHERE version LIKE '20240101%'",
      '20240101000000: 0 of 1 statements are done: no',
    ],
  ])('%s: a migration that failed is a question, with what settles it', async (tool, sql, detail) => {
    const example = EXAMPLES.find((one) => one.tool === tool) ?? FLYWAY;
    const error = await fails(withRow(example, sql.replace('(8,', '(18,')));
    expect([error.code, error.exitCode]).toEqual(['adoption/unclear', 9]);
    expect(error.detail).toContain(detail);
    expect(error.hint).toMatch(/^Settle it with /);
  });

  test.each([
    ['flyway', 'ddl/V002_1__email.sql'],
    ['atlas', '20240101000000_users.sql'],
    ['graphile-migrate', 'committed/000001-users.sql'],
    ['prisma', '20240501100000_users/migration.sql'],
    ['drizzle', '0000_users.sql'],
    ['sqitch', 'deploy/users@v1.sql'],
  ])('%s: a file that is not what ran is named, unless that is accepted', async (tool, path) => {
    const example = EXAMPLES.find((one) => one.tool === tool) ?? FLYWAY;
    const edited = { ...example, files: { ...example.files, [path]: `${example.files[path]}SELECT 'edited';\n` } };
    const error = await fails(edited);
    expect([error.code, error.exitCode]).toEqual(['migration/checksum', 4]);
    expect(error.message).toContain(path);
    const { project, dir } = await placeOf(edited);
    await importHistory(project, request(tool, { dir, acceptChanged: true }));
    expect(await statesOf(project)).toEqual(example.states);
  });

  test('an applied migration without its file', async () => {
    const error = await fails(withRow(DBMATE, "INSERT INTO schema_migrations VALUES ('20240103000000')"));
    expect([error.code, error.detail]).toEqual(['migration/missing', '20240103000000.']);
  });

  test("no table, another tool's table, two tables", async () => {
    const error = await fails({ ...DBMATE, sql: '' });
    expect([error.code, error.exitCode, error.detail]).toEqual([
      'adoption/no-history',
      64,
      'There is no table schema_migrations.',
    ]);
    const other = await fails({ ...DBMATE, tool: 'golang-migrate' });
    expect(other.detail).toBe("public.schema_migrations lacks columns of golang-migrate's: it needs version, dirty.");
    const twice = 'CREATE SCHEMA b; CREATE TABLE b.schema_migrations (version text)';
    expect((await fails(withRow(DBMATE, twice))).message).toBe('there is more than one schema_migrations');
    const { project, dir } = await placeOf(withRow(DBMATE, twice));
    expect((await importHistory(project, request('dbmate', { dir, table: 'b.schema_migrations' }))).rows).toEqual([]);
  });

  test('an unknown tool, a folder without files', async () => {
    const { project, dir } = await placeOf({ ...DBMATE, files: { 'none/here.txt': '' } });
    const unknown = await errorOf(importHistory(project, request('flywya', { dir })));
    expect([unknown.code, unknown.hint]).toEqual(['usage/invalid', 'Did you mean flyway?']);
    const empty = await errorOf(importHistory(project, request('dbmate', { dir: join(dir, '..'), mode: 'convert' })));
    expect(empty.code).toBe('usage/invalid');
  });

  test('files that were edited after the import are not written over', async () => {
    const place = await placeOf(DBMATE);
    await importHistory(place.project, request('dbmate', { dir: place.dir }));
    writeFileSync(join(place.project.migrationsDir, 'dbmate/V20240101000000__users.sql'), 'SELECT 1;\n');
    const error = await errorOf(importHistory(place.project, request('dbmate', { dir: place.dir })));
    expect([error.code, error.exitCode]).toEqual(['adoption/conflict', 9]);
    expect(error.detail).toContain('dbmate/V20240101000000__users.sql');
  });

  test("the tool's own lock, held by somebody else", async () => {
    const other = await connectPostgres(fresh.url);
    onTestFinished(() => other.close());
    await other.query('SELECT pg_advisory_lock(77433833903597)');
    const error = await fails(FLYWAY);
    expect([error.code, error.exitCode, error.detail]).toEqual([
      'runner/locked',
      7,
      'Another session holds advisory lock 77433833903597.',
    ]);
    const held = "UPDATE databasechangeloglock SET locked = true, lockedby = 'ci (10.0.0.1)', lockgranted = now()";
    const row = await fails(withRow(LIQUIBASE, held));
    expect([row.code, row.hint]).toEqual([
      'runner/locked',
      'Wait for it to finish. If nothing is running, release it: liquibase release-locks.',
    ]);
    expect(row.detail).toContain('held by ci (10.0.0.1) since ');
  });

  test("Liquibase's lock is given back", async () => {
    const { project, dir } = await placeOf(LIQUIBASE);
    await importHistory(project, request('liquibase', { dir }));
    const rows = await database.query('SELECT locked, lockedby FROM databasechangeloglock');
    expect(rows).toEqual([{ locked: false, lockedby: null }]);
  });
});

describe('coexisting with Flyway', () => {
  const rows = () =>
    database.query(
      'SELECT installed_rank AS rank, version, description, type, script, checksum, success FROM flyway_schema_history WHERE installed_rank > 8 ORDER BY 1',
    );

  async function coexisting(): Promise<Project> {
    const { project, dir } = await placeOf(FLYWAY);
    await importHistory(project, request('flyway', { dir }));
    return { ...project, run: { ...DEFAULT_RUN, lockWaitMs: 0, coexist: 'flyway' } };
  }

  test('what is applied and undone is written into its table too, as Flyway would', async () => {
    const project = await coexisting();
    await applyPending(project, RUN);
    await undoApplied(project, RUN);
    const common = { version: '4', description: 'later', success: true };
    const files = FLYWAY.files;
    expect(await rows()).toEqual([
      {
        ...common,
        rank: 9,
        type: 'SQL',
        script: 'ddl/V4__later.sql',
        checksum: flywayChecksum(files['ddl/V4__later.sql'] ?? ''),
      },
      {
        ...common,
        rank: 10,
        type: 'UNDO_SQL',
        script: 'ddl/U4__later.sql',
        checksum: flywayChecksum(files['ddl/U4__later.sql'] ?? ''),
      },
    ]);
    const again = await importHistory(project, request('flyway'));
    expect([again.rows, again.pending]).toEqual([[], ['ddl/V4__later.sql']]);
  });

  test('what fails is in neither history', async () => {
    const project = await coexisting();
    writeFileSync(join(project.migrationsDir, 'V5__no.sql'), 'CREATE TABLE made (id int);\nSELECT 1 / 0;\n');
    rmSync(join(project.migrationsDir, 'schema.sum'));
    expect((await errorOf(applyPending(project, RUN))).code).toBe('migration/failed');
    expect((await rows()).map((row) => row['version'])).toEqual(['4']);
  });

  test('while Flyway has its lock, nothing runs', async () => {
    const project = await coexisting();
    const flyway = await connectPostgres(fresh.url);
    onTestFinished(() => flyway.close());
    await flyway.script('BEGIN; SELECT pg_try_advisory_xact_lock(77433833903597)');
    expect((await errorOf(applyPending(project, RUN))).code).toBe('runner/locked');
    expect(await rows()).toEqual([]);
  });
});

describe('without the files', () => {
  test.each(['flyway', 'golang-migrate'])('%s: the database as it is becomes one file', async (tool) => {
    const example = EXAMPLES.find((one) => one.tool === tool) ?? FLYWAY;
    const { project } = await placeOf(example);
    const result = await importHistory(project, request(tool, { mode: 'baseline' }));
    expect(result.mode).toBe('baseline');
    expect(result.files.map(({ path }) => path)).toEqual([
      `ddl/B20260101000000__imported_from_${tool.replace('-', '_')}.sql`,
    ]);
    const set = readMigrations((await readFolder(project.migrationsDir)).files);
    expect(set.baselines[0]?.text).toContain('CREATE TABLE public.users');
    // Nothing of the tool's own.
    expect(set.baselines[0]?.text.match(/CREATE (?:TABLE|SCHEMA|SEQUENCE)[^(;]*/g)).toEqual([
      'CREATE TABLE public.users ',
    ]);
    const rows = await database.query(
      "SELECT version, state FROM schema_migrations.history WHERE kind = 'versioned' ORDER BY version",
    );
    expect(rows.map((row) => `${row['version']} ${row['state']}`)).toEqual(
      tool === 'flyway' ? ['1 deleted', '2.1 deleted', '3 deleted'] : [],
    );
    expect((await applyPending(project, RUN)).files).toEqual([]);
    const again = await importHistory(project, request(tool, { mode: 'baseline' }));
    expect([again.files, again.rows]).toEqual([[], []]);
    expect(again.notes).toContain('there is a baseline already: no B file was written');
  });
});
