// `schema init`: the folders and files that a project starts with. What is there stays as it is.
import { access, appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { findConfigFile } from './config-file.ts';

export interface InitResult {
  readonly created: readonly string[];
  readonly kept: readonly string[];
}

export interface InitRequest {
  readonly schemaDir: string;
  readonly migrationsDir: string;
}

/** Lines that git needs: a checkout with other line ends, or the embedded database in a commit, helps nobody. */
const LINES: readonly (readonly [file: string, line: string])[] = [
  ['.gitattributes', '*.sql text eol=lf'],
  ['.gitattributes', '*.sum text eol=lf'],
  ['.gitignore', '.schema/'],
];

/** Make what is missing in the working directory. Raises `usage/invalid` where a file is in the way of a folder. */
export async function init(request: InitRequest): Promise<InitResult> {
  const created: string[] = [];
  const kept: string[] = [];
  const note = (path: string, made: boolean): number => (made ? created : kept).push(path);
  const { schemaDir, migrationsDir } = request;
  const folders = ['ddl', 'dml', 'routines'].map((folder) => join(migrationsDir, folder));
  for (const folder of [schemaDir, ...folders]) note(`${folder}/`, await makeFolder(folder));
  const config = await findConfigFile();
  if (config === null) await writeFile('schema.config.json', configText(request), { flag: 'wx' });
  note(config ?? 'schema.config.json', config === null);
  const appended = new Map<string, boolean>();
  for (const [file, line] of LINES) appended.set(file, (await addLine(file, line)) || (appended.get(file) ?? false));
  for (const [file, made] of appended) note(file, made);
  return { created, kept };
}

async function makeFolder(folder: string): Promise<boolean> {
  try {
    return (await mkdir(folder, { recursive: true })) !== undefined;
  } catch (cause) {
    throw new SchemaError('usage/invalid', `cannot make folder ${folder}`, {
      detail: cause instanceof Error ? cause.message : undefined,
      hint: 'Name another folder with --schema-dir or --migrations-dir, or move what is in the way.',
      cause,
    });
  }
}

const configText = ({ schemaDir, migrationsDir }: InitRequest): string =>
  `${JSON.stringify(
    {
      schemaDir,
      migrationsDir,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the config file's own way to name a variable
      environments: { production: { url: '${DATABASE_URL}', protected: true } },
    },
    null,
    2,
  )}\n`;

/** Adds a line that is not there yet; the others stay. */
async function addLine(file: string, line: string): Promise<boolean> {
  const there = await access(file).then(
    () => true,
    () => false,
  );
  const text = there ? await readFile(file, 'utf8') : '';
  if (text.split(/\r?\n/).includes(line)) return false;
  await appendFile(file, `${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`);
  return true;
}
