// The migrations folder on disk, for folder.ts.
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileProblem, isMissing } from '../files/problems.ts';
import { readText } from '../files/text.ts';
import { filesBelow, noFile } from '../files/walk.ts';
import type { MigrationFile } from '../migrations/file.ts';

export interface FolderListing {
  /** All .sql and .sql.conf files below the folder, sorted by path; paths are relative to the folder, with `/`. */
  readonly files: readonly MigrationFile[];
  /** The text of schema.sum, or null. */
  readonly sum: string | null;
}

export const SUM_FILE = 'schema.sum';

/** The code for a file of the folder that can't be read. */
const CODE = 'migration/invalid-file';

/**
 * Reads the folder with its subfolders. A missing folder counts as empty, since a new project has none. Files are read
 * one after the other: for ten thousand files, that many promises cost more than the reading.
 */
export async function readFolder(folder: string): Promise<FolderListing> {
  const files = (await sqlFiles(folder)).map((path) => ({ path, text: readText(join(folder, path), CODE) }));
  return { files, sum: readSum(folder) };
}

async function sqlFiles(folder: string): Promise<readonly string[]> {
  try {
    return await filesBelow(folder, (path) => /\.sql(\.conf)?$/i.test(path));
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw fileProblem(folder, 'read', cause, CODE);
  }
}

function readSum(folder: string): string | null {
  const path = join(folder, SUM_FILE);
  if (!existsSync(path)) return null;
  if (!statSync(path).isFile()) throw noFile(path);
  return readText(path, CODE);
}
