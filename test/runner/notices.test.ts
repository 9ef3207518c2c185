// What the server says besides errors: RAISE NOTICE, INFO and WARNING.
import { describe, expect, test } from 'vitest';
import { apply } from '#src/runner/apply.js';
import type { RunEvent } from '#src/runner/events.js';
import { undo } from '#src/runner/undo.js';
import { folder as project } from '../support/command-line/program.ts';
import { folder } from '../support/runner/session.ts';
import { TARGETS, use } from '../support/servers/target.ts';

const toolVersion = '0.1.0';
const RAISES = `SELECT 1;
DO $$ BEGIN
  RAISE NOTICE 'a note';
  RAISE WARNING 'look here' USING DETAIL = 'the detail', HINT = 'the hint', ERRCODE = '01004';
  RAISE INFO 'for you';
END $$;`;

describe.each(TARGETS)('on $name', ({ fresh }) => {
  test('each is an event of its statement, and in the result', async () => {
    const database = await (await use(fresh)).open();
    await database.script('SET client_min_messages = error');
    const migrations = folder({
      'V1__a.sql': RAISES,
      'V2__b.sql': "-- schema:transaction none\nDO $$ BEGIN RAISE WARNING 'apart'; END $$;",
      'U2__b.sql': "DO $$ BEGIN RAISE WARNING 'undone'; END $$;",
      'afterMigrate.sql': "DO $$ BEGIN RAISE WARNING 'from a callback'; END $$;",
    });
    const events: RunEvent[] = [];
    const report = (event: RunEvent): void => void events.push(event);
    const { notices } = await apply(database, { migrations, toolVersion, report });
    expect(notices.map(({ path, statement, severity, message }) => [path, statement, severity, message])).toEqual([
      ['V1__a.sql', 2, 'NOTICE', 'a note'],
      ['V1__a.sql', 2, 'WARNING', 'look here'],
      ['V1__a.sql', 2, 'INFO', 'for you'],
      ['V2__b.sql', 1, 'WARNING', 'apart'],
      ['afterMigrate.sql', 1, 'WARNING', 'from a callback'],
    ]);
    expect(notices[1]).toMatchObject({ sqlstate: '01004', detail: 'the detail', hint: 'the hint' });
    expect(events.filter(({ kind }) => kind === 'notice')).toHaveLength(5);
    expect((await undo(database, { migrations, toolVersion })).notices).toMatchObject([{ message: 'undone' }]);
  });

  test('a loop that raises many is cut', async () => {
    const database = await (await use(fresh)).open();
    const migrations = folder({
      'V1__a.sql': "DO $$ BEGIN FOR n IN 1..250 LOOP RAISE NOTICE 'row %', n; END LOOP; END $$;",
    });
    const events: RunEvent[] = [];
    const { notices } = await apply(database, {
      migrations,
      toolVersion,
      report: (event) => void events.push(event),
    });
    const told = events.flatMap((event) => (event.kind === 'notice' ? [event.message] : []));
    expect([notices.length, told.length, told.at(-1)]).toEqual([
      100,
      101,
      '150 more notices of this statement are left out',
    ]);
  });
});

test('the terminal shows warnings always, INFO with the progress, NOTICE with -v; JSON has all', async () => {
  const place = project({ 'generated-migrations/V1__a.sql': RAISES, 'schema/a.sql': 'CREATE TABLE a (id int);' });
  const call = await place.run('apply');
  expect(call.stderr).toContain('  2 WARNING: look here DETAIL: the detail HINT: the hint');
  expect(call.stderr).toContain('  2 INFO: for you');
  expect(call.stderr).not.toContain('NOTICE: a note');
  const on = (folder: string, words: string) => place.run(`apply --url pglite://${folder} ${words}`);
  const quiet = await on('two', '-q');
  expect([quiet.stderr.includes('look here'), quiet.stderr.includes('for you')]).toEqual([true, false]);
  expect((await on('three', '-v')).stderr).toContain('  2 NOTICE: a note');
  const { notices } = JSON.parse((await on('four', '--json')).stdout);
  expect(notices.map(({ message }: { message: string }) => message)).toEqual(['a note', 'look here', 'for you']);
  place.remove();
});
