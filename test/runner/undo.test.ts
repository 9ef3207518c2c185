import { describe, expect, test } from 'vitest';
import { apply } from '#src/runner/apply.js';
import { readStatus } from '#src/runner/status.js';
import { undo } from '#src/runner/undo.js';
import { errorOf } from '../support/errors/raised.ts';
import { exists, folder, historyRows, scalar } from '../support/runner/session.ts';
import { freshServer, TARGETS, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';

const FILES = {
  'ddl/V1__a.sql': 'CREATE TABLE a (id int);',
  'ddl/U1__a.sql': 'DROP TABLE a;',
  'ddl/V2__b.sql': 'CREATE TABLE b (id int);',
  'ddl/U2__b.sql': '-- schema:hazard D101 blocking: drops table b with its rows\nDROP TABLE b;',
};

const without = (files: Readonly<Record<string, string>>, ...paths: string[]) =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));

describe.each(TARGETS)('undoing on $name', ({ fresh }) => {
  test('refuses hazards until they are allowed', async () => {
    const database = await (await use(fresh)).open();
    const migrations = folder(FILES);
    await apply(database, { migrations, toolVersion });
    expect(await errorOf(undo(database, { migrations, toolVersion }))).toMatchObject({
      code: 'plan/hazard',
      detail: 'D101 in ddl/U2__b.sql: drops table b with its rows',
    });
    expect(await undo(database, { migrations, toolVersion, dryRun: true })).toMatchObject({
      files: [{ path: 'ddl/U2__b.sql', statements: ['DROP TABLE b'], refused: ['D101 drops table b with its rows'] }],
    });
    expect(await exists(database, 'b')).toBe(true);
    await undo(database, { migrations, toolVersion, to: 'V1', allow: ['all'] });
    expect(await exists(database, 'b')).toBe(false);
    expect(await exists(database, 'a')).toBe(true);
    expect(await undo(database, { migrations, toolVersion, to: '0' })).toMatchObject({ files: [{ version: '1' }] });
    expect(await undo(database, { migrations, toolVersion })).toMatchObject({ files: [] });
  });

  test('takes the text of the history where the file is gone, and the file where it is there', async () => {
    const database = await (await use(fresh)).open();
    await apply(database, { migrations: folder(FILES), toolVersion });
    await undo(database, {
      migrations: folder(without(FILES, 'ddl/V2__b.sql', 'ddl/U2__b.sql')),
      toolVersion,
      allow: ['D'],
    });
    expect(await exists(database, 'b')).toBe(false);
    const other = folder({ ...FILES, 'ddl/U1__a.sql': 'ALTER TABLE a RENAME TO was_a;' });
    await undo(database, { migrations: other, toolVersion });
    expect(await exists(database, 'was_a')).toBe(true);
  });

  test('stops where the migration was edited, has no undo, or says that it has none', async () => {
    const database = await (await use(fresh)).open();
    const files = without(FILES, 'ddl/U1__a.sql');
    await apply(database, {
      migrations: folder({ ...files, 'ddl/U2__b.sql': '-- schema:irreversible the rows are gone\n' }),
      toolVersion,
    });
    const gone = folder({ ...files, 'ddl/U2__b.sql': '-- schema:irreversible the rows are gone\n' });
    expect(await errorOf(undo(database, { migrations: gone, toolVersion }))).toMatchObject({
      code: 'runner/irreversible',
      exitCode: 9,
      detail: 'the rows are gone',
    });
    const edited = folder({ ...files, 'ddl/V2__b.sql': 'CREATE TABLE b (id bigint);' });
    expect(await errorOf(undo(database, { migrations: edited, toolVersion }))).toMatchObject({
      code: 'migration/checksum',
    });
    const error = await errorOf(undo(database, { migrations: folder(files), toolVersion, to: '0', allow: ['all'] }));
    expect(error).toMatchObject({ code: 'migration/missing', message: 'V1 (ddl/V1__a.sql) has no undo' });
    expect(await exists(database, 'b')).toBe(true);
    expect((await readStatus(database, { migrations: folder(files) })).entries.map((entry) => entry.undoable)).toEqual([
      false,
      true,
    ]);
  });

  test('of a named plan is that plan, if it is the newest', async () => {
    const database = await (await use(fresh)).open();
    const files = {
      ...FILES,
      'V3__c.sql': '-- schema:plan c0ffee 1/1\nCREATE TABLE public.c ();',
      'U3__c.sql': '-- schema:plan c0ffee 1/1\nDROP TABLE public.c;',
    };
    const migrations = folder(files);
    await apply(database, { migrations, toolVersion });
    expect(await errorOf(undo(database, { migrations, toolVersion, plan: '2' }))).toMatchObject({
      code: 'migration/out-of-order',
    });
    expect(await errorOf(undo(database, { migrations, toolVersion, plan: 'beef' }))).toMatchObject({
      code: 'usage/invalid',
    });
    await undo(database, { migrations, toolVersion, plan: 'c0ffee' });
    expect(await exists(database, 'public.c')).toBe(false);
  });
});

describe('undoing in several transactions', () => {
  const head = (part: number, more = '') => `-- schema:plan ab ${part}/2\n${more}`;
  const none = '-- schema:transaction none\n';
  const files = {
    'V1__t.sql': `${head(1, '-- schema:transaction file\n')}CREATE TABLE public.t (id int);`,
    'U1__t.sql': `${head(1, '-- schema:transaction file\n')}DROP TABLE public.t;`,
    'V2__t.sql': [
      `${head(2, none)}CREATE INDEX CONCURRENTLY t_id ON public.t (id);`,
      'CREATE INDEX CONCURRENTLY t_id2 ON public.t (id);',
    ].join('\n'),
    'U2__t.sql': `${head(2, none)}DROP INDEX CONCURRENTLY public.t_id2;\nDROP INDEX CONCURRENTLY public.t_id;`,
  };
  const migrations = folder(files);

  test('that stops part-way must be finished, and can be', async () => {
    const database = await (await use(freshServer)).open();
    await apply(database, { migrations, toolVersion });
    await database.script('CREATE VIEW public.v AS SELECT * FROM public.t');
    const error = await errorOf(undo(database, { migrations, toolVersion }));
    expect(error).toMatchObject({ code: 'migration/failed-part-way', sqlstate: '2BP01' });
    expect(error.hint).toContain('run `schema undo`: it goes on where it stopped.');
    expect(await historyRows(database)).toMatchObject([
      { state: 'undoing', done: 0, total: 1 },
      { state: 'undoing', done: 2, total: 2 },
    ]);
    const status = await readStatus(database, { migrations });
    expect(status.entries.map(({ state, undoing }) => [state, undoing])).toEqual([
      ['failed', true],
      ['failed', true],
    ]);
    expect(await errorOf(apply(database, { migrations, toolVersion }))).toMatchObject({
      code: 'migration/failed-part-way',
      hint: 'Finish it with `schema undo`: it goes on where it stopped.',
    });
    await database.script('DROP VIEW public.v');
    await undo(database, { migrations, toolVersion });
    expect(await historyRows(database)).toMatchObject([{ state: 'undone' }, { state: 'undone' }]);
    await apply(database, { migrations, toolVersion });
    expect(await exists(database, 'public.t_id2')).toBe(true);
    await undo(database, { migrations, toolVersion });
    expect(await exists(database, 'public.t')).toBe(false);
  });

  test('that fails before anything is undone binds nobody', async () => {
    const database = await (await use(freshServer)).open();
    const first = {
      ...files,
      'U2__t.sql': `${head(2, none)}INSERT INTO public.gone VALUES (1);\nDROP INDEX CONCURRENTLY public.t_id;`,
    };
    await apply(database, { migrations: folder(first), toolVersion });
    const error = await errorOf(undo(database, { migrations: folder(first), toolVersion }));
    expect(error).toMatchObject({ code: 'migration/failed', sqlstate: '42P01' });
    expect(await historyRows(database)).toMatchObject([
      { state: 'applied', done: 1 },
      { state: 'applied', done: 2 },
    ]);
    expect(
      await scalar(database, 'SELECT count(*)::int FROM schema_migrations.events WHERE event = $$undo failed$$'),
    ).toBe(1);
  });
});
