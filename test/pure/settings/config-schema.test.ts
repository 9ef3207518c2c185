import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { configJsonSchema, readBackup, readConfig } from '#src/settings/config-schema.js';
import { SETTINGS } from '#src/settings/settings-table.js';
import { thrownBy } from '../../support/errors/raised.ts';

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** Message and hint of each problem. */
const said = (content: unknown): readonly string[] => {
  const error = thrownBy(() => readConfig('a.json', content));
  expect(error.code).toBe('config/invalid');
  return [error, ...error.others].map(({ message, hint }) => `${message} (${hint})`);
};

describe('the JSON Schema for editors', () => {
  test('is in the package as the settings have it; `vitest -u` writes it anew', async () => {
    const text = `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(at('schema.config.schema.json'));
    expect(JSON.parse(readFileSync(at('package.json'), 'utf8')).files).toContain('schema.config.schema.json');
  });

  test('has every setting of the config file with its sentence and its default, and nothing else', () => {
    const { properties, additionalProperties } = configJsonSchema() as {
      readonly properties: Readonly<Record<string, { readonly description: string; readonly default?: unknown }>>;
      readonly additionalProperties: boolean;
    };
    expect(additionalProperties).toBe(false);
    const inFile = SETTINGS.filter((setting) => setting.outside !== true);
    expect(Object.keys(properties)).toEqual(['$schema', ...inFile.map(({ key }) => key), 'environments']);
    for (const { key, means, fallback } of inFile) {
      expect(properties[key]).toMatchObject({
        description: means,
        ...(fallback === null ? {} : { default: fallback }),
      });
    }
  });
});

describe('a config file', () => {
  test('is read by key, numbers and comma lists as what they mean', () => {
    const { values, environments } = readConfig('a.json', {
      $schema: 'x.json',
      allow: 'D102,A',
      retries: 3,
      lockWait: 0,
      backup: { maxAgeMinutes: 5 },
      placeholders: { port: 5432, on: true },
      environments: { prod: { url: 'postgres://x', protected: true } },
    });
    expect(values).toEqual({
      allow: ['D102', 'A'],
      retries: '3',
      lockWait: '0',
      backup: { maxAgeMinutes: '5' },
      placeholders: { port: '5432', on: 'true' },
    });
    expect([...environments]).toEqual([['prod', { url: 'postgres://x', protected: true }]]);
  });

  test.each([
    ['a key', { schemaDri: 'x' }, ['a.json: unknown key "schemaDri" (Did you mean schemaDir?)']],
    [
      'a key of an environment named like a setting',
      { environments: { hooks: { ulr: 'x' } } },
      ['a.json: unknown key "environments.hooks.ulr" (Did you mean url?)'],
    ],
    [
      'a choice',
      { environments: { a: { roles: 'manag' } } },
      ['a.json: environments.a.roles must be reference or manage (It is "manag". Did you mean manage?)'],
    ],
    [
      'an event',
      { hooks: { afterMigrat: 'x' } },
      ['a.json: unknown key "hooks.afterMigrat" (Did you mean afterMigrate?)'],
    ],
    [
      'all that is wrong',
      { lockWait: '3', retries: 'many', backup: { comand: 'x', tables: 'some' }, placeholders: { a: {} } },
      [
        'a.json: lockWait must be a duration such as 500ms, 3s or 15min (It is "3".)',
        'a.json: retries must be a whole number (It is "many".)',
        'a.json: placeholders.a must be a text or a list of texts (It is {}.)',
        'a.json: backup.tables must be touched or all (It is "some".)',
        'a.json: unknown key "backup.comand" (Did you mean command?)',
      ],
    ],
    ['another shape', [], ['a.json: the file must be an object, for example { "schemaDir": "schema" } (It is [].)']],
  ])('with %s that is none is refused', (_, content, expected) => {
    expect(said(content)).toEqual(expected);
  });

  test('a backup that a caller of the library has is read by the same rules', () => {
    expect(readBackup({ tables: 'all' })).toEqual({ tables: 'all' });
    expect(thrownBy(() => readBackup({ comand: 'x' })).message).toBe('unknown key "backup.comand"');
  });
});
