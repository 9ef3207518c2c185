import { hasSqlDetails, loadModule, parseSync } from 'libpg-query';
import { SchemaError } from '../errors.ts';
import { tokens } from './lexer.ts';
import { asList, asNode, asNumber, type Node } from './node.ts';
import { byteToOffset, locate, offsetOfCodePoint } from './source.ts';

/** One statement of a text, with its parse tree and its place. Offsets are those of the text that was parsed. */
export interface ParsedStatement {
  /** The parse node's type, for example `CreateStmt`. */
  readonly type: string;
  /** The parse node. Its `location` fields are string offsets into the whole text. */
  readonly node: Node;
  readonly start: number;
  /** Offset after the statement's last character; the semicolon is not part of it. */
  readonly end: number;
  readonly text: string;
  /** Comments right before the statement, without a blank line between. */
  readonly comments: readonly string[];
}

/** Load the parser. The edges await this once; everything after it is synchronous. */
export async function loadParser(): Promise<void> {
  await loadModule();
}

/**
 * Split SQL into its statements with PostgreSQL 18's own grammar.
 * Throws `desired/parse` with the place of the first error. `file` names the text in that place.
 */
export function splitStatements(sql: string, file = 'SQL'): readonly ParsedStatement[] {
  const nul = sql.indexOf('\0');
  if (nul !== -1) {
    // The parser takes a C string and would silently leave out what follows.
    throw new SchemaError('desired/parse', 'the text contains a NUL character', { location: locate(sql, nul, file) });
  }
  if (sql.trim() === '') return [];
  const raw = parseRaw(sql, file);
  const toOffset = byteToOffset(sql);
  if (Buffer.byteLength(sql, 'utf8') !== sql.length) relocate(raw, toOffset);
  let previous = 0;
  return raw.map((item) => {
    const statement = statementOf(sql, item, toOffset, previous);
    previous = statement.end;
    return statement;
  });
}

function parseRaw(sql: string, file: string): readonly unknown[] {
  try {
    return asList(parseSync(sql).stmts);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (!hasSqlDetails(cause)) {
      throw new SchemaError('desired/parse', `the parser gave up: ${message}`, {
        cause,
        location: locate(sql, 0, file),
      });
    }
    // The parser counts error positions in characters, unlike the locations in its trees.
    const position = offsetOfCodePoint(sql, cause.sqlDetails?.cursorPosition ?? 0);
    const location = locate(sql, position, file);
    throw new SchemaError('desired/parse', message, { cause, sqlstate: '42601', location });
  }
}

/** Turn byte locations into string offsets, in place: the tree was made for this call. */
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

/** The grammar may count white space and comments before a statement as part of it. */
function firstToken(sql: string, from: number): number {
  for (const token of tokens(sql, from)) if (token.kind !== 'comment') return token.start;
  return from;
}

/** Without white space and comments after the last token. */
function withoutTail(text: string): string {
  const trimmed = text.trimEnd();
  const lastLine = trimmed.slice(trimmed.lastIndexOf('\n') + 1);
  if (!lastLine.includes('--') && !trimmed.endsWith('*/')) return trimmed;
  let end = 0;
  for (const token of tokens(trimmed)) if (token.kind !== 'comment') end = token.end;
  return trimmed.slice(0, end);
}

/**
 * Comments that speak of the statement: not a remark at the end of the statement before, nor one set off by a blank
 * line.
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
