// The firing state of triggers, event triggers and rules (session_replication_role), for their kinds.
/** When a trigger or rule fires, by session_replication_role (pg_trigger.tgenabled, pg_rewrite.ev_enabled). */
export const FIRING: Readonly<Record<string, string>> = {
  O: 'ENABLE',
  D: 'DISABLE',
  R: 'ENABLE REPLICA',
  A: 'ENABLE ALWAYS',
};

/** The column as text; "char" would come out as a number in some drivers. */
export const firingSql = (column: string): string => `${column}::text`;
