// The library with wrong arguments: an error with a code and the nearest name, before anything happens.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as library from '#src/index.js';

let folder = '';
let project: library.Project;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schema-library-'));
  await library.init({ directory: join(folder, 'shop') });
  project = await library.open({ directory: join(folder, 'shop'), variables: {} });
});

afterAll(async () => {
  await library.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As a caller in JavaScript would: without types. */
const untyped = library as unknown as Readonly<Record<string, (...words: unknown[]) => Promise<unknown>>>;

const raised = async (call: () => Promise<unknown> | undefined): Promise<library.SchemaError> => {
  try {
    await call();
  } catch (error) {
    if (error instanceof library.SchemaError) return error;
    throw error;
  }
  throw new Error('nothing was raised');
};

describe('a wrong argument is usage/invalid', () => {
  test.each([
    ['open', [{ schemadir: 'x' }], 'open(): unknown key "schemadir"', 'Did you mean schemaDir?'],
    ['open', [{ roles: 'manag' }], 'open(): roles must be reference or manage', 'Did you mean manage?'],
    ['init', [{ withCi: 'gitlub' }], 'init(): withCi must be github or gitlab', 'Did you mean'],
  ])('%s(%j)', async (verb, words, message, hint) => {
    const error = await raised(() => untyped[verb]?.(...words));
    expect(error).toMatchObject({ code: 'usage/invalid', message });
    expect(error.hint).toContain(hint);
  });

  test.each([
    ['plan', [{ against: 'databse' }], 'plan(): against must be database or migrations'],
    ['plan', [{ dry: true }], 'plan(): unknown key "dry"'],
    ['apply', [{ dryRun: 'yes' }], 'apply(): dryRun must be true or false'],
    ['undo', [{ count: -1 }], 'undo(): count must not be negative'],
    ['diff', [{ before: 'migrations' }], 'diff(): after must be a text'],
    ['diff', [{ before: 'nonsense', after: 'migrations' }], '"nonsense" names no state of a schema'],
    ['tag', [7], 'tag(): name must be a text'],
    ['clean', [undefined], 'clean(): confirmed must be a text'],
    ['fleetApply', [{}], 'fleetApply(): source must be an object'],
  ])('%s(project, %j)', async (verb, words, message) => {
    const error = await raised(() => untyped[verb]?.(project, ...words));
    expect(error).toMatchObject({ code: 'usage/invalid', message });
  });

  test.each(['plan', 'apply', 'status', 'validate', 'doctor'])('%s() without a project', async (verb) => {
    expect(await raised(() => untyped[verb]?.({}))).toMatchObject({
      code: 'usage/invalid',
      message: `the first argument of ${verb}() is no project`,
    });
  });
});

test('a folder that is no project is said to be none', async () => {
  const error = await raised(() => library.open({ directory: folder, variables: {} }));
  expect(error).toMatchObject({ code: 'usage/invalid', message: `${folder} is no project` });
});

test('a folder with a config file and nothing else is a project, whose relative paths belong to it', () => {
  expect(project).toMatchObject({
    schemaDir: join(folder, 'shop', 'schema'),
    migrationsDir: join(folder, 'shop', 'generated-migrations'),
    url: `pglite://${join(folder, 'shop', '.schema', 'db')}`,
  });
});
