// Prints an error: message, place with a caret, SQLSTATE, DETAIL and HINT. For all commands.
import { type Location, SchemaError } from '../errors.ts';
import { oneLine } from '../sql/shown.ts';
import type { Palette } from './shown.ts';
import { wrapped } from './width.ts';

const MOST_OTHERS = 9;
const WIDTH = 110;

export interface ErrorTextOptions {
  readonly verbose: boolean;
  /** The folder that places in migrations are relative to. */
  readonly migrationsDir?: string | undefined;
  /** The columns of the terminal; absent or null: lines have no limit. */
  readonly columns?: number | null;
  /** Print only the first error, without its `others`. */
  readonly alone?: boolean;
}

/** An error as text, without a line feed at its end. */
export function errorText(error: unknown, paint: Palette, options: ErrorTextOptions): string {
  if (!(error instanceof SchemaError)) return unexpected(error, paint, options.verbose);
  const place = placeOf(error, options.migrationsDir);
  const { columns = null } = options;
  const head = `error [${error.code}]: `;
  const lines = [`${paint.red('error')} [${error.code}]: ${wrapped(error.message, columns, 2, head.length)}`];
  if (place !== null) lines.push(`  ${paint.cyan(shown(place))}`, ...caret(place, paint));
  if (error.sqlstate !== undefined) lines.push(`  SQLSTATE ${error.sqlstate}`);
  lines.push(...labelled('DETAIL', error.detail, columns), ...labelled('HINT', error.hint, columns));
  const others = options.alone ? [] : error.others;
  for (const other of others.slice(0, MOST_OTHERS)) lines.push(...otherLines(other, options));
  const more = others.length - MOST_OTHERS;
  if (more > 0) lines.push(`  and ${more} more like these`);
  if (options.verbose) lines.push(...stack(error));
  return lines.join('\n');
}

function unexpected(error: unknown, paint: Palette, verbose: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = [
    `${paint.red('error')}: ${wrapped(message, null, 2)}`,
    '  HINT: This is not expected. Please report it with --verbose.',
  ];
  if (verbose) lines.push(...stack(error));
  return lines.join('\n');
}

function stack(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const cause = error.cause === undefined ? [] : ['  caused by:', ...stack(error.cause)];
  return [...(error.stack ?? '').split('\n').map((line) => `  ${line}`), ...cause];
}

/** The lines of a text, those after the first under the beginning of the first. */
function labelled(label: string, text: string | undefined, columns: number | null): string[] {
  if (text === undefined || text === '') return [];
  return [`  ${label}: ${wrapped(text, columns, label.trimStart().length + 4 + label.search(/\S/))}`];
}

function otherLines(other: SchemaError, { migrationsDir, columns = null }: ErrorTextOptions): string[] {
  const place = placeOf(other, migrationsDir);
  const where = place === null ? '' : `${shown(place)}: `;
  const head = `  also [${other.code}]: `;
  return [
    `${head}${wrapped(`${where}${other.message}`, columns, 4, head.length)}`,
    ...labelled('      HINT', other.hint, columns),
  ];
}

/**
 * The runner and the sum name files relative to the migrations folder; an editor needs a path relative to the working
 * directory.
 */
function placeOf(error: SchemaError, migrationsDir: string | undefined): Location | null {
  const { location, code } = error;
  if (location === undefined) return null;
  const below = code.startsWith('migration/') && migrationsDir !== undefined;
  return below ? { ...location, file: `${migrationsDir}/${location.file}` } : location;
}

const shown = ({ file, line, column }: Location): string => `${oneLine(file)}:${line}:${column}`;

/** The line, cut around the column, and a caret under it. Tabs are kept, so that the caret has the right column. */
function caret({ text, column }: Location, paint: Palette): string[] {
  if (text === undefined || text.trim() === '') return [];
  const characters = [...text];
  const from = column > WIDTH - 10 ? column - WIDTH / 2 : 0;
  const shownPart = (begin: number, end: number): string =>
    characters
      .slice(begin, end)
      .map((character) => (character === '\t' ? '\t' : oneLine(character)))
      .join('');
  const indent = shownPart(from, column - 1).replace(/[^\t]/gu, ' ');
  return [`    ${shownPart(from, from + WIDTH)}`, `    ${indent}${paint.red('^')}`];
}

/** An error as JSON. */
export function errorDocument(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof SchemaError)) {
    return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) };
  }
  return {
    code: error.code,
    message: error.message,
    detail: error.detail ?? null,
    hint: error.hint ?? null,
    sqlstate: error.sqlstate ?? null,
    location: error.location === undefined ? null : { ...error.location, text: error.location.text ?? null },
    others: error.others.map((other) => errorDocument(other)),
  };
}
