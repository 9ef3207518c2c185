// Prints columns of text, each as wide as its widest cell. For commands that list things.
import { oneLine } from '../sql/shown.ts';
import type { Paint } from './shown.ts';
import { shortened, widthOf } from './width.ts';

const LEAST = 8;
const GAP = 2;

function fitting(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  fit: { readonly column: number; readonly columns: number | null } | undefined,
): readonly (readonly string[])[] {
  if (fit === undefined || fit.columns === null) return rows;
  const widths = widthsOf(head, rows);
  const over = widths.reduce((sum, width) => sum + width + GAP, -GAP) - fit.columns;
  if (over <= 0) return rows;
  const width = Math.max(LEAST, (widths[fit.column] ?? 0) - over);
  return rows.map((cells) => cells.map((cell, column) => (column === fit.column ? shortened(cell, width) : cell)));
}

const widthsOf = (head: readonly string[], rows: readonly (readonly string[])[]): readonly number[] =>
  head.map((title, column) => Math.max(widthOf(title), ...rows.map((row) => widthOf(row[column] ?? ''))));

/** Rows under `head`; the last column is not padded. `paint` may color cells afterwards. */
export function table(
  head: readonly string[],
  content: readonly (readonly string[])[],
  paint: { readonly head: Paint; readonly cell: (text: string, column: number) => string },
  /** The column that is shortened where the rows would be longer than a terminal is wide. */
  fit?: { readonly column: number; readonly columns: number | null },
): string {
  const rows = fitting(
    head,
    content.map((cells) => cells.map(oneLine)),
    fit,
  );
  const widths = widthsOf(head, rows);
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
