import { expect, test } from 'vitest';
import { readMigrations } from '#src/migrations/folder.js';
import { formatPair } from '#src/migrations/format.js';
import { apply } from '#src/runner/apply.js';
import { undo } from '#src/runner/undo.js';
import { errorOf } from '../support/errors/raised.ts';
import { downPlan, upPlan } from '../support/plans/sample-plan.ts';
import { exists, historyRows, scalar } from '../support/runner/session.ts';
import { freshServer, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';

const { files } = formatPair({
  name: 'users_reachable_by_phone',
  existing: [],
  now: new Date('2025-01-02T03:04:05Z'),
  up: upPlan,
  down: downPlan,
  reversibility: { kind: 'lossless' },
});

/** The fingerprints of the sample plan, told apart by one column. */
const fingerprintOf = (database: Parameters<typeof scalar>[0]) => async () =>
  (await scalar(
    database,
    "SELECT count(*)::int FROM information_schema.columns WHERE table_name = 'users' AND column_name = 'phone'",
  )) === 1
    ? upPlan.after
    : upPlan.before;

test('a generated pair of three files and modes is applied and undone', async () => {
  const database = await (await use(freshServer)).open();
  await database.script(
    'CREATE SCHEMA app; CREATE TABLE app.users (id int, age int, fax text); INSERT INTO app.users VALUES (1, 30)',
  );
  const migrations = readMigrations(files);
  const options = { migrations, toolVersion, allow: ['all'], fingerprint: fingerprintOf(database) };
  expect(await apply(database, options)).toMatchObject({
    fingerprint: upPlan.after,
    expectedFingerprint: upPlan.after,
  });
  expect(await exists(database, 'app.users_phone_idx')).toBe(true);
  expect(await errorOf(apply(database, { ...options, to: '20250102030406' }))).toMatchObject({
    hint: 'Use V20250102030407.',
  });
  expect(await undo(database, options)).toMatchObject({
    fingerprint: upPlan.before,
    expectedFingerprint: upPlan.before,
    files: [{ version: '20250102030407' }, { version: '20250102030406' }, { version: '20250102030405' }],
  });
  expect(await scalar(database, 'SELECT age FROM app.users')).toBe(30);
  expect(await historyRows(database)).toMatchObject([{ state: 'undone' }, { state: 'undone' }, { state: 'undone' }]);
  await apply(database, options);
});

test('a file outside a transaction that stopped part-way is not stale when it goes on', async () => {
  const database = await (await use(freshServer)).open();
  const text = [
    '-- schema:plan ab 1/1',
    '-- schema:before 0',
    '-- schema:transaction none',
    'CREATE TABLE public.t (id int);',
    'SELECT id FROM public.u;',
  ].join('\n');
  const migrations = readMigrations([{ path: 'V1__t.sql', text }]);
  const fingerprint = async () =>
    String(await scalar(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
  expect((await errorOf(apply(database, { migrations, toolVersion, fingerprint }))).code).toBe(
    'migration/failed-part-way',
  );
  await database.script('CREATE TABLE public.u (id int)');
  expect(await apply(database, { migrations, toolVersion, fingerprint })).toMatchObject({ fingerprint: '2' });
});
