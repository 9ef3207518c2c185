import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { apply } from '#src/runner/apply.js';
import type { RunEvent } from '#src/runner/events.js';
import { readStatus } from '#src/runner/status.js';
import { undo } from '#src/runner/undo.js';
import { errorOf } from '../support/errors/raised.ts';
import { exists, folder, historyRows, scalar } from '../support/runner/session.ts';
import { TARGETS, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';

const plan = (part: number, of = 2, more = '') => `-- schema:plan abc123 ${part}/${of}\n${more}`;

const TWO_FILES = {
  'ddl/V1__users.sql': `${plan(1)}\nCREATE TABLE public.users (id int PRIMARY KEY);\n`,
  'ddl/U1__users.sql': `${plan(1)}\nDROP TABLE public.users;\n`,
  'routines/V2__users.sql': `${plan(2)}\nCREATE FUNCTION public.one() RETURNS int LANGUAGE sql RETURN 1;\n`,
  'routines/U2__users.sql': `${plan(2)}\nDROP FUNCTION public.one();\n`,
};

const states = async (...parameters: Parameters<typeof readStatus>) =>
  (await readStatus(...parameters)).entries.map((entry) => `${entry.version} ${entry.state}`);

describe.each(TARGETS)('on $name', ({ fresh }) => {
  test('pending migrations are applied, undone, and applied again', async () => {
    const target = await use(fresh);
    const database = await target.open();
    const migrations = folder({
      ...TWO_FILES,
      'dml/V3__rows.sql': 'INSERT INTO users VALUES (1), (2);\n',
      'dml/U3__rows.sql': 'DELETE FROM users;\n',
    });

    expect(await states(database, { migrations })).toEqual(['1 pending', '2 pending', '3 pending']);
    expect(await exists(database, 'schema_migrations.history')).toBe(false);

    const events: RunEvent[] = [];
    const result = await apply(database, { migrations, toolVersion, report: (event) => events.push(event) });
    expect(result.files.map((file) => file.path)).toEqual([
      'ddl/V1__users.sql',
      'routines/V2__users.sql',
      'dml/V3__rows.sql',
    ]);
    expect(events.filter((event) => event.kind === 'committed').map((event) => event.versions)).toEqual([
      ['1', '2'],
      ['3'],
    ]);
    expect(await states(database, { migrations })).toEqual(['1 applied', '2 applied', '3 applied']);
    expect(await scalar(database, 'SELECT count(*)::int FROM users')).toBe(2);
    expect(await apply(database, { migrations, toolVersion })).toMatchObject({ files: [] });

    await undo(database, { migrations, toolVersion });
    expect(await scalar(database, 'SELECT count(*)::int FROM users')).toBe(0);
    await undo(database, { migrations, toolVersion, count: 1 });
    expect(await exists(database, 'public.users')).toBe(false);
    expect(await states(database, { migrations })).toEqual(['1 undone', '2 undone', '3 undone']);

    await apply(database, { migrations, toolVersion, count: 1 });
    expect(await states(database, { migrations })).toEqual(['1 applied', '2 applied', '3 undone']);
    const logged = await database.query(
      "SELECT event, version FROM schema_migrations.events WHERE event !~ 'deployment' ORDER BY id",
    );
    expect(logged.map((row) => `${row['event']} ${row['version']}`)).toEqual([
      'applied 1',
      'applied 2',
      'applied 3',
      'undone 3',
      'undone 2',
      'undone 1',
      'applied 1',
      'applied 2',
    ]);
  });

  test('a dry run says what would run and writes nothing', async () => {
    const target = await use(fresh);
    const database = await target.open();
    const result = await apply(database, { migrations: folder(TWO_FILES), toolVersion, dryRun: true });
    expect(result.files.map((file) => file.statements)).toEqual([
      ['CREATE TABLE public.users (id int PRIMARY KEY)'],
      ['CREATE FUNCTION public.one() RETURNS int LANGUAGE sql RETURN 1'],
    ]);
    expect(await exists(database, 'schema_migrations.history')).toBe(false);
  });

  test('R06: a failure in the middle of a plan leaves nothing of it, says where, and is gone once corrected', async () => {
    const target = await use(fresh);
    const database = await target.open();
    const broken = `${plan(2)}\nSELECT 1;\n\nCREATE VIEW public.v AS\n  SELECT 'ö', nme FROM public.users;\n`;
    const migrations = folder({ ...TWO_FILES, 'routines/V2__users.sql': broken, 'dml/V3__never.sql': 'SELECT 3' });
    const error = await errorOf(apply(database, { migrations, toolVersion }));
    expect(error).toMatchObject({
      code: 'migration/failed',
      exitCode: 5,
      message: 'routines/V2__users.sql failed at statement 2 of 2: column "nme" does not exist',
      sqlstate: '42703',
      location: { file: 'routines/V2__users.sql', line: 6, column: 15, text: "  SELECT 'ö', nme FROM public.users;" },
    });
    expect(error.hint).toContain('The database is as it was before.');
    expect(await exists(database, 'public.users')).toBe(false);
    expect(await historyRows(database)).toEqual([]);
    expect(await scalar(database, 'SELECT event FROM schema_migrations.events ORDER BY id DESC')).toBe('apply failed');

    await apply(database, { migrations: folder(TWO_FILES), toolVersion });
    expect(await historyRows(database)).toHaveLength(2);
  });

  test('a constraint that fails at commit leaves nothing', async () => {
    const database = await (await use(fresh)).open();
    const sql = 'CREATE TABLE t (id int UNIQUE DEFERRABLE INITIALLY DEFERRED); INSERT INTO t VALUES (1), (1);';
    const error = await errorOf(apply(database, { migrations: folder({ 'V1__t.sql': sql }), toolVersion }));
    expect(error).toMatchObject({ code: 'migration/failed', sqlstate: '23505' });
    expect(error.message).toMatch(/failed at commit/);
    expect(await exists(database, 'public.t')).toBe(false);
  });

  test('nothing runs when a later file could not run as it says', async () => {
    const database = await (await use(fresh)).open();
    const first = { 'V1__t.sql': 'CREATE TABLE t (id int);' };
    const refused: readonly (readonly [string, string])[] = [
      ['COMMIT;', 'transaction control in a file that runs in a transaction'],
      ['VACUUM t;', 'a statement that PostgreSQL refuses inside a transaction block'],
      ['-- schema:transaction none\nBEGIN; SELECT 1;', 'this transaction is never committed'],
      ['-- schema:transaction none\nBEGIN; SELECT 1; COMMIT AND CHAIN;', 'COMMIT AND CHAIN in a migration'],
      ['-- schema:transaction none\nROLLBACK;', 'ROLLBACK in a migration'],
      ['COPY t FROM STDIN;', 'COPY from or to the client cannot run in a migration'],
      ['COPY (SELECT 1) TO STDOUT;', 'COPY from or to the client cannot run in a migration'],
      ['SELEC 1;', 'V2__x.sql does not parse: syntax error at or near "SELEC"'],
      ['\\i other.sql\n', 'V2__x.sql does not parse: syntax error at or near "\\"'],
    ];
    for (const [sql, message] of refused) {
      const error = await errorOf(apply(database, { migrations: folder({ ...first, 'V2__x.sql': sql }), toolVersion }));
      expect(error).toMatchObject({ code: 'migration/invalid-file', message });
      expect(error.location?.file).toBe('V2__x.sql');
    }
    expect(await exists(database, 'public.t')).toBe(false);
    expect(await exists(database, 'schema_migrations.history')).toBe(false);
  });

  test('R26: an applied file that was edited or is gone stops everything; a file that comes late too', async () => {
    const database = await (await use(fresh)).open();
    const files = { 'V2__a.sql': 'CREATE TABLE a (id int);', 'V4__b.sql': 'CREATE TABLE b (id int);' };
    await apply(database, { migrations: folder(files), toolVersion });

    const edited = folder({ ...files, 'V2__a.sql': 'CREATE TABLE a (id bigint);' });
    expect(await errorOf(apply(database, { migrations: edited, toolVersion }))).toMatchObject({
      code: 'migration/checksum',
      message: 'V2__a.sql was changed after it was applied',
    });
    expect(await states(database, { migrations: edited })).toEqual(['2 changed', '4 applied']);

    const gone = folder({ 'V4__b.sql': files['V4__b.sql'] });
    expect(await errorOf(apply(database, { migrations: gone, toolVersion }))).toMatchObject({
      code: 'migration/missing',
      message: 'V2 (V2__a.sql) was applied and its file is gone',
    });
    expect(await states(database, { migrations: gone })).toEqual(['2 missing', '4 applied']);

    const late = folder({ ...files, 'V3__c.sql': 'CREATE TABLE c (id int);', 'V5__d.sql': 'SELECT 1;' });
    expect(await states(database, { migrations: late, to: '4' })).toEqual([
      '2 applied',
      '3 out of order',
      '4 applied',
      '5 above target',
    ]);
    expect(await errorOf(apply(database, { migrations: late, toolVersion }))).toMatchObject({
      code: 'migration/out-of-order',
    });
    await apply(database, { migrations: late, toolVersion, late: 'allow' });
    expect(await exists(database, 'c')).toBe(true);
  });

  test('R10: a checkout with other line ends is no change', async () => {
    const database = await (await use(fresh)).open();
    await apply(database, { migrations: folder({ 'V1__a.sql': 'SELECT 1;\nSELECT 2;\n' }), toolVersion });
    const windows = folder({ 'V1__a.sql': '\uFEFFSELECT 1;\r\nSELECT 2;\r\n' });
    expect(await apply(database, { migrations: windows, toolVersion })).toMatchObject({ files: [] });
  });

  test('a hazard is refused until it is allowed or acknowledged', async () => {
    const database = await (await use(fresh)).open();
    const hazard = '-- schema:hazard D102 blocking: drops column users.fax\n';
    const files = { 'V1__a.sql': 'CREATE TABLE a (id int);', 'V2__b.sql': `${hazard}SELECT 1;` };
    const now = new Date('2025-06-01');
    const error = await errorOf(apply(database, { migrations: folder(files), toolVersion, now }));
    expect(error).toMatchObject({
      code: 'plan/hazard',
      exitCode: 9,
      detail: 'D102 in V2__b.sql: drops column users.fax',
    });
    expect(error.hint).toContain('--allow D102');
    expect(await exists(database, 'a')).toBe(false);
    const expired = { ...files, 'V2__b.sql': `-- schema:ack D102 reason="empty" until=2025-05-31\n${hazard}SELECT 1;` };
    expect(await errorOf(apply(database, { migrations: folder(expired), toolVersion, now }))).toMatchObject({
      code: 'plan/hazard',
    });
    const dry = await apply(database, { migrations: folder(files), toolVersion, now, dryRun: true, allow: ['A'] });
    expect(dry.files.map((file) => file.refused)).toEqual([[], ['D102 drops column users.fax']]);
    const until = { ...files, 'V2__b.sql': `-- schema:ack D102 reason="empty" until=2025-06-01\n${hazard}SELECT 1;` };
    await apply(database, { migrations: folder(until), toolVersion, now });
    await undo(database, { migrations: folder(until), toolVersion, to: '0' }).catch(() => {});
    const third = { ...until, 'V3__c.sql': `${hazard}SELECT 1;`, 'V4__d.sql': `${hazard}SELECT 1;` };
    await apply(database, { migrations: folder(third), toolVersion, count: 1, allow: ['d'] });
    await apply(database, { migrations: folder(third), toolVersion, allow: ['all'] });
  });

  test('a plan made for another state of the database is stale', async () => {
    const database = await (await use(fresh)).open();
    const migrations = folder({
      'V1__a.sql':
        '-- schema:plan aa 1/1\n-- schema:before empty\n-- schema:after one\nCREATE TABLE public.a (id int);',
      'V2__b.sql': '-- schema:plan bb 1/1\n-- schema:before one\n-- schema:after two\nCREATE TABLE public.b (id int);',
    });
    const names = ['empty', 'one', 'two'];
    const fingerprint = async () =>
      names[Number(await scalar(database, "SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public'"))] ??
      'many';
    await database.script('CREATE TABLE public.stray ()');
    const error = await errorOf(apply(database, { migrations, toolVersion, fingerprint }));
    expect(error).toMatchObject({ code: 'plan/stale', exitCode: 9 });
    await database.script('DROP TABLE public.stray');
    const result = await apply(database, { migrations, toolVersion, fingerprint });
    expect(result).toMatchObject({ fingerprint: 'two', expectedFingerprint: 'two' });
    expect((await readStatus(database, { migrations })).recordedFingerprint).toBe('two');
  });

  test('a plan of another branch runs after one of this branch, however long the catalog takes to read', async () => {
    const database = await (await use(fresh)).open();
    const file = (id: string, before: string, after: string) =>
      `-- schema:plan ${id} 1/1\n-- schema:before ${before}\n-- schema:after ${after}\nCREATE TABLE public.${id} ();`;
    const migrations = folder({
      'V1__a.sql': file('aa', '0', '1'),
      'V2__b.sql': file('bb', '1', '2'),
      // Planned where only V1 was.
      'V3__c.sql': file('cc', '1', '2'),
    });
    const tables = "SELECT count(*)::text FROM pg_tables WHERE schemaname = 'public'";
    const fingerprint = async () => {
      await sleep(30);
      return String(await scalar(database, tables));
    };
    expect((await apply(database, { migrations, toolVersion, fingerprint })).files).toHaveLength(3);
    expect((await readStatus(database, { migrations })).recordedFingerprint).toBe('3');
  });

  test('files are cut off at a version or a count, but never within a plan', async () => {
    const database = await (await use(fresh)).open();
    const migrations = folder({ ...TWO_FILES, 'V3__c.sql': 'SELECT 1;', 'V4__d.sql': 'SELECT 1;' });
    expect(await errorOf(apply(database, { migrations, toolVersion, to: 'V1' }))).toMatchObject({
      code: 'usage/invalid',
      hint: 'Use V2.',
    });
    expect(await errorOf(apply(database, { migrations, toolVersion, to: '9' }))).toMatchObject({
      code: 'usage/invalid',
    });
    expect((await apply(database, { migrations, toolVersion, to: 'V2' })).files).toHaveLength(2);
    expect((await apply(database, { migrations, toolVersion, count: 1 })).files).toHaveLength(1);
    const status = await readStatus(database, { migrations });
    expect(status.pending).toBe(1);
    expect(status.pendingDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  test('R23: what one file sets does not reach the next, nor the caller', async () => {
    const database = await (await use(fresh)).open();
    await database.script("SET statement_timeout = '17s'");
    const migrations = folder({
      'V1__a.sql': "SET search_path = pg_catalog; SET lock_timeout = '1ms'; SET check_function_bodies = off;",
      'V2__b.sql':
        "CREATE TABLE t AS SELECT current_setting('search_path') AS path, current_setting('lock_timeout') AS wait;",
      'V3__c.sql':
        "-- schema:plan cc 1/1\nCREATE TABLE public.g AS SELECT current_setting('search_path') AS path, " +
        "current_setting('TimeZone') AS zone, current_setting('statement_timeout') AS t;",
    });
    await apply(database, { migrations, toolVersion });
    expect(await database.query('SELECT * FROM public.t')).toEqual([{ path: '"$user", public', wait: '3s' }]);
    expect(await database.query('SELECT * FROM public.g')).toEqual([{ path: '', zone: 'UTC', t: '0' }]);
    expect(await scalar(database, 'SHOW statement_timeout')).toBe('17s');
    expect(await scalar(database, 'SHOW lock_timeout')).toBe('0');
  });
});
