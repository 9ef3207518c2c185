// Options that a server keeps for itself are no part of the schema: they are named, and no plan sets or resets them.

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
import { type FreshDatabase, freshDatabase, majors } from '../support/servers/database.ts';

const SCHEMA = `
CREATE TABLE birds (id int PRIMARY KEY, name text) WITH (fillfactor = 70, toast.autovacuum_enabled = false);
ALTER TABLE birds ALTER name SET (n_distinct = 5);
CREATE INDEX birds_name ON birds (name) WITH (fillfactor = 80);
CREATE VIEW names WITH (security_barrier) AS SELECT name FROM birds;
CREATE TYPE pair AS (a int, b int);
`;

/** What the minor releases of November 2026 do for columns, and what a later one may do elsewhere. */
const KEPT_BY_SERVER = `
SET allow_system_table_mods = on;
UPDATE pg_attribute SET attoptions = array_append(attoptions, 'pg_attver=9511656')
 WHERE attnum > 0 AND attrelid IN ('birds'::regclass, 'names'::regclass, 'pair'::regclass);
UPDATE pg_class SET reloptions = array_append(reloptions, 'pg_relver=1')
 WHERE oid IN ('birds'::regclass, 'names'::regclass, 'birds_name'::regclass, 'birds_pkey'::regclass);
`;

beforeAll(loadParser);
afterAll(closeScratch);

describe.each(majors)('on PostgreSQL %i', (major) => {
  let fresh: FreshDatabase;
  let database: Database;

  afterEach(async () => {
    await database.close();
    await fresh.drop();
  });

  test('options that PostgreSQL does not document are named once each, and no plan touches them', async () => {
    fresh = await freshDatabase(major);
    database = await openDatabase(fresh.url);
    await database.script(SCHEMA);
    await database.script(KEPT_BY_SERVER);
    const before = await readLive(database);
    expect(before.unmanaged).toEqual([
      'option pg_attver of columns',
      'option pg_relver of indexes',
      'option pg_relver of tables',
      'option pg_relver of views',
    ]);
    const desired = async (text: string) =>
      (await readDesired(readStatements([{ file: 'schema/birds.sql', text }], WORDS), profileOf(before))).catalog;
    expect(await planPair(before, await desired(SCHEMA), { allow: ['all'] })).toBeNull();

    const changed = SCHEMA.replace('n_distinct = 5', 'n_distinct = 6').replace('fillfactor = 80', 'fillfactor = 90');
    const pair = await planPair(before, await desired(changed), { allow: ['all'] });
    expect(pair ? stepsOf(pair.up).map((step) => step.sql) : []).toEqual([
      'ALTER TABLE public.birds ALTER COLUMN name SET (n_distinct = 6)',
      'ALTER INDEX public.birds_name SET (fillfactor = 90)',
    ]);
  });
});
