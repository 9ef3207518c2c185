// The complete lane: what does not fit into the ten minutes of `npm test`. Prints what each part ran, and a count at the end.
//   npm run test:all [-- PART...]
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where Debian installs PostgreSQL 15; SCHEMA_NEWEST_MINOR names another place. */
const newest = process.env['SCHEMA_NEWEST_MINOR'] ?? '/usr/lib/postgresql/15';

const vitest = (...files) => ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...files];

/** Each part: its name, what it needs, and its commands for Node.js. */
const PARTS = [
  {
    name: 'newest minor release',
    missing: existsSync(newest)
      ? null
      : `no PostgreSQL 15 in ${newest}: apt-get install postgresql-15 postgresql-15-postgis-3`,
    commands: [
      {
        arguments: vitest(
          'test/cases-on-servers.test.ts',
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
];

const chosen = process.argv.slice(2);
let [passed, failed] = [0, 0];
for (const part of PARTS.filter(({ name }) => chosen.length === 0 || chosen.some((text) => name.includes(text)))) {
  const started = Date.now();
  const good = part.missing === null && part.commands.every(run);
  if (part.missing !== null) console.error(part.missing);
  console.log(`== ${part.name}: ${good ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - started) / 1000)} s`);
  if (good) passed += 1;
  else failed += 1;
}
console.log(`complete lane: ${passed} parts passed, ${failed} parts failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

function run({ arguments: list, environment = {} }) {
  console.log(`-- node ${list.join(' ')}`);
  return (
    spawnSync(process.execPath, list, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } })
      .status === 0
  );
}
