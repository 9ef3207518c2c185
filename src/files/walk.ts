// Walking a folder, for the rooms that read files by name: migrations, desired files, checks, files of other tools.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The paths of the files below a folder, relative to it, with `/` on every system, sorted by code units, so that the
 * order is the same on every machine. `wanted` selects files, `enters` selects folders. Raises the errors of the file
 * system.
 */
export async function filesBelow(
  folder: string,
  wanted: (path: string) => boolean,
  enters: (path: string) => boolean = () => true,
): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (within: string): Promise<void> => {
    for (const entry of await readdir(join(folder, within), { withFileTypes: true })) {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (!entry.isDirectory()) {
        if (wanted(path)) found.push(path);
      } else if (enters(path)) await visit(path);
    }
  };
  await visit('');
  return found.sort((one, other) => (one < other ? -1 : 1));
}

/** Whether a part of the path starts with a dot. */
export const isHidden = (path: string): boolean => /(?:^|\/)\./.test(path);

/** Whether the file system says that there is no such file or folder. */
export const isMissing = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR');
