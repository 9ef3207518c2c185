// The files of another tool, for import.
import { join } from 'node:path';
import type { SourceFile } from '../adoption/tool.ts';
import { SchemaError } from '../errors.ts';
import { readText } from '../files/text.ts';
import { filesBelow, isHidden } from '../files/walk.ts';

/**
 * Reads the files below a folder that `wanted` selects, by paths with `/`, without node_modules and names that start
 * with a dot. Raises `usage/invalid` for a missing folder, `migration/invalid-file` for a file that is not UTF-8.
 */
export async function readSources(folder: string, wanted: (path: string) => boolean): Promise<readonly SourceFile[]> {
  const isSource = (path: string): boolean => !isHidden(path) && wanted(path);
  const isEntered = (path: string): boolean => !isHidden(path) && !/(?:^|\/)node_modules$/.test(path);
  const paths = await filesBelow(folder, isSource, isEntered).catch((cause: unknown) => {
    if (cause instanceof SchemaError) throw cause;
    throw new SchemaError('usage/invalid', `the folder ${folder} cannot be read`, {
      cause,
      hint: 'Correct --dir: it is the folder of the files, relative to the working directory.',
    });
  });
  return paths.map((path) => ({ path, text: readText(join(folder, path)) }));
}
