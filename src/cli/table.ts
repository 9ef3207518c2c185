// Prints columns of text, each as wide as its widest cell. For commands that list things.
import { oneLine } from '../sql/shown.ts';
import type { Paint } from './shown.ts';
import { widthOf } from './width.ts';

/** Rows under `head`; the last column is not padded. `paint` may color cells afterwards. */
export function table(
  head: readonly string[],
  content: readonly (readonly string[])[],
  paint: { readonly head: Paint; readonly cell: (text: string, column: number) => string },
): string {
  const rows = content.map((cells) => cells.map(oneLine));
  const widths = head.map((title, column) =>
    Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (cells: readonly string[], style: (text: string, column: number) => string): string =>
    cells
      .map((cell, column) => {
        const padding = column === cells.length - 1 ? '' : ' '.repeat((widths[column] ?? 0) - widthOf(cell));
        return `${style(cell, column)}${padding}`;
      })
      .join('  ')
      .trimEnd();
  return [line(head, paint.head), ...rows.map((row) => line(row, paint.cell))].join('\n');
}
