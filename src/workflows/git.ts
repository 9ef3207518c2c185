// What git knows of the project. Where there is no git, or no repository, it knows nothing.
import { execFile } from 'node:child_process';
import { isAbsolute, relative } from 'node:path';
import { promisify } from 'node:util';
import { SchemaError } from '../errors.ts';

const run = promisify(execFile);
const MOST = 256 * 1024 * 1024;

/** The output of a git command; raises `usage/invalid` with what git says. */
export async function git(...words: readonly string[]): Promise<string> {
  try {
    const { stdout } = await run('git', [...words], { encoding: 'utf8', maxBuffer: MOST });
    return stdout;
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : String(cause);
    throw new SchemaError('usage/invalid', `git ${words.join(' ')} failed`, {
      detail: said === '' ? undefined : said,
      hint: 'The command needs git, and a checkout that has the ref (in CI: fetch-depth: 0).',
      cause,
    });
  }
}

/** The commit that is checked out, or null. */
export const gitCommit = (): Promise<string | null> =>
  git('rev-parse', 'HEAD').then(
    (text) => text.trim(),
    () => null,
  );

/** Text of the files below a folder at a ref, by their paths relative to the folder. */
export async function filesAt(ref: string, folder: string): Promise<ReadonlyMap<string, string>> {
  await git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  const prefix = (await git('rev-parse', '--show-prefix')).trim();
  const base = folderAt(prefix, isAbsolute(folder) ? relative(process.cwd(), folder) : folder);
  const listed = await git('ls-tree', '-r', '-z', '--full-tree', '--name-only', ref, '--', base);
  const paths = listed.split('\0').filter((path) => /\.sql(\.conf)?$|\.sum$/i.test(path));
  const texts = await Promise.all(paths.map((path) => git('show', `${ref}:${path}`)));
  return new Map(paths.map((path, index) => [path.slice(base.length), texts[index] ?? '']));
}

/** The folder as git's tree has it, ending in a slash. */
function folderAt(prefix: string, folder: string): string {
  const parts: string[] = [];
  for (const part of `${prefix}${folder}`.split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? '' : `${parts.join('/')}/`;
}
