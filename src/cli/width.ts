// Widths of texts in columns of a terminal, for tables, errors and help: accents and colors take no column, wide
// characters take two.
import stringWidth from 'string-width';

export const widthOf = (text: string): number => stringWidth(text);

/** The start of a text without colors that fits into a number of columns. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let fitting = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(fitting + segment) > columns) break;
    fitting += segment;
  }
  return fitting;
}

/** The same, with an ellipsis in place of what does not fit. */
export const shortened = (text: string, columns: number): string =>
  widthOf(text) <= columns ? text : `${cut(text, columns - 1)}…`;

/**
 * The text with a line feed in place of a space where a line would be longer than `columns`; lines after the first are
 * indented. Words are not broken. Null: no limit.
 */
export function wrapped(text: string, columns: number | null, indent = 0, first = indent): string {
  const space = ' '.repeat(indent);
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    let room = (columns ?? Number.POSITIVE_INFINITY) - (lines.length === 0 ? first : indent);
    for (const word of paragraph.split(' ')) {
      if (line !== '' && widthOf(line) + 1 + widthOf(word) > room) {
        lines.push(line);
        [line, room] = [word, (columns ?? 0) - indent];
      } else line = line === '' ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.join(`\n${space}`);
}
