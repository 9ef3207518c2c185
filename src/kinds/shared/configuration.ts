// Settings as pg_db_role_setting stores them (`name=value`, lists already quoted), for settings of databases and roles.
import { quoteLiteral } from '../../sql/identifiers.ts';

/** Settings whose value is a list of quoted names (GUC_LIST_QUOTE in the server's guc_tables.c). */
const LISTS = new Set([
  'local_preload_libraries',
  'search_path',
  'session_preload_libraries',
  'shared_preload_libraries',
  'temp_tablespaces',
  'unix_socket_directories',
]);

/** `SET work_mem TO '64MB'`, or RESET where there is no value. */
export function configurationClause(name: string, value: string | null): string {
  const quoted = name
    .split('.')
    .map((part) => (/^[a-z_][a-z0-9_]*$/.test(part) ? part : `"${part.replaceAll('"', '""')}"`));
  if (value === null) return `RESET ${quoted.join('.')}`;
  const list = LISTS.has(name) && value !== '' && value !== '""';
  return `SET ${quoted.join('.')} TO ${list ? value : quoteLiteral(value === '""' ? '' : value)}`;
}

/** Columns `name` and `value` of one element of setconfig. */
export const configurationSql = (element: string): string => `
           split_part(${element}, '=', 1) AS name, substr(${element}, strpos(${element}, '=') + 1) AS value`;
