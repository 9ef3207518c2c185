// What a file demands before it runs: versions that must be applied, queries that must be true.
import type { Database } from '../databases/database.ts';
import { rolledBack } from '../databases/transaction.ts';
import { SchemaError } from '../errors.ts';
import type { Migration } from '../migrations/file.ts';
import { isConnectionLoss } from './failure.ts';
import type { HistoryRow } from './history/history.ts';
import type { PendingUnit } from './selection.ts';

/** Raises `migration/requires` where a demanded version is neither applied nor runs before. */
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

export type Verdict = 'run' | 'skip' | 'mark';

/**
 * Asks the checks of the files. Raises `migration/precondition` where one with `on-fail=halt` is not true, or where a
 * check is no query of one column.
 */
export async function checkPreconditions(database: Database, migrations: readonly Migration[]): Promise<Verdict> {
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

/** In a read-only transaction: a check changes nothing. */
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
