// The mark in a database that it is protected, for the runner: another address of the same database, such as a tunnel,
// looks like another database to the settings. A mark counts in the database that it was made in, not in a copy.
import type { Database } from '../../databases/database.ts';
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { type History, historyExists } from './history.ts';
import { recordEvent, type Writer } from './record.ts';

/** Cluster, database and oid. A copy restored in another cluster, or a recreated database, has another identity. */
export async function databaseIdentity(database: Database): Promise<readonly string[]> {
  const [row] = await database.query(
    'SELECT oid::text, datname::text FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()',
  );
  const system = await database
    .query('SELECT system_identifier::text AS id FROM pg_catalog.pg_control_system()')
    .then(([found]) => String(found?.['id'] ?? ''))
    // Some hosted servers do not let users execute this function.
    .catch(() => '');
  return [system, String(row?.['oid'] ?? ''), String(row?.['datname'] ?? '')];
}

const identityText = async (database: Database): Promise<string> => (await databaseIdentity(database)).join('/');

/** The protected environment that the database is marked with; null: it is not marked. */
export async function markedAs(history: History): Promise<string | null> {
  if (!(await historyExists(history))) return null;
  const [row] = await history.database.query(
    `SELECT event, details->>'environment' AS environment, details->>'database' AS database
     FROM ${quoteIdentifier(history.schema)}.events
     WHERE event IN ('protected', 'unprotected') ORDER BY id DESC LIMIT 1`,
  );
  if (row?.['event'] !== 'protected' || row['database'] !== (await identityText(history.database))) return null;
  return String(row['environment']);
}

/** Marks the database as that of a protected environment, or takes the mark away. Does nothing where it is so. */
export async function mark(writer: Writer, environment: string, isProtected: boolean): Promise<void> {
  const now = await markedAs(writer);
  if (isProtected ? now === environment : now === null) return;
  const details = { environment, database: await identityText(writer.database) };
  await recordEvent(writer, isProtected ? 'protected' : 'unprotected', null, details);
}
