import { ddl, defineKind } from './kind.ts';
import { typeHead, userNamespace } from './shared/catalog-sql.ts';

type Range = {
  readonly subtype: string;
  readonly opclass: string | null;
  readonly collation: string | null;
  readonly canonical: string | null;
  readonly subtypeDiff: string | null;
  readonly multirange: string | null;
};

const procedure = (oid: string): string => `(
  SELECT format('%I.%I', pn.nspname, p.proname) FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace
   WHERE p.oid = ${oid})`;

export const range = defineKind<Range>({
  name: 'range',
  keyword: 'TYPE',
  folder: 'ddl',
  privileges: { keyword: 'TYPE', letter: 'T' },
  query: () => `${typeHead},
           format_type(r.rngsubtype, NULL) AS subtype,
           (SELECT format('%I.%I', o.nspname, oc.opcname) FROM pg_opclass oc JOIN pg_namespace o ON o.oid = oc.opcnamespace
             WHERE oc.oid = r.rngsubopc AND NOT oc.opcdefault) AS opclass,
           (SELECT format('%I.%I', cn.nspname, co.collname) FROM pg_collation co
              JOIN pg_namespace cn ON cn.oid = co.collnamespace
             WHERE co.oid = r.rngcollation
               AND co.oid <> (SELECT s.typcollation FROM pg_type s WHERE s.oid = r.rngsubtype)) AS collation,
           ${procedure('r.rngcanonical')} AS canonical, ${procedure('r.rngsubdiff')} AS "subtypeDiff",
           (SELECT format('%I.%I', mn.nspname, m.typname) FROM pg_type m JOIN pg_namespace mn ON mn.oid = m.typnamespace
             WHERE m.oid = r.rngmultitypid) AS multirange
      FROM pg_range r JOIN pg_type t ON t.oid = r.rngtypid JOIN pg_namespace n ON n.oid = t.typnamespace
     WHERE ${userNamespace('n')}`,
  slots: ({ reference }) => [`type ${reference}`],
  create: ({ reference, attributes: range }) => {
    const parts = [
      `SUBTYPE = ${range.subtype}`,
      range.opclass && `SUBTYPE_OPCLASS = ${range.opclass}`,
      range.collation && `COLLATION = ${range.collation}`,
      range.canonical && `CANONICAL = ${range.canonical}`,
      range.subtypeDiff && `SUBTYPE_DIFF = ${range.subtypeDiff}`,
      range.multirange && `MULTIRANGE_TYPE_NAME = ${range.multirange}`,
    ].filter(Boolean);
    return [ddl(`CREATE TYPE ${reference} AS RANGE (\n    ${parts.join(',\n    ')}\n)`)];
  },
  drop: ({ reference }) => [ddl(`DROP TYPE ${reference}`)],
  attributes: {
    subtype: 'replace',
    opclass: 'replace',
    collation: 'replace',
    canonical: 'replace',
    subtypeDiff: 'replace',
    multirange: 'replace',
  },
});
