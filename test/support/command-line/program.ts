// Calls of the built program in a folder of its own, as a user or a CI system makes them.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type TemporaryFolder, temporaryFolder } from '../folders/folder.ts';

/** The built program. */
export const CLI = fileURLToPath(new URL('../../../dist/cli.js', import.meta.url));

export interface Call {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Folder extends TemporaryFolder {
  run(words: string, variables?: Readonly<Record<string, string>>): Promise<Call>;
  start(words: string, variables?: Readonly<Record<string, string>>): Running;
}

export interface Running {
  readonly child: ChildProcess;
  readonly done: Promise<Call>;
}

/** WebAssembly is not optimized in the background: a call has ended before that pays, and there are hundreds of them. */
const SHORT_LIVED = ['--liftoff-only'];

/** Nothing of the machine's own settings reaches the program. */
const ENVIRONMENT = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(PG|SCHEMA_|DATABASE_URL|CI$|NO_COLOR|FORCE_COLOR|npm_)/.test(name),
  ),
);

export function folder(files: Readonly<Record<string, string>> = {}): Folder {
  const { path, write, remove } = temporaryFolder('cli', files);
  const start = (words: string, variables: Readonly<Record<string, string>> = {}): Running => {
    const list = words === '' ? [] : words.split(' ');
    const env = { ...ENVIRONMENT, ...variables };
    const child = spawn(process.execPath, [...SHORT_LIVED, CLI, ...list], {
      cwd: path,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const done = new Promise<Call>((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
    return { child, done };
  };
  return {
    path,
    write,
    start,
    run: (words, variables) => start(words, variables).done,
    remove,
  };
}

/** A small project: two tables and a function. */
export const SMALL = {
  'schema/app.sql': `CREATE SCHEMA app;
CREATE TABLE app.users (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE app.orders (id int PRIMARY KEY, user_id int NOT NULL REFERENCES app.users);
`,
  'schema/functions.sql': `CREATE FUNCTION app.twice(n int) RETURNS int LANGUAGE sql RETURN n * 2;\n`,
};
