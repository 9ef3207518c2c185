// Every command line of the documentation is run, in its document's order, and must end with the code stated there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase, majors, serverUrl } from '../servers/database.ts';
import { isCommand, type Step, type Story, storyOf } from './blocks.ts';
import { LIQUIBASE, SHOP } from './settings.ts';
import { openShell } from './shell.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const newest = Math.max(...majors);

/** Where a document begins: in an empty repository, or in a project with a pending migration. */
const BEGINNINGS: Readonly<Record<string, readonly Step[]>> = {
  'docs/team-guide.md': [],
  'docs/adoption.md': LIQUIBASE,
};

const documents = ['README.md', ...['docs', 'docs/ci'].flatMap((folder) => markdownIn(folder))];
const stories: ReadonlyMap<string, Story> = new Map(
  documents.map((name) => [name, storyOf(readFileSync(join(root, name), 'utf8'))]),
);
const told = documents.filter((name) => stories.get(name)?.steps.some(isCommand));

function markdownIn(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
}

/** Three databases each, and a server for the proofs. */
async function databases(): Promise<{ all: readonly FreshDatabase[]; variables: Record<string, string> }> {
  const names = ['DEV', 'STAGING', 'PRODUCTION'];
  const all = await Promise.all(names.map(() => freshDatabase(newest)));
  const urls = names.map((name, index) => [`${name}_DATABASE_URL`, all[index]?.url ?? '']);
  const dev = all[0]?.url ?? '';
  const scratch = await serverUrl(newest);
  return { all, variables: { ...Object.fromEntries(urls), SCHEMA_DATABASE_URL: dev, SCHEMA_SCRATCH: scratch } };
}

describe('command lines of the documentation', () => {
  let server: string;
  beforeAll(async () => {
    server = await serverUrl(newest);
  });
  afterAll(() => {
    expect(server).not.toBe('');
  });

  test.concurrent.each(told)('%s', { timeout: 300_000 }, async (name) => {
    const { all, variables } = await databases();
    const shell = openShell(variables);
    try {
      const steps = [...(BEGINNINGS[name] ?? SHOP), ...(stories.get(name)?.steps ?? [])];
      expect(await shell.run(steps)).toBeNull();
    } finally {
      shell.remove();
      await Promise.all(all.map((database) => database.drop()));
    }
  });
});

test('few command lines are not run, and many are', () => {
  const notRun = [...stories].flatMap(([name, story]) => story.notRun.map((line) => `${name}: ${line}`));
  expect(notRun.length, notRun.join('\n')).toBeLessThanOrEqual(12);
  const ran = [...stories.values()].flatMap(({ steps }) => steps.filter(isCommand));
  expect(ran.length).toBeGreaterThan(100);
});
