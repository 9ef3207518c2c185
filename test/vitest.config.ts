// Lanes: test/pure, which needs no database; test/complete, which `npm test` leaves out; and the rest. Servers are
// started when they are asked for.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const PURE = 'test/pure/**/*.test.ts';

/** What ten minutes do not hold; see test/complete/run.mjs. */
const COMPLETE = process.env['SCHEMA_TEST_LANE'] === 'complete' ? [] : ['test/complete/**/*.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    // The built code runs as it is shipped, by Node itself.
    server: { deps: { external: [/\/dist\//] } },
    pool: 'forks',
    maxWorkers: 2,
    // Nearly every file is over before WebAssembly that is optimized in the background would pay.
    execArgv: ['--liftoff-only'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'pure', include: [PURE], testTimeout: 10_000 } },
      {
        extends: true,
        test: {
          name: 'databases',
          include: ['test/**/*.test.ts'],
          exclude: [PURE, ...COMPLETE],
          globalSetup: ['test/support/servers/global-setup.ts'],
        },
      },
    ],
  },
});
