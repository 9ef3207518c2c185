// Every command line of the documentation is run, in its document's order, and must end with the code stated there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { isCommand, type Step, type Story, storyOf } from '../support/documents/blocks.ts';
import { isRun, withDatabases } from '../support/documents/databases.ts';
import { LIQUIBASE, SHOP } from '../support/documents/settings.ts';
import { openShell } from '../support/documents/shell.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

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

describe('command lines of the documentation', () => {
  test.concurrent.each(told.filter(isRun))('%s', { timeout: 600_000 }, (name) =>
    withDatabases(async (variables) => {
      const shell = openShell(variables);
      try {
        const steps = [...(BEGINNINGS[name] ?? SHOP), ...(stories.get(name)?.steps ?? [])];
        expect(await shell.run(steps)).toBeNull();
      } finally {
        shell.remove();
      }
    }),
  );
});

test('few command lines are not run, and many are', () => {
  const notRun = [...stories].flatMap(([name, story]) => story.notRun.map((line) => `${name}: ${line}`));
  expect(notRun.length, notRun.join('\n')).toBeLessThanOrEqual(12);
  const ran = [...stories.values()].flatMap(({ steps }) => steps.filter(isCommand));
  expect(ran.length).toBeGreaterThan(100);
});
