// One migration file as data. Reading splits nothing: a folder of thousands is listed without parsing SQL.
import { createHash } from 'node:crypto';
import { SchemaError } from '../errors.ts';
import { type Directives, readDirectives } from './directives.ts';
import { type MigrationKind, parseFileName } from './names.ts';

/** A file of the migrations folder: its path below it, with `/`, and its text as it was read. */
export interface MigrationFile {
  readonly path: string;
  readonly text: string;
}

export interface Migration {
  readonly kind: MigrationKind;
  readonly version: string;
  readonly name: string;
  readonly path: string;
  /** The first folder of the path: `ddl`, `dml`, `routines`, or empty. */
  readonly folder: string;
  /** `sha256:` and 64 hexadecimal digits, of `text`. */
  readonly checksum: string;
  /** The text with line feeds, so that every checkout runs and checks the same. */
  readonly text: string;
  readonly directives: Directives;
}

/** Text -> migration. Raises `migration/invalid-file` for what is no migration's name, empty, or wrongly directed. */
export function readMigration(file: MigrationFile): Migration {
  const base = file.path.slice(file.path.lastIndexOf('/') + 1);
  const parsed = parseFileName(base);
  if (parsed === null) {
    throw new SchemaError('migration/invalid-file', `${file.path} is not named like a migration`, {
      detail: 'Every .sql file of the migrations folder runs, so none is passed over because of its name.',
      hint: 'Name it V<version>__<name>.sql (or U<version>__<name>.sql for its undo), or move it out of the folder.',
    });
  }
  const text = normaliseText(file.text);
  if (text.includes('\0')) {
    throw new SchemaError('migration/invalid-file', `${file.path} contains a zero byte`, {
      hint: 'Save it as UTF-8: PostgreSQL takes no zero bytes in SQL.',
    });
  }
  const directives = readDirectives(text, file.path);
  if (holdsNoStatement(text) && !(parsed.kind === 'undo' && maybeEmpty(directives))) {
    throw new SchemaError('migration/invalid-file', `${file.path} holds no statement`, {
      hint: 'Write its SQL, or delete the file.',
    });
  }
  const folder = file.path.includes('/') ? file.path.slice(0, file.path.indexOf('/')) : '';
  return { ...parsed, path: file.path, folder, checksum: checksumOf(text), text, directives };
}

const maybeEmpty = (directives: Directives): boolean =>
  directives.undoneWith !== undefined || directives.irreversible !== undefined;

/** Without byte order mark, with line feeds only, ending in one: what git or an editor may change is not counted. */
export function normaliseText(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const trimmed = lines.trimEnd();
  return trimmed === '' ? '' : `${trimmed}\n`;
}

/** SHA-256 over the normalised text, with the algorithm's name before it. */
export const checksumOf = (normalised: string): string =>
  `sha256:${createHash('sha256').update(normalised, 'utf8').digest('hex')}`;

/** True for nothing but white space and comments (nested ones are left to the parser: they count as something). */
export const holdsNoStatement = (text: string): boolean =>
  text
    .replace(/^\s*--.*$/gm, '')
    .replace(/\/\*(?:[^*/]|\*(?!\/)|\/(?!\*))*\*\//g, '')
    .trim() === '';
