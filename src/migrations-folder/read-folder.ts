// The migrations folder on disk, for folder.ts.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { utf8 } from '../files/text.ts';
import { filesBelow, isMissing } from '../files/walk.ts';
import type { MigrationFile } from '../migrations/file.ts';

export interface FolderListing {
  /** All .sql and .sql.conf files below the folder, sorted by path; paths are relative to the folder, with `/`. */
  readonly files: readonly MigrationFile[];
  /** The text of schema.sum, or null. */
  readonly sum: string | null;
}

export const SUM_FILE = 'schema.sum';

/**
 * Reads the folder with its subfolders. A missing folder counts as empty, since a new project has none. Files are read
 * one after the other: for ten thousand files, that many promises cost more than the reading.
 */
export async function readFolder(folder: string): Promise<FolderListing> {
  const files = (await sqlFiles(folder)).map((path) => {
    const place = join(folder, path);
    return { path, text: utf8(readBytes(place), place) };
  });
  return { files, sum: await readSum(folder) };
}

async function sqlFiles(folder: string): Promise<readonly string[]> {
  try {
    return await filesBelow(folder, (path) => /\.sql(\.conf)?$/i.test(path));
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw unreadable(folder, cause);
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

const unreadable = (path: string, cause: unknown): SchemaError =>
  new SchemaError(
    'migration/invalid-file',
    `${path} cannot be read: ${cause instanceof Error ? cause.message : cause}`,
    {
      cause,
      hint: 'Check the permissions of the file and its folders.',
    },
  );
