// Reads YAML changelogs with the package `yaml`, for liquibase.ts.
import { parseDocument } from 'yaml';
import { SchemaError } from '../../errors.ts';
import { locate } from '../../sql/source.ts';

/** Aliases of aliases multiply: a small file could mean gigabytes. */
const MOST_ALIASES = 100;

/** The value of one document. Raises `adoption/unreadable` with the place. */
export function parseYaml(text: string, file: string): unknown {
  const source = text.replace(/^\uFEFF/, '');
  const document = parseDocument(source, { prettyErrors: false });
  const [error] = document.errors;
  if (error === undefined) {
    try {
      return document.toJS({ maxAliasCount: MOST_ALIASES });
    } catch (cause) {
      const said = cause instanceof Error ? cause.message : String(cause);
      throw new SchemaError('adoption/unreadable', `${file} is not YAML that can be read: ${said}`, {
        hint: 'Write the text of the aliases (*name) where they are used.',
        cause,
      });
    }
  }
  throw new SchemaError('adoption/unreadable', `${file} is not YAML that can be read: ${error.message}`, {
    location: locate(source, error.pos[0], file),
  });
}
