// The migrations folder on disk.
import { readFileSync } from 'node:fs';
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

/**
 * Reads the folder with all below it. A folder that is not there is an empty one: a new project has none yet. Files are
 * read one after the other: ten thousand promises cost more than the reading.
 */
export async function readFolder(folder: string): Promise<FolderListing> {
  const files = (await sqlFiles(folder)).map((path) => ({
    path: relative(folder, path).split(sep).join('/'),
    text: readText(path),
  }));
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

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function readText(path: string): string {
  const bytes = readBytes(path);
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new SchemaError('migration/invalid-file', `${path} is not UTF-8`, {
      cause,
      hint: 'Save it as UTF-8.',
    });
  }
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw unreadable(path, cause);
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
