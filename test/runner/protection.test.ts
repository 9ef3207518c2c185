// A protected database behind another address: the mark of an earlier run.
import { describe, expect, test } from 'vitest';
import { type ApplyOptions, apply } from '#src/runner/apply.js';
import { readStatus } from '#src/runner/status.js';
import { undo } from '#src/runner/undo.js';
import { errorOf } from '../support/errors/raised.ts';
import { folder } from '../support/runner/session.ts';
import { TARGETS, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';
const first = folder({ 'V1__a.sql': 'SELECT 1', 'U1__a.sql': 'SELECT 1' });
const second = folder({ 'V1__a.sql': 'SELECT 1', 'U1__a.sql': 'SELECT 1', 'V2__b.sql': 'SELECT 2' });

describe.each(TARGETS)('on $name', ({ fresh }) => {
  test('a run that was approved marks the database, and the mark protects it', async () => {
    const database = await (await use(fresh)).open();
    const run = (migrations: typeof first, more: Partial<ApplyOptions>) =>
      apply(database, { migrations, toolVersion, ...more });
    const needed = await errorOf(run(first, { protectedBy: 'production' }));
    expect([needed.code, needed.hint]).toEqual(['runner/approval', expect.stringContaining('--approve sha256:')]);
    const approve = (await readStatus(database, { migrations: first })).pendingDigest ?? '';
    await run(first, { protectedBy: 'production', environment: 'production', approve });

    const refused = await errorOf(run(second, {}));
    expect([refused.code, refused.message]).toEqual(['runner/approval', expect.stringContaining('production')]);
    expect((await errorOf(undo(database, { migrations: first, toolVersion }))).code).toBe('runner/approval');
    // Nothing pending needs no approval, and a dry run shows what would run.
    expect((await run(first, {})).files).toEqual([]);
    expect((await run(second, { dryRun: true })).files).toHaveLength(1);
    // A copy of the whole cluster: its environment is named. In a restored dump the mark names another database.
    expect((await run(second, { environment: 'staging' })).files).toHaveLength(1);
    await database.script(`UPDATE schema_migrations.events SET details = details || '{"database": "elsewhere/1/x"}'
      WHERE event = 'protected'`);
    await undo(database, { migrations: second, toolVersion, only: ['1'], force: true });
  });

  test('the mark goes when its environment is not protected any more', async () => {
    const database = await (await use(fresh)).open();
    const approve = (await readStatus(database, { migrations: first })).pendingDigest ?? '';
    const run = (migrations: typeof first, more: Partial<ApplyOptions>) =>
      apply(database, { migrations, toolVersion, ...more });
    await run(first, { protectedBy: 'production', approve });
    await run(second, { environment: 'production', protectedBy: null });
    const third = folder({ 'V1__a.sql': 'SELECT 1', 'V2__b.sql': 'SELECT 2', 'V3__c.sql': 'SELECT 3' });
    expect((await run(third, {})).files).toHaveLength(1);
  });
});
