// The config file, for settings: schema.config.json, or a module. Each key is checked; an unknown key is an error.
import { access, readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SchemaError } from '../errors.ts';
import type { ConfigValues } from './config-schema.ts';
import type { SettingValue } from './setting.ts';

/** One environment of the config file with its settings. */
export interface ConfigEnvironment {
  readonly url: string | null;
  /** `apply` and `undo` need an approved digest. */
  readonly protected: boolean;
  readonly values: ReadonlyMap<string, SettingValue>;
}

export interface ConfigFile {
  /** The path as it was given or found. */
  readonly path: string;
  readonly values: ReadonlyMap<string, SettingValue>;
  readonly environments: ReadonlyMap<string, ConfigEnvironment>;
}

const NAMES = ['schema.config.json', 'schema.config.ts', 'schema.config.mjs', 'schema.config.js'];

const invalid = (path: string, message: string, hint: string, cause?: unknown): SchemaError =>
  new SchemaError('config/invalid', `${path}: ${message}`, { hint, cause });

/** The given config file, or the one in the working directory, or null. Raises `config/invalid`. */
export async function readConfigFile(named: string | null, folder = '.'): Promise<ConfigFile | null> {
  const path = named === null ? await findConfigFile(folder) : inFolder(folder, named);
  if (path === null) return null;
  const content = await loadContent(path);
  // zod takes a tenth of a second to load: a run without a config file does not load it.
  const { readConfig } = await import('./config-schema.ts');
  const { values, environments } = readConfig(path, content);
  return {
    path,
    values: given(values),
    environments: new Map([...environments].map(([name, entry]) => [name, environmentOf(entry)])),
  };
}

/** A path for messages: relative if the folder is the working directory. */
const inFolder = (folder: string, path: string): string =>
  folder === '.' || isAbsolute(path) ? path : join(folder, path);

const given = (values: ConfigValues): ReadonlyMap<string, SettingValue> =>
  new Map(Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])));

const environmentOf = (entry: ConfigValues): ConfigEnvironment => ({
  url: typeof entry['url'] === 'string' ? entry['url'] : null,
  protected: entry['protected'] === true,
  values: given(entry),
});

/** The one config file of the working directory, or null. */
export async function findConfigFile(folder = '.'): Promise<string | null> {
  const found: string[] = [];
  for (const name of NAMES) {
    if (
      await access(inFolder(folder, name)).then(
        () => true,
        () => false,
      )
    )
      found.push(inFolder(folder, name));
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

/** Node.js imports TypeScript from 22.18 on; earlier versions can't load a config file in TypeScript. */
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
