import { KEYWORDS_TO_QUOTE } from './keywords.ts';

/** Bytes of a name that PostgreSQL keeps: NAMEDATALEN - 1 (manual, section 4.1.1). */
export const IDENTIFIER_BYTES = 63;

/** A name as SQL wants it, by the rule of quote_ident(): bare only where no server would read it as anything else. */
export function quoteIdentifier(name: string): string {
  // As in quote_identifier() of ruleutils.c: `$` is legal in a bare name, yet PostgreSQL quotes it.
  if (/^[a-z_][a-z0-9_]*$/.test(name) && !KEYWORDS_TO_QUOTE.has(name)) return name;
  return `"${name.replaceAll('"', '""')}"`;
}

/** `schema.name`, each part quoted where needed; the bare name where the schema is null. */
export function qualifiedName(schema: string | null, name: string): string {
  return schema === null ? quoteIdentifier(name) : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`;
}

/** The bare name behind one that may be quoted: the inverse of quote_ident(). */
export const unquoteIdentifier = (name: string): string =>
  name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;

/** A name as a person writes it, as PostgreSQL stores it: folded to lower case unless quoted. */
export const foldedIdentifier = (name: string): string =>
  name.startsWith('"') ? unquoteIdentifier(name) : name.toLowerCase();

/** The two names of `schema.name`, each as bare as PostgreSQL stores it. */
export function splitQualifiedName(qualified: string): { readonly schema: string; readonly name: string } {
  const [, schema = '', name = qualified] = /^("(?:[^"]|"")*"|[^".]+)\.(.*)$/s.exec(qualified) ?? [];
  return { schema: unquoteIdentifier(schema), name: unquoteIdentifier(name) };
}

/** A string constant, by the rule of quote_literal(): `E''` only where a backslash asks for it. */
export function quoteLiteral(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes('\\') ? `E${quoted.replaceAll('\\', '\\\\')}` : quoted;
}

/** A dollar-quoted string constant with the shortest tag that `body` does not end early. */
export function dollarQuote(body: string): string {
  for (let attempt = 0; ; attempt += 1) {
    const tag = attempt === 0 ? '$$' : attempt === 1 ? '$_$' : `$_${attempt}$`;
    // A body ending in `$` could close the quote together with the tag's first character.
    if ((body + tag).indexOf(tag) === body.length) return tag + body + tag;
  }
}

/**
 * Text made safe for the rest of a `--` comment: line breaks, control characters and the invisible characters that turn
 * the reading direction become spaces, so that nothing leaves the comment or hides in it.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Length of a name in bytes of UTF-8, which is what PostgreSQL limits. */
export function identifierBytes(name: string): number {
  return Buffer.byteLength(name, 'utf8');
}

/** Whether PostgreSQL would cut the name. */
export function isTooLong(name: string): boolean {
  return identifierBytes(name) > IDENTIFIER_BYTES;
}

/** The name as PostgreSQL would cut it: at most `bytes` bytes, never within a character. */
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
