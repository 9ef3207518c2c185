// Desired statements run in scratch, in whatever order works.
import type { Database } from '../databases/database.ts';
import type { Location } from '../errors.ts';
import type { Words } from '../sql/words.ts';
import { loadError } from './failures.ts';
import { orderStatements } from './order.ts';
import { originsOf } from './origins.ts';
import { closeRunner, type Failure, NeedsCommit, openRunner, type Runner, runStatements } from './run.ts';
import type { DesiredStatement } from './statements.ts';

export interface LoadOptions {
  /**
   * Load as this role, so that it owns what names no other owner. It must exist in scratch and may need rights there.
   */
  readonly role?: string;
  /** Commit each statement by itself, in a scratch that is thrown away; else the caller has a transaction open. */
  readonly autocommit?: boolean;
}

export interface LoadedDesired {
  /** How many statements were run. */
  readonly statements: number;
  /** Where objects are defined; see `originsOf`. */
  readonly origins: ReadonlyMap<string, Location>;
  /**
   * The statements need a commit between them (an enum value used after it was added). The transaction is of no use any
   * more: load again with `autocommit` in a scratch that is thrown away.
   */
  readonly needsCommit: boolean;
}

/**
 * Run desired statements in scratch, in whatever order works. Throws one `desired/load` for all that could not be run.
 * Settings are as before afterwards.
 */
export async function loadDesired(
  scratch: Database,
  statements: readonly DesiredStatement[],
  words: Words,
  options: LoadOptions = {},
): Promise<LoadedDesired> {
  const autocommit = options.autocommit === true;
  const loaded = { statements: statements.length, origins: originsOf(statements, words) };
  const runner = await openRunner(scratch, statements, { autocommit, role: options.role });
  try {
    const failures = await loadAll(runner, orderStatements(statements, words));
    if (!autocommit && failures.some(wantsCommit)) return { ...loaded, needsCommit: true };
    await closeRunner(runner);
    if (failures.length > 0) throw loadError(failures, statements, words);
    return { ...loaded, needsCommit: false };
  } catch (error) {
    if (error instanceof NeedsCommit) return { ...loaded, needsCommit: true };
    throw error;
  }
}

/** A new enum value used before its commit; a statement that can't run in a transaction block. */
function wantsCommit({ error }: Failure): boolean {
  return error.sqlstate === '55P04' || error.sqlstate === '25001';
}

async function loadAll(runner: Runner, ordered: readonly DesiredStatement[]): Promise<readonly Failure[]> {
  const unchecked: DesiredStatement[] = [];
  let failures = await runStatements(runner, ordered);
  for (;;) {
    failures = await retry(runner, failures);
    const functions = failures.filter(({ statement }) => statement.type === 'CreateFunctionStmt');
    if (functions.length === 0) break;
    // Functions that call each other can only be made without a look into their bodies; that follows below.
    const still = await runStatements(runner, functions.map(statementOf), { skipBodies: true });
    const made = functions.filter(({ statement }) => !still.some((failure) => failure.statement === statement));
    if (made.length === 0) break;
    unchecked.push(...made.map(statementOf));
    failures = failures.filter((failure) => !made.includes(failure));
  }
  // A body that is wrong for good is an error of the user's, and must not pass because the checks were off for a while.
  return [...failures, ...(await runStatements(runner, unchecked, { replace: true }))];
}

function statementOf({ statement }: Failure): DesiredStatement {
  return statement;
}

/** Run what failed again until a pass makes no progress: what it needed may be there by now. */
async function retry(runner: Runner, failures: readonly Failure[]): Promise<readonly Failure[]> {
  let left = failures;
  for (;;) {
    // A DROP that found nothing must not find what was made after it.
    const fixed = left.filter(({ statement }) => statement.type === 'DropStmt');
    const again = left.filter(({ statement }) => statement.type !== 'DropStmt');
    if (again.length === 0) return left;
    const still = await runStatements(runner, again.map(statementOf));
    left = [...fixed, ...still];
    if (still.length === again.length) return left;
  }
}
