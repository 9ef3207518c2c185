// Opening a database by its URL, for all rooms that connect.
import { SchemaError } from '../errors.ts';
import type { Database } from './database.ts';
import { openPglite } from './pglite.ts';
import { connectPostgres } from './postgres.ts';

export interface OpenOptions {
  readonly applicationName?: string | undefined;
  readonly connectTimeoutMs?: number | undefined;
}

/**
 * Opens a session on the database of a URL: `postgres://…` (also `postgresql://`) or `pglite://DIR`, an embedded
 * PostgreSQL with its data in a folder, which is created on first use. Errors: `usage/invalid`, `database/connection`,
 * `catalog/unsupported-version`.
 */
export async function openDatabase(url: string, options: OpenOptions = {}): Promise<Database> {
  if (/^postgres(ql)?:\/\//i.test(url)) return connectPostgres(url, options);
  if (/^pglite:\/\//i.test(url)) {
    const dataDir = url.slice('pglite://'.length);
    if (dataDir !== '') return openPglite({ dataDir });
  }
  throw new SchemaError('usage/invalid', `not a database URL: ${redactUrl(url)}`, {
    hint: 'Use postgres://user@host:5432/database or pglite://DIR (for example pglite://.schema/db).',
  });
}

/**
 * Opens a session for `work` and closes it afterwards. `applicationName` is the application_name in pg_stat_activity.
 */
export async function withDatabase<T>(
  url: string,
  applicationName: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(url, { applicationName });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** The same URL with `***` in place of passwords, also where the URL does not parse. */
export function redactUrl(url: string): string {
  // A password in a malformed URL may hold any character, so the text up to the last @ counts as user and password.
  return url
    .replace(/\b(password|sslpassword)=('[^']*'|[^&\s]*)/gi, '$1=***')
    .replace(/^([a-z][a-z0-9+.-]*:\/\/[^:@/]*):.*@/is, '$1:***@');
}
