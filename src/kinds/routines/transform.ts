// The kind transform: CREATE TRANSFORM (catalog pg_transform).
import { mentionsWord } from '../../sql/statement-words.ts';
import { type Draft, ddl, defineKind, type Typed } from '../kind.ts';
import { catalog } from '../shared/catalog-sql.ts';

type Transform = {
  readonly fromSql: string | null;
  readonly toSql: string | null;
};

function definition({ reference, attributes: t }: Typed<Transform>): string {
  const parts = [
    ...(t.fromSql === null ? [] : [`FROM SQL WITH FUNCTION ${t.fromSql}`]),
    ...(t.toSql === null ? [] : [`TO SQL WITH FUNCTION ${t.toSql}`]),
  ];
  return `TRANSFORM ${reference} (${parts.join(', ')})`;
}

const replaceInPlace = ({ after }: { after: Typed<Transform> }): Draft[] => [
  ddl(`CREATE OR REPLACE ${definition(after)}`),
];

const signature = (oid: string): string => `(
    SELECT format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes))
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = ${oid})`;

export const transform = defineKind<Transform>({
  name: 'transform',
  keyword: 'TRANSFORM',
  folder: 'ddl',
  words: {
    statements: { CreateTransformStmt: { mentions: mentionsWord('language', 'lang') } },
    catalogs: { pg_transform: 'true' },
  },
  query: () => `
    SELECT ${catalog('pg_transform')} AS classid, t.oid AS objid, 0 AS objsubid, NULL AS namespace,
           format('FOR %s LANGUAGE %I', format_type(t.trftype, NULL), l.lanname) AS reference,
           ${signature('t.trffromsql')} AS "fromSql", ${signature('t.trftosql')} AS "toSql"
      FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang
     WHERE t.oid >= 16384`,
  create: (object) => [ddl(`CREATE ${definition(object)}`)],
  drop: ({ reference }) => [ddl(`DROP TRANSFORM ${reference}`)],
  alter: replaceInPlace,
  attributes: { fromSql: 'alter', toSql: 'alter' },
});
