// A long SQL text in pieces of whole statements, for the parser: its memory does not hold the tree of a very long text.
import { tokens } from './lexer.ts';

/** A piece has at least this many characters, and ends with the next statement. */
const PIECE = 4 * 1024 * 1024;

/** The offsets at which the pieces end; the last is the length of the text. */
export function endsOfPieces(sql: string, least: number = PIECE): readonly number[] {
  if (sql.length <= least) return [sql.length];
  const ends: number[] = [];
  let next = least;
  for (const semicolon of semicolons(sql)) {
    if (semicolon < next) continue;
    ends.push(semicolon + 1);
    next = semicolon + 1 + least;
  }
  return [...ends, sql.length];
}

/** The offsets of the semicolons that end statements: not those in parentheses (CREATE RULE), nor in BEGIN ATOMIC … END. */
function* semicolons(sql: string): Generator<number, void, undefined> {
  let parentheses = 0;
  let body = 0;
  let last = '';
  for (const { kind, start, end } of tokens(sql)) {
    if (kind === 'symbol') {
      const symbol = sql.charAt(start);
      if (symbol === '(') parentheses += 1;
      else if (symbol === ')') parentheses -= 1;
      else if (symbol === ';' && parentheses === 0 && body === 0) yield start;
    }
    if (kind === 'comment') continue;
    const word = kind === 'word' && end - start <= 'atomic'.length ? sql.slice(start, end).toLowerCase() : '';
    if (word === 'atomic' && last === 'begin') body = 1;
    else if (body > 0 && word === 'case') body += 1;
    else if (body > 0 && word === 'end') body -= 1;
    last = word;
  }
}
