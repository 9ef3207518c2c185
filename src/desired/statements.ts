// The statements of desired files with their places, for loading and lint.
import { SchemaError } from '../errors.ts';
import { definitions } from '../sql/definitions.ts';
import { tokens } from '../sql/lexer.ts';
import { asText, children, stringOf } from '../sql/node.ts';
import { type ParsedStatement, splitStatements } from '../sql/parser.ts';
import { type References, references } from '../sql/references.ts';
import { locateIn, type SourceText, sourceOf } from '../sql/source.ts';
import type { Definition, Words } from '../sql/words.ts';
import { refusalOf, saysWhatRolesThereAre } from './allowed.ts';
import { withoutPsql } from './psql.ts';
import type { DesiredFile } from './read-files.ts';
import { CLEAN_SESSION, type SessionSettings, sessionAfter } from './session.ts';

/** One statement of the desired files that will be loaded. */
export interface DesiredStatement extends ParsedStatement {
  readonly source: SourceText;
  readonly session: SessionSettings;
  readonly definitions: readonly Definition[];
  readonly references: References;
}

export interface StatementOptions {
  /** Run DO blocks instead of refusing them. */
  readonly allowDo?: boolean;
  /**
   * How to treat statements on roles: `refuse` (the default) reports them, `ignore` skips them, `manage` loads the
   * statements on roles, their attributes, privileges and memberships.
   */
  readonly roles?: 'refuse' | 'ignore' | 'manage';
  /**
   * `ignore` skips statements that are common in scripts and describe no schema (rows, transaction control,
   * maintenance) and runs `CLUSTER table USING index`, which sets pg_index.indisclustered. `refuse` is the default.
   */
  readonly extras?: 'refuse' | 'ignore';
  /** Called with what is passed over in a dump, once for each file. */
  readonly note?: (text: string) => void;
}

/**
 * The statements of files with their places, in the order of the files. psql's commands that pg_dump writes are
 * skipped; SET applies to the statements after it in its file; statements that do not describe a schema are refused:
 * `desired/parse` or `desired/refused-statement`, the problems of all files in one error. In a dump with rows, statements
 * that describe no schema are passed over. The caller has awaited
 * `loadParser()`.
 */
export function readStatements(
  files: readonly DesiredFile[],
  words: Words,
  options: StatementOptions = {},
): readonly DesiredStatement[] {
  const statements: DesiredStatement[] = [];
  const problems: SchemaError[] = [];
  for (const file of files) readFileStatements(sourceOf(file.file, file.text), words, options, statements, problems);
  if (problems.length > 0) throw together(problems);
  return statements;
}

function readFileStatements(
  source: SourceText,
  words: Words,
  options: StatementOptions,
  statements: DesiredStatement[],
  problems: SchemaError[],
): void {
  const plain = withoutPsql(source);
  problems.push(...plain.refused);
  const passed = isDump(source.text) ? new Map<string, number>() : null;
  try {
    let session = CLEAN_SESSION;
    for (const parsed of splitStatements(plain.text, source.file)) {
      const after = sessionAfter(session, parsed);
      if (after !== undefined && 'session' in after) session = after.session;
      else if (after?.unlessPlain && !hasBackslash(plain.text)) continue;
      else if (after !== undefined) problems.push(refusedSet(source, parsed, after.refused));
      else if (accepts(source, parsed, words, options, problems, passed))
        statements.push(desired(source, parsed, session, words));
    }
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    problems.push(error);
  }
  if (passed !== null && passed.size > 0) options.note?.(passedText(source.file, passed));
}

/** The head of every dump that pg_dump writes as SQL. */
const isDump = (text: string): boolean =>
  /^-- PostgreSQL database dump$/m.test(text.slice(0, 500).replaceAll('\r', ''));

const passedText = (file: string, passed: ReadonlyMap<string, number>): string => {
  const list = [...passed].map(([what, number]) => (number === 1 ? what : `${number} ${what}`)).join(', ');
  return `${file} is a dump with rows: passed over ${list}. Rows belong in migrations (pg_dump --schema-only has none)`;
};

/** Whether an ordinary string holds a backslash, whose meaning depends on standard_conforming_strings. */
function hasBackslash(text: string): boolean {
  if (!text.includes('\\')) return false;
  return [...tokens(text)].some(
    ({ kind, start, end }) => kind === 'string' && text.charAt(start) === "'" && text.slice(start, end).includes('\\'),
  );
}

function desired(
  source: SourceText,
  parsed: ParsedStatement,
  session: SessionSettings,
  words: Words,
): DesiredStatement {
  return { ...parsed, source, session, definitions: definitions(parsed, words), references: references(parsed, words) };
}

function accepts(
  source: SourceText,
  statement: ParsedStatement,
  words: Words,
  options: StatementOptions,
  problems: SchemaError[],
  /** What is passed over, in a dump. */
  passed: Map<string, number> | null,
): boolean {
  const refusal = refusalOf(statement, words);
  if (refusal === undefined) return true;
  const { family, what, hint } = refusal;
  if (family === 'do' && options.allowDo === true) return true;
  if (family === 'role' && options.roles === 'ignore') return false;
  if (family === 'role' && options.roles === 'manage' && saysWhatRolesThereAre(statement, words)) return true;
  const isExtra =
    /^(?:rows|transaction|maintenance)$/.test(family) || /^SELECT\s+pg_catalog\.lo_/i.test(statement.text);
  if ((options.extras === 'ignore' || passed !== null) && isExtra) {
    // It names the index of ALTER TABLE … CLUSTER ON.
    if (statement.type === 'ClusterStmt' && statement.node['indexname'] !== undefined) return true;
    passed?.set(what, (passed.get(what) ?? 0) + 1);
    return false;
  }
  problems.push(refused(source, statement, `${what} does not belong into a desired file`, hint));
  return false;
}

function refusedSet(source: SourceText, statement: ParsedStatement, what: string): SchemaError {
  const hint =
    'Only settings that change what later statements of the file mean, such as search_path, have a place here.';
  return refused(source, statement, `${what} does not belong into a desired file`, hint);
}

function refused(source: SourceText, statement: ParsedStatement, message: string, hint: string): SchemaError {
  return new SchemaError('desired/refused-statement', message, { hint, location: locateIn(source, statement.start) });
}

/**
 * One error that holds all errors. Syntax errors come first, since the rest of a file after a syntax error was not
 * read.
 */
function together(problems: readonly SchemaError[]): SchemaError {
  return SchemaError.all(problems.toSorted((one, other) => rank(one) - rank(other)));
}

function rank(problem: SchemaError): number {
  return problem.code === 'desired/parse' ? 0 : 1;
}

/** The roles that statements create. */
export function createdRoles(statements: readonly DesiredStatement[]): readonly string[] {
  return statements.flatMap(({ type, node }) => (type === 'CreateRoleStmt' ? [String(node['role'])] : []));
}

/** The roles that statements mention, which scratch must have: owners, grantees, roles of policies. */
export function mentionedRoles(statements: readonly DesiredStatement[]): readonly string[] {
  return [...new Set(statements.flatMap((statement) => statement.references.roles))].sort();
}

/** The extensions that statements create, with the version in the statement. */
export function createdExtensions(
  statements: readonly DesiredStatement[],
): readonly { readonly name: string; readonly version: string | undefined; readonly statement: DesiredStatement }[] {
  return statements
    .filter(({ type }) => type === 'CreateExtensionStmt')
    .map((statement) => {
      const option = children(statement.node['options'], 'DefElem').find(({ defname }) => defname === 'new_version');
      return { name: asText(statement.node['extname']), version: stringOf(option?.['arg']), statement };
    });
}
