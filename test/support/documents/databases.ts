// Three databases for a document or a pipeline, and a server for the proofs.
import { type FreshDatabase, freshDatabase, majors, serverUrl } from '../servers/database.ts';
import type { Variables } from './shell.ts';

/** Long ones: `npm run docs` runs them all, `npm test` these. */
const SAMPLE: readonly string[] = ['docs/adoption.md', 'docs/ci/runbook.md'];

const ALL = process.env['npm_lifecycle_event'] === 'docs' || process.env['SCHEMA_TEST_DOCS'] === 'all';

/** Whether a document, or a pipeline, is run this time. */
export const isRun = (name: string): boolean => ALL || SAMPLE.includes(name);

const newest = Math.max(...majors);
const NAMES = ['DEV', 'STAGING', 'PRODUCTION'];

/** Empty databases for the time of `work`, which gets their URLs as variables; one's own database is that of dev. */
export async function withDatabases(work: (variables: Variables) => Promise<void>): Promise<void> {
  const all: FreshDatabase[] = [];
  try {
    for (const _ of NAMES) all.push(await freshDatabase(newest));
    const urls = NAMES.map((name, index) => [`${name}_DATABASE_URL`, all[index]?.url ?? '']);
    await work({
      ...Object.fromEntries(urls),
      SCHEMA_DATABASE_URL: all[0]?.url ?? '',
      SCHEMA_SCRATCH: await serverUrl(newest),
    });
  } finally {
    await Promise.all(all.map((database) => database.drop()));
  }
}
