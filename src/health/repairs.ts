// Repairs that are safe, for `schema doctor --fix`.
import { SchemaError } from '../errors.ts';
import { type Check, check } from '../report/checks.ts';
import { historyExists } from '../runner/history/history.ts';
import { recordEvent, type Writer } from '../runner/history/record.ts';

/**
 * lock_timeout of a repair. CONCURRENTLY gets none: a timeout while it waits for transactions would leave an invalid
 * index.
 */
const LOCK_TIMEOUT_MS = 5000;

/**
 * Runs one statement and records it as an event of the history. An error of the server becomes a problem of the check.
 */
export async function repair(writer: Writer, sql: string): Promise<Check> {
  const { database } = writer;
  const began = performance.now();
  await database.script(`SET lock_timeout = ${/\bCONCURRENTLY\b/.test(sql) ? 0 : LOCK_TIMEOUT_MS}`);
  try {
    await database.script(sql);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return check('repairs', sql, 'problem', error.message, { remedy: error.hint ?? null });
  }
  const ms = performance.now() - began;
  if (await historyExists(writer)) await recordEvent(writer, 'repaired', null, { sql });
  return check('repairs', sql, 'ok', 'done', { ms });
}
