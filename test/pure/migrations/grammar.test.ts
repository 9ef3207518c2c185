import { describe, expect, test } from 'vitest';
import { durationText, parseDuration } from '#src/migrations/duration.js';
import { historyKey, readMigration } from '#src/migrations/file.js';
import { filesOf, readMigrations } from '#src/migrations/folder.js';
import { parseSelection } from '#src/migrations/labels.js';
import { withPlaceholders } from '#src/migrations/placeholders.js';
import { renderSum, verifySum } from '#src/migrations/sum.js';
import { thrownBy } from '../../support/errors/raised.ts';

const file = (path: string, text = 'SELECT 1;') => ({ path, text });

describe('the folder', () => {
  const files = [
    file('ddl/V1_2__a.sql'),
    file('dml/deep/V1.10__b.sql'),
    file('V002.sql'),
    file('ddl/B1__start.sql'),
    file('routines/R__views.sql'),
    file('routines/R__reports of today.sql'),
    file('afterMigrate__grants.sql'),
    file('afterMigrate.sql'),
    file('ddl/V1_2__a.sql.conf', 'executeInTransaction=false\n# a comment\nlock-timeout = 2s\n'),
  ];

  test('has one line of versions over all folders, repeatables by name, baselines and callbacks', () => {
    const set = readMigrations(files);
    expect(set.pairs.map(({ up }) => up.version)).toEqual(['1.2', '1.10', '2']);
    expect(set.repeatables.map(({ name }) => name)).toEqual(['reports of today', 'views']);
    expect(set.baselines.map(historyKey)).toEqual(['B1']);
    expect(set.callbacks.map(({ event, name }) => [event, name])).toEqual([
      ['afterMigrate', ''],
      ['afterMigrate', 'grants'],
    ]);
    expect(filesOf(set)).toHaveLength(8);
  });

  test('reads a .conf as directives, and lists it in the sum', () => {
    const set = readMigrations(files);
    expect(set.pairs[0]?.up.directives).toMatchObject({ transaction: 'none', lockTimeoutMs: 2000 });
    const sum = renderSum(set);
    const changed = readMigrations([...files.slice(0, -1), file('ddl/V1_2__a.sql.conf', 'lock-timeout = 9s')]);
    expect(verifySum(sum, changed).problems.map(({ message }) => message)).toEqual([
      'ddl/V1_2__a.sql.conf was changed since schema.sum was written',
    ]);
  });

  test.each([
    ['shouldExecute=${x}', /shouldExecute=\$\{x\} is not supported/],
    ['encoding=ISO-8859-1', /encoding=ISO-8859-1 is not supported/],
    ['nonsense', /key=value/],
    ['lock-time=2s', /unknown directive schema:lock-time/],
  ])('refuses the line %s of a .conf', (line, message) => {
    expect(thrownBy(() => readMigration(file('V1__a.sql'), file('V1__a.sql.conf', line))).message).toMatch(message);
  });
});

describe('directives', () => {
  test('of timeouts, roles, labels, requirements and checks', () => {
    const text = [
      '-- schema:lock-timeout 500ms',
      '-- schema:statement-timeout 15min',
      '-- schema:retry 20',
      '-- schema:role app_owner',
      '-- schema:labels expand, tenant',
      '-- schema:requires V1_0, 2',
      '-- schema:check on-fail=skip SELECT count(*) = 0 FROM app.users;',
      '-- schema:check SELECT true',
      '-- schema:placeholders on',
      'SELECT 1;',
    ].join('\n');
    expect(readMigration(file('V3__x.sql', text)).directives).toMatchObject({
      lockTimeoutMs: 500,
      statementTimeoutMs: 900_000,
      attempts: 20,
      role: 'app_owner',
      labels: ['expand', 'tenant'],
      requires: ['1', '2'],
      checks: [
        { sql: 'SELECT count(*) = 0 FROM app.users', onFail: 'skip' },
        { sql: 'SELECT true', onFail: 'halt' },
      ],
      placeholders: true,
    });
  });

  test.each([
    'lock-timeout 5',
    'retry 0',
    'labels not',
    'requires x',
    'check on-fail=wait SELECT 1',
    'placeholders maybe',
  ])('that are wrong are refused: %s', (line) => {
    const error = thrownBy(() => readMigration(file('V1__x.sql', `-- schema:${line}\nSELECT 1;`)));
    expect(error.location).toMatchObject({ file: 'V1__x.sql', line: 1 });
    expect(error.detail).toMatch(/^expected/);
  });
});

describe('placeholders', () => {
  const placeholders = {
    values: new Map([
      ['owner', 'app'],
      ['schema:user', 'me'],
    ]),
    everywhere: false,
  };

  test('are left alone unless they are turned on', () => {
    const text = "SELECT '${owner}';\n";
    expect(withPlaceholders(readMigration(file('V1__a.sql', text)), placeholders).text).toBe(text);
    expect(withPlaceholders(readMigration(file('V1__a.sql', text)), { ...placeholders, everywhere: true }).text).toBe(
      "SELECT 'app';\n",
    );
  });

  test('keep the checksum of a versioned file, and change that of a repeatable one with their values', () => {
    const text = "-- schema:placeholders on\nSELECT '${owner}', '${flyway:user}', '${schema:filename}';\n";
    const versioned = readMigration(file('ddl/V1__a.sql', text));
    expect(withPlaceholders(versioned, placeholders)).toMatchObject({ checksum: versioned.checksum });
    expect(withPlaceholders(versioned, placeholders).text).toContain("SELECT 'app', 'me', 'ddl/V1__a.sql';");
    const repeatable = readMigration(file('R__a.sql', text));
    const other = { ...placeholders, values: new Map([...placeholders.values, ['owner', 'other']]) };
    expect(withPlaceholders(repeatable, placeholders).checksum).not.toBe(withPlaceholders(repeatable, other).checksum);
  });

  test('without a value are an error at their place', () => {
    const text = '-- schema:placeholders on\nSELECT ${ownr};';
    const error = thrownBy(() => withPlaceholders(readMigration(file('V1__a.sql', text)), placeholders));
    expect(error.location).toMatchObject({ line: 2, column: 8 });
    expect(error.hint).toMatch(/Did you mean owner/);
  });
});

describe('labels', () => {
  test.each<[string | null, readonly string[], boolean]>([
    [null, [], true],
    [null, ['a'], false],
    ['a', ['a', 'b'], true],
    ['a and not b', ['a', 'b'], false],
    ['a,c', ['c'], true],
    ['!(a or b) & c', ['c'], true],
    ['all', ['x'], true],
    ['a', [], true],
  ])('%s on %j: %s', (expression, labels, selected) => {
    expect(parseSelection(expression)(labels)).toBe(selected);
  });

  test('that are not understood are refused', () => {
    expect(thrownBy(() => parseSelection('a and')).code).toBe('usage/invalid');
    expect(thrownBy(() => parseSelection('(a')).code).toBe('usage/invalid');
  });
});

test('durations are read and written with their units', () => {
  expect(['0', '500ms', '3s', '15min', '2h', '1.5s', '5', 'x'].map(parseDuration)).toEqual([
    0,
    500,
    3000,
    900_000,
    7_200_000,
    1500,
    null,
    null,
  ]);
  expect([0, 500, 90_000, 120_000, 3_600_000].map(durationText)).toEqual(['0', '500ms', '90s', '2min', '1h']);
});
