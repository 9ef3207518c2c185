// Desired statements run in scratch, with their settings and savepoints, for loading.
import type { ServerError } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { eventTriggerSetting } from '../scratch/event-triggers.ts';
import type { ScratchDatabase } from '../scratch/interface.ts';
import { isBeyondLimit, type ScratchLimits } from '../scratch/limits.ts';
import { quoteLiteral } from '../sql/identifiers.ts';
import { locateIn, offsetOfCodePoint } from '../sql/source.ts';
import { alteredEnums, type Sendable, statementToSend } from './sendable.ts';
import { DEFAULT_SEARCH_PATH, type SessionSettings } from './session.ts';
import type { DesiredStatement } from './statements.ts';

/**
 * A statement that failed, with the server's error and, if the server gives a position, the offset of the error in the
 * file.
 */
export interface StatementFailure {
  readonly statement: DesiredStatement;
  readonly error: SchemaError;
  readonly offset: number | undefined;
}

/** The session on scratch that runs desired statements. */
export interface Runner {
  readonly database: ScratchDatabase;
  readonly limits: ScratchLimits | undefined;
  /** Each statement commits separately; otherwise all run in the caller's open transaction. */
  readonly autocommit: boolean;
  /** The values at the start of the load, for the settings that the session of any statement sets. */
  readonly initial: ReadonlyMap<string, string>;
  /** The present values of the settings. */
  readonly current: Map<string, string>;
  /** Names of the enums that statements add values to. */
  readonly altered: ReadonlySet<string>;
}

export interface StatementRunOptions {
  /** Create functions without check_function_bodies. */
  readonly skipBodies?: boolean;
  /** Create functions again (OR REPLACE), so that PostgreSQL checks their bodies. */
  readonly replace?: boolean;
}

const ALWAYS = ['search_path', 'check_function_bodies', 'role', 'statement_timeout', 'is_superuser'];
/** Settings of the whole load, which no file changes. */
const OF_THE_LOAD = new Set([
  'role',
  'is_superuser',
  'event_triggers',
  'session_replication_role',
  'statement_timeout',
]);

/** Reads the settings that the load will change, and sets `role`. */
export async function openRunner(
  database: ScratchDatabase,
  statements: readonly DesiredStatement[],
  options: { readonly autocommit: boolean; readonly role?: string; readonly limits?: ScratchLimits },
): Promise<Runner> {
  const events = eventTriggerSetting(database.serverVersion);
  const names = new Set([...ALWAYS, events.name, ...statements.flatMap(({ session }) => [...session.settings.keys()])]);
  const list = [...names].map((name) => `(${quoteLiteral(name)})`).join(', ');
  const rows = await database.query(
    `SELECT name, pg_catalog.current_setting(name) AS value FROM (VALUES ${list}) AS settings (name)`,
  );
  const initial = new Map(rows.map((row) => [String(row['name']), String(row['value'])]));
  const altered = alteredEnums(statements);
  const { autocommit, limits } = options;
  const runner = { database, limits, autocommit, initial, current: new Map(initial), altered };
  if (initial.get('is_superuser') === 'on') await setAll(runner, new Map([[events.name, events.off]]));
  if (database.bundles === null && limits !== undefined) {
    await setAll(runner, new Map([['statement_timeout', `${limits.timeMs}ms`]]));
  }
  if (options.role !== undefined) await setAll(runner, new Map([['role', options.role]]));
  return runner;
}

/** Sets the settings to their former values. */
export async function closeRunner(runner: Runner): Promise<void> {
  await setAll(runner, runner.initial);
}

async function setAll(runner: Runner, values: ReadonlyMap<string, string>): Promise<void> {
  const sql = changes(runner, values);
  if (sql.length > 0) await runner.database.script(sql.join(';\n'));
}

/** SQL that gives settings their values; records the values as current. */
function changes(runner: Runner, values: ReadonlyMap<string, string>): readonly string[] {
  const changed = [...values].filter(([name, value]) => runner.current.get(name) !== value);
  for (const [name, value] of changed) runner.current.set(name, value);
  return changed.map(
    ([name, value]) => `SELECT pg_catalog.set_config(${quoteLiteral(name)}, ${quoteLiteral(value)}, false)`,
  );
}

function settingsFor(
  runner: Runner,
  session: SessionSettings,
  options: StatementRunOptions,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of runner.initial) {
    if (!OF_THE_LOAD.has(name)) values.set(name, session.settings.get(name) ?? value);
  }
  values.set('search_path', session.settings.get('search_path') ?? DEFAULT_SEARCH_PATH);
  if (options.skipBodies === true) values.set('check_function_bodies', 'off');
  if (options.replace === true) values.set('check_function_bodies', 'on');
  return values;
}

/** Runs statements in order and returns the failed ones; the effects of the others stay. */
export async function runStatements(
  runner: Runner,
  statements: readonly DesiredStatement[],
  options: StatementRunOptions = {},
): Promise<readonly StatementFailure[]> {
  const replace = options.replace === true;
  const sendables = statements.map((statement) => statementToSend(statement, replace, runner.altered));
  // A server older than the parser's grammar refuses a whole message with newer syntax before it runs any of it.
  const inMessages = !runner.autocommit && runner.database.serverVersion >= PARSER_VERSION;
  return inMessages ? runInTransaction(runner, sendables, options) : runOneByOne(runner, sendables, options);
}

/** The major version of the parser's grammar. */
const PARSER_VERSION = 180000;

async function runOneByOne(
  runner: Runner,
  sendables: readonly Sendable[],
  options: StatementRunOptions,
): Promise<readonly StatementFailure[]> {
  const failures: StatementFailure[] = [];
  for (const sendable of sendables) {
    if (!runner.autocommit && sendable.topLevel) {
      await runTopLevel(runner, sendable, options);
      continue;
    }
    const before = new Map(runner.current);
    if (!runner.autocommit) await runner.database.script('SAVEPOINT statement');
    const set = changes(runner, settingsFor(runner, sendable.statement.session, options));
    const refused = set.length === 0 ? undefined : await attempt(runner, set.join(';\n'));
    const error = refused ?? (await attempt(runner, sendable.sql).catch((cause) => beyondLimit(sendable, cause)));
    const end = error === undefined ? 'RELEASE' : 'ROLLBACK TO SAVEPOINT statement; RELEASE';
    if (!runner.autocommit) await runner.database.script(`${end} SAVEPOINT statement`);
    if (refused !== undefined || (error !== undefined && !runner.autocommit)) restore(runner, before);
    if (error !== undefined) failures.push(failure(sendable, error, sendable.sql, refused === undefined ? 0 : -1));
  }
  return failures;
}

/** One message for so many statements, or so many characters: a message for each statement costs a round trip each. */
const MESSAGE_STATEMENTS = 250;
const MESSAGE_CHARACTERS = 200_000;

async function runInTransaction(
  runner: Runner,
  sendables: readonly Sendable[],
  options: StatementRunOptions,
): Promise<readonly StatementFailure[]> {
  const failures: StatementFailure[] = [];
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

/** Runs a statement outside any savepoint; see `Sendable.topLevel`. An error ends the caller's transaction. */
async function runTopLevel(runner: Runner, sendable: Sendable, options: StatementRunOptions): Promise<void> {
  await setAll(runner, settingsFor(runner, sendable.statement.session, options));
  if ((await attempt(runner, sendable.sql)) !== undefined) throw new NeedsCommit();
}

/** Thrown where one transaction can't hold the load; `loadDesired` turns it into its result. */
export class NeedsCommit extends Error {}

/**
 * Runs all statements in one message; after an error again with a savepoint for each statement, so that only the
 * failing ones are left out.
 */
async function runMessage(
  runner: Runner,
  sendables: readonly Sendable[],
  options: StatementRunOptions,
): Promise<readonly StatementFailure[]> {
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
 * Runs each statement in a savepoint of its own, after its settings, with one more message for each failure only. The
 * setting schema.loading holds the number of the statement: SET LOCAL stands before the savepoint, so that the rollback
 * to the savepoint keeps the number, and errors need no position.
 */
async function runTracked(
  runner: Runner,
  sendables: readonly Sendable[],
  options: StatementRunOptions,
): Promise<readonly StatementFailure[]> {
  const failures: StatementFailure[] = [];
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
  /** The start of each statement in `sql`, and the settings before the statement's own settings. */
  readonly places: readonly { readonly start: number; readonly settings: ReadonlyMap<string, string> }[];
}

function trackedMessage(
  runner: Runner,
  sendables: readonly Sendable[],
  from: number,
  options: StatementRunOptions,
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

/** The error of a script, if a statement can cause it; other errors (scratch died) are thrown. */
async function attempt({ database, limits }: Runner, sql: string): Promise<SchemaError | undefined> {
  try {
    await database.script(sql, limits === undefined ? {} : { deadlineMs: limits.timeMs, memoryMb: limits.memoryMb });
    return undefined;
  } catch (error) {
    if (isOfStatement(error)) return error;
    throw error;
  }
}

/** The hint for a statement that took too long or needed too much memory. */
export const WITHOUT_END =
  'Look for a query or a function without an end that it runs, or raise the limits: SCHEMA_SCRATCH_TIMEOUT (60s), ' +
  'SCHEMA_SCRATCH_MEMORY (1024 MB).';

/** Raises the error of a statement that took too long or needed too much memory, at its place. */
function beyondLimit({ statement }: Sendable, cause: unknown): never {
  if (!isBeyondLimit(cause)) throw cause;
  throw new SchemaError('desired/load', `this statement does not end: ${cause.message}`, {
    location: locateIn(statement.source, statement.start),
    hint: WITHOUT_END,
    cause,
  });
}

function isOfStatement(error: unknown): error is SchemaError {
  if (!(error instanceof SchemaError) || error.sqlstate === undefined) return false;
  return !error.code.startsWith('scratch/') && error.code !== 'database/connection';
}

/** The fields of the server's error, from the cause of an error. */
export function serverError(error: SchemaError): Partial<ServerError> {
  return typeof error.cause === 'object' && error.cause !== null ? (error.cause as Partial<ServerError>) : {};
}

function failure(sendable: Sendable, error: SchemaError, sent: string, start: number): StatementFailure {
  const position = start < 0 ? Number.NaN : Number(serverError(error).position ?? Number.NaN);
  const within = Number.isInteger(position) ? offsetOfCodePoint(sent, position - 1) - start : -1;
  const inside = within >= 0 && within <= sendable.sql.length;
  const offset = inside ? sendable.statement.start + sendable.toOriginal(within) : undefined;
  return { statement: sendable.statement, error, offset };
}
