// Repeatable migrations, baselines, callbacks, labels, checks, requirements, approval, on a real server.
import { describe, expect, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { type ApplyOptions, apply } from '#src/runner/apply.js';
import { readStatus } from '#src/runner/status.js';
import { undo } from '#src/runner/undo.js';
import { errorOf } from '../support/errors/raised.ts';
import { exists, folder, scalar } from '../support/runner/session.ts';
import { freshServer, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';
type Files = Readonly<Record<string, string>>;

const run = (database: Database, files: Files, options: Partial<ApplyOptions> = {}) =>
  apply(database, { migrations: folder(files), toolVersion, ...options });

const states = async (database: Database, files: Files, labels: string | null = null) =>
  (await readStatus(database, { migrations: folder(files), labels })).entries.map(
    ({ version, state }) => `${version} ${state}`,
  );

const fresh = async () => (await use(() => freshServer())).open();

describe('repeatable migrations', () => {
  const FILES = {
    'V1__t.sql': 'CREATE TABLE t (id int);',
    'R__b.sql': 'CREATE OR REPLACE VIEW b AS SELECT id FROM a;',
    'R__a.sql': 'CREATE OR REPLACE VIEW a AS SELECT id FROM t;',
  };

  test('run after the versioned ones, by name, and again when they change', async () => {
    const database = await fresh();
    const first = await run(database, FILES);
    expect(first.files.map(({ version }) => version)).toEqual(['1', 'R__a', 'R__b']);
    expect((await run(database, FILES)).files).toEqual([]);
    const changed = { ...FILES, 'R__a.sql': 'CREATE OR REPLACE VIEW a AS SELECT id, 1 AS one FROM t;' };
    expect(await states(database, changed)).toEqual(['1 applied', 'R__a outdated', 'R__b applied']);
    expect((await run(database, changed)).files.map(({ version }) => version)).toEqual(['R__a']);
    expect(await scalar(database, "SELECT count(*)::int FROM schema_migrations.events WHERE version = 'R__a'")).toBe(2);
  });

  test('wait while versioned ones are held back, and always run where they say so', async () => {
    const database = await fresh();
    const files = {
      ...FILES,
      'V2__u.sql': 'CREATE TABLE u (id int);',
      'R__z.sql': '-- schema:always\nINSERT INTO u VALUES (1);',
    };
    expect((await run(database, files, { to: '1' })).files.map(({ version }) => version)).toEqual(['1']);
    expect((await run(database, files)).files.map(({ version }) => version)).toEqual(['2', 'R__a', 'R__b', 'R__z']);
    expect((await run(database, files)).files.map(({ version }) => version)).toEqual(['R__z']);
    expect(await scalar(database, 'SELECT count(*)::int FROM u')).toBe(2);
  });

  test('that fail are as if they had not run, and run once corrected', async () => {
    const database = await fresh();
    const broken = { ...FILES, 'R__b.sql': 'CREATE VIEW b AS SELECT nothing FROM a;' };
    expect(await errorOf(run(database, broken))).toMatchObject({ code: 'migration/failed', sqlstate: '42703' });
    expect(await states(database, broken)).toEqual(['1 applied', 'R__a applied', 'R__b pending']);
    expect((await run(database, FILES)).files.map(({ version }) => version)).toEqual(['R__b']);
  });
});

describe('baselines', () => {
  const FILES = {
    'V1__a.sql': 'CREATE TABLE a (id int);',
    'V2__b.sql': 'CREATE TABLE b (id int);',
    'B2__both.sql': 'CREATE TABLE a (id int); CREATE TABLE b (id int);',
    'V3__c.sql': 'CREATE TABLE c (id int);',
  };

  test('run on an empty history in place of all up to them', async () => {
    const database = await fresh();
    expect((await run(database, FILES)).files.map(({ version }) => version)).toEqual(['B2', '3']);
    expect(await states(database, FILES)).toEqual(['B2 applied', '1 below baseline', '2 below baseline', '3 applied']);
    expect((await run(database, FILES)).files).toEqual([]);
  });

  test('are ignored where the history has begun, and stand for files that were pruned', async () => {
    const database = await fresh();
    const { 'B2__both.sql': baseline, ...before } = FILES;
    await run(database, before, { to: '2' });
    expect((await run(database, FILES)).files.map(({ version }) => version)).toEqual(['3']);
    expect(await states(database, FILES)).toEqual(['B2 ignored', '1 applied', '2 applied', '3 applied']);
    const pruned = { 'B2__both.sql': baseline, 'V3__c.sql': FILES['V3__c.sql'] };
    expect((await run(database, pruned)).files).toEqual([]);
    expect(await states(database, pruned)).toEqual(['B2 ignored', '1 deleted', '2 deleted', '3 applied']);
  });

  test('do not run where there are objects already', async () => {
    const database = await fresh();
    await database.script('CREATE TABLE a (id int)');
    const error = await errorOf(run(database, FILES));
    expect(error).toMatchObject({ code: 'runner/not-empty', exitCode: 9 });
    expect(error.hint).toContain('schema baseline --version 2');
  });
});

describe('callbacks', () => {
  test('run at their events, those of each migration in its transaction', async () => {
    const database = await fresh();
    await database.script('CREATE TABLE log (at serial, what text)');
    const says = (what: string): string => `INSERT INTO public.log (what) VALUES ('${what}');`;
    const files = {
      'V1__a.sql': 'CREATE TABLE a (id int);',
      'V2__b.sql': 'CREATE TABLE b (id int);',
      'U2__b.sql': 'DROP TABLE b;',
      'beforeMigrate.sql': says('before'),
      'beforeEachMigrate.sql': says('before each'),
      'afterEachMigrate.sql': says('after each'),
      'afterMigrate__1.sql': says('after 1'),
      'afterMigrate__2.sql': says('after 2'),
      'afterMigrateError.sql': says('error'),
      'beforeEachUndo.sql': says('before undo'),
    };
    const logged = async () => (await database.query('SELECT what FROM log ORDER BY at')).map((row) => row['what']);
    await run(database, files);
    const each = ['before each', 'after each'];
    expect(await logged()).toEqual(['before', ...each, ...each, 'after 1', 'after 2']);
    await database.script('TRUNCATE log');
    const failing = { ...files, 'V3__c.sql': 'CREATE TABLE c (id int); SELECT 1/0;' };
    expect(await errorOf(run(database, failing))).toMatchObject({ code: 'migration/failed' });
    expect(await logged()).toEqual(['before', 'error']);
    await database.script('TRUNCATE log');
    await undo(database, { migrations: folder(files), toolVersion, allow: ['all'] });
    expect(await logged()).toEqual(['before undo']);
  });

  test('that fail stop what they belong to; commands get the event', async () => {
    const database = await fresh();
    const files = { 'V1__a.sql': 'CREATE TABLE a (id int);' };
    const hooks = (command: string) => ({ callbacks: [], commands: { beforeMigrate: command }, variables: {} });
    const failing = hooks('test "$SCHEMA_EVENT" = afterMigrate');
    expect(await errorOf(run(database, files, { hooks: failing }))).toMatchObject({ code: 'hook/failed', exitCode: 5 });
    expect(await exists(database, 'a')).toBe(false);
    await run(database, files, { hooks: hooks('test "$SCHEMA_EVENT" = beforeMigrate') });
    expect(await exists(database, 'a')).toBe(true);
  });
});

describe('directives', () => {
  test('labels: what is not selected waits, and is not late afterwards', async () => {
    const database = await fresh();
    const files = {
      'V1__a.sql': '-- schema:labels contract\nCREATE TABLE a (id int);',
      'V2__b.sql': 'CREATE TABLE b (id int);',
    };
    expect((await run(database, files)).files.map(({ version }) => version)).toEqual(['2']);
    expect(await states(database, files)).toEqual(['1 not selected', '2 applied']);
    expect((await run(database, files, { labels: 'contract' })).files.map(({ version }) => version)).toEqual(['1']);
  });

  test('requires: nothing runs before what it needs', async () => {
    const database = await fresh();
    const files = {
      'V1__a.sql': '-- schema:labels later\nCREATE TABLE a (id int);',
      'V2__b.sql': '-- schema:requires V1\nCREATE TABLE b (id int);',
    };
    expect(await errorOf(run(database, files))).toMatchObject({ code: 'migration/requires', exitCode: 4 });
    await run(database, files, { labels: 'all' });
    expect(await states(database, files)).toEqual(['1 applied', '2 applied']);
  });

  test.each([
    ['halt', 'migration/precondition', []],
    ['skip', null, ['1 pending']],
    ['mark', null, ['1 applied']],
  ])('check with on-fail=%s', async (onFail, code, expected) => {
    const database = await fresh();
    const files = { 'V1__a.sql': `-- schema:check on-fail=${onFail} SELECT false\nCREATE TABLE a (id int);` };
    if (code !== null) expect(await errorOf(run(database, files))).toMatchObject({ code, exitCode: 5 });
    else expect((await run(database, files)).skipped).toHaveLength(1);
    if (code === null) expect(await states(database, files)).toEqual(expected);
    expect(await exists(database, 'a')).toBe(false);
  });

  test('a check changes nothing, and must be one column', async () => {
    const database = await fresh();
    const check = (sql: string) => ({ 'V1__a.sql': `-- schema:check ${sql}\nCREATE TABLE a (id int);` });
    expect((await errorOf(run(database, check('SELECT 1 AS a, 2 AS b')))).message).toMatch(/2 columns/);
    expect((await errorOf(run(database, check('SELECT nextval(NULL)')))).code).toBe('migration/precondition');
    await run(database, check('SELECT true'));
  });
});

describe('approval', () => {
  const FILES = { 'V1__a.sql': 'CREATE TABLE a (id int);', 'V2__b.sql': 'CREATE TABLE b (id int);' };
  const digestOf = async (database: Database, files: Files) =>
    (await readStatus(database, { migrations: folder(files), fingerprint: async () => '1-x' })).pendingDigest ?? '';
  const fingerprint = async () => '1-x';

  test('runs exactly what was approved', async () => {
    const database = await fresh();
    const approve = await digestOf(database, FILES);
    const edited = { ...FILES, 'V2__b.sql': 'CREATE TABLE b (id bigint);' };
    expect(await errorOf(run(database, edited, { approve, fingerprint }))).toMatchObject({
      code: 'runner/approval',
      exitCode: 9,
    });
    const other = run(database, FILES, { approve, fingerprint: async () => '1-y' });
    expect((await errorOf(other)).code).toBe('runner/approval');
    const callback = { ...FILES, 'afterMigrate.sql': 'SELECT 1;' };
    expect((await errorOf(run(database, callback, { approve, fingerprint }))).code).toBe('runner/approval');
    expect(await exists(database, 'a')).toBe(false);
    await run(database, FILES, { approve: approve.slice(0, 30), fingerprint });
    expect(await states(database, FILES)).toEqual(['1 applied', '2 applied']);
    const next = { ...FILES, 'V3__c.sql': 'CREATE TABLE c (id int);' };
    expect((await errorOf(run(database, next, { approve, fingerprint }))).code).toBe('runner/approval');
  });

  test('of one database does not stand for another', async () => {
    const [one, two] = [await fresh(), await fresh()];
    const approve = await digestOf(one, FILES);
    expect((await errorOf(run(two, FILES, { approve, fingerprint }))).code).toBe('runner/approval');
  });
});

describe('an older folder', () => {
  test('runs on a newer database, and says so', async () => {
    const database = await fresh();
    const files = { 'V1__a.sql': 'CREATE TABLE a (id int);', 'V2__b.sql': 'CREATE TABLE b (id int);' };
    await run(database, files);
    const { 'V2__b.sql': _, ...older } = files;
    expect(await run(database, older)).toMatchObject({ files: [], future: ['2'] });
    expect(await states(database, older)).toEqual(['1 applied', '2 future']);
  });
});

describe('placeholders with secret values', () => {
  const placeholders = {
    everywhere: true,
    values: new Map([
      ['api_token', 's3cret'],
      ['name', 'made'],
    ]),
  };
  const file = (end: string) => ({
    'V1__t.sql': `-- schema:transaction none\nCREATE TABLE \${name} (a text);\nINSERT INTO \${name} VALUES ('\${api_token}');\n${end}\n`,
    'U1__t.sql': "DROP TABLE ${name};\nSELECT '${api_token}';\n",
  });

  test('a file that stopped part-way goes on; neither its error nor its record has the value', async () => {
    const database = await fresh();
    const shown: string[] = [];
    const report: ApplyOptions['report'] = (event) => void shown.push(JSON.stringify(event));
    const failed = await errorOf(run(database, file("SELECT '${api_token}'::int;"), { placeholders, report }));
    expect(failed.code).toBe('migration/failed-part-way');
    expect(JSON.stringify({ ...failed, message: failed.message, cause: null })).not.toContain('s3cret');
    expect((await run(database, file('SELECT 1;'), { placeholders, report })).files[0]?.statements.join()).toContain(
      '***',
    );
    expect(shown.length).toBeGreaterThan(4);
    expect(shown.join()).not.toContain('s3cret');
    expect(await scalar(database, 'SELECT a FROM made')).toBe('s3cret');
    const recorded =
      "SELECT (SELECT string_agg(h::text, '') FROM schema_migrations.history AS h) || (SELECT string_agg(e::text, '') FROM schema_migrations.events AS e)";
    expect(await scalar(database, recorded)).toContain("VALUES ('${api_token}')");
    expect(await scalar(database, recorded)).not.toContain('s3cret');
    // An edit of what ran is found, with the values put in.
    const undone = await undo(database, { migrations: folder({}), toolVersion, placeholders, allow: ['all'] });
    expect(undone.files).toHaveLength(1);
    expect(await exists(database, 'made')).toBe(false);
    expect(await scalar(database, recorded)).not.toContain('s3cret');
  });

  test('a repeatable file runs again for another value, not for another secret', async () => {
    const database = await fresh();
    const files = { 'R__v.sql': "CREATE OR REPLACE VIEW v AS SELECT '${name}' AS n, '${api_token}' AS t;" };
    const again = async (name: string, token: string) =>
      (
        await run(database, files, {
          placeholders: {
            everywhere: true,
            values: new Map([
              ['name', name],
              ['api_token', token],
            ]),
          },
        })
      ).files.length;
    expect([await again('a', 'x'), await again('a', 'y'), await again('b', 'y')]).toEqual([1, 0, 1]);
  });
});

describe('a line that acknowledges a hazard', () => {
  const hazard = '-- schema:hazard D102 blocking: drops column a.b\n';
  const ack = '-- schema:ack D102 reason="empty since May"\n';
  const files = (acknowledgment: string): Files => ({
    'V1__t.sql': `${hazard}${acknowledgment}\nCREATE TABLE public.acknowledged (id int);\n`,
    'U1__t.sql': `${hazard}${acknowledgment}\nDROP TABLE public.acknowledged;\n`,
    'R__r.sql': `${acknowledgment}SELECT 1;\n`,
  });

  test('may be added, changed and removed after the file ran, and an approval covers it', async () => {
    const database = await fresh();
    const options = { toolVersion, allow: ['all'] };
    await apply(database, { ...options, migrations: folder(files('')) });
    for (const text of [ack, ack.replace('May', 'June'), '']) {
      const migrations = folder(files(text));
      expect((await apply(database, { ...options, migrations })).files).toEqual([]);
      expect((await readStatus(database, { migrations })).entries.map(({ state }) => state)).toEqual([
        'applied',
        'applied',
      ]);
    }
    await undo(database, { toolVersion, migrations: folder(files(ack)) });
    const digest = async (text: string) =>
      (await readStatus(database, { migrations: folder(files(text)) })).pendingDigest;
    expect(await digest('')).not.toBe(await digest(ack));
  });

  test('does not hide a change of what runs, nor what an earlier version recorded', async () => {
    const { checksum, wholeChecksum } = folder(files(ack)).pairs[0]?.up ?? {};
    expect(checksum).toBe(folder(files('')).pairs[0]?.up.checksum);
    expect(wholeChecksum).not.toBe(checksum);
    const database = await fresh();
    await apply(database, { toolVersion, migrations: folder(files(ack)) });
    expect(await scalar(database, "SELECT sql FROM schema_migrations.history WHERE version = '1'")).toContain(ack);
    await database.script(`UPDATE schema_migrations.history SET checksum = '${wholeChecksum}' WHERE version = '1'`);
    expect((await apply(database, { toolVersion, migrations: folder(files(ack)) })).files).toEqual([]);
    const changed = folder({ ...files(ack), 'V1__t.sql': `${hazard}${ack}\nSELECT 2; -- schema:ack D102\n` });
    expect((await errorOf(apply(database, { toolVersion, migrations: changed }))).code).toBe('migration/checksum');
  });
});
