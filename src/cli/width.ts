// Widths of texts in columns of a terminal: a letter with an accent, a wide character and a color count as they show.
import stringWidth from 'string-width';

export const widthOf = (text: string): number => stringWidth(text);

/** The beginning of a text without colors that fits into so many columns. */
export function cut(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let fitting = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (widthOf(fitting + segment) > columns) break;
    fitting += segment;
  }
  return fitting;
}
