// Flyway's configuration of one script: `V2__x.sql.conf` beside `V2__x.sql`, lines of `key=value`.
import { SchemaError } from '../errors.ts';

export interface ConfDirective {
  readonly word: string;
  readonly value: string;
}

/** The lines as directives: Flyway's keys, and our directives by their names (`lock-timeout=2s`). */
export function confDirectives(text: string, path: string): readonly ConfDirective[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (/^\s*([#!].*)?$/.test(line)) return [];
    const [, key = '', value = ''] = /^\s*([^=:\s]+)\s*[=:]\s*(.*?)\s*$/.exec(line) ?? [];
    const location = { file: path, line: index + 1, column: 1, text: line };
    if (key === '') {
      throw new SchemaError('migration/invalid-file', 'a line of a .conf file is key=value', { location });
    }
    const reader = FLYWAY.get(key);
    if (reader === undefined) return [{ word: key.replace(/^schema[.:]/, ''), value }];
    const directives = reader(value);
    if (directives !== null) return directives;
    throw new SchemaError('migration/invalid-file', `${key}=${value} is not supported`, {
      location,
      hint: HINTS.get(key) ?? 'Use true or false.',
    });
  });
}

type Reader = (value: string) => readonly ConfDirective[] | null;

const FLYWAY = new Map<string, Reader>([
  [
    'executeInTransaction',
    (value) => (value === 'true' ? [] : value === 'false' ? [{ word: 'transaction', value: 'none' }] : null),
  ],
  [
    'placeholderReplacement',
    (value) =>
      /^(true|false)$/.test(value) ? [{ word: 'placeholders', value: value === 'true' ? 'on' : 'off' }] : null,
  ],
  ['encoding', (value) => (/^utf-?8$/i.test(value) ? [] : null)],
  ['shouldExecute', (value) => (value === 'true' ? [] : null)],
]);

const HINTS = new Map([
  ['encoding', 'Save the file as UTF-8.'],
  ['shouldExecute', 'Write a condition as a directive: "-- schema:check on-fail=skip SELECT …", or use schema:labels.'],
]);
