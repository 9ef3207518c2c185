// Completion in the shell itself: bash reads the script and asks the program.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CommandShape, completions } from '#src/workflows/completion.js';
import { CLI, type Folder, folder } from '../support/command-line/program.ts';

let project: Folder;
beforeAll(() => {
  project = folder({
    'schema.config.json': JSON.stringify({
      environments: { staging: { url: 'pglite://a' }, production: { url: 'pglite://b' } },
    }),
    'generated-migrations/V1__a.sql': 'SELECT 1;',
    'generated-migrations/V20__b.sql': 'SELECT 1;',
    'bin/schema': `#!/bin/sh\nexec ${process.execPath} ${CLI} "$@"\n`,
  });
  chmodSync(join(project.path, 'bin/schema'), 0o755);
});
afterAll(() => project.remove());

/** What bash offers for the last word of each line. */
function offered(...lines: readonly (readonly string[])[]): readonly string[] {
  const asked = lines.map((words) => {
    const list = ['schema', ...words].map((word) => `'${word}'`).join(' ');
    return `COMP_WORDS=(${list}); COMP_CWORD=${words.length}; _schema; echo "\${COMPREPLY[*]}"`;
  });
  const script = ['set -e; source <(schema completion bash); complete -p schema >&2', ...asked].join('\n');
  const env = { ...process.env, PATH: `${join(project.path, 'bin')}:${process.env['PATH']}` };
  const done = spawnSync('bash', ['-c', script], { cwd: project.path, env, encoding: 'utf8' });
  expect([done.status, done.stderr]).toEqual([0, expect.stringContaining('-F _schema schema')]);
  return done.stdout.trimEnd().split('\n');
}

test('bash: commands, options, environments, versions, arguments', () => {
  expect(offered(['ver'], ['apply', '--env', ''], ['undo', '--to', ''], ['test', 'vol'])).toEqual([
    'verify',
    'staging production',
    '20 1',
    'volume',
  ]);
});

test('fish and zsh get a script each, and another shell an error', async () => {
  for (const shell of ['zsh', 'fish']) {
    const call = await project.run(`completion ${shell}`);
    expect([call.code, call.stdout]).toEqual([0, expect.stringContaining('schema complete --')]);
  }
  expect((await project.run('completion tcsh')).code).toBe(64);
  const bash = await project.run('completion bash');
  // The script parses.
  execFileSync('bash', ['-n'], { input: bash.stdout });
});

const OPTION = { takesValue: false, choices: [], hidden: false };
const PROGRAM: CommandShape = {
  names: ['schema'],
  options: [{ ...OPTION, flags: ['--env'], takesValue: true }],
  words: [],
  commands: [
    {
      names: ['plan', 'p'],
      words: ['one', 'two'],
      commands: [],
      options: [
        { ...OPTION, flags: ['--against'], takesValue: true, choices: ['database', 'migrations'] },
        { ...OPTION, flags: ['-q', '--quiet'] },
        { ...OPTION, flags: ['--secret'], hidden: true },
        { ...OPTION, flags: ['--out'], takesValue: true },
      ],
    },
  ],
};

test.each([
  [[''], ['plan', 'p']],
  [['--env', 'd'], ['dev']],
  [['--env', 'dev', 'pl'], ['plan']],
  [
    ['p', '--'],
    ['--against', '--out', '--quiet'],
  ],
  [['p', '--against', 'm'], ['migrations']],
  [['p', '--quiet', 't'], ['two']],
  [['p', 'one', ''], []],
  [['p', '--out', ''], []],
  [['nonsense', 'p'], []],
])('%j offers %j', async (words, wanted) => {
  const known = { environments: ['dev', 'production'], versions: async () => [] };
  expect(await completions(words, PROGRAM, known)).toEqual(wanted);
});
