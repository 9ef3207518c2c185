// The isolation level of a file's transactions.
import { describe, expect, test } from 'vitest';
import { apply } from '#src/runner/apply.js';
import { errorOf } from '../support/errors/raised.ts';
import { folder } from '../support/runner/session.ts';
import { TARGETS, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';
const NOTE = "INSERT INTO public.seen VALUES (current_setting('transaction_isolation'));";

describe.each(TARGETS)('on $name', ({ fresh }) => {
  test('is declared in the head, or stands in the BEGIN of a file that commits by itself', async () => {
    const database = await (await use(fresh)).open();
    const migrations = folder({
      'V1__a.sql': `CREATE TABLE public.seen (level text); ${NOTE}`,
      'V2__b.sql': `-- schema:isolation Serializable\n${NOTE}`,
      'V3__c.sql': NOTE,
      'V4__d.sql': `-- schema:transaction none\n-- schema:isolation repeatable-read\n${NOTE}`,
      'V5__e.sql': `-- schema:transaction none\nBEGIN ISOLATION LEVEL SERIALIZABLE;\n${NOTE}\nCOMMIT;\n${NOTE}`,
      'V6__f.sql': `-- schema:plan a1 1/2\n${NOTE}`,
      'V7__g.sql': `-- schema:plan a1 2/2\n-- schema:isolation repeatable read\nSELECT 1;`,
    });
    await apply(database, { migrations, toolVersion });
    expect((await database.query('SELECT level FROM public.seen')).map(({ level }) => level)).toEqual([
      'read committed',
      'serializable',
      'read committed',
      'repeatable read',
      'serializable',
      'read committed',
      'repeatable read',
    ]);
  });

  test.each([
    ['SET TRANSACTION ISOLATION LEVEL SERIALIZABLE; SELECT 1;', 'schema:isolation serializable'],
    ["SET LOCAL transaction_isolation = 'serializable'; SELECT 1;", 'schema:isolation serializable'],
    ['-- schema:transaction none\nBEGIN READ ONLY; SELECT 1; COMMIT;', 'Remove READ ONLY'],
  ])('%s is refused before anything runs, with the remedy', async (sql, hint) => {
    const database = await (await use(fresh)).open();
    const error = await errorOf(apply(database, { migrations: folder({ 'V1__a.sql': sql }), toolVersion }));
    expect([error.code, error.hint]).toEqual(['migration/invalid-file', expect.stringContaining(hint)]);
  });
});
