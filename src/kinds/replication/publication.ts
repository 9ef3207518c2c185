// The kinds publication, publication table and publication schema.
// Their catalogs are pg_publication, pg_publication_rel and pg_publication_namespace. Tables and schemas of a
// publication are objects, so that each is added and dropped alone.

import type { DbObject, Key } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import { definesWord, mentionsWord } from '../../sql/statement-words.ts';
import { type Alteration, type Draft, ddl, defineKind, type HazardDraft, type Sides, type Typed } from '../kind.ts';
import { isTable } from '../relations/family.ts';
import { catalog, qualified, roleName } from '../shared/catalog-sql.ts';

type Publication = {
  readonly allTables: boolean;
  readonly publish: string;
  readonly viaRoot: boolean;
  /** publish_generated_columns, since 18: n (none) or s (stored). */
  readonly generated: string;
};

/** The parameters as CREATE and SET spell them, by attribute. */
const spelled = (p: Publication): Readonly<Record<'publish' | 'viaRoot' | 'generated', string>> => ({
  publish: `publish = '${p.publish}'`,
  viaRoot: `publish_via_partition_root = ${p.viaRoot}`,
  generated: `publish_generated_columns = ${p.generated === 's' ? 'stored' : 'none'}`,
});

/** The parameters that differ from their defaults; older servers do not have all parameters. */
function parameters(p: Publication): string {
  const { publish, viaRoot, generated } = spelled(p);
  const list = [
    ...(p.publish === 'insert, update, delete, truncate' ? [] : [publish]),
    ...(p.viaRoot ? [viaRoot] : []),
    ...(p.generated === 's' ? [generated] : []),
  ];
  return list.length === 0 ? '' : ` WITH (${list.join(', ')})`;
}

const alter = (reference: string, clause: string, parts: Omit<Draft, 'sql'> = {}): Draft =>
  ddl(`ALTER PUBLICATION ${reference} ${clause}`, {
    hazards: [{ code: 'C409', message: `changes what publication ${reference} publishes` }],
    ...parts,
  });

/** One statement for all parameters: every rule returns the same. */
function setParameters({ before, after }: Alteration<Publication>): Draft[] {
  const [old, now] = [spelled(before.attributes), spelled(after.attributes)];
  const changed = (['publish', 'viaRoot', 'generated'] as const).filter((name) => old[name] !== now[name]);
  return [alter(after.reference, `SET (${changed.map((name) => now[name]).join(', ')})`)];
}

export const publication = defineKind<Publication>({
  name: 'publication',
  keyword: 'PUBLICATION',
  folder: 'ddl',
  words: {
    statements: {
      CreatePublicationStmt: { defines: definesWord('publication', 'pubname') },
      AlterPublicationStmt: { mentions: mentionsWord('publication', 'pubname') },
    },
    types: { publication: { objectTypes: ['OBJECT_PUBLICATION'], within: 'database' } },
    catalogs: { pg_publication: 'true' },
  },
  query: (version) => `
    SELECT ${catalog('pg_publication')} AS classid, p.oid AS objid, 0 AS objsubid, p.pubname AS objname, NULL AS namespace,
           quote_ident(p.pubname) AS reference, ${roleName('p.pubowner')} AS owner, p.puballtables AS "allTables",
           concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                     CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END) AS publish,
           p.pubviaroot AS "viaRoot", ${version >= 180000 ? 'p.pubgencols::text' : "'n'"} AS generated
      FROM pg_publication p`,
  create: ({ reference, attributes: p }) => [
    ddl(`CREATE PUBLICATION ${reference}${p.allTables ? ' FOR ALL TABLES' : ''}${parameters(p)}`, {
      hazards: p.allTables ? unidentified(p.publish, 'any table without') : [],
    }),
  ],
  drop: ({ reference }) => [
    ddl(`DROP PUBLICATION ${reference}`, {
      hazards: [
        {
          code: 'C409',
          message: `subscriptions to publication ${reference} receive no further changes, or stop with an error`,
        },
      ],
    }),
  ],
  since: [
    { major: 18, feature: 'a publication of generated columns', uses: ({ attributes: p }) => p.generated === 's' },
  ],
  alter: setParameters,
  attributes: { allTables: 'replace', publish: 'alter', viaRoot: 'alter', generated: 'alter' },
});

/**
 * PostgreSQL refuses updates and deletes of published tables without a replica identity (manual, section 29.1.1).
 * `tables` ends with the word before "a primary key".
 */
const unidentified = (publish: string, tables: string): HazardDraft[] =>
  /update|delete/.test(publish)
    ? [
        {
          code: 'C411',
          message: `updates and deletes fail on ${tables} a primary key or another replica identity`,
          remedy: 'add a primary key to the table, or set REPLICA IDENTITY FULL',
        },
      ]
    : [];

type Member = {
  readonly publication: string;
  readonly member: string;
  readonly filter: string;
  /** Whether the table has a replica identity; false also where the table's keys are not in the catalog's part. */
  readonly identified: boolean;
};

const tableOf = (member: Typed<Member>, side: Side): DbObject | undefined =>
  side
    .dependencies(member.key)
    .map((key) => side.get(key))
    .find(isTable);

/** ALTER PUBLICATION … ADD and DROP TABLE take this lock on the table; it blocks only other DDL. */
const locking = (table: DbObject | undefined): { lock?: 'SHARE UPDATE EXCLUSIVE'; on?: Key } =>
  table ? { lock: 'SHARE UPDATE EXCLUSIVE', on: table.key } : {};

/** The hazards of a new member: for existing subscriptions, and for writes to tables without a replica identity. */
function joining(member: Typed<Member>, tables: string | null, context: Sides): HazardDraft[] {
  const [publication, now] = [member.attributes.publication, member.parent && context.after.get(member.parent)];
  const known = member.parent !== null && context.before.get(member.parent) !== undefined;
  return [
    ...(known ? [{ code: 'C409', message: `changes what publication ${publication} publishes` }] : []),
    ...(tables === null || !now ? [] : unidentified((now as Typed<Publication>).attributes.publish, tables)),
  ];
}

function addTable(member: Typed<Member>, context: Sides): Draft {
  const { publication, member: name, filter, identified } = member.attributes;
  return alter(publication, `ADD TABLE ONLY ${name}${filter}`, {
    ...locking(tableOf(member, context.after)),
    why: `Adds table ${name} to publication ${publication}.`,
    hazards: joining(member, identified ? null : `table ${name} unless it has`, context),
  });
}

export const publicationTable = defineKind<Member>({
  name: 'publication table',
  keyword: 'PUBLICATION',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true },
  query: (version) => `
    SELECT ${catalog('pg_publication_rel')} AS classid, r.oid AS objid, 0 AS objsubid, c.relname AS objname, NULL AS namespace,
           format('%I.%I in %I', n.nspname, c.relname, p.pubname) AS reference,
           json_build_array(${catalog('pg_publication')}, p.oid, 0) AS parent,
           quote_ident(p.pubname) AS publication, ${qualified('n.nspname', 'c.relname')} AS member,
           ${
             version >= 150000
               ? `concat(
                (SELECT format(' (%s)', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname)) FROM pg_attribute a
                  WHERE a.attrelid = c.oid AND a.attnum = ANY (r.prattrs) HAVING count(*) > 0),
                ' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')')`
               : "''"
           } AS filter,
           c.relreplident = 'f' OR EXISTS (
             SELECT FROM pg_index i
              WHERE i.indrelid = c.oid AND CASE c.relreplident WHEN 'd' THEN i.indisprimary ELSE i.indisreplident END
           ) AS identified
      FROM pg_publication_rel r JOIN pg_publication p ON p.oid = r.prpubid JOIN pg_class c ON c.oid = r.prrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace`,
  create: (object, context) => [addTable(object, context)],
  drop: (object, context) => [
    alter(object.attributes.publication, `DROP TABLE ONLY ${object.attributes.member}`, {
      ...locking(tableOf(object, context.before)),
      why: `Drops table ${object.attributes.member} from publication ${object.attributes.publication}.`,
    }),
  ],
  since: [
    {
      major: 15,
      feature: 'a published table with columns or rows left out',
      uses: ({ attributes: m }) => m.filter !== '',
    },
  ],
  attributes: { publication: 'replace', member: 'replace', filter: 'replace', identified: 'ignore' },
});

export const publicationSchema = defineKind<Member>({
  name: 'publication schema',
  keyword: 'PUBLICATION',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true },
  query: (version) =>
    version < 150000
      ? 'SELECT 0 AS classid, 0 AS objid, 0 AS objsubid WHERE false'
      : `
    SELECT ${catalog('pg_publication_namespace')} AS classid, r.oid AS objid, 0 AS objsubid, n.nspname AS objname, NULL AS namespace,
           format('%I in %I', n.nspname, p.pubname) AS reference,
           json_build_array(${catalog('pg_publication')}, p.oid, 0) AS parent,
           quote_ident(p.pubname) AS publication, quote_ident(n.nspname) AS member, '' AS filter,
           false AS identified
      FROM pg_publication_namespace r JOIN pg_publication p ON p.oid = r.pnpubid JOIN pg_namespace n ON n.oid = r.pnnspid`,
  create: (object, context) => [
    alter(object.attributes.publication, `ADD TABLES IN SCHEMA ${object.attributes.member}`, {
      why: `Adds the tables of schema ${object.attributes.member} to publication ${object.attributes.publication}.`,
      hazards: joining(object, `any table of schema ${object.attributes.member} without`, context),
    }),
  ],
  drop: ({ attributes: m }) => [
    alter(m.publication, `DROP TABLES IN SCHEMA ${m.member}`, {
      why: `Drops the tables of schema ${m.member} from publication ${m.publication}.`,
    }),
  ],
  since: [{ major: 15, feature: 'a published schema' }],
  attributes: { publication: 'replace', member: 'replace', filter: 'replace', identified: 'ignore' },
});
