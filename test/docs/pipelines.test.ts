// Every step of the pipelines that people copy runs: in a clone with an origin, on a real server, with npm as it is.
import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Step } from '../support/documents/blocks.ts';
import { isRun, withDatabases } from '../support/documents/databases.ts';
import { openShell, type Shell, type Variables } from '../support/documents/shell.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const template = (name: string): unknown => parse(readFileSync(join(root, 'docs/ci', name), 'utf8'));

/** A job: its name, its variables, and what it runs, each in a shell of its own. */
interface Job {
  readonly name: string;
  readonly variables: Variables;
  readonly scripts: readonly string[];
}

const entries = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];
const field = (value: unknown, key: string): unknown => entries(value).find(([name]) => name === key)?.[1];
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function githubJobs(): Job[] {
  return entries(field(template('github-migrations.yml'), 'jobs')).map(([name, job]) => ({
    name,
    variables: Object.fromEntries(entries(field(job, 'env')).map(([key, value]) => [key, String(value)])),
    scripts: list(field(job, 'steps')).flatMap((step) => {
      const script = field(step, 'run');
      return script === undefined ? [] : [String(script)];
    }),
  }));
}

function gitlabJobs(): Job[] {
  const file = template('gitlab-ci.yml');
  const before = list(field(field(file, 'default'), 'before_script'));
  return entries(file)
    .filter(([, job]) => field(job, 'script') !== undefined)
    .map(([name, job]) => ({
      name,
      variables: Object.fromEntries(entries(field(job, 'variables')).map(([key, value]) => [key, String(value)])),
      // GitLab runs all lines of a job in one shell.
      scripts: [[...before, ...list(field(job, 'script'))].join('\n')],
    }));
}

const bash = (script: string): Step => ({
  line: 0,
  text: `bash -e -o pipefail <<'SCRIPT'\n${script}\nSCRIPT`,
  code: 0,
});
const command = (text: string): Step => ({ line: 0, text, code: 0 });
const file = (target: string, text: string): Step => ({ line: 0, target, text });

/** The program as a package beside the project, which npm links: nothing is downloaded. */
function makePackage(shell: Shell): void {
  const folder = join(shell.path, '../package');
  mkdirSync(folder);
  const bin = { schema: 'cli.mjs' };
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'schema', version: '0.1.0', bin }));
  writeFileSync(join(folder, 'cli.mjs'), `#!/usr/bin/env node\nimport '${join(root, 'dist/cli.js')}';\n`);
  chmodSync(join(folder, 'cli.mjs'), 0o755);
}

/** A project with one plan on main, and a branch with another. */
const project = (system: string): readonly Step[] => [
  command('git init --quiet --bare --initial-branch=main ../origin.git'),
  command('git init --quiet --initial-branch=main && git remote add origin ../origin.git'),
  command(`schema init --with-ci ${system}`),
  file('.gitignore', '.schema/\nnode_modules/\n'),
  file('package.json', '{ "name": "shop", "private": true, "devDependencies": { "schema": "file:../package" } }\n'),
  command('npm install --package-lock-only --offline --no-audit --no-fund'),
  file('schema/shop.sql', 'CREATE SCHEMA shop;\nCREATE TABLE shop.customers (id int PRIMARY KEY);\n'),
  command('schema plan customers --against migrations'),
  command('git add --all && git commit --quiet --message one && git push --quiet origin main'),
  command('git switch --quiet --create change'),
  file('schema/orders.sql', 'CREATE TABLE shop.orders (id int PRIMARY KEY, total numeric NOT NULL);\n'),
  command('schema plan orders --against migrations'),
  command('git add --all && git commit --quiet --message two && git push --quiet origin change'),
];

const merged = command('git switch --quiet main && git merge --quiet change && git push --quiet origin main');

/** The tables that the pipeline made in production, and the tag that it set there. */
async function expectDeployed(shell: Shell, tag: string): Promise<void> {
  const said = await shell.run([
    command('schema status --env production --exit-code'),
    command(`schema tag ${tag} --exists --env production`),
    command('sql production "SELECT total FROM shop.orders"'),
  ]);
  expect(said).toBeNull();
}

describe('pipelines to copy', () => {
  if (isRun('GitHub'))
    test('GitHub', { timeout: 300_000 }, () =>
      withDatabases(async (variables) => {
        const shell = openShell({ ...variables, GITHUB_BASE_REF: 'main', GITHUB_RUN_NUMBER: '7' });
        const [output, summary] = [join(shell.path, '../output'), join(shell.path, '../summary')];
        for (const empty of [output, summary]) appendFileSync(empty, '');
        makePackage(shell);
        try {
          expect(await shell.run(project('github'))).toBeNull();
          for (const job of githubJobs()) {
            if (job.name === 'dev') expect(await shell.run([merged])).toBeNull();
            // Secrets stand in the test's own variables; a service would be the test's server.
            const digest = /^digest=(.*)$/m.exec(readFileSync(output, 'utf8'))?.[1] ?? '';
            const own = Object.entries(job.variables).flatMap(([name, value]) => {
              if (value.includes('needs.review.outputs.digest')) return [`export ${name}='${digest}'`];
              expect([name, variables[name]]).toEqual([name, expect.stringContaining('postgres://')]);
              return [];
            });
            const head = [...own, `export GITHUB_OUTPUT='${output}' GITHUB_STEP_SUMMARY='${summary}'`].join('\n');
            const said = await shell.run(job.scripts.map((script) => bash(`${head}\n${script}`)));
            expect([job.name, said]).toEqual([job.name, null]);
          }
          expect(readFileSync(summary, 'utf8')).toContain('2 pending, digest sha256:');
          await expectDeployed(shell, 'release-7');
        } finally {
          shell.remove();
        }
      }),
    );

  if (isRun('GitLab'))
    test('GitLab', { timeout: 300_000 }, () =>
      withDatabases(async (variables) => {
        const shell = openShell({ ...variables, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main', CI_PIPELINE_IID: '8' });
        makePackage(shell);
        try {
          expect(await shell.run(project('gitlab'))).toBeNull();
          for (const job of gitlabJobs()) {
            if (job.name === 'dev') expect(await shell.run([merged])).toBeNull();
            const report = join(shell.path, 'review.env');
            const head = existsSync(report) ? `export ${readFileSync(report, 'utf8').trim()}` : '';
            const said = await shell.run(job.scripts.map((script) => bash(`${head}\n${script}`)));
            expect([job.name, said]).toEqual([job.name, null]);
          }
          expect(readFileSync(join(shell.path, 'schema-test.xml'), 'utf8')).toContain('<testsuite');
          await expectDeployed(shell, 'release-8');
        } finally {
          shell.remove();
        }
      }),
    );

  test('both have the same stages, and pinned actions', () => {
    const names = (jobs: readonly Job[]): readonly string[] => jobs.map(({ name }) => name);
    expect(names(githubJobs())).toEqual(['check', 'dev', 'staging', 'review', 'production', 'drift']);
    expect(names(gitlabJobs())).toEqual(names(githubJobs()));
    const uses = readFileSync(join(root, 'docs/ci/github-migrations.yml'), 'utf8').match(/uses: .*/g) ?? [];
    expect(uses.length).toBeGreaterThan(10);
    for (const use of uses) expect(use).toMatch(/^uses: actions\/[a-z-]+@v\d+$/);
  });

  test('they come with the package', () => {
    const listed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    for (const name of ['github-migrations.yml', 'gitlab-ci.yml', 'runbook.md']) {
      expect(listed).toContain(`"docs/ci/${name}"`);
    }
  });
});
