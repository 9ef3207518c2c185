// The desired files, read from their folder, for loading, lint and plans.
import { join } from 'node:path';
import { SchemaError } from '../errors.ts';
import { readBytes } from '../files/text.ts';
import { filesBelow, isHidden } from '../files/walk.ts';

/** A desired file with its path and text. */
export interface DesiredFile {
  /** The path for messages: the folder as given, then the path within it, with `/` on every system. */
  readonly file: string;
  /** The text without a byte order mark, with line feeds as line ends. */
  readonly text: string;
}

/**
 * Reads `**` + `/*.sql` under a folder, sorted by path, without names that start with a dot. Throws
 * `desired/missing-folder` where the folder is missing or has no SQL file, `desired/parse` for a file that is not
 * UTF-8.
 */
export async function readDesiredFiles(folder: string): Promise<readonly DesiredFile[]> {
  const paths = await sqlFiles(folder);
  if (paths.length === 0) {
    throw new SchemaError('desired/missing-folder', `no .sql file in folder ${folder}`, {
      hint: 'Put the CREATE statements of your schema there: a dump made with pg_dump --schema-only will do for a start.',
    });
  }
  const shown = folder.replaceAll('\\', '/').replace(/\/+$/, '');
  return paths.map((path) => {
    const file = shown === '' || shown === '.' ? path : `${shown}/${path}`;
    return { file, text: decode(readBytes(join(folder, path)), file) };
  });
}

async function sqlFiles(folder: string): Promise<readonly string[]> {
  try {
    return await filesBelow(
      folder,
      (path) => /\.sql$/i.test(path) && !isHidden(path),
      (path) => !isHidden(path),
    );
  } catch (cause) {
    if (cause instanceof SchemaError) throw cause;
    throw new SchemaError('desired/missing-folder', `cannot read folder ${folder}`, {
      detail: cause instanceof Error ? cause.message : undefined,
      hint: 'Run "schema init" to make one, or name it with --schema-dir.',
      cause,
    });
  }
}

function decode(bytes: Uint8Array, file: string): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw notUtf8(file, 'UTF-16');
  }
  try {
    // TextDecoder removes the byte order mark.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // Routine bodies and comments must have the same text in a checkout with CRLF as in one with LF.
    return text.replaceAll('\r\n', '\n');
  } catch (cause) {
    throw notUtf8(file, 'another encoding', cause);
  }
}

function notUtf8(file: string, found: string, cause?: unknown): SchemaError {
  return new SchemaError('desired/parse', `${file} is not UTF-8 but ${found}`, {
    hint: 'Save the file as UTF-8.',
    location: { file, line: 1, column: 1 },
    cause,
  });
}
