// What a server stores in one form, or as it was written, is no difference, however it was written.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#src/databases/open.js';
import { readStatements } from '#src/desired/statements.js';
import { WORDS } from '#src/kinds/words.js';
import { planPair } from '#src/proof/plan-pair.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { stepsOf } from '#src/states/build-steps.js';
import { managedBy, readDesired } from '#src/states/desired.js';
import { readLive } from '#src/states/live.js';
import { readProfile } from '#src/states/profile.js';
import { temporaryFolder } from '../support/folders/folder.ts';
import { SPELLINGS } from '../support/schemas/spellings.ts';
import { freshDatabase, majors } from '../support/servers/database.ts';

beforeAll(loadParser);
afterAll(closeScratch);

const NUMBERS = [0, 1, 2] as const;
type Spelled = (typeof NUMBERS)[number];

const whole = (spelled: Spelled): string => SPELLINGS.map(({ sql }) => sql[spelled]).join('\n');
const project = { scratch: null, report: () => undefined };

/** The plans from one spelling on a database to the two others in files. */
async function differences(url: string, there: Spelled): Promise<readonly string[]> {
  const database = await openDatabase(url);
  const found: string[] = [];
  try {
    await database.script(`${ROLE}; ${whole(there)}`);
    for (const said of NUMBERS.filter((number) => number !== there)) {
      const desired = readStatements([{ file: 'schema/all.sql', text: whole(said) }], WORDS, { roles: 'manage' });
      const live = await readLive(database, managedBy(desired));
      const profile = await readProfile(project, database, live, desired);
      const { catalog } = await readDesired(desired, profile);
      const pair = await planPair(live, catalog, { allow: ['all'], profile, unproven: true });
      found.push(...(pair ? stepsOf(pair.up).map(({ sql }) => `${there} to ${said}: ${sql}`) : []));
    }
    return found;
  } finally {
    await database.script(ROLE);
    await database.close();
  }
}

/** The role belongs to the server, which other tests use as well. */
const ROLE = 'DROP ROLE IF EXISTS spelled_role';

/** Each server has another of the spellings on its database. */
describe.each(majors)('on PostgreSQL %i', (major) => {
  test('each spelling and the two others are no difference', { timeout: 60_000 }, async () => {
    const fresh = await freshDatabase(major);
    try {
      expect(await differences(fresh.url, NUMBERS[major % NUMBERS.length] ?? 0)).toEqual([]);
    } finally {
      await fresh.drop();
    }
  });
});

test('in PGlite, each spelling and the two others are no difference', { timeout: 60_000 }, async () => {
  const { path, remove } = temporaryFolder('spellings');
  try {
    expect(await differences(`pglite://${path}/db`, 0)).toEqual([]);
  } finally {
    remove();
  }
});
