// @ts-check
// The complete lane: what does not fit into the ten minutes of `npm test`. Prints what each part ran and how long it
// took, and a count of tests at the end. Ends with 1 if a test failed, or a part ran none.
//   npm run test:all [-- PART...]     the parts whose names contain one of these words
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ arguments: readonly string[], environment?: Readonly<Record<string, string>> }} Command for Node.js
 * @typedef {{ name: string, missing?: string | null, commands: readonly Command[] }} Part
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = join(mkdtempSync(join(tmpdir(), 'schema-complete-')), 'results.json');

/** Where Debian installs PostgreSQL 15; SCHEMA_NEWEST_MINOR names another place. */
const newest = process.env['SCHEMA_NEWEST_MINOR'] ?? '/usr/lib/postgresql/15';

const vitest = (/** @type {readonly string[]} */ ...files) => [
  'node_modules/vitest/vitest.mjs',
  ...['run', '--config', 'test/vitest.config.ts'],
  ...['--reporter=default', '--reporter=json', `--outputFile.json=${results}`],
  ...files,
];

/** @type {readonly Part[]} */
const PARTS = [
  {
    name: 'newest minor release',
    missing: existsSync(newest)
      ? null
      : `no PostgreSQL 15 in ${newest}: apt-get install postgresql-15 postgresql-15-postgis-3`,
    commands: [
      {
        arguments: vitest(
          'test/cases-on-servers',
          'test/workflows/undocumented-options.test.ts',
          'test/completeness/gate.test.ts',
          'test/oracle',
        ),
        environment: { SCHEMA_TEST_SERVERS: '15', SCHEMA_TEST_SERVER_15: newest, SCHEMA_TEST_CASES: 'sample' },
      },
      {
        arguments: ['test/corpus/run.mjs', '--server', '15', '--server-directory', newest, 'test/corpus/postgis.jsonl'],
      },
    ],
  },
  {
    name: 'golden cases on 14 and 18',
    commands: [
      {
        arguments: vitest('test/cases-on-servers'),
        environment: { SCHEMA_TEST_SERVERS: '14,18', SCHEMA_TEST_CASES: 'all' },
      },
    ],
  },
  { name: 'documents', commands: [{ arguments: vitest('test/docs'), environment: { SCHEMA_TEST_DOCS: 'all' } }] },
  {
    name: 'transcripts and the packed library',
    commands: [{ arguments: vitest('test/complete'), environment: { SCHEMA_TEST_LANE: 'complete' } }],
  },
  {
    name: 'random schemas',
    commands: [{ arguments: vitest('test/properties'), environment: { SCHEMA_PROPERTY_SEEDS: '40' } }],
  },
  { name: 'faults', commands: [{ arguments: ['test/faults/run.mjs', '--points', '8'] }] },
];

const chosen = process.argv.slice(2);
/** @type {Count} */
const all = { passed: 0, failed: 0 };
for (const part of PARTS.filter(({ name }) => chosen.length === 0 || chosen.some((text) => name.includes(text)))) {
  const began = Date.now();
  const { passed, failed } = await ran(part);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`== ${part.name}: ${passed} passed, ${failed} failed in ${seconds} s`);
  all.passed += passed;
  all.failed += failed;
}
rmSync(join(results, '..'), { recursive: true, force: true });
console.log(`${all.passed} passed, ${all.failed} failed`);
process.exitCode = all.failed === 0 && all.passed > 0 ? 0 : 1;

/** @param {Part} part @returns {Promise<Count>} */
async function ran({ missing, commands }) {
  if (missing != null) {
    console.error(missing);
    return { passed: 0, failed: 1 };
  }
  const count = { passed: 0, failed: 0 };
  for (const command of commands) {
    const { passed, failed } = await run(command);
    count.passed += passed;
    count.failed += failed;
  }
  return count;
}

/** @param {Command} command @returns {Promise<Count>} */
function run({ arguments: list, environment = {} }) {
  const shown = Object.entries(environment).map(([name, value]) => `${name}=${value} `);
  console.log(`-- ${shown.join('')}node ${list.filter((word) => !word.startsWith('--outputFile')).join(' ')}`);
  rmSync(results, { force: true });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, list, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...environment },
    });
    let said = '';
    child.stdout.on('data', (/** @type {Buffer} */ chunk) => {
      process.stdout.write(chunk);
      said = `${said}${chunk}`.slice(-10_000);
    });
    child.on('error', () => resolve({ passed: 0, failed: 1 }));
    child.on('close', (code) => {
      const { passed, failed } = existsSync(results) ? counted(results) : told(said);
      // What failed before its tests were counted, or ran none, has failed.
      resolve({ passed, failed: failed || (code === 0 && passed > 0 ? 0 : 1) });
    });
  });
}

/** @param {string} file @returns {Count} as Vitest counts */
function counted(file) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests };
}

/** @param {string} text @returns {Count} by the last line of a program that counts: `5 passed, 0 failed` */
function told(text) {
  const [, passed = '0', failed = '0'] = [...text.matchAll(/(\d+) passed\D+(\d+) failed/g)].at(-1) ?? [];
  return { passed: Number(passed), failed: Number(failed) };
}
