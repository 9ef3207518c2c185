// Repairs of what is safe to repair, for `schema doctor --fix`.
import { SchemaError } from '../errors.ts';
import { type Check, check } from '../report/checks.ts';
import { historyExists } from '../runner/history/history.ts';
import { recordEvent, type Writer } from '../runner/history/record.ts';

/** How long a repair waits for its locks; not while CONCURRENTLY waits for transactions, which leaves things half done. */
const LOCK_TIMEOUT_MS = 5000;

/** Runs one statement, which becomes an event of the history. Returns whether it ran; what the server refuses is a problem. */
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
