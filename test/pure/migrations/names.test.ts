import { describe, expect, test } from 'vitest';
import {
  compareVersions,
  migrationName,
  nextVersions,
  parseFileName,
  parseVersion,
  timestampVersion,
} from '#src/migrations/names.js';

describe('file names', () => {
  test.each([
    ['V20250102030405__add_phone.sql', 'versioned', '20250102030405', 'add_phone'],
    ['U20250102030405__add_phone.sql', 'undo', '20250102030405', 'add_phone'],
    ['V1_2__x.sql', 'versioned', '1.2', 'x'],
    ['V1.2.0__x__y.SQL', 'versioned', '1.2', 'x__y'],
    ['V002.sql', 'versioned', '2', ''],
    ['R__views.sql', 'repeatable', '', 'views'],
  ])('%s', (base, kind, version, name) => {
    expect(parseFileName(base)).toEqual({ kind, version, name });
  });

  test.each(['v1__x.sql', 'V__x.sql', 'V1-x.sql', 'notes.sql', 'V1__x.txt', 'u1__x.sql'])('%s is none', (base) => {
    expect(parseFileName(base)).toBeNull();
  });

  test('versions compare by number, part by part', () => {
    const versions = ['1.10', '1.9', '2', '1', '20250102030405', '1.9.1'];
    expect(versions.sort(compareVersions)).toEqual(['1', '1.9', '1.9.1', '1.10', '2', '20250102030405']);
    expect(compareVersions('1.0', '001')).toBe(0);
    expect(parseVersion('V1_20')).toBe('1.20');
    expect(parseVersion('latest')).toBeNull();
  });
});

describe('names of migrations', () => {
  test.each(['add_phone', 'a', '2nd_try'])('%s is valid', (name) => expect(migrationName(name)).toBe(name));

  test.each([
    ['Add Phone', 'Use add_phone.'],
    ['addPhone', 'Use add_phone.'],
    ['a\nb', 'Use a_b.'],
    ['../../etc/passwd', 'Use etc_passwd.'],
    ['', 'Use a name like add_phone_to_users.'],
    ['__', 'Use a name like add_phone_to_users.'],
  ])('%j is refused with a better one', (name, hint) => {
    expect(() => migrationName(name)).toThrow(expect.objectContaining({ code: 'migration/invalid-name', hint }));
  });

  test('a name that fits no file system is refused', () => {
    expect(() => migrationName('a'.repeat(121))).toThrow(expect.objectContaining({ code: 'migration/invalid-name' }));
  });
});

describe('next versions', () => {
  const now = new Date('2025-12-31T23:59:58Z');

  test('begin now and go up by seconds', () => {
    expect(nextVersions([], now, 3)).toEqual(['20251231235958', '20251231235959', '20260101000000']);
  });

  test('are later than what is there, whatever the clock says', () => {
    expect(nextVersions(['20260301000000', '1'], now, 2)).toEqual(['20260301000001', '20260301000002']);
    expect(nextVersions(['20251231235958.5'], now, 1)).toEqual(['20251231235959']);
    expect(nextVersions(['99999999999999'], now, 1)).toEqual(['100000000000000']);
  });

  test('are in UTC', () => {
    expect(timestampVersion(new Date('2025-01-02T03:04:05+02:00'))).toBe('20250102010405');
  });
});
