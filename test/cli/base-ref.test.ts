// `schema validate --base-ref`: what may be merged, as git has it.
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Folder, folder } from '../support/command-line/program.ts';

const V1 = 'generated-migrations/ddl/V1__one.sql';
let project: Folder;

const git = (...words: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', ...words], {
    cwd: project.path,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

beforeAll(() => {
  project = folder({
    [V1]: 'SELECT 1;\n',
    'generated-migrations/V2__two.sql': "SELECT 'zwei \u00fc';\n",
    'generated-migrations/R__views.sql': 'SELECT 3;\n',
  });
  git('init', '--quiet', '--initial-branch=main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'base');
});
afterAll(() => project.remove());

const validate = () => project.run('validate --base-ref main');

test('new files after those of the base, and changed repeatables, are good', async () => {
  expect((await validate()).code).toBe(0);
  project.write({
    'generated-migrations/V3__three.sql': 'SELECT 3;\n',
    'generated-migrations/R__views.sql': 'SELECT 4;\n',
  });
  expect((await validate()).code).toBe(0);
});

test('a file before those of the base', async () => {
  project.write({ 'generated-migrations/V1.5__late.sql': 'SELECT 1;\n' });
  const late = await validate();
  rmSync(join(project.path, 'generated-migrations/V1.5__late.sql'));
  expect([late.code, late.stderr]).toEqual([4, expect.stringContaining('V1.5__late.sql is not later than V2')]);
});

test('a file that is changed, or gone, and the command that brings it back', async () => {
  project.write({ [V1]: 'SELECT 2;\n' });
  const changed = await validate();
  expect([changed.code, changed.stderr]).toEqual([4, expect.stringContaining(`git checkout main -- ${V1}`)]);
  rmSync(join(project.path, V1));
  const gone = await validate();
  expect([gone.code, gone.stderr]).toEqual([4, expect.stringContaining(`Restore it: git checkout main -- ${V1}`)]);
  git('checkout', 'main', '--', V1);
  expect((await validate()).code).toBe(0);
});

test('a folder and a file behind links, as on disk', async () => {
  project.write({ 'shared/V0.1__shared.sql': 'SELECT 5;\n', 'one.sql': 'SELECT 6;\n' });
  symlinkSync('../shared', join(project.path, 'generated-migrations/shared'));
  symlinkSync('../../one.sql', join(project.path, 'generated-migrations/ddl/V0.2__one.sql'));
  git('add', '--all');
  git('commit', '--quiet', '--message', 'links');
  expect((await validate()).code).toBe(0);
  project.write({ 'shared/V0.1__shared.sql': 'SELECT 7;\n' });
  const changed = await validate();
  expect([changed.code, changed.stderr]).toEqual([
    4,
    expect.stringContaining('shared/V0.1__shared.sql is not as it is'),
  ]);
  git('checkout', 'main', '--', 'shared');
});

test('a ref that git does not know', async () => {
  expect((await project.run('validate --base-ref nowhere')).code).toBe(64);
});
