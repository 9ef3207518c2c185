// The project's own health checks, for `verify`: SQL files whose statements must return true.
import { join, relative, sep } from 'node:path';
import type { Database } from '../databases/database.ts';
import { rolledBack } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';
import { fileProblem, isMissing } from '../files/problems.ts';
import { readText } from '../files/text.ts';
import { filesBelow } from '../files/walk.ts';
import { type Check, check } from '../report/checks.ts';
import { type ParsedStatement, splitStatements } from '../sql/parser.ts';
import { locateIn, type SourceText, sourceOf } from '../sql/source.ts';

export interface CheckFile {
  /** Relative to the parent of the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * All .sql files below a folder, by name; none where the folder is missing. Raises `files/unreadable`,
 * `migration/invalid-file`.
 */
export async function readCheckFiles(folder: string): Promise<readonly CheckFile[]> {
  try {
    const paths = await filesBelow(folder, (path) => /\.sql$/i.test(path));
    return paths.map((path) => ({
      path: relative('.', join(folder, path)).split(sep).join('/'),
      text: readText(join(folder, path)),
    }));
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw fileProblem(folder, 'read', cause);
  }
}

/**
 * Runs the statements of a file in one READ ONLY transaction. The first column of a query is the result: it must be
 * boolean and true in every row; no rows also pass. Any other statement passes if it raises no error.
 */
export async function runCheckFile(database: Database, file: CheckFile, timeoutMs: number): Promise<readonly Check[]> {
  const source = sourceOf(file.path, file.text);
  let statements: readonly ParsedStatement[];
  try {
    statements = splitStatements(file.text, file.path);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    const line = error.location === undefined ? '' : `, line ${error.location.line}`;
    return [check(file.path, 'parses', 'problem', `${error.message}${line}`)];
  }
  const checks: Check[] = [];
  await rolledBack(database, `BEGIN READ ONLY; SET LOCAL statement_timeout = ${Math.round(timeoutMs)}`, async () => {
    for (const statement of statements) checks.push(await runStatement(database, statement, source));
  });
  return checks;
}

async function runStatement(database: Database, statement: ParsedStatement, source: SourceText): Promise<Check> {
  const { line } = locateIn(source, statement.start);
  const name = nameOf(statement, line);
  if (statement.type === 'TransactionStmt') {
    return check(source.file, name, 'problem', 'transaction control in a check', {
      remedy: 'Remove it: a file of checks runs in one transaction that is rolled back.',
    });
  }
  const began = performance.now();
  // A savepoint also keeps the transaction read only: no statement within it can make the transaction writable.
  await database.script('SAVEPOINT a_check');
  try {
    const details = await failingRows(database, statement);
    await database.script('RELEASE SAVEPOINT a_check');
    const ms = performance.now() - began;
    if (details.length === 0) return check(source.file, name, 'ok', 'true', { ms });
    return check(source.file, name, 'problem', `line ${line} is not true`, { details, ms });
  } catch (error) {
    if (!(error instanceof SchemaError) || error.sqlstate === undefined) throw error;
    await database.script('ROLLBACK TO SAVEPOINT a_check');
    const ms = performance.now() - began;
    const message = `line ${line}: ${readable(error)}`;
    return check(source.file, name, 'problem', message, { ms, details: error.detail ? [error.detail] : [] });
  }
}

/** The number of failing rows to show. */
const SHOWN = 5;

async function failingRows(database: Database, { type, text }: ParsedStatement): Promise<readonly string[]> {
  if (type !== 'SelectStmt') {
    await database.script(text);
    return [];
  }
  // Column aliases give the first column a known name, so that IS NOT TRUE also makes the server check its type.
  const rows = await database.query(
    `SELECT pg_catalog.to_jsonb(c)::text AS row FROM (${text}\n) AS c("the check")
      WHERE c."the check" IS NOT TRUE LIMIT ${SHOWN}`,
  );
  return rows.map((row) => String(row['row']).replace('"the check"', '"ok"'));
}

/** 42804: IS NOT TRUE requires a boolean. */
const readable = ({ sqlstate, message }: SchemaError): string =>
  sqlstate === '42804' && message.includes('IS NOT TRUE') ? 'the first column is not boolean' : message;

/** The comment before the statement, or the first words of the statement. */
function nameOf({ comments, text }: ParsedStatement, line: number): string {
  const comment = comments
    .map((one) => one.replace(/^--+|^\/\*+|\*+\/$/g, '').trim())
    .filter((one) => one !== '')
    .join(' ');
  const words = text.replace(/\s+/g, ' ');
  const cut = comment === '' ? words : comment;
  return `${line}: ${cut.length > 80 ? `${cut.slice(0, 79)}…` : cut}`;
}
