// How text from elsewhere (names, values, messages of servers, files of others) is shown, for everything that a
// terminal, the log of a CI system or a comment in a file receives.

/**
 * Characters that a terminal obeys or that nobody sees: controls (C0, DEL, C1), line and paragraph separators, lone
 * surrogates, and what Unicode calls default ignorable: marks of the reading direction, zero-width characters, tags.
 */
const HIDDEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/**
 * Commands that CI systems find in a log: `::error::` at the start of a line and `##[error]` anywhere (GitHub Actions),
 * `##vso[…]` (Azure Pipelines), `##teamcity[…]`.
 */
const COMMAND = /^([^\S\n]*):(?=:)|#(?=#(?:\[|vso\[|teamcity\[))/gim;

type Escape = (character: string) => string;

/** `\u{202e}`, as JavaScript and Rust write a character. */
const escaped: Escape = (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`;

/** Text that stays in its line: a name, a value. Line feeds and tabs are escaped as well. */
export const oneLine = (text: string): string => text.replace(HIDDEN, escaped);

/** A sentence for a comment in a file: as one line, with a space for a line feed or a tab. */
export const sentence = (text: string): string => oneLine(text.replace(/\s+/g, ' ').trim());

/** Text of several lines: line feeds and tabs stay, and no line is a command of a CI system. */
export const visible = (text: string, how: Escape = escaped): string =>
  (how === escaped ? text.replaceAll('\r\n', '\n') : text)
    .replace(HIDDEN, (character) => (character === '\n' || character === '\t' ? character : how(character)))
    .replace(COMMAND, (found, indent: string | undefined) =>
      indent === undefined ? how(found) : `${indent}${how(':')}`,
    );

/** A value as JSON: what `visible` escapes has the escapes of JSON, so that the value stays the same. */
export const visibleJson = (value: unknown, indent?: number): string =>
  visible(JSON.stringify(value, null, indent), unicodeEscape);

/** `\u202e`; beyond the basic plane two of them. */
const unicodeEscape: Escape = (character) =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
