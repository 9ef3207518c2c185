import { ddl, defineKind } from './kind.ts';
import { catalog, functionName } from './shared/catalog-sql.ts';

type AccessMethod = {
  /** INDEX or TABLE. */
  readonly type: string;
  readonly handler: string | null;
};

export const accessMethod = defineKind<AccessMethod>({
  name: 'access method',
  keyword: 'ACCESS METHOD',
  folder: 'ddl',
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
