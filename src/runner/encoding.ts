// Files with characters that the database can't hold: the history keeps the texts of what ran, comments included.
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import type { Migration } from '../migrations/file.ts';
import { locateIn, sourceOf } from '../sql/source.ts';
import { sqlstateOf } from './failure.ts';

/** SQLSTATE untranslatable_character. */
const UNTRANSLATABLE = '22P05';

/** Raises `migration/invalid-file` with all files whose text the encoding of the database lacks. */
export async function refuseUntranslatable(database: Database, files: readonly Migration[]): Promise<void> {
  const [row] = await database.query("SELECT current_setting('server_encoding') AS encoding");
  const encoding = String(row?.['encoding']);
  if (encoding === 'UTF8' || encoding === 'SQL_ASCII') return;
  const problems: SchemaError[] = [];
  for (const file of files) {
    // The server translates the parameter when it reads it.
    await database.query('SELECT $1::text IS NULL', [file.text]).catch((error: unknown) => {
      if (sqlstateOf(error) !== UNTRANSLATABLE || !(error instanceof SchemaError)) throw error;
      problems.push(untranslatable(file, encoding, error));
    });
  }
  if (problems.length > 0) throw SchemaError.all(problems);
}

function untranslatable({ path, text }: Migration, encoding: string, cause: SchemaError): SchemaError {
  const bytes = [
    ...(/byte sequence ((?:0x[0-9a-f]{2} ?)+)/.exec(cause.message)?.[1] ?? '').matchAll(/0x([0-9a-f]{2})/g),
  ];
  const character = Buffer.from(bytes.map(([, digits = '']) => Number.parseInt(digits, 16))).toString('utf8');
  const at = character === '' ? -1 : text.indexOf(character);
  const what = character === '' ? 'a character' : JSON.stringify(character);
  return new SchemaError('migration/invalid-file', `${path} has ${what}, which the encoding ${encoding} lacks`, {
    detail: `${cause.message}. Nothing ran.`,
    hint: 'Write another character, also in comments: the history keeps the text of the file in the database.',
    location: at === -1 ? undefined : locateIn(sourceOf(path, text), at),
    sqlstate: cause.sqlstate,
    cause,
  });
}
