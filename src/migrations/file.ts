// One migration file as data, for the folder and the runner. Reading does not parse SQL, so large folders read fast.
import { createHash } from 'node:crypto';
import { SchemaError } from '../errors.ts';
import { withoutSecrets } from '../sql/secrets.ts';
import { type CallbackEvent, FOREIGN_EVENTS } from './callbacks.ts';
import { type Directives, readDirectives, readDirectivesWithConf, withoutAcknowledgements } from './directives.ts';
import { type MigrationKind, parseFileName } from './names.ts';
import { type Placeholders, secretValues } from './placeholder-values.ts';

/** A file of the migrations folder: its path below it, with `/`, and its text as it was read. */
export interface MigrationFile {
  readonly path: string;
  readonly text: string;
}

export interface Migration {
  readonly kind: MigrationKind;
  /** The version; empty for repeatables and callbacks. */
  readonly version: string;
  /** The event of a callback. */
  readonly event?: CallbackEvent;
  /** The `.conf` file beside it, with its own checksum. */
  readonly conf?: MigrationFile & { readonly checksum: string };
  readonly name: string;
  readonly path: string;
  /** The first folder of the path: `ddl`, `dml`, `routines`, or empty. */
  readonly folder: string;
  /**
   * `sha256:` and 64 hexadecimal digits, of `text` without the lines that acknowledge hazards: a reviewer may add them
   * after the file ran elsewhere, and they are no part of what runs.
   */
  readonly checksum: string;
  /** The same with these lines: of what is approved, and of files that an earlier version of this program recorded. */
  readonly wholeChecksum: string;
  /** The text with line feeds only, so that every checkout has the same checksum. */
  readonly text: string;
  readonly directives: Directives;
  /** Where placeholders were replaced in `text`: the text of the file, and the values. */
  readonly written?: { readonly text: string; readonly placeholders: Placeholders };
}

/** The text of the file, which the history keeps: without the values of placeholders. */
export const writtenText = ({ written, text }: Migration): string => written?.text ?? text;

/** A part of the text, or a message about it, without secrets. */
export const withoutSecretsOf = ({ written }: Migration, text: string): string =>
  withoutSecrets(text, written === undefined ? [] : secretValues(written.placeholders));

/**
 * Text -> migration, with the `.conf` beside it where there is one. Raises `migration/invalid-file` for what is no
 * migration's name, empty, or wrongly directed.
 */
export function readMigration(file: MigrationFile, conf?: MigrationFile): Migration {
  const parsed = parseFileName(baseOf(file.path));
  if (parsed === null || /\p{Cc}/u.test(file.path)) throw misnamed(file.path);
  const text = normalizeText(file.text);
  if (text.includes('\0')) {
    throw new SchemaError('migration/invalid-file', `${file.path} contains a zero byte`, {
      hint: 'Save it as UTF-8: PostgreSQL takes no zero bytes in SQL.',
    });
  }
  const directives =
    conf === undefined ? readDirectives(text, file.path) : readDirectivesWithConf(text, file.path, conf);
  if (holdsNoStatement(text) && !(parsed.kind === 'undo' && maybeEmpty(directives))) {
    throw new SchemaError('migration/invalid-file', `${file.path} holds no statement`, {
      hint: 'Write its SQL, or delete the file.',
    });
  }
  if (directives.requiresRepeatables.length > 0 && parsed.kind !== 'repeatable') throw requiresLater(file.path);
  const folder = file.path.includes('/') ? file.path.slice(0, file.path.indexOf('/')) : '';
  const beside = conf === undefined ? {} : { conf: { ...conf, checksum: checksumOf(normalizeText(conf.text)) } };
  return { ...parsed, ...beside, path: file.path, folder, ...checksumsOf(text), text, directives };
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function misnamed(path: string): SchemaError {
  if (/\p{Cc}/u.test(path)) {
    return new SchemaError('migration/invalid-file', `${path} has a control character in its path`, {
      hint: 'Rename it: schema.sum has one line for each path.',
    });
  }
  const event = FOREIGN_EVENTS.find((name) => baseOf(path).startsWith(name));
  if (event !== undefined) {
    return new SchemaError('migration/invalid-file', `${path} is a callback for ${event}, which is not supported`, {
      detail: 'It would never run.',
      hint: 'See docs/migration-files.md for the events that are.',
    });
  }
  return new SchemaError('migration/invalid-file', `${path} is not named like a migration`, {
    detail: 'Every .sql file of the migrations folder runs, so none is passed over because of its name.',
    hint:
      'Name it V<version>__<name>.sql (U… for its undo, R__<name>.sql for a repeatable, B<version>__<name>.sql for a ' +
      'baseline, or after an event such as afterMigrate.sql), or move it out of the folder.',
  });
}

const requiresLater = (path: string): SchemaError =>
  new SchemaError('migration/invalid-file', `${path} requires a repeatable migration, which runs after all versions`, {
    hint: 'Only a repeatable migration can require another one: put what is needed into a versioned file.',
  });

/** The key of a migration in the history: `1.2`, `B1.2`, `R__views`. */
export function historyKey({ kind, version, name }: Pick<Migration, 'kind' | 'version' | 'name'>): string {
  if (kind === 'baseline') return `B${version}`;
  return kind === 'repeatable' ? `R__${name}` : version;
}

const maybeEmpty = (directives: Directives): boolean =>
  directives.undoneWith !== undefined || directives.irreversible !== undefined;

/** The text without byte order mark, with line feeds only and one at the end: git and editors may change these. */
export function normalizeText(text: string): string {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const trimmed = lines.trimEnd();
  return trimmed === '' ? '' : `${trimmed}\n`;
}

/** Both checksums of a normalized text. */
export const checksumsOf = (text: string): Pick<Migration, 'checksum' | 'wholeChecksum'> => ({
  checksum: checksumOf(withoutAcknowledgements(text)),
  wholeChecksum: checksumOf(text),
});

/** Whether a recorded checksum is that of the file, apart from its acknowledgments. */
export const hasChecksum = ({ checksum, wholeChecksum }: Checksums, recorded: string): boolean =>
  recorded === checksum || recorded === wholeChecksum;

type Checksums = Pick<Migration, 'checksum' | 'wholeChecksum'>;

/** SHA-256 of the normalized text, with the algorithm's name before it. */
export const checksumOf = (normalized: string): string =>
  `sha256:${createHash('sha256').update(normalized, 'utf8').digest('hex')}`;

/** Whether the text is only white space and comments (nested comments count as statements). */
const holdsNoStatement = (text: string): boolean =>
  text
    .replace(/^\s*--.*$/gm, '')
    .replace(/\/\*(?:[^*/]|\*(?!\/)|\/(?!\*))*\*\//g, '')
    .trim() === '';
