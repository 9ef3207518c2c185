// The lock of the other tool, for `schema import` and `coexist`: it is held while the tool's history is read or
// written.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { tableSql } from './foreign-table.ts';
import type { ForeignLock, Tool } from './tool.ts';

export interface LockRequest {
  readonly lock: ForeignLock;
  readonly tool: Tool;
  /** How long to wait, in milliseconds; 0 fails at once. */
  readonly waitMs: number;
}

const POLL_MS = 500;
/** The holder that Liquibase shows. */
const HOLDER = 'schema import';

/** Takes the lock as the tool does and runs `work`. Raises `runner/locked`. */
export async function underForeignLock<Result>(
  database: Database,
  request: LockRequest,
  work: () => Promise<Result>,
): Promise<Result> {
  await take(database, request);
  try {
    return await work();
  } finally {
    await release(database, request.lock);
  }
}

/** Polls, as runner/lock does: a wait in the server would hold a snapshot. */
async function take(database: Database, request: LockRequest): Promise<void> {
  const end = Date.now() + request.waitMs;
  while (!(await attempt(database, request.lock))) {
    if (Date.now() >= end) throw await locked(database, request);
    await sleep(Math.min(POLL_MS, Math.max(1, end - Date.now())));
  }
}

async function attempt(database: Database, lock: ForeignLock): Promise<boolean> {
  if (lock.kind === 'none') return true;
  if (lock.kind === 'advisory') {
    const [row] = await database.query('SELECT pg_catalog.pg_try_advisory_lock($1::bigint) AS locked', [
      lock.key.toString(),
    ]);
    return row?.['locked'] === true;
  }
  const table = tableSql(lock.table);
  const taken = await database.query(
    `UPDATE ${table} SET locked = true, lockgranted = pg_catalog.now(), lockedby = $1
     WHERE id = 1 AND NOT locked RETURNING id`,
    [HOLDER],
  );
  return taken.length > 0;
}

/** Releases the lock. A closed connection has released an advisory lock already. */
async function release(database: Database, lock: ForeignLock): Promise<void> {
  if (lock.kind === 'advisory') {
    await database.query('SELECT pg_catalog.pg_advisory_unlock($1::bigint)', [lock.key.toString()]);
  } else if (lock.kind === 'row') {
    await database.query(
      `UPDATE ${tableSql(lock.table)} SET locked = false, lockgranted = NULL, lockedby = NULL
       WHERE id = 1 AND lockedby = $1`,
      [HOLDER],
    );
  }
}

async function locked(database: Database, { lock, tool }: LockRequest): Promise<SchemaError> {
  if (lock.kind === 'row') {
    const table = tableSql(lock.table);
    const [row] = await database.query(`SELECT lockedby, lockgranted::text AS since FROM ${table} WHERE id = 1`);
    return new SchemaError('runner/locked', `${tool.title} has its lock on this database`, {
      detail: `${table}: held by ${row?.['lockedby']} since ${row?.['since']}. Such a lock outlives its holder.`,
      hint: 'Wait for it to finish. If nothing is running, release it: liquibase release-locks.',
    });
  }
  const key = lock.kind === 'advisory' ? lock.key.toString() : '';
  return new SchemaError('runner/locked', `${tool.title} has its lock on this database`, {
    detail: `Another session holds advisory lock ${key}.`,
    hint: 'Wait for it to finish, and run the same command again.',
  });
}
