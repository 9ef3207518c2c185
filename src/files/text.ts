// Text files, for all rooms: read as UTF-8 or refused, and written whole.
import { readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ErrorCode, SchemaError } from '../errors.ts';
import { fileProblem } from './problems.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The length of the longest text that the runtime can hold. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * The text of a file, with its byte order mark. Raises `files/unreadable` (or the given code), and
 * `migration/invalid-file` for a file that is not UTF-8.
 */
export const readText = (path: string, code?: ErrorCode): string => utf8(readBytes(path, code), path);

export function readBytes(path: string, code?: ErrorCode): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw fileProblem(path, 'read', cause, code);
  }
}

/**
 * The text of a file's bytes, with its byte order mark. Raises `migration/invalid-file` for a file that is not UTF-8.
 */
export function utf8(bytes: Uint8Array, path: string): string {
  if (bytes.length >= MOST_BYTES) {
    throw new SchemaError('migration/invalid-file', `${path} has more than 512 MB`, {
      hint: 'Split it into several files. For rows use COPY from a file of the server, or a program.',
    });
  }
  try {
    return UTF8.decode(bytes);
  } catch (cause) {
    throw new SchemaError('migration/invalid-file', `${path} is not UTF-8`, { cause, hint: 'Save it as UTF-8.' });
  }
}

/**
 * Writes a file and the folders above it. A reader sees the old or the new file, never a part, also after a crash.
 * Raises `files/unwritable`, and leaves no part.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(part, text, 'utf8');
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => undefined);
    throw fileProblem(path, 'written', cause);
  }
}
