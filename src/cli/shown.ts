// The one way of text to the terminal: secrets are masked, and what a terminal or a CI system would obey is escaped.
import { randomUUID } from 'node:crypto';
import { withoutSecrets } from '../sql/secrets.ts';
import { oneLine, visible, visibleJson } from '../sql/shown.ts';
import { visibleSql } from '../sql/shown-sql.ts';

export type Paint = (text: string) => string;

/** Styles by name with the numbers of SGR sequences that begin and end them. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39],
} as const;

export type Palette = Readonly<Record<keyof typeof STYLES, Paint>>;

/** Stands for the begin of an SGR sequence until text is written. Data can't contain it: it is new in each process. */
const MARK = `\u001b${randomUUID()}`;

const plain: Paint = (text) => text;

export function paletteOf(isColored: boolean): Palette {
  const paint = (style: keyof typeof STYLES): Paint => {
    const [begin, end] = STYLES[style];
    return isColored ? (text) => `${MARK}${begin};${text}${MARK}${end};` : plain;
  };
  return {
    bold: paint('bold'),
    dim: paint('dim'),
    red: paint('red'),
    green: paint('green'),
    yellow: paint('yellow'),
    cyan: paint('cyan'),
  };
}

/** Text as it may be written to a terminal or a log. */
export interface Shown {
  /** Several lines. */
  text(text: string): string;
  /** One line without colors. */
  line(text: string): string;
  /** JSON of the same value, but for secrets. */
  json(value: unknown, indent?: number): string;
  /** SQL of the same meaning, but for secrets. */
  sql(sql: string): string;
  /** Text whose writer has escaped the rest. */
  masked(text: string): string;
}

/** `secrets`: values that are masked wherever they occur, besides what `withoutSecrets` finds by keywords. */
export function shownWith(secrets: readonly string[]): Shown {
  const masked = (text: string): string => withoutSecrets(text, secrets);
  return {
    masked,
    text: (text) => colored(masked(text)),
    line: (text) => oneLine(masked(text)),
    json: (value, indent) => visibleJson(maskedValue(value, masked), indent),
    sql: (sql) => visibleSql(masked(sql)),
  };
}

const MARKS = new RegExp(`${MARK}(\\d+);`);

/** Splitting by the pattern yields texts and the numbers of styles in turn. */
const colored = (text: string): string =>
  text
    .split(MARKS)
    .map((part, index) => (index % 2 === 0 ? visible(part) : `\u001b[${part}m`))
    .join('');

function maskedValue(value: unknown, masked: (text: string) => string): unknown {
  if (typeof value === 'string') return masked(value);
  if (Array.isArray(value)) return value.map((member) => maskedValue(member, masked));
  if (typeof value !== 'object' || value === null || 'toJSON' in value) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, maskedValue(member, masked)]));
}
