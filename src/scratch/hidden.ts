// What PGlite has in pg_catalog and the destination lacks, renamed in scratch: names in desired files then mean what they
// mean on the destination. An object of the user with such a name is found, and a use of what is not there fails at once.
import { quoteLiteral } from '../sql/identifiers.ts';
import type { Scratch } from './interface.ts';
import { NEWER_BUILTINS, type NewerBuiltins } from './newer-builtins.ts';

const list = (names: readonly string[]): string => `(${names.map(quoteLiteral).join(', ')})`;

const rename = (catalog: string, column: string, condition: string): string =>
  `UPDATE pg_catalog.${catalog} SET ${column} = pg_catalog.left('hidden ' || ${column}, 63) WHERE ${condition}`;

const PG_CATALOG = `'pg_catalog'::pg_catalog.regnamespace`;

function hidingNewer({ functions, views, configurations, dictionaries, casts }: NewerBuiltins): string[] {
  const names = [...new Set(functions.map((signature) => signature.slice(0, signature.indexOf('('))))];
  return [
    // The names find the rows in the index; the signatures leave older overloads alone.
    rename(
      'pg_proc',
      'proname',
      `proname IN ${list(names)} AND pronamespace = ${PG_CATALOG}
         AND proname || '(' || pg_catalog.oidvectortypes(proargtypes) || ')' IN ${list(functions)}`,
    ),
    rename('pg_class', 'relname', `relname IN ${list(views)} AND relnamespace = ${PG_CATALOG}`),
    ...(configurations
      ? [rename('pg_ts_config', 'cfgname', `cfgname IN ${list(configurations)} AND cfgnamespace = ${PG_CATALOG}`)]
      : []),
    ...(dictionaries
      ? [rename('pg_ts_dict', 'dictname', `dictname IN ${list(dictionaries)} AND dictnamespace = ${PG_CATALOG}`)]
      : []),
    ...(casts
      ? [
          `DELETE FROM pg_catalog.pg_cast
            WHERE pg_catalog.format('%s as %s', castsource::pg_catalog.regtype, casttarget::pg_catalog.regtype) IN ${list(casts)}`,
        ]
      : []),
  ];
}

/** Hides what majors after the destination's introduced. A server as scratch is left as it is. */
export async function hideNewer(scratch: Scratch, destination: number): Promise<void> {
  if (scratch.bundles === null) return;
  const newer = NEWER_BUILTINS.filter(({ major }) => destination < major * 10_000);
  if (newer.length > 0) await scratch.script(newer.flatMap(hidingNewer).join(';\n'));
}

/** Collations that every server has (pg_collation.dat of all supported majors). */
const EVERYWHERE: readonly string[] = ['default', 'C', 'POSIX'];

/** Hides the collations of PGlite's system, except those that the destination has and that are used or named. */
export const hideCollations = (scratch: Scratch, there: readonly string[]): Promise<unknown> =>
  scratch.script(
    rename(
      'pg_collation',
      'collname',
      `collname NOT IN ${list([...EVERYWHERE, ...there])} AND collnamespace = ${PG_CATALOG}`,
    ),
  );
