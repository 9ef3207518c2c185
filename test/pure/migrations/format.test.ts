import { describe, expect, test } from 'vitest';
import { readMigrations } from '#src/migrations/folder.js';
import { formatPair } from '#src/migrations/format.js';
import { splitMigration } from '#src/migrations/segments.js';
import type { Plan } from '#src/plan/plan.js';
import { loadParser } from '#src/sql/parser.js';
import { batch, downPlan, plan, step, upPlan } from '../../support/plans/sample-plan.ts';

await loadParser();

const pairOf = (up: Plan, down: Plan, name = 'change') =>
  formatPair({
    name,
    existing: [],
    now: new Date('2025-01-02T03:04:05Z'),
    up,
    down,
    reversibility: { kind: 'lossless' },
  });

/** Path, transaction mode and statements of each file. */
const shapeOf = (up: Plan, down: Plan) =>
  readMigrations(pairOf(up, down).files).pairs.flatMap(({ up: v, undo: u }) =>
    [v, u].flatMap((migration) => (migration === undefined ? [] : [shape(migration)])),
  );

function shape(migration: Parameters<typeof splitMigration>[0]) {
  const groups = splitMigration(migration).segments.map((segment) => segment.statements.map(({ sql }) => sql));
  return [
    `${migration.kind === 'undo' ? 'U' : 'V'}${migration.version.slice(-2)}`,
    migration.directives.transaction,
    groups,
  ] as const;
}

describe('a formatted pair', () => {
  test('reads like this', async () => {
    const { files } = formatPair({
      name: 'users_reachable_by_phone',
      existing: ['20250102030405'],
      now: new Date('2025-01-02T03:04:05Z'),
      up: upPlan,
      down: downPlan,
      reversibility: { kind: 'loses data', what: ['values of app.users.fax', 'fractions of app.users.age'] },
    });
    const text = files.map((file) => `==== ${file.path}\n${file.text}`).join('\n');
    await expect(text).toMatchFileSnapshot('./formatted-pair.txt');
  });

  test('is the same for the same input', () => {
    expect(pairOf(upPlan, downPlan)).toEqual(pairOf(structuredClone(upPlan), structuredClone(downPlan)));
  });

  test('has another plan id when the same change is planned again', () => {
    const again = formatPair({
      name: 'change',
      existing: [],
      now: new Date('2025-01-02T03:04:06Z'),
      up: upPlan,
      down: downPlan,
      reversibility: { kind: 'lossless' },
    });
    expect(again.planId).not.toBe(pairOf(upPlan, downPlan).planId);
  });

  test('of nothing has no files', () => {
    expect(pairOf(plan([]), plan([])).files).toEqual([]);
  });

  test('says why it is irreversible, to people and to the runner', () => {
    const { files } = formatPair({
      name: 'x',
      existing: [],
      now: new Date(0),
      up: plan([batch([step('SELECT 1')])]),
      down: plan([]),
      reversibility: { kind: 'irreversible', why: ['the rows of app.logs are gone', 'and so are\nits partitions'] },
    });
    const [pair] = readMigrations(files).pairs;
    expect(pair?.undo?.directives.irreversible).toBe('the rows of app.logs are gone and so are its partitions');
  });
});

describe('the files of a plan', () => {
  test('are one where it has one folder, and share one transaction where they can', () => {
    const up = plan([batch([step('SELECT 1')]), batch([step('SELECT 2')], 'routines')]);
    const down = plan([batch([step('SELECT -2')], 'routines'), batch([step('SELECT -1')])]);
    expect(shapeOf(up, down)).toEqual([
      ['V05', 'plan', [['SELECT 1']]],
      ['U05', 'plan', [['SELECT -1']]],
      ['V06', 'plan', [['SELECT 2']]],
      ['U06', 'plan', [['SELECT -2']]],
    ]);
  });

  test('commit one by one where a batch needs the commit of another', () => {
    const enumUp = plan([
      { ...batch([step("ALTER TYPE app.e ADD VALUE 'x'")]), commitAfter: true },
      batch([step('SELECT 1')], 'routines'),
    ]);
    expect(shapeOf(enumUp, plan([])).map(([, mode]) => mode)).toEqual(['file', 'plan', 'file', 'plan']);
    const twice = plan([batch([step('SELECT 1')]), batch([step('SELECT 2')])]);
    expect(shapeOf(twice, plan([]))[0]).toEqual(['V05', 'file', [['SELECT 1']]]);
  });

  test('are one where they would go back and forth between the folders', () => {
    const turns = (sign: string, last: number) =>
      plan(
        Array.from({ length: last }, (_, n) => batch([step(`SELECT ${sign}${n}`)], n % 2 === 0 ? 'ddl' : 'routines')),
      );
    expect(pairOf(turns('', 6), turns('-', 6)).files.map(({ path }) => path)).toEqual([
      'ddl/V20250102030405__change.sql',
      'ddl/U20250102030405__change.sql',
    ]);
    expect(shapeOf(turns('', 4), turns('-', 4))).toEqual([
      ['V05', 'plan', [['SELECT 0', 'SELECT 1', 'SELECT 2', 'SELECT 3']]],
      ['U05', 'plan', [['SELECT -0', 'SELECT -1', 'SELECT -2', 'SELECT -3']]],
    ]);
    expect(pairOf(turns('', 3), turns('-', 3)).versions).toHaveLength(3);
  });

  test('outside a transaction share a file', () => {
    const up = plan([
      batch([step('DROP INDEX CONCURRENTLY app.a')], 'ddl', false),
      batch([step('DROP INDEX CONCURRENTLY app.b')], 'ddl', false),
    ]);
    expect(shapeOf(up, plan([]))[0]).toEqual([
      'V05',
      'none',
      [['DROP INDEX CONCURRENTLY app.a'], ['DROP INDEX CONCURRENTLY app.b']],
    ]);
  });
});

describe('the undo files of a plan', () => {
  const three = plan([
    batch([step('SELECT 1')]),
    batch([step('SELECT 2')], 'dml'),
    batch([step('SELECT 3')], 'routines'),
  ]);

  test('of a shorter down plan hold it by folder, and the others say so', () => {
    const files = pairOf(three, plan([batch([step('SELECT -1')])])).files;
    const pairs = readMigrations(files).pairs;
    expect(pairs.map(({ undo }) => undo?.directives.undoneWith)).toEqual([
      undefined,
      '20250102030405',
      '20250102030405',
    ]);
    expect(shapeOf(three, plan([batch([step('SELECT -1')])]))[1]).toEqual(['U05', 'plan', [['SELECT -1']]]);
  });

  test('keep the order of the down plan where the folders do not match', () => {
    const down = plan([batch([step('SELECT -3')]), batch([step('SELECT -2')], 'routines')]);
    const undos = shapeOf(three, down).filter(([name]) => String(name).startsWith('U'));
    expect(undos.reverse().flatMap(([, , groups]) => groups)).toEqual([['SELECT -3'], ['SELECT -2']]);
  });

  test('of a longer down plan take the rest in the last one, in one transaction if it may be', () => {
    const up = plan([batch([step('SELECT 1')])]);
    const down = plan([batch([step('SELECT -2')], 'routines'), batch([step('SELECT -1')])]);
    expect(shapeOf(up, down)[1]).toEqual(['U05', 'plan', [['SELECT -2', 'SELECT -1']]]);
  });

  test('otherwise with the transactions written out', () => {
    const up = plan([batch([step('SELECT 1')])]);
    const down = plan([
      batch([step('DROP INDEX CONCURRENTLY app.a')], 'ddl', false),
      batch([step('SELECT -3')], 'routines'),
      batch([step('SELECT -2')]),
      batch([step('SELECT -1')]),
    ]);
    expect(shapeOf(up, down)[1]).toEqual([
      'U05',
      'none',
      [['DROP INDEX CONCURRENTLY app.a'], ['SELECT -3', 'SELECT -2'], ['SELECT -1']],
    ]);
  });
});

describe('names that people choose', () => {
  const evil = 'x\n-- schema:transaction none\r\nDROP TABLE app.users; --\u2028DROP SCHEMA app';

  test('never leave their comment', () => {
    const hazard = { code: 'D102', message: `drops ${evil}`, remedy: evil, blocking: true };
    const up: Plan = {
      ...plan([
        batch([
          step('SELECT 1 -- done', {
            why: evil,
            origin: { file: evil, line: 1, column: 1 },
            hazards: [hazard],
            locks: [{ mode: 'ACCESS EXCLUSIVE', on: evil }],
            work: 'scan',
          }),
        ]),
      ]),
      notices: [evil, 'schema:transaction none'],
      unmanaged: [evil, 'schema:irreversible x'],
    };
    const { files } = formatPair({
      name: 'x',
      existing: [],
      now: new Date(0),
      up,
      down: plan([]),
      reversibility: { kind: 'loses data', what: [evil, 'schema:irreversible x'] },
    });
    const [pair] = readMigrations(files).pairs;
    expect(pair?.up.directives).toMatchObject({ transaction: 'plan', hazards: [{ code: 'D102', blocking: true }] });
    expect(pair?.up.directives.irreversible).toBeUndefined();
    const statements = files.flatMap((file) =>
      file.text.split('\n').filter((line) => line !== '' && !line.startsWith('--')),
    );
    expect(statements).toEqual(['SELECT 1 -- done', ';']);
  });
});
