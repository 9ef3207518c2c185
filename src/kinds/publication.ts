// Publications and what they publish. Members are objects of their own, so that one comes and goes by itself.

import { type Draft, ddl, defineKind } from './kind.ts';
import { catalog, qualified, roleName } from './shared/catalog-sql.ts';

type Publication = {
  readonly allTables: boolean;
  readonly publish: string;
  readonly viaRoot: boolean;
  /** publish_generated_columns, since 18: n (none) or s (stored). */
  readonly generated: string;
};

const parameters = (p: Publication): string => {
  const list = [
    `publish = '${p.publish}'`,
    ...(p.viaRoot ? ['publish_via_partition_root = true'] : []),
    ...(p.generated === 's' ? ['publish_generated_columns = stored'] : []),
  ];
  return list.join(', ');
};

const alter = (reference: string, clause: string): Draft =>
  ddl(`ALTER PUBLICATION ${reference} ${clause}`, {
    dangers: [{ code: 'C409', message: `changes what publication ${reference} sends` }],
  });

export const publication = defineKind<Publication>({
  name: 'publication',
  keyword: 'PUBLICATION',
  folder: 'ddl',
  query: (version) => `
    SELECT ${catalog('pg_publication')} AS classid, p.oid AS objid, 0 AS objsubid, NULL AS namespace,
           quote_ident(p.pubname) AS reference, ${roleName('p.pubowner')} AS owner, p.puballtables AS "allTables",
           concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                     CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END) AS publish,
           p.pubviaroot AS "viaRoot", ${version >= 180000 ? 'p.pubgencols::text' : "'n'"} AS generated
      FROM pg_publication p`,
  create: ({ reference, attributes: p }) => [
    ddl(`CREATE PUBLICATION ${reference}${p.allTables ? ' FOR ALL TABLES' : ''} WITH (${parameters(p)})`),
  ],
  drop: ({ reference }) => [ddl(`DROP PUBLICATION ${reference}`)],
  attributes: {
    allTables: 'replace',
    publish: ({ after }) => [alter(after.reference, `SET (publish = '${after.attributes.publish}')`)],
    viaRoot: ({ after }) => [alter(after.reference, `SET (publish_via_partition_root = ${after.attributes.viaRoot})`)],
    generated: ({ after }) => [
      alter(
        after.reference,
        `SET (publish_generated_columns = ${after.attributes.generated === 's' ? 'stored' : 'none'})`,
      ),
    ],
  },
});

type Member = { readonly publication: string; readonly member: string; readonly filter: string };

export const publicationTable = defineKind<Member>({
  name: 'publication table',
  keyword: 'PUBLICATION',
  folder: 'ddl',
  uncommented: true,
  query: (version) => `
    SELECT ${catalog('pg_publication_rel')} AS classid, r.oid AS objid, 0 AS objsubid, NULL AS namespace,
           format('%I.%I in %I', n.nspname, c.relname, p.pubname) AS reference,
           json_build_array(${catalog('pg_publication')}, p.oid, 0) AS parent,
           quote_ident(p.pubname) AS publication, ${qualified('n.nspname', 'c.relname')} AS member,
           ${
             version >= 150000
               ? `concat(
                (SELECT format(' (%s)', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)) FROM pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attnum = ANY (r.prattrs) HAVING count(*) > 0),
                ' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')')`
               : "''"
           } AS filter
      FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid JOIN pg_class c ON c.oid = r.prrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace`,
  create: ({ attributes: m }) => [alter(m.publication, `ADD TABLE ONLY ${m.member}${m.filter}`)],
  drop: ({ attributes: m }) => [alter(m.publication, `DROP TABLE ONLY ${m.member}`)],
  attributes: { publication: 'replace', member: 'replace', filter: 'replace' },
});

export const publicationSchema = defineKind<Member>({
  name: 'publication schema',
  keyword: 'PUBLICATION',
  folder: 'ddl',
  uncommented: true,
  query: (version) =>
    version < 150000
      ? 'SELECT 0 AS classid, 0 AS objid, 0 AS objsubid WHERE false'
      : `
    SELECT ${catalog('pg_publication_namespace')} AS classid, r.oid AS objid, 0 AS objsubid, NULL AS namespace,
           format('%I in %I', n.nspname, p.pubname) AS reference,
           json_build_array(${catalog('pg_publication')}, p.oid, 0) AS parent,
           quote_ident(p.pubname) AS publication, quote_ident(n.nspname) AS member, '' AS filter
      FROM pg_publication_namespace r JOIN pg_publication p ON p.oid = r.pnpubid JOIN pg_namespace n ON n.oid = r.pnnspid`,
  create: ({ attributes: m }) => [alter(m.publication, `ADD TABLES IN SCHEMA ${m.member}`)],
  drop: ({ attributes: m }) => [alter(m.publication, `DROP TABLES IN SCHEMA ${m.member}`)],
  attributes: { publication: 'replace', member: 'replace', filter: 'replace' },
});
