// A role that may not read everything: what it can't read is named, and left as it is.

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '#src/databases/database.js';
import { openDatabase } from '#src/databases/open.js';
import { readStatements } from '#src/desired/statements.js';
import { WORDS } from '#src/kinds/words.js';
import { planPair } from '#src/proof/plan-pair.js';
import { closeScratch } from '#src/scratch/scratch.js';
import { loadParser } from '#src/sql/parser.js';
import { stepsOf } from '#src/states/build-steps.js';
import { readDesired } from '#src/states/desired.js';
import { readLive } from '#src/states/live.js';
import { profileOf } from '#src/states/profile.js';
import { edgeMajors, type FreshDatabase, freshDatabase } from '../support/servers/database.ts';

const HIDDEN = `
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE USER MAPPING FOR PUBLIC SERVER delta OPTIONS (password 'not to be seen');
CREATE SUBSCRIPTION ducks CONNECTION 'password=hidden' PUBLICATION birds WITH (connect = false, slot_name = NONE);
`;

/** In the files the owners are said, since the role that plans is another. */
const OWNED = `
ALTER FOREIGN DATA WRAPPER ferry OWNER TO postgres;
ALTER SERVER delta OWNER TO postgres;
ALTER SUBSCRIPTION ducks OWNER TO postgres;
`;

beforeAll(loadParser);
afterAll(closeScratch);

describe.each(edgeMajors)('on PostgreSQL %i', (major) => {
  let fresh: FreshDatabase;
  let database: Database;

  /** The database as a role sees it that owns nothing and may do little. */
  async function live() {
    fresh = await freshDatabase(major);
    database = await openDatabase(fresh.url);
    await database.script(HIDDEN);
    await database.script(
      'DO $$ BEGIN CREATE ROLE stranger; EXCEPTION WHEN duplicate_object THEN NULL; END $$; SET ROLE stranger',
    );
    return readLive(database);
  }

  const desiredOf = async (text: string, before: Awaited<ReturnType<typeof live>>) =>
    (await readDesired(readStatements([{ file: 'schema/app.sql', text }], WORDS), profileOf(before))).catalog;

  afterEach(async () => {
    await database.script('RESET ROLE');
    await database.script('DROP SUBSCRIPTION IF EXISTS ducks');
    await database.close();
    await fresh.drop();
  });

  test('what can not be read is named and is no difference', async () => {
    const before = await live();
    expect(before.unmanaged).toEqual([
      'the options of user mapping FOR PUBLIC SERVER delta (role stranger has no right to read them)',
      'the connection of subscription ducks (role stranger has no right to read them)',
    ]);
    const after = await desiredOf(HIDDEN.replace('not to be seen', 'another') + OWNED, before);
    expect(await planPair(before, after, { allow: ['all'] })).toBeNull();
  });

  test('the rest changes, and what is lost is said', async () => {
    const before = await live();
    const after = await desiredOf(
      `CREATE FOREIGN DATA WRAPPER ferry;
       CREATE SERVER delta FOREIGN DATA WRAPPER ferry OPTIONS (host 'h');
       CREATE SUBSCRIPTION ducks CONNECTION 'host=x' PUBLICATION geese WITH (connect = false, slot_name = NONE);
       ${OWNED}`,
      before,
    );
    const pair = await planPair(before, after, { allow: ['all'] });
    const steps = pair ? stepsOf(pair.up) : [];
    expect(steps.map((step) => step.sql)).toEqual([
      'DROP USER MAPPING FOR PUBLIC SERVER delta',
      "ALTER SERVER delta OPTIONS (ADD host 'h')",
      'ALTER SUBSCRIPTION ducks SET PUBLICATION geese WITH (refresh = false)',
    ]);
    expect(steps[0]?.hazards.map((hazard) => hazard.code)).toEqual(['C410', 'D107']);
    expect(pair?.reversibility).toEqual({
      kind: 'loses data',
      what: ['the options of the user mapping of PUBLIC on server delta, which could not be read'],
    });
  });

  test('a mapping whose options are unknown is not made anew with its server', async () => {
    const before = await live();
    const after = await desiredOf(
      HIDDEN.replace('SERVER delta FOREIGN', "SERVER delta TYPE 'x' FOREIGN") + OWNED,
      before,
    );
    await expect(planPair(before, after, { allow: ['all'] })).rejects.toThrow(/whose options could not be read/);
  });
});
