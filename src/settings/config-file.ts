// The config file: schema.config.json, or a module. Read and checked key by key; nothing in it is passed over.
import { access, readFile } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SchemaError } from '../errors.ts';
import { nearest } from '../sql/nearest.ts';

/** A value that a flag, a variable or the config file gives. */
export type SettingValue = string | boolean | readonly string[] | SettingMap;
/** Texts, or lists of them, by name. */
export type SettingMap = { readonly [name: string]: string | readonly string[] };
/** `duration` and `number` are texts in their forms; in the config file a number may also stand as one. */
export type SettingKind = 'text' | 'list' | 'switch' | 'duration' | 'number' | 'map';

/** One named database of the config file, with what is different for it. */
export interface ConfigEnvironment {
  readonly url: string | null;
  /** Changes are asked for, or need `--yes`. */
  readonly protected: boolean;
  readonly values: ReadonlyMap<string, SettingValue>;
}

export interface ConfigFile {
  /** As it was named or found. */
  readonly path: string;
  readonly values: ReadonlyMap<string, SettingValue>;
  readonly environments: ReadonlyMap<string, ConfigEnvironment>;
}

const NAMES = ['schema.config.json', 'schema.config.ts', 'schema.config.mjs', 'schema.config.js'];

const invalid = (path: string, message: string, hint: string, cause?: unknown): SchemaError =>
  new SchemaError('config/invalid', `${path}: ${message}`, { hint, cause });

/**
 * The config file that was named, or the one in the working directory, or null. `kinds` has every key with the kind of
 * its value; `perEnvironment` names those that an environment may have too. Raises `config/invalid`.
 */
export async function readConfigFile(
  named: string | null,
  kinds: ReadonlyMap<string, SettingKind>,
  perEnvironment: ReadonlySet<string>,
): Promise<ConfigFile | null> {
  const path = named ?? (await findConfigFile());
  if (path === null) return null;
  const content = record(path, await loadContent(path), 'the file');
  const values = new Map<string, SettingValue>();
  const environments = new Map<string, ConfigEnvironment>();
  for (const [key, value] of Object.entries(content)) {
    if (key === '$schema') continue;
    if (key === 'environments') {
      for (const [name, entry] of Object.entries(record(path, value, 'environments'))) {
        environments.set(name, environment(path, name, entry, kinds, perEnvironment));
      }
    } else values.set(key, settingOf(path, key, key, value, kinds, ['environments']));
  }
  return { path, values, environments };
}

/** The one config file of the working directory, or null. */
export async function findConfigFile(): Promise<string | null> {
  const found: string[] = [];
  for (const name of NAMES) {
    if (
      await access(name).then(
        () => true,
        () => false,
      )
    )
      found.push(name);
  }
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    throw invalid(first, `there is a ${second} as well`, 'Keep one of them, or name one with --config.');
  }
  return first ?? null;
}

async function loadContent(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw invalid(path, `cannot be read: ${message}`, 'Run "schema init" to make one, or correct --config.', cause);
  });
  return /^\.(json|)$/.test(extname(path)) ? parseJson(path, text) : loadModule(path);
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const offset = Number(/at position (\d+)/.exec(message)?.[1] ?? text.length);
    const before = text.slice(0, offset).split('\n');
    const line = before.length;
    throw new SchemaError(
      'config/invalid',
      `${path} is not JSON: ${message.replace(/ in JSON at.*$| \(line.*$/s, '')}`,
      {
        hint: 'JSON has no comments and no comma after the last entry.',
        location: {
          file: path,
          line,
          column: (before.at(-1) ?? '').length + 1,
          text: text.split('\n')[line - 1] ?? '',
        },
        cause,
      },
    );
  }
}

/** Node.js strips the types itself from 22.18 on; before that there is nothing here that could. */
async function loadModule(path: string): Promise<unknown> {
  if (/^\.[cm]?ts$/.test(extname(path)) && !Reflect.get(process.features, 'typescript')) {
    throw invalid(
      path,
      `Node.js ${process.versions.node} does not run TypeScript files`,
      'Use Node.js 22.18 or later, or write the config as schema.config.json or schema.config.mjs.',
    );
  }
  try {
    const loaded: unknown = await import(pathToFileURL(resolve(path)).href);
    const exported: unknown = typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, 'default') : null;
    if (exported !== undefined && exported !== null) return exported;
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw invalid(path, `does not load: ${message}`, 'It must be a module that Node.js can import by itself.', cause);
  }
  throw invalid(path, 'has no default export', 'Write "export default { schemaDir: \'schema\' };".');
}

function environment(
  path: string,
  name: string,
  entry: unknown,
  kinds: ReadonlyMap<string, SettingKind>,
  perEnvironment: ReadonlySet<string>,
): ConfigEnvironment {
  const place = `environments.${name}`;
  const own = new Map([...kinds].filter(([key]) => perEnvironment.has(key)));
  own.set('protected', 'switch');
  const values = new Map<string, SettingValue>();
  for (const [key, value] of Object.entries(record(path, entry, place))) {
    values.set(key, settingOf(path, `${place}.${key}`, key, value, own, []));
  }
  const url = values.get('url');
  return { url: typeof url === 'string' ? url : null, protected: values.get('protected') === true, values };
}

function settingOf(
  path: string,
  place: string,
  key: string,
  value: unknown,
  kinds: ReadonlyMap<string, SettingKind>,
  more: readonly string[],
): SettingValue {
  const kind = kinds.get(key);
  const known = [...kinds.keys(), ...more];
  if (kind === undefined) {
    const near = nearest(key, known);
    const hint = near === null ? `Known keys: ${known.join(', ')}.` : `Did you mean ${near}?`;
    throw invalid(path, `unknown key ${JSON.stringify(place)}`, hint);
  }
  if ((kind === 'text' || kind === 'duration' || kind === 'number') && typeof value === 'string') return value;
  if ((kind === 'duration' || kind === 'number') && typeof value === 'number') return String(value);
  if (kind === 'map') return mapOf(path, place, value);
  if (kind === 'switch' && typeof value === 'boolean') return value;
  if (kind === 'list' && typeof value === 'string') return value.split(',');
  if (kind === 'list' && Array.isArray(value) && value.every((one): one is string => typeof one === 'string')) {
    return value;
  }
  const wanted = {
    text: 'a text',
    switch: 'true or false',
    list: 'a list of texts',
    duration: 'a duration such as "3s"',
    number: 'a whole number',
  }[kind];
  throw invalid(path, `${place} must be ${wanted}`, `It is ${JSON.stringify(value)?.slice(0, 40) ?? typeof value}.`);
}

function mapOf(path: string, place: string, value: unknown): SettingMap {
  const entries = Object.entries(record(path, value, place)).map(([name, entry]: [string, unknown]) => {
    if (typeof entry === 'string') return [name, entry] as const;
    if (typeof entry === 'number' || typeof entry === 'boolean') return [name, String(entry)] as const;
    if (Array.isArray(entry) && entry.every((one): one is string => typeof one === 'string'))
      return [name, entry] as const;
    throw invalid(path, `${place}.${name} must be a text or a list of texts`, `It is ${JSON.stringify(entry)}.`);
  });
  return Object.fromEntries(entries);
}

function record(path: string, value: unknown, place: string): object {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw invalid(
    path,
    `${place} must be an object`,
    'For example { "schemaDir": "schema", "environments": { "dev": { "url": "pglite://.schema/db" } } }.',
  );
}
