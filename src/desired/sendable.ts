// The text of a desired statement that is sent to scratch, for loading.
import { unpopulated } from '../scratch/unpopulated.ts';
import { nameOf, tokens } from '../sql/lexer.ts';
import { children, namesOf } from '../sql/node.ts';
import type { DesiredStatement } from './statements.ts';

/** A statement as it is sent to the server. */
export interface Sendable {
  readonly statement: DesiredStatement;
  readonly sql: string;
  /**
   * The statement must run outside any savepoint. A value that ALTER TYPE … ADD VALUE adds can be used before a commit
   * only if the type was created in the same transaction, and a savepoint counts as another transaction (pg_enum.c,
   * 55P04).
   */
  readonly topLevel: boolean;
  /** Converts an offset in `sql` to an offset in the statement's text. */
  readonly toOriginal: (offset: number) => number;
}

const same = (offset: number): number => offset;

/** The text to send: the user's text, without CONCURRENTLY, without data, and with `OR REPLACE` if asked for. */
export function statementToSend(statement: DesiredStatement, replace: boolean, altered: ReadonlySet<string>): Sendable {
  const isAltered =
    statement.type === 'CreateEnumStmt' && altered.has(namesOf(statement.node['typeName']).at(-1) ?? '');
  const topLevel = isAltered || addsEnumValue(statement);
  if (replace && statement.type === 'CreateFunctionStmt' && statement.node['replace'] !== true) {
    const inserted = ' OR REPLACE';
    const after = 'CREATE'.length;
    const sql = statement.text.slice(0, after) + inserted + statement.text.slice(after);
    return { statement, sql, topLevel, toOriginal: (at) => (at <= after ? at : Math.max(after, at - inserted.length)) };
  }
  const sql = unpopulated({ ...statement, text: withoutConcurrently(statement) });
  return { statement, sql, topLevel, toOriginal: same };
}

function addsEnumValue(statement: DesiredStatement): boolean {
  return statement.type === 'AlterEnumStmt' && statement.node['oldVal'] === undefined;
}

/**
 * The names of enums that statements add values to: CREATE TYPE and ADD VALUE must run in the same transaction, outside
 * savepoints.
 */
export function alteredEnums(statements: readonly DesiredStatement[]): ReadonlySet<string> {
  return new Set(statements.filter(addsEnumValue).map((statement) => namesOf(statement.node['typeName']).at(-1) ?? ''));
}

const detachesPartition = ({ node }: DesiredStatement): boolean =>
  children(node['cmds'], 'AlterTableCmd').some(({ subtype }) => subtype === 'AT_DetachPartition');

/** Whether the statement may have CONCURRENTLY; DETACH PARTITION may also stand without it. */
export const isConcurrent = (statement: DesiredStatement): boolean =>
  (statement.node['concurrent'] === true && /^(?:IndexStmt|DropStmt)$/.test(statement.type)) ||
  (detachesPartition(statement) && /\bconcurrently\b/i.test(statement.text));

/**
 * CONCURRENTLY can't run in a transaction block (25001), and the result is the same without it. Spaces replace the
 * keyword, so that positions stay the same.
 */
function withoutConcurrently(statement: DesiredStatement): string {
  const { text } = statement;
  if (!isConcurrent(statement)) return text;
  const detaches = detachesPartition(statement);
  // In DETACH PARTITION the keyword comes last, elsewhere before the name; a quoted name is no keyword.
  const found = [...tokens(text)].filter((token) => token.kind === 'word' && nameOf(text, token) === 'concurrently');
  const keyword = detaches ? found.at(-1) : found[0];
  if (keyword === undefined) return text;
  return text.slice(0, keyword.start) + ' '.repeat(keyword.end - keyword.start) + text.slice(keyword.end);
}
