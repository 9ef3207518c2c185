// The segments of a migration, split by PostgreSQL's grammar: statements that commit together, for the runner.
import { type Location, SchemaError } from '../errors.ts';
import { child, children } from '../sql/node.ts';
import { type ParsedStatement, splitStatements } from '../sql/parser.ts';
import { locateIn, type SourceText, sourceOf } from '../sql/source.ts';
import { type Migration, withoutSecretsOf } from './file.ts';

export interface MigrationStatement {
  /** From 1, counted through the file; BEGIN and COMMIT count. */
  readonly number: number;
  readonly sql: string;
  readonly location: Location;
  /** String offset of the statement in the migration's text. */
  readonly start: number;
  readonly parsed: ParsedStatement;
}

/** Statements of one transaction, or a single one that PostgreSQL refuses inside a transaction block. */
export interface Segment {
  readonly transaction: boolean;
  /** The SQL to send: without the file's BEGIN and COMMIT. */
  readonly statements: readonly MigrationStatement[];
  /** The number of the last statement that is done when this segment is done. */
  readonly end: number;
  /** The statement that begins the transaction, where the file has one. */
  readonly begin?: string;
}

export interface SplitMigration {
  readonly migration: Migration;
  readonly source: SourceText;
  readonly segments: readonly Segment[];
  /** Statements in the file. */
  readonly total: number;
}

/**
 * Splits a migration, and refuses what can't run in the file's transaction mode: transaction control in a transactional
 * file, statements that need no transaction block there, COPY from standard input, psql's meta-commands. Needs `loadParser`.
 */
export function splitMigration(migration: Migration): SplitMigration {
  const source = sourceOf(migration.path, migration.text);
  const statements = parse(migration).map((parsed, index): MigrationStatement => {
    const { text, start } = parsed;
    return { number: index + 1, sql: text, location: placeIn(migration, source, start), start, parsed };
  });
  for (const statement of statements) refuseInput(statement);
  const alone = migration.directives.transaction === 'none';
  const segments = alone ? segmentsApart(statements) : segmentsTogether(statements);
  return { migration, source, segments, total: statements.length };
}

/** A place in a migration; the text of its line is shown without secrets. */
export const placeIn = (migration: Migration, source: SourceText, offset: number): Location =>
  withoutSecretsAt(migration, locateIn(source, offset));

const withoutSecretsAt = (migration: Migration, location: Location): Location =>
  location.text === undefined ? location : { ...location, text: withoutSecretsOf(migration, location.text) };

function parse(migration: Migration): readonly ParsedStatement[] {
  try {
    return splitStatements(migration.text, migration.path);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    const { location, sqlstate } = error;
    const meta = /^\s*\\/.test(location?.text ?? '');
    const said = withoutSecretsOf(migration, error.message);
    throw new SchemaError('migration/invalid-file', `${migration.path} does not parse: ${said}`, {
      location: location === undefined ? undefined : withoutSecretsAt(migration, location),
      sqlstate,
      cause: error,
      hint: meta
        ? 'Lines that begin with a backslash are commands of psql, not SQL: remove them.'
        : `Nothing ran. ${error.hint ?? 'Correct the file.'}`,
    });
  }
}

function refuseInput(statement: MigrationStatement): void {
  const { type, node } = statement.parsed;
  if (type !== 'CopyStmt' || node['filename'] !== undefined) return;
  throw refused(statement, 'COPY from or to the client cannot run in a migration', {
    hint: 'Write INSERT statements (pg_dump --inserts), or COPY from a file of the server.',
  });
}

function segmentsTogether(statements: readonly MigrationStatement[]): Segment[] {
  for (const statement of statements) {
    if (controlsTransaction(statement)) {
      throw refused(statement, 'transaction control in a file that runs in a transaction', {
        hint: 'Remove it: the runner begins and commits. Or put "-- schema:transaction none" at the top of the file.',
      });
    }
    if (setsTransaction(statement.parsed)) throw refused(statement, LATE, { hint: ISOLATION_HINT });
    if (mustStandAlone(statement.parsed)) {
      throw refused(statement, 'a statement that PostgreSQL refuses inside a transaction block', {
        hint: 'Move it to a file of its own with "-- schema:transaction none" at the top.',
      });
    }
  }
  return statements.length === 0 ? [] : [{ transaction: true, statements, end: statements.length }];
}

/**
 * BEGIN … COMMIT is one segment, every other statement one of its own: in a transaction with its record if possible.
 */
function segmentsApart(statements: readonly MigrationStatement[]): Segment[] {
  const segments: Segment[] = [];
  let open: { begin: MigrationStatement; statements: MigrationStatement[] } | null = null;
  for (const statement of statements) {
    const kind = controlsTransaction(statement) ? transactionKind(statement) : '';
    if (kind === 'BEGIN' || kind === 'START') {
      if (open !== null) throw refused(statement, 'a transaction is already open here', beganAt(open.begin));
      if (isReadOnly(statement.parsed)) throw refused(statement, 'a transaction that is READ ONLY', READ_ONLY_HINT);
      open = { begin: statement, statements: [] };
    } else if (kind === 'COMMIT') {
      if (open === null) throw refused(statement, 'no transaction is open here', { hint: 'Remove this COMMIT.' });
      if (statement.parsed.node['chain'] === true) {
        throw refused(statement, 'COMMIT AND CHAIN in a migration', { hint: 'Write COMMIT, and BEGIN after it.' });
      }
      const { begin, statements: within } = open;
      segments.push({ transaction: true, statements: within, end: statement.number, begin: begin.sql });
      open = null;
    } else if (kind !== '') {
      throw refused(statement, `${kind} in a migration`, {
        hint: 'Remove it: a failed transaction is rolled back in any case.',
      });
    } else if (open !== null) {
      if (mustStandAlone(statement.parsed)) {
        throw refused(statement, 'a statement that PostgreSQL refuses inside a transaction block', beganAt(open.begin));
      }
      open.statements.push(statement);
    } else {
      segments.push({
        transaction: !runsApart(statement.parsed),
        statements: [statement],
        end: statement.number,
      });
    }
  }
  if (open !== null) throw refused(open.begin, 'this transaction is never committed', { hint: 'Add COMMIT.' });
  return segments;
}

const LATE = 'settings of the transaction, which has begun already';
const ISOLATION_HINT =
  'Remove it, and put "-- schema:isolation serializable" (or repeatable read) at the top of the file.';
const READ_ONLY_HINT = { hint: 'Remove READ ONLY: the record of the file is written in the same transaction.' };

/** SET TRANSACTION, in any of its forms: it must be the first statement of a transaction, and the runner's is. */
const setsTransaction = ({ type, node }: ParsedStatement): boolean =>
  type === 'VariableSetStmt' && /^transaction(_|$| snapshot)/i.test(String(node['name']));

const isReadOnly = ({ node }: ParsedStatement): boolean =>
  children(node['options'], 'DefElem').some(
    (option) => option['defname'] === 'transaction_read_only' && /"ival":1/.test(JSON.stringify(option['arg'])),
  );

const beganAt = (begin: MigrationStatement): { hint: string } => ({
  hint: `The transaction was begun at line ${begin.location.line}.`,
});

const refused = (statement: MigrationStatement, message: string, parts: { hint: string }): SchemaError =>
  new SchemaError('migration/invalid-file', message, {
    location: statement.location,
    detail: 'Nothing ran.',
    hint: parts.hint,
  });

/** The name of a transaction control statement (BEGIN, COMMIT, ROLLBACK …); savepoints are allowed. */
function controlsTransaction({ parsed }: MigrationStatement): boolean {
  if (parsed.type !== 'TransactionStmt') return false;
  return !/SAVEPOINT|RELEASE|ROLLBACK_TO/.test(String(parsed.node['kind']));
}

const transactionKind = ({ parsed }: MigrationStatement): string =>
  String(parsed.node['kind']).replace('TRANS_STMT_', '').replace(/_/g, ' ');

/** Parse nodes of statements that PostgreSQL never runs in a transaction block. */
const ALWAYS_ALONE = new Set([
  'VacuumStmt',
  'AlterSystemStmt',
  'CreatedbStmt',
  'DropdbStmt',
  'CreateTableSpaceStmt',
  'DropTableSpaceStmt',
]);

/** Parse nodes of statements with forms that can't run in a transaction block, or that may commit (CALL, DO). */
const SOMETIMES_ALONE = new Set([
  'CallStmt',
  'DoStmt',
  'ReindexStmt',
  'ClusterStmt',
  'CreateSubscriptionStmt',
  'AlterSubscriptionStmt',
  'DropSubscriptionStmt',
]);

/**
 * Whether a file of mode `none` sends the statement outside a transaction; others commit together with their record.
 */
const runsApart = (parsed: ParsedStatement): boolean => SOMETIMES_ALONE.has(parsed.type) || mustStandAlone(parsed);

/**
 * Whether PostgreSQL certainly refuses the statement in a transaction block (PreventInTransactionBlock in its source).
 */
export function mustStandAlone({ type, node, text }: ParsedStatement): boolean {
  if (ALWAYS_ALONE.has(type)) return type !== 'VacuumStmt' || node['is_vacuumcmd'] === true;
  switch (type) {
    case 'IndexStmt':
    case 'DropStmt':
      return node['concurrent'] === true;
    case 'ReindexStmt':
      return /\bCONCURRENTLY\b/i.test(text) || !/INDEX$|TABLE$/.test(String(node['kind']));
    case 'ClusterStmt':
      return node['relation'] === undefined;
    case 'AlterTableStmt':
      return children(node['cmds'], 'AlterTableCmd').some(detachesConcurrently);
    case 'AlterDatabaseStmt':
      return children(node['options'], 'DefElem').some((option) => option['defname'] === 'tablespace');
    case 'DiscardStmt':
      return node['target'] === 'DISCARD_ALL';
    default:
      return false;
  }
}

const detachesConcurrently = (command: Readonly<Record<string, unknown>>): boolean =>
  command['subtype'] === 'AT_DetachPartition' && child(command['def'], 'PartitionCmd')?.['concurrent'] === true;
