// The kind index: indexes without a constraint (catalogs pg_class and pg_index).
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { mentionsWord, onlyParent } from '../../sql/statement-words.ts';
import { indexParts } from '../../sql/table-elements.ts';
import { type Decided, type Draft, ddl, defineKind, staysWithColumn, type Typed, takes } from '../kind.ts';
import { catalog, qualified, userNamespace } from '../shared/catalog-sql.ts';
import { indexDefinition } from '../shared/storage-parameters.ts';
import { isConstraint, isInheritance, isPartitioned } from './family.ts';
import {
  changeOptions,
  changeParameters,
  changeTargets,
  indexParameters,
  initialParameters,
  moveIndex,
  shape,
  withParameterMeaning,
} from './index-parameters.ts';
import { changeClustering, chosenName, clustering, indexStanding, replicaIdentity } from './index-standing.ts';
import { inheritedEdges, inheritedHosts, respondToAncestor, tablesToIndex } from './inherited.ts';
import type { Index } from './models.ts';
import { afterColumns, restoreIndex } from './rebuilt.ts';
import { unnamedIndex } from './unnamed.ts';

/**
 * pg_get_indexdef() prints ONLY for a partitioned index; CREATE INDEX without ONLY attaches equal indexes of
 * partitions.
 */
const createSql = (definition: string): string =>
  definition.replace(/^(CREATE (?:UNIQUE )?INDEX .*?) ON ONLY /, '$1 ON ');

/** Whether this plan makes the table a partition: by ATTACH PARTITION or CREATE TABLE … PARTITION OF. */
const joins = (object: Typed<Index>, context: Decided): boolean =>
  object.parent !== null &&
  context.after.children(object.parent).some((child) => isInheritance(child) && context.creates(child.key));

/** Whether the partitioned index, or ATTACH PARTITION, creates the index, with the ancestor's parameters. */
function unsaid(object: Typed<Index>, context: Decided): Draft[] {
  const { attributes: i, inherits } = object;
  const cloned = i.name === i.chosenName && inherits.some((key) => context.creates(key) || joins(object, context));
  const made = cloned ? initialParameters(object, context) : { ...i, statistics: [] };
  return changeParameters(object.reference, made, i);
}

/** ALTER INDEX … ATTACH PARTITION, where both indexes exist; else the statement that creates one attaches the index. */
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
      why: `Attaches index ${object.reference} to partitioned index ${attachedTo}.`,
    }),
  ];
}

function createIndex(object: Typed<Index>, context: Decided): Draft {
  const i = object.attributes;
  const tablespace = i.tablespace === null ? '' : ` TABLESPACE ${quoteIdentifier(i.tablespace)}`;
  return ddl(createSql(i.definition) + tablespace, {
    lock: 'SHARE',
    work: 'index build',
    tree: isPartitioned(object.parent, context.after),
    works: tablesToIndex(object, context),
    hazards: [
      { code: 'A203', message: `blocks writes to ${i.relation} while the index is built` },
      ...(i.unique ? [{ code: 'F302', message: `fails if ${i.relation} contains duplicates` }] : []),
    ],
  });
}

/** CASCADE where keys of partitions are attached to the index: PostgreSQL can't drop them before it. */
function dropIndex({ key, parent, reference, attributes }: Typed<Index>, context: Decided): Draft {
  const keys = context.before.inheritanceChildren(key).filter(isConstraint);
  return ddl(`DROP INDEX ${reference}${keys.length > 0 ? ' CASCADE' : ''}`, {
    lock: 'ACCESS EXCLUSIVE',
    tree: isPartitioned(parent, context.before),
    hazards: [
      { code: 'P601', message: `drops index ${reference}, which queries on ${attributes.relation} may use` },
      ...keys.map(({ attributes: { relation, name } }) => ({
        code: 'C408',
        message: `stops enforcing ${name} on ${relation}`,
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
  meaning: withParameterMeaning,
  unnamed: unnamedIndex,
  hosts: inheritedHosts,
  edges: (object, act, context) => [...inheritedEdges(object, act), ...afterColumns(object, act, context)],
  respond: (object, cause, how, context) => {
    const response = respondToAncestor(object, cause, how, context) ?? staysWithColumn(object, cause, how);
    return response === 'stays' ? restoreIndex(object, object.reference, how, context) : response;
  },
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
  create: (object, context) => [createIndex(object, context)],
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
    readsWholeRows: 'ignore',
    chosenName: 'ignore',
    attachedTo: ({ after }) => ({ drafts: (context) => attachment(after, context) }),
  },
});
