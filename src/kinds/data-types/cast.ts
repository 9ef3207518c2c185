// The kind cast: CREATE CAST (catalog pg_cast).
import { ddl, defineKind } from '../kind.ts';
import { catalog } from '../shared/catalog-sql.ts';
import { routineName } from '../shared/member-sql.ts';

type Cast = {
  readonly context: string;
  readonly method: string;
};

export const cast = defineKind<Cast>({
  name: 'cast',
  keyword: 'CAST',
  folder: 'ddl',
  // An expression depends on the function of a cast, and not on the cast.
  traits: { ambient: true },
  words: {
    statements: { CreateCastStmt: {} },
    catalogs: { pg_cast: 'true' },
    memberStatements: `
      SELECT 10, c.oid, 'CREATE CAST (' || format_type(c.castsource, NULL) || ' AS ' || format_type(c.casttarget, NULL) || ') '
               || CASE c.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT'
                    ELSE 'WITH FUNCTION ' || ${routineName('c.castfunc')} || '(' || pg_get_function_identity_arguments(c.castfunc) || ')' END
               || CASE c.castcontext WHEN 'i' THEN ' AS IMPLICIT' WHEN 'a' THEN ' AS ASSIGNMENT' ELSE '' END
        FROM members m JOIN pg_cast c ON c.oid = m.objid WHERE m.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass`,
  },
  query: () => `
    SELECT ${catalog('pg_cast')} AS classid, c.oid AS objid, 0 AS objsubid, NULL AS namespace,
           format('(%s AS %s)', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)) AS reference,
           CASE c.castcontext WHEN 'i' THEN ' AS IMPLICIT' WHEN 'a' THEN ' AS ASSIGNMENT' ELSE '' END AS context,
           CASE c.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT'
                ELSE (SELECT format('WITH FUNCTION %I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes))
                        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = c.castfunc) END AS method
      FROM pg_cast c
     WHERE c.oid >= 16384`,
  create: ({ reference, attributes: c }) => [ddl(`CREATE CAST ${reference} ${c.method}${c.context}`)],
  drop: ({ reference }) => [ddl(`DROP CAST ${reference}`)],
  attributes: { context: 'replace', method: 'replace' },
});
