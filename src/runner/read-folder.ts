// The migrations folder on disk.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { SchemaError } from '../errors.ts';
import type { MigrationFile } from '../migrations/file.ts';

export interface FolderListing {
  /** All .sql and .sql.conf files below the folder, in the order of their paths; paths are relative to it, with `/`. */
  readonly files: readonly MigrationFile[];
  /** The text of schema.sum, or null. */
  readonly sum: string | null;
}

export const SUM_FILE = 'schema.sum';

/** Files open at a time: systems allow about a thousand. */
const AT_ONCE = 64;

/** Reads the folder with all below it. A folder that is not there is an empty one: a new project has none yet. */
export async function readFolder(folder: string): Promise<FolderListing> {
  const paths = await sqlFiles(folder);
  const files: MigrationFile[] = [];
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    const read = paths.slice(from, from + AT_ONCE).map(async (path) => {
      return { path: relative(folder, path).split(sep).join('/'), text: await readText(path) };
    });
    files.push(...(await Promise.all(read)));
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, sum: await readSum(folder) };
}

async function sqlFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => !entry.isDirectory() && /\.sql(\.conf)?$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw unreadable(folder, cause);
  }
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new SchemaError('migration/invalid-file', `${path} is not UTF-8`, {
      cause,
      hint: 'Save it as UTF-8.',
    });
  }
}

async function readSum(folder: string): Promise<string | null> {
  const path = join(folder, SUM_FILE);
  return await readFile(path, 'utf8').catch((cause: unknown) => {
    if (isMissing(cause)) return null;
    throw unreadable(path, cause);
  });
}

const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');

const unreadable = (path: string, cause: unknown): SchemaError =>
  new SchemaError(
    'migration/invalid-file',
    `${path} cannot be read: ${cause instanceof Error ? cause.message : cause}`,
    {
      cause,
      hint: 'Check the permissions of the file and its folders.',
    },
  );
