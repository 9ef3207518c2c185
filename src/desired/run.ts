// Single desired statements run in scratch, with settings and savepoints, for loading.
import type { Database, ServerError } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { quoteLiteral } from '../sql/identifiers.ts';
import { offsetOfCodePoint } from '../sql/source.ts';
import { alteredEnums, type Sendable, statementToSend } from './sendable.ts';
import { DEFAULT_SEARCH_PATH, type Session } from './session.ts';
import type { DesiredStatement } from './statements.ts';

/** A statement that did not run, with the server's error and its offset within the file, where the server told one. */
export interface Failure {
  readonly statement: DesiredStatement;
  readonly error: SchemaError;
  readonly offset: number | undefined;
}

/** The session on scratch while desired statements run. */
export interface Runner {
  readonly database: Database;
  /** Each statement commits for itself; else all run in the caller's open transaction. */
  readonly autocommit: boolean;
  /** Values the settings had when the load began, for those that any statement's session touches. */
  readonly initial: ReadonlyMap<string, string>;
  /** Values the settings have now. */
  readonly current: Map<string, string>;
  /** Names of the enums that statements add values to. */
  readonly altered: ReadonlySet<string>;
}

export interface RunOptions {
  /** Make functions without looking into their bodies. */
  readonly skipBodies?: boolean;
  /** Make functions again, so that their bodies are looked into. */
  readonly replace?: boolean;
}

const ALWAYS = ['search_path', 'check_function_bodies', 'role'];

/** Note the settings that the load will change, and become `role`. */
export async function openRunner(
  database: Database,
  statements: readonly DesiredStatement[],
  options: { readonly autocommit: boolean; readonly role: string | undefined },
): Promise<Runner> {
  const names = new Set([...ALWAYS, ...statements.flatMap(({ session }) => [...session.settings.keys()])]);
  const list = [...names].map((name) => `(${quoteLiteral(name)})`).join(', ');
  const rows = await database.query(
    `SELECT name, pg_catalog.current_setting(name) AS value FROM (VALUES ${list}) AS settings (name)`,
  );
  const initial = new Map(rows.map((row) => [String(row['name']), String(row['value'])]));
  const altered = alteredEnums(statements);
  const runner = { database, autocommit: options.autocommit, initial, current: new Map(initial), altered };
  if (options.role !== undefined) await setAll(runner, new Map([['role', options.role]]));
  return runner;
}

/** Put the settings back as they were. */
export async function closeRunner(runner: Runner): Promise<void> {
  await setAll(runner, runner.initial);
}

async function setAll(runner: Runner, values: ReadonlyMap<string, string>): Promise<void> {
  const sql = changes(runner, values);
  if (sql.length > 0) await runner.database.script(sql.join(';\n'));
}

/** SQL that brings settings to values; notes them as current. */
function changes(runner: Runner, values: ReadonlyMap<string, string>): readonly string[] {
  const changed = [...values].filter(([name, value]) => runner.current.get(name) !== value);
  for (const [name, value] of changed) runner.current.set(name, value);
  return changed.map(
    ([name, value]) => `SELECT pg_catalog.set_config(${quoteLiteral(name)}, ${quoteLiteral(value)}, false)`,
  );
}

function settingsFor(runner: Runner, session: Session, options: RunOptions): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of runner.initial) {
    if (name !== 'role') values.set(name, session.settings.get(name) ?? value);
  }
  values.set('search_path', session.settings.get('search_path') ?? DEFAULT_SEARCH_PATH);
  if (options.skipBodies === true) values.set('check_function_bodies', 'off');
  if (options.replace === true) values.set('check_function_bodies', 'on');
  return values;
}

/** Run statements in order and return those that failed; the others stay done. */
export async function runStatements(
  runner: Runner,
  statements: readonly DesiredStatement[],
  options: RunOptions = {},
): Promise<readonly Failure[]> {
  const replace = options.replace === true;
  const sendables = statements.map((statement) => statementToSend(statement, replace, runner.altered));
  // A server that lacks syntax of the parser's version refuses a message as a whole, before any of it has run.
  const inMessages = !runner.autocommit && runner.database.serverVersion >= PARSER_VERSION;
  return inMessages ? runInTransaction(runner, sendables, options) : runOneByOne(runner, sendables, options);
}

/** The major version whose grammar the parser has. */
const PARSER_VERSION = 180000;

async function runOneByOne(
  runner: Runner,
  sendables: readonly Sendable[],
  options: RunOptions,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const sendable of sendables) {
    if (!runner.autocommit && sendable.topLevel) {
      await runTopLevel(runner, sendable, options);
      continue;
    }
    const before = new Map(runner.current);
    if (!runner.autocommit) await runner.database.script('SAVEPOINT statement');
    const set = changes(runner, settingsFor(runner, sendable.statement.session, options));
    const refused = set.length === 0 ? undefined : await attempt(runner, set.join(';\n'));
    const error = refused ?? (await attempt(runner, sendable.sql));
    const end = error === undefined ? 'RELEASE' : 'ROLLBACK TO SAVEPOINT statement; RELEASE';
    if (!runner.autocommit) await runner.database.script(`${end} SAVEPOINT statement`);
    if (refused !== undefined || (error !== undefined && !runner.autocommit)) restore(runner, before);
    if (error !== undefined) failures.push(failure(sendable, error, sendable.sql, refused === undefined ? 0 : -1));
  }
  return failures;
}

/** One message per this many statements, or this many characters: a message per statement costs a round trip each. */
const MESSAGE_STATEMENTS = 250;
const MESSAGE_CHARACTERS = 200_000;

async function runInTransaction(
  runner: Runner,
  sendables: readonly Sendable[],
  options: RunOptions,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (let from = 0; from < sendables.length; ) {
    const first = sendables[from];
    if (first?.topLevel === true) {
      await runTopLevel(runner, first, options);
      from += 1;
      continue;
    }
    const to = endOfMessage(sendables, from);
    const message = sendables.slice(from, to);
    failures.push(...(await runMessage(runner, message, options)));
    from = to;
  }
  return failures;
}

function endOfMessage(sendables: readonly Sendable[], from: number): number {
  let characters = 0;
  for (let at = from; at < sendables.length; at += 1) {
    const sendable = sendables[at];
    characters += sendable?.sql.length ?? 0;
    const isFull = at - from >= MESSAGE_STATEMENTS || (characters > MESSAGE_CHARACTERS && at > from);
    if (isFull || sendable?.topLevel === true) return at;
  }
  return sendables.length;
}

/** Outside any savepoint; see `Sendable.topLevel`. An error ends the caller's transaction. */
async function runTopLevel(runner: Runner, sendable: Sendable, options: RunOptions): Promise<void> {
  await setAll(runner, settingsFor(runner, sendable.statement.session, options));
  if ((await attempt(runner, sendable.sql)) !== undefined) throw new NeedsCommit();
}

/** Thrown where one transaction can't hold the load; `loadDesired` turns it into its result. */
export class NeedsCommit extends Error {}

/** All at once; where that fails, again with a savepoint for each statement, so that those that can run do. */
async function runMessage(
  runner: Runner,
  sendables: readonly Sendable[],
  options: RunOptions,
): Promise<readonly Failure[]> {
  if (sendables.length > 1) {
    const before = new Map(runner.current);
    const parts = sendables.flatMap(({ sql, statement }) => [
      ...changes(runner, settingsFor(runner, statement.session, options)),
      sql,
    ]);
    const sql = ['SAVEPOINT load', ...parts, 'RELEASE SAVEPOINT load'].join('\n;\n');
    if ((await attempt(runner, sql)) === undefined) return [];
    await runner.database.script('ROLLBACK TO SAVEPOINT load; RELEASE SAVEPOINT load');
    restore(runner, before);
  }
  return runTracked(runner, sendables, options);
}

function restore(runner: Runner, values: ReadonlyMap<string, string>): void {
  runner.current.clear();
  for (const [name, value] of values) runner.current.set(name, value);
}

/**
 * Each statement in a savepoint of its own, together with the settings it needs, still in as few messages as there are
 * failures. A setting notes which statement is next: it is set before the savepoint, so it survives the rollback, and
 * errors need not carry a position.
 */
async function runTracked(
  runner: Runner,
  sendables: readonly Sendable[],
  options: RunOptions,
): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (let from = 0; from < sendables.length; ) {
    const message = trackedMessage(runner, sendables, from, options);
    const error = await attempt(runner, message.sql);
    if (error === undefined) return failures;
    const results = await runner.database.script(
      'ROLLBACK TO SAVEPOINT statement; RELEASE SAVEPOINT statement; SHOW schema.loading',
    );
    const failed = Number(Object.values(results.flat().at(-1) ?? {})[0]);
    const sendable = sendables[failed];
    const place = message.places[failed - from];
    if (sendable === undefined || place === undefined) throw error;
    restore(runner, place.settings);
    failures.push(failure(sendable, error, message.sql, place.start));
    from = failed + 1;
  }
  return failures;
}

interface TrackedMessage {
  readonly sql: string;
  /** Where each statement starts in `sql`, and the settings before it and its own. */
  readonly places: readonly { readonly start: number; readonly settings: ReadonlyMap<string, string> }[];
}

function trackedMessage(
  runner: Runner,
  sendables: readonly Sendable[],
  from: number,
  options: RunOptions,
): TrackedMessage {
  const places: { start: number; settings: ReadonlyMap<string, string> }[] = [];
  let sql = '';
  for (const [index, sendable] of sendables.slice(from).entries()) {
    const settings = new Map(runner.current);
    const set = changes(runner, settingsFor(runner, sendable.statement.session, options));
    sql += [`SET LOCAL schema.loading = ${from + index}`, 'SAVEPOINT statement', ...set, ''].join(';\n');
    places.push({ start: sql.length, settings });
    sql += `${sendable.sql}\n;\nRELEASE SAVEPOINT statement;\n`;
  }
  return { sql, places };
}

/** The error of a script, where it is one that a statement can cause; others (scratch died) are thrown. */
async function attempt(runner: Runner, sql: string): Promise<SchemaError | undefined> {
  try {
    await runner.database.script(sql);
    return undefined;
  } catch (error) {
    if (isOfStatement(error)) return error;
    throw error;
  }
}

function isOfStatement(error: unknown): error is SchemaError {
  if (!(error instanceof SchemaError) || error.sqlstate === undefined) return false;
  return !error.code.startsWith('scratch/') && error.code !== 'database/connection';
}

/** What the server said, from the cause of an error. */
export function serverError(error: SchemaError): Partial<ServerError> {
  return typeof error.cause === 'object' && error.cause !== null ? (error.cause as Partial<ServerError>) : {};
}

function failure(sendable: Sendable, error: SchemaError, sent: string, start: number): Failure {
  const position = start < 0 ? Number.NaN : Number(serverError(error).position ?? Number.NaN);
  const within = Number.isInteger(position) ? offsetOfCodePoint(sent, position - 1) - start : -1;
  const inside = within >= 0 && within <= sendable.sql.length;
  const offset = inside ? sendable.statement.start + sendable.toOriginal(within) : undefined;
  return { statement: sendable.statement, error, offset };
}
