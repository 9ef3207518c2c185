// `schema init`: creates the folders and files of a new project. Existing files stay as they are.
import { readFileSync } from 'node:fs';
import { access, appendFile, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { findConfigFile } from '../settings/config-file.ts';

export interface InitResult {
  readonly created: readonly string[];
  readonly kept: readonly string[];
}

export type CiSystem = 'github' | 'gitlab';

export interface InitRequest {
  /** The folder of the project; absent: the working directory. */
  readonly directory?: string;
  readonly schemaDir: string;
  readonly migrationsDir: string;
  /** Also write a CI pipeline of this kind, and a runbook. */
  readonly withCi?: CiSystem;
}

/** The files of the package (docs/ci), and their destinations. */
const PIPELINES: Readonly<Record<CiSystem, readonly (readonly [template: string, path: string])[]>> = {
  github: [
    ['github-migrations.yml', '.github/workflows/migrations.yml'],
    ['runbook.md', 'docs/runbook.md'],
  ],
  gitlab: [
    ['gitlab-ci.yml', '.gitlab-ci.yml'],
    ['runbook.md', 'docs/runbook.md'],
  ],
};

/** Lines for git: no conversion of line ends, and no embedded database in a commit. */
const LINES: readonly (readonly [file: string, line: string])[] = [
  ['.gitattributes', '*.sql text eol=lf'],
  ['.gitattributes', '*.sum text eol=lf'],
  ['.gitignore', '.schema/'],
];

/**
 * Creates the missing files in the folder of the project. Raises `usage/invalid` where a file has the name of a folder.
 */
export async function init(request: InitRequest): Promise<InitResult> {
  const created: string[] = [];
  const kept: string[] = [];
  const note = (path: string, made: boolean): number => (made ? created : kept).push(path);
  const { directory = '.', schemaDir, migrationsDir } = request;
  const at = (path: string): string => (directory === '.' ? path : join(directory, path));
  const folders = ['ddl', 'dml', 'routines'].map((folder) => join(migrationsDir, folder));
  for (const folder of [schemaDir, ...folders]) note(`${folder}/`, await makeFolder(at(folder)));
  const config = await findConfigFile(directory);
  if (config === null) await writeFile(at('schema.config.json'), configText(request), { flag: 'wx' });
  note(config ?? 'schema.config.json', config === null);
  const appended = new Map<string, boolean>();
  for (const [file, line] of LINES)
    appended.set(file, (await addLine(at(file), line)) || (appended.get(file) ?? false));
  for (const [file, made] of appended) note(file, made);
  for (const [template, path] of request.withCi === undefined ? [] : PIPELINES[request.withCi]) {
    note(path, await copyTemplate(template, at(path)));
  }
  return { created, kept };
}

/** False where the file exists already; it stays as it is. */
async function copyTemplate(template: string, path: string): Promise<boolean> {
  await makeFolder(dirname(path));
  if (await isThere(path)) return false;
  await copyFile(new URL(`../../docs/ci/${template}`, import.meta.url), path);
  return true;
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

/**
 * The environments that the pipelines use; without a pipeline only production. `${NAME}` is an environment variable.
 */
function configText({ schemaDir, migrationsDir, withCi }: InitRequest): string {
  const url = (name: string): string => `\${${name}}`;
  const environments =
    withCi === undefined
      ? { production: { url: url('DATABASE_URL'), protected: true } }
      : {
          dev: { url: url('DEV_DATABASE_URL') },
          staging: { url: url('STAGING_DATABASE_URL') },
          production: { url: url('PRODUCTION_DATABASE_URL'), protected: true },
        };
  return `${JSON.stringify({ $schema: editorSchema(), schemaDir, migrationsDir, environments }, null, 2)}\n`;
}

/** The JSON Schema of the package, for editors, as a path relative to the folder of the installation. */
function editorSchema(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { name } = JSON.parse(text) as { readonly name: string };
  return `./node_modules/${name}/schema.config.schema.json`;
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** Adds a line where it is missing; the other lines stay. */
async function addLine(file: string, line: string): Promise<boolean> {
  const text = (await isThere(file)) ? await readFile(file, 'utf8') : '';
  if (text.split(/\r?\n/).includes(line)) return false;
  await appendFile(file, `${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`);
  return true;
}
