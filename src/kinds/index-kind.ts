import { quoteIdentifier } from '../sql/identifiers.ts';
import { type Context, type Draft, ddl, defineKind, type Typed } from './kind.ts';
import { catalog, options, qualified, userNamespace } from './shared/catalog-sql.ts';
import { chosenName, clustering, indexStanding, replicaIdentity } from './shared/index-standing.ts';
import { type Options, optionChanges } from './shared/options.ts';

type Index = {
  readonly relation: string;
  readonly name: string;
  /** pg_get_indexdef(), which spells the storage parameters too. */
  readonly definition: string;
  readonly options: Options | null;
  readonly unique: boolean;
  readonly valid: boolean;
  readonly tablespace: string | null;
  readonly statistics: readonly { readonly column: number; readonly target: number }[];
  readonly clustered: boolean;
  readonly replicaIdentity: boolean;
  /** The name that PostgreSQL chooses for the index that a partitioned table's index brings about in this partition. */
  readonly chosenName: string;
  /** The partitioned index that this one is a part of. */
  readonly attachedTo: string | null;
};

/** The definition without its WITH clause: storage parameters change in place. */
function shape({ definition, options: parameters }: Index): string {
  if (parameters === null) return definition;
  const pairs = Object.entries(parameters).map(
    ([name, value]) => `"?${escapeRegExp(name)}"?='?${escapeRegExp(value)}'?`,
  );
  return definition.replace(new RegExp(` WITH \\((?:(?:${pairs.join('|')})(?:, )?)+\\)`), '');
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** pg_get_indexdef() says ONLY for a partitioned index; without it the partitions' equal indexes are adopted. */
const createSql = (definition: string): string =>
  definition.replace(/^(CREATE (?:UNIQUE )?INDEX .*?) ON ONLY /, '$1 ON ');

const target = (object: Typed<Index>, column: number, value: number): Draft =>
  ddl(`ALTER INDEX ${object.reference} ALTER COLUMN ${column} SET STATISTICS ${value}`, {
    lock: 'SHARE UPDATE EXCLUSIVE',
  });

/** Between an index and a partitioned index that are both there: elsewhere one statement or the other sees to it. */
function attachment(object: Typed<Index>, context: Context): Draft[] {
  const { attachedTo } = object.attributes;
  const [ancestor] = object.inherits;
  if (attachedTo === null || ancestor === undefined || context.creates(ancestor) || object.parent === null) return [];
  const joins = context.after
    .children(object.parent)
    .some((child) => 'boundOf' in child.attributes && context.creates(child.key));
  if (joins || (object.attributes.name === object.attributes.chosenName && context.creates(object.parent))) return [];
  return [
    ddl(`ALTER INDEX ${attachedTo} ATTACH PARTITION ${object.reference}`, {
      lock: 'ACCESS SHARE',
      why: `Makes ${object.reference} a part of ${attachedTo}.`,
    }),
  ];
}

export const index = defineKind<Index>({
  name: 'index',
  keyword: 'INDEX',
  folder: 'ddl',
  follows: () => true,
  inheritance: ({ attributes: i }) => (i.name === i.chosenName ? 'cloned' : 'adopted'),
  query: () => `
    SELECT ${catalog('pg_class')} AS classid, ic.oid AS objid, 0 AS objsubid, n.nspname AS namespace,
           ${qualified('n.nspname', 'ic.relname')} AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           (SELECT json_agg(json_build_array(${catalog('pg_class')}, h.inhparent, 0)) FROM pg_inherits h
             WHERE h.inhrelid = ic.oid) AS inherits,
           ${qualified('n.nspname', 'c.relname')} AS relation, quote_ident(ic.relname) AS name,
           pg_get_indexdef(ic.oid) AS definition, ${options('ic.reloptions')} AS options, x.indisunique AS unique,
           x.indisvalid OR ic.relkind = 'I' AS valid,
           (SELECT ts.spcname FROM pg_tablespace ts WHERE ts.oid = ic.reltablespace) AS tablespace,
           coalesce((SELECT json_agg(json_build_object('column', a.attnum, 'target', a.attstattarget) ORDER BY a.attnum)
              FROM pg_attribute a WHERE a.attrelid = ic.oid AND a.attstattarget >= 0), '[]') AS statistics,
           ${indexStanding('x')}, ${chosenName('x', 'c', "'idx'")} AS "chosenName",
           (SELECT format('%I.%I', pn.nspname, pc.relname) FROM pg_inherits h JOIN pg_class pc ON pc.oid = h.inhparent
              JOIN pg_namespace pn ON pn.oid = pc.relnamespace WHERE h.inhrelid = ic.oid) AS "attachedTo"
      FROM pg_index x JOIN pg_class ic ON ic.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
      JOIN pg_namespace n ON n.oid = ic.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND ${userNamespace('n')}
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = ic.oid AND k.contype IN ('p', 'u', 'x'))`,
  needs: ({ attributes: i }) =>
    / NULLS NOT DISTINCT/.test(i.definition) ? { major: 15, feature: 'NULLS NOT DISTINCT' } : null,
  slots: ({ reference }) => [`relation ${reference}`],
  create: ({ attributes: i }) => [
    ddl(createSql(i.definition) + (i.tablespace === null ? '' : ` TABLESPACE ${quoteIdentifier(i.tablespace)}`), {
      lock: 'SHARE',
      work: 'index build',
      dangers: [
        { code: 'A203', message: `blocks writes to ${i.relation} while the index is built` },
        ...(i.unique ? [{ code: 'F302', message: `fails if ${i.relation} holds duplicates` }] : []),
      ],
    }),
  ],
  settings: (object, context) => [
    ...attachment(object, context),
    ...object.attributes.statistics.map((s) => target(object, s.column, s.target)),
    ...(object.attributes.clustered ? [clustering(object.attributes.relation, object.attributes.name)] : []),
    ...(object.attributes.replicaIdentity ? [replicaIdentity(object.attributes.relation, object.attributes.name)] : []),
  ],
  drop: ({ reference, attributes }) => [
    ddl(`DROP INDEX ${reference}`, {
      lock: 'ACCESS EXCLUSIVE',
      dangers: [{ code: 'P601', message: `queries on ${attributes.relation} can no longer use ${reference}` }],
    }),
  ],
  attributes: {
    relation: 'replace',
    name: 'replace',
    definition: ({ before, after }) => (shape(before.attributes) === shape(after.attributes) ? [] : 'replace'),
    options: ({ before, after }) =>
      optionChanges(before.attributes.options, after.attributes.options).map((change) =>
        ddl(`ALTER INDEX ${after.reference} ${change}`, { lock: 'SHARE UPDATE EXCLUSIVE' }),
      ),
    unique: 'replace',
    valid: ({ after }) => (after.attributes.valid ? 'replace' : []),
    tablespace: ({ after }) => [
      ddl(
        `ALTER INDEX ${after.reference} SET TABLESPACE ${quoteIdentifier(after.attributes.tablespace ?? 'pg_default')}`,
        {
          lock: 'ACCESS EXCLUSIVE',
          work: 'rewrite',
        },
      ),
    ],
    statistics: ({ before, after }) => [
      ...after.attributes.statistics.map((s) => target(after, s.column, s.target)),
      ...before.attributes.statistics
        .filter((s) => !after.attributes.statistics.some((other) => other.column === s.column))
        .map((s) => target(after, s.column, -1)),
    ],
    clustered: ({ after: { attributes: i } }) => [clustering(i.relation, i.clustered ? i.name : null)],
    replicaIdentity: ({ after: { attributes: i } }) => (i.replicaIdentity ? [replicaIdentity(i.relation, i.name)] : []),
    chosenName: 'ignore',
    attachedTo: ({ after }, context) => attachment(after, context),
  },
});
