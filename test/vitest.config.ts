// Two lanes: test/pure, which needs no database, and the rest, for which servers are started when they are asked for.
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const PURE = 'test/pure/**/*.test.ts';

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
          exclude: [PURE],
          globalSetup: ['test/support/servers/global-setup.ts'],
        },
      },
    ],
  },
});
