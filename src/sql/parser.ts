// The parser libpg-query, for all rooms: splits SQL text into statements with parse trees and offsets.
import { hasSqlDetails, loadModule, parseSync } from 'libpg-query';
import { SchemaError } from '../errors.ts';
import { tokens } from './lexer.ts';
import { asList, asNode, asNumber, child, children, type Node } from './node.ts';
import { endsOfPieces } from './pieces-of-text.ts';
import { byteToOffset, locate, offsetOfCodePoint } from './source.ts';

/** One statement of a text, with its parse tree and its place. Offsets count in the text that was parsed. */
export interface ParsedStatement {
  /** The parse node's type, for example `CreateStmt`. */
  readonly type: string;
  /** The parse node. Its `location` fields are string offsets into the whole text. */
  readonly node: Node;
  readonly start: number;
  /** Offset after the last character of the statement; the semicolon does not belong to the statement. */
  readonly end: number;
  readonly text: string;
  /** The comments directly before the statement, without a blank line between. */
  readonly comments: readonly string[];
}

/** Loads the parser. Programs and workflows await this call once; all other functions here are synchronous. */
export async function loadParser(): Promise<void> {
  await loadModule();
}

/**
 * Splits SQL into its statements with the grammar of PostgreSQL 18. Throws `desired/parse` with the place of the first
 * error. `file` is the name of the text in that place. A text with more characters
 * than `piece` (4 million) is parsed in pieces.
 */
export function splitStatements(sql: string, file = 'SQL', piece?: number): readonly ParsedStatement[] {
  const nul = sql.indexOf('\0');
  if (nul !== -1) {
    // The parser takes a C string and would silently ignore the text after a null character.
    throw new SchemaError('desired/parse', 'the text contains a NUL character', { location: locate(sql, nul, file) });
  }
  if (sql.trim() === '') return [];
  const ends = endsOfPieces(sql, piece);
  const found: ParsedStatement[] = [];
  for (const [index, end] of ends.entries()) {
    const base = ends[index - 1] ?? 0;
    const raw = parseRaw(sql, base, end, file);
    const ofPiece = byteToOffset(sql.slice(base, end));
    const toOffset = (byte: number): number => base + ofPiece(byte);
    if (base > 0 || Buffer.byteLength(sql, 'utf8') !== sql.length) relocate(raw, toOffset);
    for (const item of raw) {
      const statement = statementOf(sql, item, toOffset, found.at(-1)?.end ?? 0);
      found.push(ends.length === 1 ? statement : withoutConstantRows(statement));
    }
  }
  return found;
}

/**
 * The statement without the rows of constants that an INSERT has: the trees of a large file of rows would fill the memory,
 * and nobody asks for them.
 */
function withoutConstantRows(statement: ParsedStatement): ParsedStatement {
  const query = child(statement.node['selectStmt'], 'SelectStmt');
  const rows = children(query?.['valuesLists'], 'List');
  const constant = rows.length > 0 && rows.every((row) => asList(row['items']).every(isConstant));
  if (!constant) return statement;
  return { ...statement, node: { ...statement.node, selectStmt: { SelectStmt: { ...query, valuesLists: [] } } } };
}

const isConstant = (value: unknown): boolean =>
  child(value, 'A_Const') !== undefined || child(value, 'SetToDefault') !== undefined;

/** The raw statements of the text between two offsets. */
function parseRaw(sql: string, base: number, end: number, file: string): readonly unknown[] {
  const piece = base === 0 && end === sql.length ? sql : sql.slice(base, end);
  try {
    return piece.trim() === '' ? [] : asList(parseSync(piece).stmts);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'its memory does not suffice';
    if (!hasSqlDetails(cause)) {
      const size = `${Math.ceil(piece.length / 1024 / 1024)} MB`;
      throw new SchemaError('desired/parse', `the parser gave up on ${size} of SQL: ${message}`, {
        cause,
        location: locate(sql, base, file),
        hint: 'A statement of this size is too large: split it, or use COPY from a file of the server.',
      });
    }
    // The parser counts error positions in characters, but the locations in parse trees in bytes.
    const position = base + offsetOfCodePoint(piece, cause.sqlDetails?.cursorPosition ?? 0);
    const location = locate(sql, position, file);
    throw new SchemaError('desired/parse', message, { cause, sqlstate: '42601', location });
  }
}

/** Turns byte locations into string offsets in the tree itself, which belongs to this call. */
function relocate(value: unknown, toOffset: (byte: number) => number): void {
  if (typeof value !== 'object' || value === null) return;
  const record = value as Record<string, unknown>;
  for (const name in record) {
    const field = record[name];
    if (typeof field === 'object') relocate(field, toOffset);
    else if (name === 'location' && typeof field === 'number' && field > 0) record[name] = toOffset(field);
  }
}

function statementOf(
  sql: string,
  item: unknown,
  toOffset: (byte: number) => number,
  previous: number,
): ParsedStatement {
  const raw = asNode(item);
  const from = Math.max(0, asNumber(raw?.['stmt_location']));
  const length = Math.max(0, asNumber(raw?.['stmt_len']));
  const first = firstToken(sql, toOffset(from));
  const last = length === 0 ? sql.length : toOffset(from + length);
  const end = first + withoutTail(sql.slice(first, last)).length;
  const [type = '', node] = Object.entries(asNode(raw?.['stmt']) ?? {})[0] ?? [];
  const comments = commentsBefore(sql, previous, first);
  return { type, node: asNode(node) ?? {}, start: first, end, text: sql.slice(first, end), comments };
}

/** The grammar may count the white space and comments before a statement as part of the statement. */
function firstToken(sql: string, from: number): number {
  for (const token of tokens(sql, from)) if (token.kind !== 'comment') return token.start;
  return from;
}

/** The end of the statement without the white space and comments after its last token. */
function withoutTail(text: string): string {
  const trimmed = text.trimEnd();
  const lastLine = trimmed.slice(trimmed.lastIndexOf('\n') + 1);
  if (!lastLine.includes('--') && !trimmed.endsWith('*/')) return trimmed;
  let end = 0;
  for (const token of tokens(trimmed)) if (token.kind !== 'comment') end = token.end;
  return trimmed.slice(0, end);
}

/**
 * The comments that describe the statement: without a comment on the last line of the previous statement, and without
 * comments before a blank line.
 */
function commentsBefore(sql: string, from: number, to: number): readonly string[] {
  if (!/--|\/\*/.test(sql.slice(from, to))) return [];
  let comments: string[] = [];
  let end = from;
  for (const token of tokens(sql, from, to)) {
    const gap = sql.slice(end, token.start);
    const sameLine = from > 0 && !sql.slice(from, token.start).includes('\n');
    if (/\n\s*\n/.test(gap.replaceAll('\r', ''))) comments = [];
    if (token.kind === 'comment' && !sameLine) comments.push(sql.slice(token.start, token.end));
    end = token.end;
  }
  return /\n\s*\n/.test(sql.slice(end, to).replaceAll('\r', '')) ? [] : comments;
}
