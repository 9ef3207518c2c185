// Whether the user of a session may run migrations as another role, for the runner and `schema doctor`.
import type { Database } from '../databases/database.ts';
import { SchemaError } from '../errors.ts';
import { quoteIdentifier } from '../sql/identifiers.ts';

export interface NoRole {
  readonly who: string;
  readonly why: string;
  /** The statement of an administrator that mends it. */
  readonly grant: string | null;
}

/**
 * Why the session's user may not SET ROLE to the role; null where it may. From PostgreSQL 16 on a membership may be
 * without the option SET (manual, GRANT).
 */
export async function whyNotRole(database: Database, role: string): Promise<NoRole | null> {
  const privilege = database.serverVersion >= 160000 ? 'SET' : 'MEMBER';
  const [row] = await database.query(
    `SELECT session_user::text AS who,
            (SELECT pg_catalog.pg_has_role(session_user, oid, '${privilege}') FROM pg_catalog.pg_roles WHERE rolname = $1) AS may,
            (SELECT pg_catalog.pg_has_role(session_user, oid, 'MEMBER') FROM pg_catalog.pg_roles WHERE rolname = $1) AS member`,
    [role],
  );
  if (row?.['may'] === true) return null;
  const who = String(row?.['who']);
  const grant = `GRANT ${quoteIdentifier(role)} TO ${quoteIdentifier(who)}`;
  if (row?.['may'] == null) return { who, why: `There is no role ${role}.`, grant: null };
  if (row['member'] !== true) return { who, why: `${who} is not a member of ${role}.`, grant };
  return { who, why: `${who} is a member of ${role} WITH SET FALSE.`, grant: `${grant} WITH SET TRUE` };
}

/** Raises `database/permission` where the session's user may not SET ROLE to the role. */
export async function refuseRole(database: Database, role: string): Promise<void> {
  const found = await whyNotRole(database, role);
  if (found === null) return;
  const { who, why, grant } = found;
  throw new SchemaError('database/permission', `${who} cannot run migrations as role ${role}`, {
    detail: grant === null ? why : `${why} Nothing ran.`,
    hint:
      grant === null
        ? 'Create it, or correct the setting "role" (or schema:role in the file).'
        : `As an administrator: ${grant}. Or correct the setting "role" (or schema:role in the file).`,
  });
}
