// The facts that git knows of a project, for the history, validate and rebase; none without a repository.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { isAbsolute, relative } from 'node:path';
import { promisify } from 'node:util';
import { SchemaError } from '../errors.ts';

const run = promisify(execFile);
const MOST = 256 * 1024 * 1024;

/** The output of a git command. Raises `usage/invalid` with git's message. */
async function git(...words: readonly string[]): Promise<string> {
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

/** The id of the checked-out commit, or null. */
export const gitCommit = (): Promise<string | null> =>
  git('rev-parse', 'HEAD').then(
    (text) => text.trim(),
    () => null,
  );

/** The texts of the files below a folder at a ref, by their paths relative to the folder. */
export async function filesAt(ref: string, folder: string): Promise<ReadonlyMap<string, string>> {
  await git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  const prefix = (await git('rev-parse', '--show-prefix')).trim();
  const base = folderAt(prefix, isAbsolute(folder) ? relative(process.cwd(), folder) : folder);
  const listed = await git('ls-tree', '-r', '-z', '--full-tree', ref, '--', base);
  const entries = listed.split('\0').flatMap((entry) => {
    const [, object, path = ''] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    return object !== undefined && /\.sql(\.conf)?$|\.sum$/i.test(path) ? [{ object, path }] : [];
  });
  const texts = await blobs(entries.map(({ object }) => object));
  return new Map(entries.map(({ path }, index) => [path.slice(base.length), texts[index] ?? '']));
}

/** The contents of blobs by their ids, from one process for any number of blobs (git-cat-file, BATCH OUTPUT). */
async function blobs(ids: readonly string[]): Promise<readonly string[]> {
  const child = spawn('git', ['cat-file', '--batch'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stdin.on('error', () => undefined);
  child.stdin.end(ids.map((id) => `${id}\n`).join(''));
  await once(child, 'close');
  const output = Buffer.concat(parts);
  let at = 0;
  return ids.map((id) => {
    const end = output.indexOf(0x0a, at);
    const size = Number(output.toString('utf8', at, end).split(' ')[2]);
    if (end === -1 || !Number.isInteger(size)) throw new SchemaError('usage/invalid', `git has no object ${id}`);
    at = end + 1 + size + 1;
    return output.toString('utf8', end + 1, end + 1 + size);
  });
}

/** The path of the folder in git's tree, with a slash at the end. */
function folderAt(prefix: string, folder: string): string {
  const parts: string[] = [];
  for (const part of `${prefix}${folder}`.split(/[\\/]/)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? '' : `${parts.join('/')}/`;
}
