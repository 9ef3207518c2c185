// SQL as a result on the terminal, which a person may also pipe into psql: the meaning stays, and nothing is hidden.
import { nameOf, type Token, tokens } from './lexer.ts';
import { visible } from './shown.ts';

/**
 * The SQL with SQL's own escapes for what `visible` escapes: `U&"…"` for names, `E'…'` for strings. Comments are shown
 * as other text. A cast at the start of a line, which GitHub Actions takes for a command, gets a comment before it.
 */
export function visibleSql(sql: string): string {
  if (visible(sql) === sql) return sql;
  let shown = '';
  let at = 0;
  for (const token of tokens(sql)) {
    shown += sql.slice(at, token.start).replace(/[^\n\t ]/g, ' ');
    if (sql.startsWith('::', token.start) && /(?:^|\n)[\t ]*$/.test(shown)) shown += '/**/';
    shown += shownToken(sql, token);
    at = token.end;
  }
  return shown;
}

function shownToken(sql: string, token: Token): string {
  const text = sql.slice(token.start, token.end);
  if (token.kind === 'string') return shownString(text);
  const isName = token.kind === 'quoted name' || token.kind === 'word';
  const hidden = visible(text) !== text || (isName && text.includes('\n'));
  if (!hidden) return text;
  // The escape character of U& may be another one (UESCAPE), so that such a name is shown and no longer the same.
  return isName && !/^u&"/i.test(text) ? shownName(nameOf(sql, token)) : visible(text);
}

const shownName = (name: string): string =>
  `U&"${visible(name.replaceAll('\\', '\\\\').replaceAll('"', '""'), inName).replace(/[\n\t]/g, inName)}"`;

/** `\202e`, or `\+01f600` beyond the basic plane (manual, section 4.1.2.3). */
function inName(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 4 ? `\\${code.padStart(4, '0')}` : `\\+${code.padStart(6, '0')}`;
}

/** `\u202e`, or `\U0001f600` beyond the basic plane (manual, section 4.1.2.2). */
function inString(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
}

function shownString(text: string): string {
  if (visible(text) === text) return text;
  const [, dollar] = /^(\$\w*\$)/.exec(text) ?? [];
  if (dollar !== undefined) return `E'${visible(inEscapeString(text.slice(dollar.length, -dollar.length)), inString)}'`;
  if (text.startsWith("'")) {
    return `E'${visible(inEscapeString(text.slice(1, -1).replaceAll("''", "'")), inString)}'`;
  }
  return /^e/i.test(text) ? visible(text, inString) : visible(text);
}

const inEscapeString = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
