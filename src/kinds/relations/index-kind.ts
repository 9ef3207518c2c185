import { quoteIdentifier } from '../../sql/identifiers.ts';
import { mentionsWord, onlyParent } from '../../sql/statement-words.ts';
import { indexParts } from '../../sql/table-elements.ts';
import { type Decided, type Draft, ddl, defineKind, staysWithColumn, type Typed, takes } from '../kind.ts';
import { catalog, qualified, userNamespace } from '../shared/catalog-sql.ts';
import { indexDefinition } from '../shared/storage-parameters.ts';
import { isConstraint, isInheritance } from './family.ts';
import {
  changeOptions,
  changeParameters,
  changeTargets,
  indexParameters,
  initialParameters,
  moveIndex,
  shape,
} from './index-parameters.ts';
import { changeClustering, chosenName, clustering, indexStanding, replicaIdentity } from './index-standing.ts';
import { inheritedEdges, inheritedHosts, respondToAncestor } from './inherited.ts';
import type { Index } from './models.ts';

/** pg_get_indexdef() says ONLY for a partitioned index; without it the partitions' equal indexes are adopted. */
const createSql = (definition: string): string =>
  definition.replace(/^(CREATE (?:UNIQUE )?INDEX .*?) ON ONLY /, '$1 ON ');

/** The partition joins its parent table with this plan: attached, or made by CREATE TABLE … PARTITION OF. */
const joins = (object: Typed<Index>, context: Decided): boolean =>
  object.parent !== null &&
  context.after.children(object.parent).some((child) => isInheritance(child) && context.creates(child.key));

/** A partitioned index, or the attachment of the partition, makes it with the ancestor's parameters. */
function unsaid(object: Typed<Index>, context: Decided): Draft[] {
  const { attributes: i, inherits } = object;
  const cloned = i.name === i.chosenName && inherits.some((key) => context.creates(key) || joins(object, context));
  const made = cloned ? initialParameters(object, context) : { ...i, statistics: [] };
  return changeParameters(object.reference, made, i);
}

/** Between an index and a partitioned index that are both there: elsewhere one statement or the other sees to it. */
function attachment(object: Typed<Index>, context: Decided): Draft[] {
  const { attachedTo } = object.attributes;
  const [ancestor] = object.inherits;
  if (attachedTo === null || ancestor === undefined || context.creates(ancestor) || object.parent === null) return [];
  if (
    joins(object, context) ||
    (object.attributes.name === object.attributes.chosenName && context.creates(object.parent))
  )
    return [];
  return [
    ddl(`ALTER INDEX ${attachedTo} ATTACH PARTITION ${object.reference}`, {
      lock: 'ACCESS SHARE',
      why: `Makes ${object.reference} a part of ${attachedTo}.`,
    }),
  ];
}

/** A partition's key that is a part of it can't be dropped before it, so it goes with it. */
function dropIndex({ key, reference, attributes }: Typed<Index>, context: Decided): Draft {
  const keys = context.before.heirs(key).filter(isConstraint);
  return ddl(`DROP INDEX ${reference}${keys.length > 0 ? ' CASCADE' : ''}`, {
    lock: 'ACCESS EXCLUSIVE',
    dangers: [
      { code: 'P601', message: `queries on ${attributes.relation} can no longer use ${reference}` },
      ...keys.map(({ attributes: { relation, name } }) => ({
        code: 'C408',
        message: `${relation} no longer enforces ${name}`,
      })),
    ],
  });
}

export const index = defineKind<Index>({
  name: 'index',
  keyword: 'INDEX',
  folder: 'ddl',
  words: {
    statements: {
      IndexStmt: {
        defines: indexParts,
        mentions: (node) => [...mentionsWord('access method', 'accessMethod')(node), ...onlyParent(node)],
        touchesNamedOnly: true,
      },
    },
    types: { index: { objectTypes: ['OBJECT_INDEX'], namespace: 'relation' } },
  },
  hosts: inheritedHosts,
  edges: inheritedEdges,
  respond: (object, cause, how, context) =>
    respondToAncestor(object, cause, how, context) ?? staysWithColumn(object, cause, how),
  query: () => `
    SELECT ${catalog('pg_class')} AS classid, ic.oid AS objid, 0 AS objsubid, ic.relname AS objname, n.nspname AS namespace,
           ${qualified('n.nspname', 'ic.relname')} AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           (SELECT json_agg(json_build_array(${catalog('pg_class')}, h.inhparent, 0)) FROM pg_inherits h
             WHERE h.inhrelid = ic.oid) AS inherits,
           ${qualified('n.nspname', 'c.relname')} AS relation, quote_ident(ic.relname) AS name,
           ${indexDefinition('pg_get_indexdef(ic.oid)', 'ic')} AS definition, x.indisunique AS unique,
           x.indisvalid OR ic.relkind = 'I' AS valid,
           ${indexParameters('ic')},
           ${indexStanding('x')}, ${chosenName('x', 'c', "'idx'")} AS "chosenName",
           (SELECT format('%I.%I', pn.nspname, pc.relname) FROM pg_inherits h JOIN pg_class pc ON pc.oid = h.inhparent
              JOIN pg_namespace pn ON pn.oid = pc.relnamespace WHERE h.inhrelid = ic.oid) AS "attachedTo"
      FROM pg_index x JOIN pg_class ic ON ic.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
      JOIN pg_namespace n ON n.oid = ic.relnamespace
     WHERE c.relkind IN ('r', 'p', 'm') AND c.relpersistence <> 't' AND ${userNamespace('n')}
       AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = ic.oid AND k.contype IN ('p', 'u', 'x'))`,
  since: [
    {
      major: 15,
      feature: 'NULLS NOT DISTINCT',
      uses: ({ attributes: i }) => / NULLS NOT DISTINCT/.test(i.definition),
    },
  ],
  resources: ({ reference }) => takes(`relation ${reference}`),
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
    ...unsaid(object, context),
    ...(object.attributes.clustered ? [clustering(object.attributes.relation, object.attributes.name)] : []),
    ...(object.attributes.replicaIdentity ? [replicaIdentity(object.attributes.relation, object.attributes.name)] : []),
  ],
  drop: (object, context) => [dropIndex(object, context)],
  attributes: {
    relation: 'replace',
    name: 'replace',
    definition: ({ before, after }) => (shape(before.attributes) === shape(after.attributes) ? [] : 'replace'),
    options: ({ before, after }) => changeOptions(after.reference, before.attributes, after.attributes),
    unique: 'replace',
    valid: ({ after }) => (after.attributes.valid ? 'replace' : []),
    tablespace: ({ after }) => [moveIndex(after.reference, after.attributes)],
    statistics: ({ before, after }) => changeTargets(after.reference, before.attributes, after.attributes),
    clustered: ({ after }, context) => changeClustering(after, context),
    replicaIdentity: ({ after: { attributes: i } }) => (i.replicaIdentity ? [replicaIdentity(i.relation, i.name)] : []),
    chosenName: 'ignore',
    attachedTo: ({ after }) => ({ drafts: (context) => attachment(after, context) }),
  },
});
