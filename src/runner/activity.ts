// Other sessions as pg_stat_activity shows them, for the runner's reports and messages.
import type { Row } from '../databases/database.ts';
import { withoutSecrets } from '../sql/secrets.ts';
import type { Activity } from './events.ts';

const QUERY_WIDTH = 200;

/** The columns of `pg_stat_activity AS a` that `activityOf` reads; `since` is a timestamptz expression. */
export const activityColumns = (since: string): string => `
  a.application_name, a.usename::text, a.state, a.query,
  pg_catalog.to_char(${since} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since`;

export function activityOf(row: Row): Activity {
  const text = (column: string): string | null => {
    const value = row[column];
    return value === null || value === undefined || value === '' ? null : String(value);
  };
  return {
    pid: Number(row['pid']),
    application: text('application_name') ?? '',
    user: text('usename') ?? '',
    state: text('state'),
    since: text('since'),
    query: shortened(text('query')),
  };
}

function shortened(query: string | null): string | null {
  if (query === null) return null;
  const line = withoutSecrets(query).replace(/\s+/g, ' ').trim();
  return line.length <= QUERY_WIDTH ? line : `${line.slice(0, QUERY_WIDTH - 1)}…`;
}
