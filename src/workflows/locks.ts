// `schema locks`: the session that runs migrations, and the sessions that wait for it or block it.
import type { Database } from '../databases/database.ts';
import { withDatabase } from '../databases/open.ts';
import { endHolder, type LockReport, type LockSession, readLocks } from '../health/lock-sessions.ts';
import { historyExists, historyOf } from '../runner/history/history.ts';
import { recordEvent } from '../runner/history/record.ts';
import { databaseUrl, type Project, runOf } from '../settings/project.ts';

export interface ReleaseRequest {
  /** The reason, which is kept in an event of the history. */
  readonly reason: string;
}

/** Reads the holder of the lock; changes nothing. */
export const locks = (project: Project): Promise<LockReport> =>
  onDatabase(project, (database) => readLocks(database, historyOf(database, runOf(project)).schema));

const onDatabase = <T>(project: Project, work: (database: Database) => Promise<T>): Promise<T> =>
  withDatabase(databaseUrl(project), 'schema locks', work);

/**
 * Ends the session that holds the lock (pg_terminate_backend); the server rolls its transaction back. The reason is
 * recorded as an event. Null where no session holds the lock. Errors: `database/permission`; `runner/locked` where the
 * session does not end.
 */
export const releaseLock = (project: Project, request: ReleaseRequest): Promise<LockSession | null> =>
  onDatabase(project, async (database) => {
    const { schema } = historyOf(database, runOf(project));
    const { holder } = await readLocks(database, schema);
    if (holder === null) return null;
    await endHolder(database, schema, holder.pid);
    const writer = { database, schema, toolVersion: project.toolVersion };
    if (await historyExists(writer)) {
      const { pid, application, user, address } = holder;
      await recordEvent(writer, 'lock released', null, { pid, application, user, address, reason: request.reason });
    }
    return holder;
  });
