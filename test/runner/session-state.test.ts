// What a session keeps besides its settings: nothing of one file reaches the next.
import { describe, expect, test } from 'vitest';
import { apply } from '#src/runner/apply.js';
import { undo } from '#src/runner/undo.js';
import { errorOf } from '../support/errors/raised.ts';
import { folder, scalar } from '../support/runner/session.ts';
import { TARGETS, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';

describe.each(TARGETS)('on $name', ({ fresh }) => {
  test('a temporary table does not hide a table of the next file, nor take its name', async () => {
    const database = await (await use(fresh)).open();
    const migrations = folder({
      'V1__a.sql': 'CREATE TABLE public.rates (n int); CREATE TEMP TABLE rates (n int); CREATE TEMP TABLE ids (n int);',
      'V2__b.sql': 'INSERT INTO rates VALUES (7); CREATE TEMP TABLE ids (n int) ON COMMIT DROP;',
      'V3__c.sql': '-- schema:transaction none\nCREATE TEMP TABLE rates (n int);\nINSERT INTO rates VALUES (8);',
      'V4__d.sql': '-- schema:transaction none\nINSERT INTO rates VALUES (9);',
      'R__e.sql': 'INSERT INTO rates VALUES (10);',
    });
    await apply(database, { migrations, toolVersion });
    expect(await scalar(database, "SELECT string_agg(n::text, ' ' ORDER BY n) FROM public.rates")).toBe('7 9 10');
  });

  test.each([
    ['a prepared statement', 'PREPARE q AS SELECT 1', 'EXECUTE q', 'V1__a.sql makes the prepared statement q'],
    ['a cursor', 'DECLARE c CURSOR WITH HOLD FOR SELECT 1', 'FETCH c', 'V1__a.sql makes the cursor c'],
    ['a temporary table', 'CREATE TEMP TABLE t AS SELECT 1', 'TABLE t', 'V1__a.sql makes the temporary relation t'],
    ['a table of SELECT INTO', 'SELECT 1 INTO TEMP t', 'TABLE t', 'V1__a.sql makes the temporary relation t'],
    ['a temporary view', 'CREATE TEMP VIEW v AS SELECT 1', 'TABLE v', 'V1__a.sql makes the temporary relation v'],
  ])('%s is gone, and the error of a file that relies on it says so', async (_, makes, uses, hint) => {
    const database = await (await use(fresh)).open();
    const migrations = folder({ 'V1__a.sql': makes, 'V2__b.sql': uses });
    const error = await errorOf(apply(database, { migrations, toolVersion }));
    expect([error.code, error.location?.file, error.hint]).toEqual([
      'migration/failed',
      'V2__b.sql',
      expect.stringContaining(hint),
    ]);
    // In a run of its own the file has the same error.
    expect((await errorOf(apply(database, { migrations, toolVersion }))).hint).toContain(hint);
  });

  test('LISTEN, values of sequences, roles, settings and advisory locks end with their file; the run keeps its lock', async () => {
    const database = await (await use(fresh)).open();
    const locks = `SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()`;
    const migrations = folder({
      'V1__a.sql': `CREATE TABLE public.seen (what text, n bigint);
        CREATE SEQUENCE public.s; SELECT nextval('public.s'); LISTEN news; SET session_replication_role = replica;
        INSERT INTO public.seen SELECT 'locks', (${locks});
        SELECT pg_advisory_lock(1), pg_advisory_lock(1), pg_advisory_lock_shared(-5), pg_advisory_lock(-1, 2),
               pg_advisory_lock_shared(3, -4);`,
      'V2__b.sql': `INSERT INTO public.seen SELECT 'locks', (${locks});
        INSERT INTO public.seen SELECT 'replica', count(*) FROM pg_settings
          WHERE name = 'session_replication_role' AND setting <> 'origin';
        SELECT pg_advisory_lock(7);`,
      // UNLISTEN takes effect with the commit of its transaction.
      'V3__c.sql': `-- schema:transaction none
        INSERT INTO public.seen SELECT 'channels', count(*) FROM pg_listening_channels();
        INSERT INTO public.seen SELECT 'locks', (${locks});`,
      'V4__d.sql': "SELECT currval('public.s')",
      'U2__b.sql': 'CREATE TEMP TABLE t (n int)',
      'U3__c.sql': 'CREATE TEMP TABLE t (n int)',
    });
    const error = await errorOf(apply(database, { migrations, toolVersion }));
    expect(error.message).toContain('currval of sequence "s" is not yet defined in this session');
    const rows = await database.query('SELECT what, n::int FROM public.seen ORDER BY what, n');
    const [first, second, third] = rows.filter(({ what }) => what === 'locks').map(({ n }) => n);
    expect([second, third]).toEqual([first, first]);
    expect(rows.filter(({ what }) => what !== 'locks').map(({ n }) => n)).toEqual([0, 0]);
    await undo(database, { migrations, toolVersion, count: 2 });
  });
});
