// Loading of desired statements into scratch, for states and lint: retries until the order works.
import type { Location } from '../errors.ts';
import type { ScratchDatabase } from '../scratch/interface.ts';
import type { ScratchLimits } from '../scratch/limits.ts';
import type { Words } from '../sql/words.ts';
import { loadError } from './failures.ts';
import { orderStatements } from './order.ts';
import { originsOf } from './origins.ts';
import { closeRunner, NeedsCommit, openRunner, type Runner, runStatements, type StatementFailure } from './run.ts';
import type { DesiredStatement } from './statements.ts';

export interface LoadOptions {
  /**
   * Load as this role, which then owns each object without an explicit owner. The role must exist in scratch and may
   * need privileges there.
   */
  readonly role?: string;
  /** Commit each statement separately, in a scratch that is used once; otherwise the caller has a transaction open. */
  readonly autocommit?: boolean;
  /** The limits of one message; of one statement where each is sent by itself. */
  readonly limits?: ScratchLimits;
}

export interface LoadedDesired {
  /** The number of statements that were run. */
  readonly statements: number;
  /** The place of each object's definition; see `originsOf`. */
  readonly origins: ReadonlyMap<string, Location>;
  /**
   * The statements need a commit between them (a use of an enum value after ALTER TYPE … ADD VALUE). The transaction
   * has failed: load again with `autocommit` in a scratch that is used once.
   */
  readonly needsCommit: boolean;
}

/**
 * Runs desired statements in scratch, in an order that works. Throws one `desired/load` for all statements that could
 * not be run. Settings have their former values afterwards.
 */
export async function loadDesired(
  scratch: ScratchDatabase,
  statements: readonly DesiredStatement[],
  words: Words,
  options: LoadOptions = {},
): Promise<LoadedDesired> {
  const autocommit = options.autocommit === true;
  const loaded = { statements: statements.length, origins: originsOf(statements, words) };
  const runner = await openRunner(scratch, statements, { ...options, autocommit });
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

/**
 * 55P04: use of a new enum value before the commit of ADD VALUE. 25001: a statement that can't run in a transaction
 * block.
 */
function wantsCommit({ error }: StatementFailure): boolean {
  return error.sqlstate === '55P04' || error.sqlstate === '25001';
}

async function loadAll(runner: Runner, ordered: readonly DesiredStatement[]): Promise<readonly StatementFailure[]> {
  const unchecked: DesiredStatement[] = [];
  let failures = await runStatements(runner, ordered);
  for (;;) {
    failures = await retry(runner, failures);
    const functions = failures.filter(({ statement }) => statement.type === 'CreateFunctionStmt');
    if (functions.length === 0) break;
    // Functions that call each other can only be created without check_function_bodies; the bodies are checked below.
    const still = await runStatements(runner, functions.map(statementOf), { skipBodies: true });
    const made = functions.filter(({ statement }) => !still.some((failure) => failure.statement === statement));
    if (made.length === 0) break;
    unchecked.push(...made.map(statementOf));
    failures = failures.filter((failure) => !made.includes(failure));
  }
  // The bodies that were not checked are checked now: an error in a body is an error of the desired files.
  return [...failures, ...(await runStatements(runner, unchecked, { replace: true }))];
}

function statementOf({ statement }: StatementFailure): DesiredStatement {
  return statement;
}

/** Runs failed statements again until a pass makes no progress: the objects that they need may exist by now. */
async function retry(runner: Runner, failures: readonly StatementFailure[]): Promise<readonly StatementFailure[]> {
  let left = failures;
  for (;;) {
    // A DROP that found no object must not drop an object that was created later.
    const fixed = left.filter(({ statement }) => statement.type === 'DropStmt');
    const again = left.filter(({ statement }) => statement.type !== 'DropStmt');
    if (again.length === 0) return left;
    const still = await runStatements(runner, again.map(statementOf));
    left = [...fixed, ...still];
    if (still.length === again.length) return left;
  }
}
