// What users of migration tools complain about, as requirements: those that no other test of the runner shows. The list
// of all is docs/requirements.md.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { checksumOf, normalizeText } from '#src/migrations/file.js';
import { apply } from '#src/runner/apply.js';
import type { RunEvent } from '#src/runner/events.js';
import { readStatus } from '#src/runner/status.js';
import { undo } from '#src/runner/undo.js';
import { errorOf } from '../support/errors/raised.ts';
import { exists, folder, historyRows, scalar } from '../support/runner/session.ts';
import { freshServer, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';
const NONE = '-- schema:transaction none\n';

test('R03: CREATE INDEX CONCURRENTLY ends while three other runners wait for the lock', async () => {
  const target = await use(freshServer);
  const migrations = folder({
    'V1__t.sql': 'CREATE TABLE t AS SELECT i FROM generate_series(1, 1000) AS i; SELECT pg_sleep(0.7);',
    'V2__i.sql': `${NONE}CREATE INDEX CONCURRENTLY t_i ON t (i);`,
    'V3__r.sql': `${NONE}REINDEX INDEX CONCURRENTLY t_i;`,
    'V4__d.sql': `${NONE}DROP INDEX CONCURRENTLY t_i;`,
  });
  const waiting = new Set<number>();
  const sessions = await Promise.all([0, 1, 2, 3].map(() => target.open()));
  const results = await Promise.all(
    sessions.map((session, number) =>
      apply(session, {
        migrations,
        toolVersion,
        lockTimeoutMs: 500,
        report: (event) => void (event.kind === 'waiting for lock' && waiting.add(number)),
      }),
    ),
  );
  expect(results.map(({ files }) => files.length).sort()).toEqual([0, 0, 0, 4]);
  expect(waiting.size).toBe(3);
});

test('R05: exit 0 means that every selected file is applied: the history is counted at the end', async () => {
  const database = await (await use(freshServer)).open();
  const hides = "DELETE FROM schema_migrations.history WHERE version = '1';";
  const migrations = folder({ 'V1__t.sql': 'CREATE TABLE t (id int);', 'V2__x.sql': hides, 'V3__y.sql': 'SELECT 1;' });
  expect(await errorOf(apply(database, { migrations, toolVersion }))).toMatchObject({
    code: 'runner/incomplete',
    exitCode: 6,
    message: 'the history does not show V1__t.sql',
  });
});

test('R05: a file that comes late, between two that are applied, is run or refused, never passed over', async () => {
  const database = await (await use(freshServer)).open();
  const files = { 'V1__a.sql': 'CREATE TABLE a (id int);', 'V3__c.sql': 'CREATE TABLE c (id int);' };
  await apply(database, { migrations: folder(files), toolVersion });
  const migrations = folder({ ...files, 'V2__b.sql': 'CREATE TABLE b (id int);' });
  expect((await errorOf(apply(database, { migrations, toolVersion }))).code).toBe('migration/out-of-order');
  expect((await readStatus(database, { migrations })).pending).toBe(1);
  expect((await apply(database, { migrations, toolVersion, late: 'allow' })).files).toHaveLength(1);
  expect(await exists(database, 'b')).toBe(true);
});

test('R11: checksums of unchanged files stay what an earlier version of the tool wrote', async () => {
  // Written down here, so that no change of the code can change both sides.
  const known: readonly (readonly [string, string])[] = [
    ['SELECT 1;\n', 'b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd'],
    [
      '\uFEFF-- ä\r\nCREATE TABLE t (id int);\r\n\r\n',
      '7025e4601e0492fdedfaf9b7ebc603f0a1b5ccae7a689647c550e92d8b20745f',
    ],
    ['-- comment\nSELECT  1 ;', '198eb05083a44eb49b20324c358b186067a6b82e39a79aa9cf3aee73eee4f171'],
  ];
  for (const [text, digest] of known) expect(checksumOf(normalizeText(text))).toBe(`sha256:${digest}`);
  const database = await (await use(freshServer)).open();
  const first = { 'V0__first.sql': 'SELECT 1;' };
  await apply(database, { migrations: folder(first), toolVersion: '0.0.1' });
  for (const [index, [, digest]] of known.entries()) {
    await database.query(
      `INSERT INTO schema_migrations.history
         (version, name, kind, path, state, checksum, statements_done, statements_total, started_at, tool_version, sql)
       VALUES ($1, 'x', 'versioned', $2, 'applied', $3, 1, 1, now(), '0.0.1', '')`,
      [String(index + 1), `V${index + 1}__x.sql`, `sha256:${digest}`],
    );
  }
  const files = Object.fromEntries(known.map(([text], index) => [`V${index + 1}__x.sql`, text]));
  const migrations = folder({ ...first, ...files });
  expect((await apply(database, { migrations, toolVersion: '9.9.9' })).files).toEqual([]);
  expect((await readStatus(database, { migrations })).entries.map(({ state }) => state)).toEqual(
    Array(4).fill('applied'),
  );
});

test('R13: an error of order says "out of order", both versions, when, and what can be done', async () => {
  const database = await (await use(freshServer)).open();
  const files = { 'V20260102000000__b.sql': 'CREATE TABLE b (id int);' };
  await apply(database, { migrations: folder(files), toolVersion });
  const late = folder({ ...files, 'V20260101000000__a.sql': 'CREATE TABLE a (id int);' });
  const error = await errorOf(apply(database, { migrations: late, toolVersion }));
  expect(error).toMatchObject({ code: 'migration/out-of-order', exitCode: 4 });
  expect(error.message).toBe(
    'out of order: V20260101000000__a.sql (V20260101000000) is older than ' +
      'V20260102000000 (V20260102000000__b.sql), which is applied',
  );
  expect(error.detail).toMatch(/was applied \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
  for (const option of ['schema rebase', '--out-of-order', 'allow-if-independent'])
    expect(error.hint).toContain(option);
});

test('R16: a wait for the lock ends in time, and names pid, address, since when, and the file', async () => {
  const target = await use(freshServer);
  const holder = await target.open();
  const migrations = folder({ 'V7__slow.sql': 'SELECT pg_sleep(3);' });
  const stop = new AbortController();
  const pid = Number(await scalar(holder, 'SELECT pg_backend_pid()'));
  const first = apply(holder, { migrations, toolVersion, signal: stop.signal }).catch(() => undefined);
  await sleep(500);
  const began = performance.now();
  const error = await errorOf(apply(await target.open(), { migrations, toolVersion, lockWaitMs: 600 }));
  const ms = performance.now() - began;
  expect(ms).toBeGreaterThanOrEqual(600);
  expect(ms).toBeLessThan(2500);
  expect(error).toMatchObject({ code: 'runner/locked', exitCode: 7 });
  expect(error.detail).toMatch(
    /^It is held by pid \d+ \(schema apply V7 \(V7__slow\.sql\)\) of postgres from 127\.0\.0\.1, connected since \d{4}-/,
  );
  expect(error.detail).toContain(`pid ${pid} `);
  stop.abort();
  await first;
});

test('R17: bodies with semicolons, dollar tags, placeholders and BEGIN ATOMIC run as they are', async () => {
  const database = await (await use(freshServer)).open();
  const body = [
    '',
    'BEGIN',
    `  -- a; comment; with \${x} and \${schema:user}`,
    `  RETURN 'a;b' || '\${x}' || $inner$;$inner$;`,
    'END;',
    '',
  ].join('\n');
  const sql = [
    `CREATE FUNCTION f() RETURNS text LANGUAGE plpgsql AS $tag$${body}$tag$;`,
    'CREATE FUNCTION g(n int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT CASE WHEN n > 0 THEN 1 ELSE 2 END; END;',
    'CREATE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT 2; END;',
    "CREATE TABLE t AS SELECT E'it\\'s; \\\\ ' AS a, U&'\\0041;' AS b, 'x''; --' AS c /* ; /* ; */ */;",
  ].join('\n');
  await apply(database, { migrations: folder({ 'V1__bodies.sql': sql }), toolVersion });
  expect(await scalar(database, "SELECT prosrc FROM pg_proc WHERE proname = 'f'")).toBe(body);
  expect(await scalar(database, 'SELECT f()')).toBe(`a;b\${x};`);
  expect(await scalar(database, 'SELECT g(0)')).toBe(2);
  expect(await database.query('SELECT * FROM t')).toEqual([{ a: "it's; \\ ", b: 'A;', c: "x'; --" }]);
});

test('R20: an undo that does nothing is an error, or says so; a dry run lists what goes', async () => {
  const database = await (await use(freshServer)).open();
  const files = { 'V1__t.sql': 'CREATE TABLE t (id int);', 'U1__t.sql': 'DROP TABLE t;' };
  const migrations = folder(files);
  expect((await undo(database, { migrations, toolVersion })).files).toEqual([]);
  await apply(database, { migrations, toolVersion });
  const dry = await undo(database, { migrations, toolVersion, dryRun: true });
  expect(dry.files.map(({ statements }) => statements)).toEqual([['DROP TABLE t']]);
  expect(await exists(database, 't')).toBe(true);
  for (const shape of [{ to: '5' }, { plan: 'abc' }, { toTag: 'none' }, { ofDeployment: 'none' }, { only: ['9'] }]) {
    expect((await errorOf(undo(database, { migrations, toolVersion, ...shape }))).code).toBe('usage/invalid');
  }
  // An undo without a statement is no file that could be taken for one.
  expect(() => folder({ ...files, 'U1__t.sql': '-- later\n' })).toThrow('U1__t.sql holds no statement');
  const result = await undo(database, { migrations, toolVersion });
  expect(result.files.map(({ version, statements }) => [version, statements])).toEqual([['1', ['DROP TABLE t']]]);
  expect(await exists(database, 't')).toBe(false);
  expect(await historyRows(database)).toMatchObject([{ state: 'undone' }]);
});

test('R23: no setting and no role of one migration reaches the next one, or the history', async () => {
  const target = await use(freshServer);
  const database = await target.open();
  const id = String(await scalar(database, "SELECT replace(current_database(), 'test_', '')"));
  await database.script(`CREATE ROLE other_${id}; GRANT CREATE ON SCHEMA public TO other_${id}`);
  const settings = {
    search_path: "''",
    default_transaction_read_only: 'on',
    default_transaction_isolation: "'serializable'",
    standard_conforming_strings: 'off',
    DateStyle: "'German'",
    TimeZone: "'Asia/Tokyo'",
    row_security: 'on',
    statement_timeout: '50',
    lock_timeout: '1',
    synchronous_commit: 'off',
    session_replication_role: 'replica',
  };
  const sets = Object.entries(settings).map(([name, value]) => `SET ${name} = ${value};`);
  const seen = `CREATE TABLE seen AS SELECT name, setting FROM pg_settings WHERE name ~ '${Object.keys(settings).join('|')}';`;
  const migrations = folder({
    'V1__sets.sql': `${sets.join('\n')}\nSET ROLE other_${id};`,
    'V2__seen.sql': `${seen}\nSELECT pg_sleep(0.1);\nCREATE TABLE text AS SELECT 'a\\b' AS v, current_user AS who;`,
    'V3__again.sql': `${NONE}${sets.filter((set) => !/read_only|statement_timeout/.test(set)).join('\n')}\nSELECT 1;`,
    'V4__last.sql': "CREATE TABLE last AS SELECT 'c\\d' AS v;",
  });
  const events: RunEvent[] = [];
  await apply(database, { migrations, toolVersion, report: (event) => events.push(event) });
  const kept = await database.query(
    "SELECT name FROM seen WHERE (name, setting) IN (('search_path', '\"\"')," +
      "('default_transaction_read_only', 'on'), ('default_transaction_isolation', 'serializable'), ('TimeZone', 'Asia/Tokyo')," +
      "('standard_conforming_strings', 'off'), ('synchronous_commit', 'off'), ('session_replication_role', 'replica')," +
      "('row_security', 'on'), ('statement_timeout', '50'), ('lock_timeout', '1'), ('DateStyle', 'German, DMY'))",
  );
  expect(kept).toEqual([]);
  expect(await database.query('SELECT v, who::text FROM text')).toEqual([{ v: 'a\\b', who: 'postgres' }]);
  expect(await scalar(database, 'SELECT v FROM last')).toBe('c\\d');
  expect((await historyRows(database)).map((row) => row['state'])).toEqual(Array(4).fill('applied'));
});

test('R30: a file that moved, or has another name, does not run again', async () => {
  const database = await (await use(freshServer)).open();
  const text = 'CREATE TABLE t (id int);';
  await apply(database, { migrations: folder({ 'V001.0__first_name.sql': text }), toolVersion });
  for (const path of ['ddl/V1__first_name.sql', 'deep/er/V1__another_name.sql', 'V1.0.sql']) {
    const migrations = folder({ [path]: text });
    expect((await apply(database, { migrations, toolVersion })).files).toEqual([]);
    expect((await readStatus(database, { migrations })).entries).toMatchObject([
      { version: '1', state: 'applied', path },
    ]);
  }
});
