// psql's commands in desired files, for reading the files: the commands that pg_dump writes are skipped.
import { SchemaError } from '../errors.ts';
import { nameOf, type Token, tokens } from '../sql/lexer.ts';
import { locateIn, type SourceText } from '../sql/source.ts';

/** A text with blanks in place of the text that only psql understands; length and offsets stay the same. */
export interface PlainSql {
  readonly text: string;
  readonly refused: readonly SchemaError[];
}

/** The commands that pg_dump writes; they have no meaning for a schema. */
const OF_PG_DUMP = /^\\(?:restrict|unrestrict|connect|c|encoding)\b/;

/** A part of the text that psql reads and does not send to the server. */
interface PsqlPart {
  readonly kind: 'command' | 'rows';
  readonly start: number;
  readonly end: number;
  /** Within a statement, as in `SELECT 1 \\gset`. */
  readonly within: boolean;
}

/**
 * Replaces psql's commands that pg_dump writes with blanks, and also the rows after COPY … FROM stdin (the COPY itself
 * is refused as a statement later). Other backslash commands are reported: a backslash outside quotes is never SQL.
 */
export function withoutPsql(source: SourceText): PlainSql {
  const { text } = source;
  if (!text.includes('\\') && !/\bstdin\b/i.test(text)) return { text, refused: [] };
  const refused: SchemaError[] = [];
  const parts: PsqlPart[] = [];
  // Rows and commands are no SQL, and a quote in them would confuse the lexer: the lexer starts anew after each.
  for (let part = nextPart(text, 0); part !== undefined; part = nextPart(text, part.end)) {
    const command = text.slice(part.start, part.end);
    const isRefused = part.kind === 'command' && (part.within || !OF_PG_DUMP.test(command));
    if (isRefused) refused.push(refusal(source, part.start, command));
    parts.push(part);
  }
  return { text: blank(text, parts), refused };
}

function nextPart(text: string, from: number): PsqlPart | undefined {
  let words: string[] = [];
  for (const token of tokens(text, from)) {
    if (token.kind === 'comment') continue;
    const symbol = token.kind === 'symbol' ? text.charAt(token.start) : '';
    if (symbol === '\\') {
      return { kind: 'command', start: token.start, end: endOfLine(text, token.start), within: words.length > 0 };
    }
    if (symbol !== ';') words.push(wordOf(text, token));
    else if (isCopyFromStdin(words)) {
      return { kind: 'rows', start: token.end, end: endOfRows(text, endOfLine(text, token.end)), within: false };
    } else words = [];
  }
  return undefined;
}

function wordOf(text: string, token: Token): string {
  return token.kind === 'word' ? nameOf(text, token) : '';
}

function isCopyFromStdin(words: readonly string[]): boolean {
  return words[0] === 'copy' && words.some((word, at) => word === 'stdin' && words[at - 1] === 'from');
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** The offset after the line `\.` that ends the rows, or the end of the file. */
function endOfRows(text: string, from: number): number {
  const end = /\n\\\.[ \t\r]*(?=\n|$)/g;
  end.lastIndex = from;
  return end.exec(text) === null ? text.length : end.lastIndex;
}

function blank(text: string, parts: readonly { readonly start: number; readonly end: number }[]): string {
  let result = '';
  let at = 0;
  for (const { start, end } of parts) {
    result += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    at = end;
  }
  return result + text.slice(at);
}

function refusal(source: SourceText, offset: number, command: string): SchemaError {
  const name = /^\\[^\s;]*/.exec(command)?.[0] ?? '\\';
  return new SchemaError('desired/refused-statement', `${name} is a command of psql, not SQL`, {
    hint: 'Remove it: every .sql file under the schema folder is read anyway.',
    location: locateIn(source, offset),
  });
}
