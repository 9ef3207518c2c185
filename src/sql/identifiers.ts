// Quoting, truncation and qualification of identifiers and literals by PostgreSQL's rules, for all rooms.
import { KEYWORDS_TO_QUOTE } from './keywords.ts';

/** Bytes of a name that PostgreSQL keeps: NAMEDATALEN - 1 (manual, section 4.1.1). */
export const IDENTIFIER_BYTES = 63;

/** A name as quote_ident() writes it: without quotes only where every supported major reads it as a name. */
export function quoteIdentifier(name: string): string {
  // quote_identifier() in ruleutils.c quotes a name with `$`, although the lexer accepts `$` in an unquoted name.
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !KEYWORDS_TO_QUOTE.has(name)) return name;
  return `"${name.replaceAll('"', '""')}"`;
}

/** `schema.name`, each part quoted where needed; the name alone where the schema is null. */
export function qualifiedName(schema: string | null, name: string): string {
  return schema === null ? quoteIdentifier(name) : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** The unquoted name: the inverse of quote_ident(). */
export const unquoteIdentifier = (name: string): string =>
  name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;

/** A name that a person typed, as PostgreSQL stores it: folded to lower case unless quoted. */
export const foldedIdentifier = (name: string): string =>
  name.startsWith('"') ? unquoteIdentifier(name) : name.toLowerCase();

/** The two names of `schema.name`, each unquoted, as PostgreSQL stores it. */
export function splitQualifiedName(qualified: string): { readonly schema: string; readonly name: string } {
  const [, schema = '', name = qualified] = /^("(?:[^"]|"")*"|[^".]+)\.(.*)$/s.exec(qualified) ?? [];
  return { schema: unquoteIdentifier(schema), name: unquoteIdentifier(name) };
}

/** A string constant as quote_literal() writes it: `E''` only where the value has a backslash. */
export function quoteLiteral(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/** A dollar-quoted string constant with the shortest tag that does not occur in `body`. */
export function dollarQuote(body: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const tag = attempt === 0 ? '$$' : attempt === 1 ? '$_$' : `$_${attempt}$`;
    // A body that ends in `$` could close the quote together with the first character of the tag.
    if ((body + tag).indexOf(tag) === body.length) return tag + body + tag;
  }
}

/** Length of a name in bytes of UTF-8, the unit of PostgreSQL's limit. */
export function identifierBytes(name: string): number {
  return Buffer.byteLength(name, 'utf8');
}

/** Whether PostgreSQL truncates the name. */
export function isTooLong(name: string): boolean {
  return identifierBytes(name) > IDENTIFIER_BYTES;
}

/** The name as PostgreSQL truncates it: at most `bytes` bytes, never within a character. */
export function truncateIdentifier(name: string, bytes: number = IDENTIFIER_BYTES): string {
  let length = 0;
  let result = '';
  for (const character of name) {
    length += identifierBytes(character);
    if (length > bytes) return result;
    result += character;
  }
  return result;
}
