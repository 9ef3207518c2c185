// Text files, for all rooms: read as UTF-8 or refused, and written whole.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SchemaError } from '../errors.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file's bytes, with its byte order mark. Raises `migration/invalid-file` for a file that is not UTF-8.
 */
export function utf8(bytes: Uint8Array, path: string): string {
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new SchemaError('migration/invalid-file', `${path} is not UTF-8`, { cause, hint: 'Save it as UTF-8.' });
  }
}

/** Writes a file and the folders above it. A reader sees the old or the new file, never a part, also after a crash. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, text, 'utf8');
  await rename(`${path}.part`, path);
}
