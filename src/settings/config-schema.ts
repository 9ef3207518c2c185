// The schema of a config file from the table of settings, for reading it (zod) and for editors (JSON Schema).

import * as z from 'zod';
import { type Place, problems } from './problems.ts';
import type { Setting, SettingMap, SettingValue } from './setting.ts';
import { SETTINGS } from './settings-table.ts';
import { BACKUP, keysOfKind, valueSchema } from './values.ts';

const IN_FILE = SETTINGS.filter((setting) => setting.outside !== true);

const entriesOf = (settings: readonly Setting[]) =>
  Object.fromEntries(settings.map((setting) => [setting.key, valueSchema(setting).optional().describe(setting.means)]));

const ENVIRONMENT = z.strictObject(
  {
    ...entriesOf(IN_FILE.filter(({ perEnvironment }) => perEnvironment === true)),
    protected: z
      .boolean({ error: 'must be true or false' })
      .optional()
      .describe('apply and undo need an approval here, and clean is refused.'),
  },
  { error: 'must be an object' },
);

const CONFIG = z.strictObject(
  {
    $schema: z.string().optional().describe('The JSON Schema of this file, for editors.'),
    ...entriesOf(IN_FILE),
    environments: z
      .record(z.string(), ENVIRONMENT, { error: 'must be an object' })
      .optional()
      .describe('Databases by name, each with what is different for it. --env NAME takes one.'),
  },
  { error: 'must be an object, for example { "schemaDir": "schema" }' },
);

/** The settings of a config file, or of one of its environments, by their keys. */
export type ConfigValues = Readonly<Record<string, SettingValue | undefined>>;

export interface ConfigContent {
  readonly values: ConfigValues;
  readonly environments: ReadonlyMap<string, ConfigValues>;
}

const keysOf: Place['keysOf'] = (path) => {
  const ofFile = path.length === 0;
  if (ofFile || (path.length === 2 && path[0] === 'environments')) {
    return Object.keys(ofFile ? CONFIG.shape : ENVIRONMENT.shape).filter((key) => key !== '$schema');
  }
  const kind = SETTINGS.find(({ key }) => key === path.at(-1))?.kind;
  return kind === undefined ? [] : keysOfKind(kind);
};

/** The values of a config file. Raises `config/invalid` with all errors of the file. */
export function readConfig(path: string, content: unknown): ConfigContent {
  const read = CONFIG.safeParse(content);
  if (!read.success) throw problems(read.error.issues, content, { code: 'config/invalid', source: path, keysOf });
  const { $schema: _, environments, ...values } = read.data;
  return { values: values as ConfigValues, environments: new Map(Object.entries(environments ?? {})) };
}

/** The JSON Schema of schema.config.json in the package. The defaults of an environment are the values of the file. */
export function configJsonSchema(): object {
  const { properties = {}, ...schema } = z.toJSONSchema(CONFIG, { io: 'input', target: 'draft-7' });
  const defaults = new Map(IN_FILE.map(({ key, fallback }) => [key, fallback]));
  const described = Object.entries(properties).map(([key, property]) => {
    const fallback = defaults.get(key) ?? null;
    return [key, fallback === null ? property : Object.assign({ default: fallback }, property)];
  });
  return { title: 'schema.config.json', ...schema, properties: Object.fromEntries(described) };
}

/** The value of the key `backup`, from the config file or a caller of the library. Raises `config/invalid`. */
export function readBackup(map: SettingMap): z.infer<typeof BACKUP> {
  const read = BACKUP.safeParse(map);
  if (read.success) return read.data;
  const place = { code: 'config/invalid' as const, source: null, within: ['backup'] };
  throw problems(read.error.issues, map, { ...place, keysOf: () => keysOfKind('backup') });
}
