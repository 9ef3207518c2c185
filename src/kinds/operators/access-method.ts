// The kind access method: CREATE ACCESS METHOD (catalog pg_am).
import { definesWord, mentionsName } from '../../sql/statement-words.ts';
import { ddl, defineKind } from '../kind.ts';
import { catalog, functionName } from '../shared/catalog-sql.ts';
import { routineName } from '../shared/member-sql.ts';

type AccessMethod = {
  /** INDEX or TABLE. */
  readonly type: string;
  readonly handler: string | null;
};

export const accessMethod = defineKind<AccessMethod>({
  name: 'access method',
  keyword: 'ACCESS METHOD',
  folder: 'ddl',
  words: {
    statements: {
      CreateAmStmt: {
        defines: definesWord('access method', 'amname'),
        mentions: mentionsName('routine', 'handler_name'),
      },
    },
    types: { 'access method': { objectTypes: ['OBJECT_ACCESS_METHOD'], within: 'database' } },
    catalogs: { pg_am: 'true' },
    memberStatements: `
      SELECT 7, a.oid, 'CREATE ACCESS METHOD ' || quote_ident(a.amname) || ' TYPE ' || CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END
               || ' HANDLER ' || ${routineName('a.amhandler')}
        FROM members m JOIN pg_am a ON a.oid = m.objid WHERE m.classid = 'pg_catalog.pg_am'::pg_catalog.regclass`,
  },
  query: () => `
    SELECT ${catalog('pg_am')} AS classid, a.oid AS objid, 0 AS objsubid, a.amname AS objname, NULL AS namespace,
           quote_ident(a.amname) AS reference, CASE a.amtype WHEN 'i' THEN 'INDEX' ELSE 'TABLE' END AS type,
           ${functionName('a.amhandler')} AS handler
      FROM pg_am a
     WHERE a.oid >= 16384`,
  create: ({ reference, attributes: a }) => [
    ddl(`CREATE ACCESS METHOD ${reference} TYPE ${a.type} HANDLER ${a.handler}`),
  ],
  drop: ({ reference }) => [ddl(`DROP ACCESS METHOD ${reference}`)],
  attributes: { type: 'replace', handler: 'replace' },
});
