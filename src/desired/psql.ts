// Lines of psql in desired files: what pg_dump writes is passed over, for reading the files.
import { SchemaError } from '../errors.ts';
import { nameOf, type Token, tokens } from '../sql/lexer.ts';
import { locateIn, type Source } from '../sql/source.ts';

/** A text without what only psql understands, of the same length, so that offsets stay. */
export interface PlainSql {
  readonly text: string;
  readonly refused: readonly SchemaError[];
}

/** Commands that pg_dump writes; what they do has no meaning for a schema. */
const OF_PG_DUMP = /^\\(?:restrict|unrestrict|connect|c|encoding)\b/;

/** A stretch that psql would take, not the server. */
interface PsqlPart {
  readonly kind: 'command' | 'rows';
  readonly start: number;
  readonly end: number;
  /** Within a statement, as in `SELECT 1 \\gset`. */
  readonly within: boolean;
}

/**
 * Blank out psql's commands that pg_dump writes, and the rows after COPY … FROM stdin (the COPY itself is refused as a
 * statement later). Other backslash commands are reported: a backslash outside quotes is never SQL.
 */
export function withoutPsql(source: Source): PlainSql {
  const { text } = source;
  if (!text.includes('\\') && !/\bstdin\b/i.test(text)) return { text, refused: [] };
  const refused: SchemaError[] = [];
  const parts: PsqlPart[] = [];
  // Neither rows nor commands are SQL: a quote in them would lead the tokens astray, so they start anew after each.
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

/** After the line `\.` that ends the rows, or the end of the file. */
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

function refusal(source: Source, offset: number, command: string): SchemaError {
  const name = /^\\[^\s;]*/.exec(command)?.[0] ?? '\\';
  return new SchemaError('desired/refused-statement', `${name} is a command of psql, not SQL`, {
    hint: 'Remove it: every .sql file under the schema folder is read anyway.',
    location: locateIn(source, offset),
  });
}
