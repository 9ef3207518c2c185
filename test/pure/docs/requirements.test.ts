// docs/requirements.md and the tests that it names: neither may say more than the other.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { ERRORS } from '#src/errors.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PAGE = readFileSync(join(ROOT, 'docs/requirements.md'), 'utf8');
const NUMBERS = Array.from({ length: 32 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`);

interface Named {
  readonly path: string;
  readonly title: string;
}

const [requirements = '', badInput = ''] = PAGE.split('## Bad input');

const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('|---'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** The tests that a cell names: a link to the file, then titles in quotation marks. */
const namedIn = (cell: string): readonly Named[] =>
  cell.split(/(?=\[)/).flatMap((part) => {
    const path = /\]\(\.\.\/(test\/[^)]+)\)/.exec(part)?.[1];
    return path === undefined ? [] : [...part.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ path, title }));
  });

/** Titles of tests, and first cells of their tables, as they stand in a source. */
function titlesOf(path: string): readonly string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const calls = text.matchAll(/^\s*test(?:\.each\([\s\S]*?\))?\(\s*(['"`])(.*?)\1,/gm);
  const cases = text.matchAll(/^\s*\[\s*'([^']+)',/gm);
  return [...[...calls].map(([, , title = '']) => title), ...[...cases].map(([, title = '']) => title)];
}

const testFiles = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.test.ts'))
  .map((path) => `test/${path.replaceAll('\\', '/')}`);

test('every requirement has a row, and a test with its number', () => {
  const rows = rowsOf(requirements);
  expect(rows.map(([number]) => number)).toEqual(NUMBERS);
  for (const [number = '', , tests = '', server = ''] of rows) {
    expect([number, server]).toEqual([number, expect.stringMatching(/\b1[58]\b/)]);
    const numbered = namedIn(tests).filter(({ path, title }) =>
      titlesOf(path).some((full) => full.startsWith(`${number}: `) && full.includes(title)),
    );
    expect([number, numbered.length]).toEqual([number, expect.toSatisfy((count: number) => count > 0)]);
  }
});

test('every test that is named is there', () => {
  for (const row of [...rowsOf(requirements), ...rowsOf(badInput)]) {
    const cell = row.find((one) => one.includes('](../test/')) ?? '';
    if (cell === '') expect(row[2]).toBe('not built');
    for (const { path, title } of namedIn(cell)) {
      expect([path, existsSync(join(ROOT, path))]).toEqual([path, true]);
      const found = titlesOf(path).filter((full) => full.includes(title));
      expect([title, found.length]).toEqual([title, expect.toSatisfy((count: number) => count > 0)]);
    }
  }
});

test('every test with a number stands on the page', () => {
  const named = new Map(rowsOf(requirements).map(([number = '', , tests = '']) => [number, namedIn(tests)]));
  for (const path of testFiles) {
    for (const full of titlesOf(path)) {
      const number = /^(R\d\d): /.exec(full)?.[1];
      if (number === undefined) continue;
      const listed = (named.get(number) ?? []).some((one) => one.path === path && full.includes(one.title));
      expect([path, full, listed]).toEqual([path, full, true]);
    }
  }
});

test('bad input ends with codes that there are, and every file of the issue is listed', () => {
  const rows = rowsOf(badInput);
  const codes = new Set<string>(Object.values(ERRORS).map(String));
  for (const [input, code = ''] of rows) expect([input, code === '0' || codes.has(code)]).toEqual([input, true]);
  const inputs = rows.map(([input]) => input).join('\n');
  const kinds =
    'CRLF, byte order mark, empty file, without permission, two files of one version, in the future, edited, deleted, ' +
    'renamed, stale by one object, without membership, standby, pooler, psql, FROM STDIN, COMMIT, 50 MB';
  for (const kind of kinds.split(', ')) expect(inputs).toContain(kind);
});
