// A lexer for SQL text, whether or not the text parses, for rooms that need tokens and no parse tree.
/** The kind of a token. White space has no token; an open quote or comment ends at the end of the text. */
export type TokenKind = 'comment' | 'string' | 'quoted name' | 'word' | 'number' | 'parameter' | 'symbol';

export interface Token {
  readonly kind: TokenKind;
  /** Offset of the first character. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

// The start of each kind of token. A loop finds the end, since one constant may be megabytes long.
const STARTS = [
  /\s+/,
  /--[^\n\r]*/,
  /\/\*/,
  /[eE]'/,
  /(?:[bBxXnN]|[uU]&)?'/,
  /(?:[uU]&)?"/,
  /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/,
  /\$\d+/,
  /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/,
  /\d[\w.]*/,
  /[\s\S]/,
];
const NEXT = STARTS.map((start) => start.source).join('|');

/**
 * The tokens of SQL text (manual, section 4.1), for work that needs no grammar: comments, the words in routine bodies,
 * the place of one keyword, psql's backslash commands. Raises no errors. Strings are read as with
 * standard_conforming_strings.
 */
export function* tokens(text: string, from = 0, to: number = text.length): Generator<Token, void, undefined> {
  const next = new RegExp(NEXT, 'y');
  let at = from;
  while (at < to) {
    next.lastIndex = at;
    const found = next.exec(text)?.[0] ?? ' ';
    const kind = kindOf(found);
    const end = Math.min(kind === 'space' ? at + found.length : endOf(text, at, found, kind), to);
    if (kind !== 'space') yield { kind, start: at, end };
    at = end;
  }
}

function kindOf(found: string): TokenKind | 'space' {
  const first = found.charAt(0);
  if (/\s/.test(first)) return 'space';
  if (found.startsWith('--') || found === '/*') return 'comment';
  if (found.endsWith("'")) return 'string';
  if (found.endsWith('"')) return 'quoted name';
  if (first === '$' && found.length > 1) return found.endsWith('$') ? 'string' : 'parameter';
  if (first >= '0' && first <= '9') return 'number';
  return /[A-Za-z_\u0080-\uffff]/.test(first) ? 'word' : 'symbol';
}

function endOf(text: string, start: number, opening: string, kind: TokenKind): number {
  const inside = start + opening.length;
  if (opening === '/*') return endOfComment(text, inside);
  if (kind === 'quoted name') return endOfQuote(text, inside, '"');
  if (kind !== 'string') return inside;
  if (opening.startsWith('$')) {
    const close = text.indexOf(opening, inside);
    return close === -1 ? text.length : close + opening.length;
  }
  return /^e/i.test(opening) ? endOfEscapeString(text, inside) : endOfQuote(text, inside, "'");
}

function endOfQuote(text: string, from: number, quote: string): number {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 2)) {
    if (text.charAt(at + 1) !== quote) return at + 1;
  }
  return text.length;
}

function endOfEscapeString(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === "'") {
      if (text.charAt(at + 1) !== "'") return at + 1;
      at += 1;
    }
  }
  return text.length;
}

/** Block comments nest in PostgreSQL. */
function endOfComment(text: string, from: number): number {
  const mark = /\/\*|\*\//g;
  mark.lastIndex = from;
  for (let depth = 1, found = mark.exec(text); found !== null; found = mark.exec(text)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return mark.lastIndex;
  }
  return text.length;
}

/**
 * The name that a word or quoted name means: an unquoted word folds to lower case (ASCII letters only, as in UTF-8).
 */
export function nameOf(text: string, token: Token): string {
  const raw = text.slice(token.start, token.end);
  if (token.kind !== 'quoted name') return raw.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  return raw.slice(raw.indexOf('"') + 1, -1).replaceAll('""', '"');
}
