// Walking a folder, for the rooms that read files by name: migrations, desired files, checks, files of other tools.
import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { fileProblem, isMissing } from './problems.ts';

/**
 * The paths of the files below a folder, relative to it, with `/` on every system, sorted by code units, so that the
 * order is the same on every machine. `wanted` selects files, `enters` selects folders.
 *
 * Links are followed. What several names lead to is found once, by its own name where it has one here, so that a link
 * to a folder above it ends. Names that begin with `..` are passed over: a volume of Kubernetes keeps its versions
 * there. Raises `files/unreadable` for a link that leads nowhere and for what is neither file nor folder, and the error of
 * the file system where the folder itself can't be read.
 */
export async function filesBelow(
  folder: string,
  wanted: (path: string) => boolean,
  enters: (path: string) => boolean = () => true,
): Promise<readonly string[]> {
  const walk: Walk = { folder, wanted, enters, seen: new Set(), found: [], links: [] };
  const first = await readdir(folder, { withFileTypes: true });
  await visit(walk, '', await realpath(folder), first);
  for (let link = walk.links.shift(); link !== undefined; link = walk.links.shift()) await follow(walk, link);
  return walk.found.sort((one, other) => (one < other ? -1 : 1));
}

interface Walk {
  readonly folder: string;
  readonly wanted: (path: string) => boolean;
  readonly enters: (path: string) => boolean;
  /** The real paths of the files and folders so far. */
  readonly seen: Set<string>;
  readonly found: string[];
  /** The links, which are followed after everything else. */
  readonly links: string[];
}

async function visit(walk: Walk, within: string, real: string, entries: readonly Dirent[]): Promise<void> {
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    if (entry.name.startsWith('..')) continue;
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    if (entry.isSymbolicLink()) walk.links.push(path);
    else await take(walk, path, join(real, entry.name), entry);
  }
}

/** One file or folder that is no link. */
async function take(walk: Walk, path: string, real: string, entry: Dirent | Stats): Promise<void> {
  if (entry.isDirectory()) {
    if (walk.enters(path)) await visit(walk, path, real, await entriesOf(join(walk.folder, path)));
  } else if (walk.wanted(path) && !walk.seen.has(real)) {
    if (!entry.isFile()) throw noFile(join(walk.folder, path));
    walk.seen.add(real);
    walk.found.push(path);
  }
}

async function follow(walk: Walk, path: string): Promise<void> {
  // Neither kind is wanted: where the link leads does not matter.
  if (!walk.wanted(path) && !walk.enters(path)) return;
  const place = join(walk.folder, path);
  try {
    await take(walk, path, await realpath(place), await stat(place));
  } catch (cause) {
    if (cause instanceof SchemaError) throw cause;
    // Editors mark a file that they have open by such a link.
    if (isHidden(path) && isMissing(cause)) return;
    throw fileProblem(place, 'read', cause).with({ detail: 'It is a link.' });
  }
}

const entriesOf = (folder: string): Promise<readonly Dirent[]> =>
  readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw fileProblem(folder, 'read', cause);
  });

/** The error for a pipe, a socket or a device, which must not be read: reading could wait for ever. */
export const noFile = (path: string): SchemaError =>
  new SchemaError('files/unreadable', `${path} is neither a file nor a folder`, {
    detail: 'A pipe, a socket or a device has no text that stays.',
    hint: 'Remove it, or put a regular file in its place.',
  });

/** Whether a part of the path starts with a dot. */
export const isHidden = (path: string): boolean => /(?:^|\/)\./.test(path);
