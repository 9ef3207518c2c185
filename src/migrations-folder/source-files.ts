// The files of another tool, as they are.
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from '../adoption/tool.ts';
import { SchemaError } from '../errors.ts';

/**
 * Files below a folder that `wanted` takes, by paths with `/`; what begins with a point and node_modules is passed
 * over. Raises `usage/invalid` where there is no such folder, `migration/invalid-file` for what is not UTF-8.
 */
export async function readSources(folder: string, wanted: (path: string) => boolean): Promise<readonly SourceFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((cause: unknown) => {
    throw new SchemaError('usage/invalid', `the folder ${folder} cannot be read`, {
      cause,
      hint: 'Correct --dir: it is the folder of the files, relative to the working directory.',
    });
  });
  const paths = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !/(?:^|\/)(?:\.|node_modules\/)/.test(path) && wanted(path))
    .sort();
  const files: SourceFile[] = [];
  for (const path of paths) files.push({ path, text: await readText(join(folder, path)) });
  return files;
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new SchemaError('migration/invalid-file', `${path} is not UTF-8`, { cause, hint: 'Save it as UTF-8.' });
  }
}
