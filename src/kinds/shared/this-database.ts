// Statements about the connected database, for the kinds of databases and role settings.
// The database's name differs between environments, so the statements read it when they run.
import { quoteLiteral } from '../../sql/identifiers.ts';
import { type Draft, ddl } from '../kind.ts';

/** Runs `before` + the name of the connected database + `after`. */
export function onThisDatabase(before: string, after: string, parts: Omit<Draft, 'sql'> = {}): Draft {
  const template = `${before.replaceAll('%', '%%')}%I${after.replaceAll('%', '%%')}`;
  let tag = '$$';
  for (let n = 1; template.includes(tag); n += 1) tag = `$d${n}$`;
  const sql = `DO ${tag}
BEGIN
    EXECUTE pg_catalog.format(${quoteLiteral(template)}, pg_catalog.current_database());
END
${tag}`;
  return ddl(sql, parts);
}
