// The SQL statements within the string body of a routine, for lint.
import { parsePlPgSQLSync } from 'libpg-query';
import { asNode, asNumber, asText } from './node.ts';
import { type ParsedStatement, splitStatements } from './parser.ts';
import { routineBody } from './references.ts';

/** An SQL statement within a body, with the line of the body on which the statement starts (from 0). */
export interface BodyQuery {
  readonly statement: ParsedStatement;
  readonly line: number;
}

/**
 * The statements and expressions of a body in sql or plpgsql; none for other languages and for a body that does not
 * parse.
 */
export function bodyQueries(routine: ParsedStatement): readonly BodyQuery[] {
  const found = routineBody(routine);
  if (found === undefined || routine.type !== 'CreateFunctionStmt') return [];
  if (found.language === 'sql') return queriesOf(found.body, (start) => lineOf(found.body, start));
  if (found.language !== 'plpgsql') return [];
  try {
    return expressions(parsePlPgSQLSync(routine.text), 0).flatMap(({ query, line }) => queriesOf(query, () => line));
  } catch {
    return [];
  }
}

function queriesOf(sql: string, line: (start: number) => number): BodyQuery[] {
  try {
    return splitStatements(sql).map((statement) => ({ statement, line: line(statement.start) }));
  } catch {
    return [];
  }
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length - 1;

/** RawParseMode (parser.h): 2 is an expression, from 3 on an assignment. */
const EXPRESSION = 2;

function expressions(value: unknown, line: number): { readonly query: string; readonly line: number }[] {
  if (Array.isArray(value)) return value.flatMap((item) => expressions(item, line));
  const node = asNode(value);
  if (!node) return [];
  const here = asNumber(node['lineno']) > 0 ? asNumber(node['lineno']) - 1 : line;
  const text = asText(node['query']);
  const mode = asNumber(node['parseMode']);
  if (text === '') return Object.values(node).flatMap((child) => expressions(child, here));
  const query = mode < EXPRESSION ? text : `SELECT ${mode > EXPRESSION ? text.replace(/^.*?:?=/s, '') : text}`;
  return [{ query, line: here }];
}
