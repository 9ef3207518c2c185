// Statements about the database itself. Its name differs from one environment to the next, so none is written.
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
