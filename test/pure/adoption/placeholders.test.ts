import { expect, test } from 'vitest';
import { placeholderNotes } from '#src/adoption/placeholders.js';

/** As files write it. */
const placeholder = (name: string): string => `\${${name}}`;
const FILES = [
  {
    path: 'V1__a.sql',
    text: `CREATE ROLE ${placeholder('team')}; -- ${placeholder('team')} ${placeholder('flyway:user')}`,
  },
  { path: 'R__b.sql', text: `SELECT '${placeholder('owner')}';` },
  { path: 'V2__c.sql', text: `-- schema:placeholders off\nSELECT '${placeholder('kept')}';` },
  { path: 'V3__d.sql', text: 'SELECT $1, $$ {x} $$;' },
];

test('placeholders that stay as they are, or have no value, are said with the setting', () => {
  expect(placeholderNotes(FILES, { values: new Map(), everywhere: false })).toEqual([
    `placeholders are not replaced: ${placeholder('team')} in V1__a.sql, ${placeholder('flyway:user')} in V1__a.sql, ` +
      `${placeholder('owner')} in R__b.sql. To replace them, set "placeholderReplacement": true and their values under ` +
      '"placeholders" in the config file',
  ]);
  expect(placeholderNotes(FILES, { values: new Map([['team', 'x']]), everywhere: true })).toEqual([
    `placeholders without a value: ${placeholder('owner')} in R__b.sql. Give them one under "placeholders" in the config file`,
  ]);
  expect(placeholderNotes(FILES.slice(2), { values: new Map(), everywhere: true })).toEqual([]);
});
