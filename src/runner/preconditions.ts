// The conditions that a file declares: required versions, and checks that must return true.
import type { Database } from '../databases/database.ts';
import { rolledBack } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';
import type { Migration } from '../migrations/file.ts';
import { isConnectionLoss } from './failure.ts';
import type { HistoryRow } from './history/history.ts';
import type { PendingUnit } from './selection.ts';

/** Raises `migration/requires` where a required version is neither applied nor runs before. */
export function checkRequired(units: readonly PendingUnit[], rows: readonly HistoryRow[]): void {
  const there = new Set(rows.filter((row) => row.state === 'applied').map((row) => row.version));
  for (const { pending } of units) {
    for (const { up } of pending) {
      const lacking = up.directives.requires.find((version) => !there.has(version));
      if (lacking !== undefined) {
        throw new SchemaError('migration/requires', `${up.path} requires V${lacking}, which is not applied`, {
          detail: 'Nothing ran.',
          hint: 'Apply that one first; where it has labels, select them with --labels.',
        });
      }
      there.add(up.version);
    }
  }
}

export type PreconditionOutcome = 'run' | 'skip' | 'mark';

/**
 * Runs the checks of the files. Raises `migration/precondition` where a check with `on-fail=halt` does not return true,
 * or where a check fails or has more than one column.
 */
export async function checkPreconditions(
  database: Database,
  migrations: readonly Migration[],
): Promise<PreconditionOutcome> {
  for (const migration of migrations) {
    for (const { sql, onFail } of migration.directives.checks) {
      if (await isTrue(database, migration, sql)) continue;
      if (onFail !== 'halt') return onFail;
      throw new SchemaError('migration/precondition', `${migration.path}: its check is not true: ${sql}`, {
        detail: 'Nothing of this file ran.',
        hint: 'Bring the database into the state that the file expects, or correct the check.',
      });
    }
  }
  return 'run';
}

/** A check runs in a read-only transaction. */
async function isTrue(database: Database, migration: Migration, sql: string): Promise<boolean> {
  try {
    const [row = {}] = await rolledBack(database, 'BEGIN READ ONLY', () => database.query(sql));
    const values = Object.values(row);
    if (values.length > 1) throw new Error(`it has ${values.length} columns, and must have one`);
    return values[0] === true;
  } catch (cause) {
    if (isConnectionLoss(cause)) throw cause;
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new SchemaError('migration/precondition', `${migration.path}: its check fails: ${message}`, {
      detail: sql,
      hint: 'A check is a query that returns true. Nothing of this file ran.',
      cause,
    });
  }
}
