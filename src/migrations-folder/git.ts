// The facts that git knows of a project, for the history, validate and rebase; none without a repository.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { isAbsolute, posix, relative } from 'node:path';
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

/**
 * How git gives a file its former text: the command for an edit or a deletion that is not committed, the log for one that
 * is; null where git has never had the file, or is not there.
 */
export async function restoringCommand(path: string): Promise<string | null> {
  try {
    const place = `"${path}"`.replace(/^"([\w./-]+)"$/, '$1');
    if ((await git('status', '--porcelain', '--untracked-files=no', '--', path)).trim() !== '') {
      return `git checkout HEAD -- ${place}`;
    }
    const known = (await git('log', '-1', '--format=%h', '--', path)).trim();
    return known === '' ? null : `git log -p -- ${place}`;
  } catch {
    return null;
  }
}

/**
 * The texts of the files below a folder at a ref, by their paths relative to the folder. Links within the repository are
 * followed, as on disk.
 */
export async function filesAt(ref: string, folder: string): Promise<ReadonlyMap<string, string>> {
  await requireRef(ref);
  const prefix = (await git('rev-parse', '--show-prefix')).trim();
  const base = folderAt(prefix, isAbsolute(folder) ? relative(process.cwd(), folder) : folder);
  const entries = await entriesBelow(ref, base, '', new Set());
  const texts = await blobs(entries.map(({ object }) => object));
  return new Map(entries.map(({ path }, index) => [path, texts[index] ?? '']));
}

interface Entry {
  readonly object: string;
  /** The path relative to the folder, by the names of links. */
  readonly path: string;
}

/** The wanted files at or below a path of git's tree, whose name is `shown`. */
async function entriesBelow(ref: string, base: string, shown: string, seen: Set<string>): Promise<readonly Entry[]> {
  if (seen.has(base)) return [];
  seen.add(base);
  const listed = await git('ls-tree', '-r', '-z', '--full-tree', ref, '--', base);
  const all = listed.split('\0').flatMap((line) => {
    const [, mode, object = '', path = ''] = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    return mode === undefined ? [] : [{ isLink: mode === '120000', object, path }];
  });
  const links = all.filter(({ isLink }) => isLink);
  const targets = await blobs(links.map(({ object }) => object));
  const nameOf = (path: string): string => `${shown}${path.slice(base.length)}`;
  const found = all
    .filter(({ isLink, path }) => !isLink && /\.sql(\.conf)?$|\.sum$/i.test(nameOf(path)))
    .map(({ object, path }) => ({ object, path: nameOf(path) }));
  for (const [index, { path }] of links.entries()) {
    const target = posix.join(posix.dirname(path), targets[index] ?? '');
    // A link that leads out of the repository has no content at a ref.
    if (target.startsWith('..') || isAbsolute(targets[index] ?? '')) continue;
    found.push(...(await entriesBelow(ref, target.replace(/\/$/, ''), nameOf(path), seen)));
  }
  return found;
}

/** Raises `usage/invalid` where there is no repository, or no such commit in it. */
async function requireRef(ref: string): Promise<void> {
  const inside = await git('rev-parse', '--is-inside-work-tree').catch(() => null);
  if (inside === null) {
    throw new SchemaError('usage/invalid', 'this folder is in no git repository', {
      hint: 'Run it in a checkout: it compares the migrations with those of another branch.',
    });
  }
  const found = await git('rev-parse', '--verify', '--quiet', `${ref}^{commit}`).catch(() => null);
  if (found !== null) return;
  const branches = await git('for-each-ref', '--format=%(refname:short)', 'refs/heads', 'refs/remotes').catch(() => '');
  const names = branches.split('\n').filter((name) => name !== '');
  const [remote] = ref.includes('/') ? ref.split('/') : [];
  const isLacking = remote !== undefined && !names.some((name) => name.startsWith(`${remote}/`));
  throw new SchemaError('usage/invalid', `git has no branch or commit ${ref}`, {
    detail: isLacking ? `There is nothing of a remote ${remote} in this checkout.` : undefined,
    hint:
      `Name the branch that this one will be merged into, for example ${names[0] ?? 'main'}` +
      `${names.length > 1 ? ` (there are ${names.slice(0, 8).join(', ')})` : ''}. In CI: fetch-depth: 0.`,
  });
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
