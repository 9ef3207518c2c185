// Widths of texts in columns of a terminal, for tables: accents and colors take no column, wide characters take two.
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
