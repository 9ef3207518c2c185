// A kind declares a danger; the plan weighs it by what it knows: whether the relation is new, and how large it is.
import { expect, test } from 'vitest';
import { hazardsOf } from '#src/plan/hazards.js';

const MEGABYTE = 1024 * 1024;
const size = (megabytes: number) => ({ rows: 1000, bytes: megabytes * MEGABYTE });
const danger = (code: string, blocking = true) => ({ sql: '', hazards: [{ code, message: 'careful', blocking }] });

/** The codes that are left, with `!` where a hazard blocks. */
const weighed = (code: string, isNew: boolean, megabytes?: number): readonly string[] =>
  hazardsOf(danger(code), isNew, megabytes === undefined ? undefined : size(megabytes)).map(
    (hazard) => `${hazard.code}${hazard.blocking ? '!' : ''}`,
  );

test('a statement without dangers has no hazards', () => {
  expect(hazardsOf({ sql: 'SELECT 1' }, false, undefined)).toEqual([]);
});

test.each(['A201', 'F301', 'P601'])(
  '%s grows with the rows: nothing on a new relation, information on a small one',
  (code) => {
    expect(weighed(code, true, 100)).toEqual([]);
    expect(weighed(code, false, 7)).toEqual([code]);
    expect(weighed(code, false, 8)).toEqual([`${code}!`]);
    expect(weighed(code, false)).toEqual([`${code}!`]);
  },
);

test('what loses data blocks on a small relation too: rows may come between planning and applying', () => {
  expect(weighed('D102', false, 0)).toEqual(['D102!']);
  expect(weighed('D102', true)).toEqual(['D102']);
});

test.each(['S501', 'S502', 'S504'])('%s is about users of what was there: none rely on what is new', (code) => {
  expect(weighed(code, true)).toEqual([]);
  expect(weighed(code, false, 0)).toEqual([`${code}!`]);
});

test('other families of S stay on what is new, and do not block there', () => {
  expect(weighed('S503', true)).toEqual(['S503']);
});

test('a remedy is handed on, and left out where there is none', () => {
  const [with_] = hazardsOf(
    { sql: '', hazards: [{ code: 'D102', message: 'm', remedy: 'keep it' }] },
    false,
    undefined,
  );
  expect(with_).toEqual({ code: 'D102', message: 'm', remedy: 'keep it', blocking: false });
  expect(hazardsOf(danger('D102'), false, undefined)[0]).not.toHaveProperty('remedy');
});
