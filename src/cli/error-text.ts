// Prints an error: message, place with a caret, SQLSTATE, DETAIL and HINT, without secrets. For all commands.
import { type Location, SchemaError } from '../errors.ts';
import { redactUrl } from '../settings/settings.ts';
import { withoutSecrets } from '../sql/secrets.ts';
import type { Palette } from './terminal.ts';

const MOST_OTHERS = 9;
const WIDTH = 110;

/** The text with the passwords of URLs, connection strings and statements removed. */
const redacted = (text: string): string =>
  withoutSecrets(text)
    .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, (url) => redactUrl(url))
    .replace(/\b(PGPASSWORD|password)=(?!\*\*\*)('[^']*'|[^&\s"',;]+)/gi, '$1=***');

export interface ErrorTextOptions {
  readonly verbose: boolean;
  /** The folder that places in migrations are relative to. */
  readonly migrationsDir?: string | undefined;
  /** Print only the first error, without its `others`. */
  readonly alone?: boolean;
}

/** An error as text, without a line feed at its end. */
export function errorText(error: unknown, paint: Palette, options: ErrorTextOptions): string {
  if (!(error instanceof SchemaError)) return unexpected(error, paint, options.verbose);
  const place = placeOf(error, options.migrationsDir);
  const lines = [`${paint.red('error')} [${error.code}]: ${error.message}`];
  if (place !== null) lines.push(`  ${paint.cyan(shown(place))}`, ...caret(place, paint));
  if (error.sqlstate !== undefined) lines.push(`  SQLSTATE ${error.sqlstate}`);
  lines.push(...labelled('DETAIL', error.detail), ...labelled('HINT', error.hint));
  const others = options.alone ? [] : error.others;
  for (const other of others.slice(0, MOST_OTHERS)) lines.push(...otherLines(other, options.migrationsDir));
  const more = others.length - MOST_OTHERS;
  if (more > 0) lines.push(`  and ${more} more like these`);
  if (options.verbose) lines.push(...stack(error));
  return redacted(lines.join('\n'));
}

function unexpected(error: unknown, paint: Palette, verbose: boolean): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = [`${paint.red('error')}: ${message}`, '  HINT: This is not expected. Please report it with --verbose.'];
  if (verbose) lines.push(...stack(error));
  return redacted(lines.join('\n'));
}

function stack(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const cause = error.cause === undefined ? [] : ['  caused by:', ...stack(error.cause)];
  return [...(error.stack ?? '').split('\n').map((line) => `  ${line}`), ...cause];
}

/** Indents the lines of a text under its label. */
function labelled(label: string, text: string | undefined): string[] {
  if (text === undefined || text === '') return [];
  return [`  ${label}: ${text.split('\n').join(`\n  ${' '.repeat(label.length + 2)}`)}`];
}

function otherLines(other: SchemaError, migrationsDir: string | undefined): string[] {
  const place = placeOf(other, migrationsDir);
  const where = place === null ? '' : `${shown(place)}: `;
  return [`  also [${other.code}]: ${where}${other.message}`, ...labelled('      HINT', other.hint)];
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

const shown = ({ file, line, column }: Location): string => `${file}:${line}:${column}`;

/** The line, cut around the column, and a caret under it. Tabs are kept, so that the caret has the right column. */
function caret({ text, column }: Location, paint: Palette): string[] {
  if (text === undefined || text.trim() === '') return [];
  const characters = [...text];
  const from = column > WIDTH - 10 ? column - WIDTH / 2 : 0;
  const visible = characters.slice(from, from + WIDTH).join('');
  const indent = characters.slice(from, column - 1).map((character) => (character === '\t' ? '\t' : ' '));
  return [`    ${visible}`, `    ${indent.join('')}${paint.red('^')}`];
}

/** An error as JSON. */
export function errorDocument(error: unknown): Readonly<Record<string, unknown>> {
  const text = (value: string | undefined): string | null => (value === undefined ? null : redacted(value));
  if (!(error instanceof SchemaError)) {
    return { code: 'unexpected', message: redacted(error instanceof Error ? error.message : String(error)) };
  }
  return {
    code: error.code,
    message: redacted(error.message),
    detail: text(error.detail),
    hint: text(error.hint),
    sqlstate: error.sqlstate ?? null,
    location: error.location === undefined ? null : { ...error.location, text: text(error.location.text) },
    others: error.others.map((other) => errorDocument(other)),
  };
}
