// The files of another tool, as they are.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../adoption/tool.ts';
import { SchemaError } from '../errors.ts';
import { utf8 } from '../files/text.ts';
import { filesBelow, isHidden } from '../files/walk.ts';

/**
 * Files below a folder that `wanted` takes, by paths with `/`; what begins with a point and node_modules is passed
 * over. Raises `usage/invalid` where there is no such folder, `migration/invalid-file` for what is not UTF-8.
 */
export async function readSources(folder: string, wanted: (path: string) => boolean): Promise<readonly SourceFile[]> {
  const isSource = (path: string): boolean => !isHidden(path) && wanted(path);
  const isEntered = (path: string): boolean => !isHidden(path) && !/(?:^|\/)node_modules$/.test(path);
  const paths = await filesBelow(folder, isSource, isEntered).catch((cause: unknown) => {
    throw new SchemaError('usage/invalid', `the folder ${folder} cannot be read`, {
      cause,
      hint: 'Correct --dir: it is the folder of the files, relative to the working directory.',
    });
  });
  const files: SourceFile[] = [];
  for (const path of paths) {
    const place = join(folder, path);
    files.push({ path, text: utf8(await readFile(place), place) });
  }
  return files;
}
