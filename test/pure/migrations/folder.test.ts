import { describe, expect, test } from 'vitest';
import { readMigration } from '#src/migrations/file.js';
import { readMigrations } from '#src/migrations/folder.js';
import { renderSum, verifySum } from '#src/migrations/sum.js';
import { thrownBy } from '../../support/errors/raised.ts';

const file = (path: string, text = 'SELECT 1;\n') => ({ path, text });

describe('a file', () => {
  test('has the same checksum in every checkout', () => {
    const unix = readMigration(file('ddl/V1__x.sql', 'SELECT 1;\nSELECT 2;\n'));
    const windows = readMigration(file('ddl/V1__x.sql', '\uFEFFSELECT 1;\r\nSELECT 2;\r\n'));
    const trimmed = readMigration(file('ddl/V1__x.sql', 'SELECT 1;\nSELECT 2;'));
    expect(windows.checksum).toBe(unix.checksum);
    expect(trimmed.checksum).toBe(unix.checksum);
    expect(windows.text).toBe(unix.text);
    expect(unix.checksum).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(readMigration(file('ddl/V1__x.sql', 'SELECT  1;\nSELECT 2;\n')).checksum).not.toBe(unix.checksum);
  });

  test('says by directives what the runner must know', () => {
    const text = [
      '-- Made by hand.',
      '-- schema:plan 3f9a1c2b7d04 1/2',
      '-- schema:before 8c1f',
      '',
      '-- schema:transaction none',
      '-- schema:hazard D102 blocking: drops column app.users.fax',
      '--   Remedy: keep it.',
      '-- schema:hazard A210: does not run in a transaction',
      '-- schema:ack d102 reason="it is empty" until=2026-01-31',
      'SELECT 1;',
      '-- schema:nonsense is no directive here: the head has ended',
    ].join('\n');
    expect(readMigration(file('V1__x.sql', text)).directives).toEqual({
      plan: { id: '3f9a1c2b7d04', part: 1, parts: 2 },
      before: '8c1f',
      transaction: 'none',
      hazards: [
        { code: 'D102', blocking: true, message: 'drops column app.users.fax' },
        { code: 'A210', blocking: false, message: 'does not run in a transaction' },
      ],
      labels: [],
      requires: [],
      requiresRepeatables: [],
      checks: [],
      acknowledgements: [{ code: 'D102', reason: 'it is empty', until: '2026-01-31' }],
    });
  });

  test('with an unknown directive is an error with a suggestion', () => {
    const error = thrownBy(() => readMigration(file('V1__x.sql', '-- schema:transction none\nSELECT 1;')));
    expect(error.message).toBe('unknown directive schema:transction');
    expect(error.hint).toBe('Did you mean schema:transaction?');
    expect(error.location).toMatchObject({ file: 'V1__x.sql', line: 1, column: 4 });
  });

  test.each([
    '-- schema:transaction maybe',
    '-- schema:plan x 3/2',
    '-- schema:constructor 1',
    '-- schema:ack D1; reason',
  ])('%s is refused', (line) => {
    const error = thrownBy(() => readMigration(file('V1__x.sql', `${line}\nSELECT 1;`)));
    expect(error.code).toBe('migration/invalid-file');
  });
});

describe('a folder', () => {
  test('is one line of versions over all folders, with undos', () => {
    const set = readMigrations([
      file('dml/V1_10__rows.sql'),
      file('ddl/V1.9__table.sql'),
      file('ddl/U1.9__table.sql'),
      file('ddl/schema.sum', 'not SQL'),
    ]);
    expect(set.pairs.map(({ up, undo }) => [up.version, up.folder, undo?.path])).toEqual([
      ['1.9', 'ddl', 'ddl/U1.9__table.sql'],
      ['1.10', 'dml', undefined],
    ]);
    expect(set.units.map((unit) => unit.id)).toEqual(['V1.9', 'V1.10']);
  });

  test.each([
    [
      'two files of one version',
      [file('ddl/V1__a.sql'), file('dml/V1.0__b.sql')],
      'migration/invalid-file',
      /two files have version 1/,
    ],
    ['a name that is none', [file('ddl/notes.sql')], 'migration/invalid-file', /not named like a migration/],
    [
      'an undo without its migration',
      [file('ddl/U1__a.sql')],
      'migration/invalid-file',
      /undoes a migration that does not exist/,
    ],
    ['an empty file', [file('ddl/V1__a.sql', '\n')], 'migration/invalid-file', /holds no statement/],
    [
      'a file of comments',
      [file('ddl/V1__a.sql', '-- soon\n/* really */\n')],
      'migration/invalid-file',
      /holds no statement/,
    ],
    ['two repeatables of one name', [file('a/R__v.sql'), file('b/R__v.sql')], 'migration/invalid-file', /are called v/],
    ['a .conf without its file', [file('V1__a.sql.conf', '')], 'migration/invalid-file', /belongs to a file/],
    ["one of Flyway's callbacks that never runs", [file('beforeInfo.sql')], 'migration/invalid-file', /beforeInfo/],
    ['a repeatable one with a version', [file('R1__a.sql')], 'migration/invalid-file', /not named/],
    [
      'a plan without its second file',
      [file('V1__a.sql', '-- schema:plan ab 1/2\nSELECT 1;')],
      'migration/missing',
      /plan ab has 2 files/,
    ],
  ])('with %s is refused', (_, files, code, message) => {
    const error = thrownBy(() => readMigrations(files));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(error.hint).toBeTruthy();
  });

  test('reports all its problems at once', () => {
    const error = thrownBy(() => readMigrations([file('a.sql'), file('b.sql'), file('U1__c.sql')]));
    expect(error.others).toHaveLength(2);
  });
});

describe('schema.sum', () => {
  const files = [file('ddl/V1__a.sql'), file('ddl/U1__a.sql', 'SELECT 0;'), file('dml/V2__b.sql')];
  const sum = renderSum(readMigrations(files));

  test('agrees with the folder it was made from', () => {
    expect(sum.split('\n')).toHaveLength(5);
    expect(verifySum(sum, readMigrations(files))).toMatchObject({ problems: [], unlisted: [] });
    expect(verifySum(sum.replaceAll('\n', '\r\n'), readMigrations(files)).problems).toEqual([]);
  });

  test('tells which file changed, which is gone, which is new', () => {
    const now = [file('ddl/V1__a.sql', 'SELECT 2;'), file('ddl/U1__a.sql', 'SELECT 0;'), file('ddl/V3__c.sql')];
    const check = verifySum(sum, readMigrations(now));
    expect(check.problems.map((problem) => [problem.code, problem.message])).toEqual([
      ['migration/checksum', 'ddl/V1__a.sql was changed since schema.sum was written'],
      ['migration/missing', 'dml/V2__b.sql is listed in schema.sum and does not exist'],
    ]);
    expect(check.unlisted).toEqual(['ddl/V3__c.sql']);
  });

  test('notices that it was edited itself', () => {
    const lines = sum.split('\n');
    const without = [...lines.slice(0, 2), ...lines.slice(3)].join('\n');
    expect(verifySum(without, readMigrations(files)).problems.map((problem) => problem.message)).toEqual([
      'schema.sum was edited or merged by hand at line 3',
    ]);
  });
});
