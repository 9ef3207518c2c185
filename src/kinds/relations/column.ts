// The kind table column: columns of tables, partitions and foreign tables (catalog pg_attribute).
import type { DbObject } from '../../catalog/catalog.ts';
import {
  type Answer,
  type Decided,
  type Deferred,
  type Draft,
  ddl,
  defineKind,
  type Host,
  type Hosted,
  type Refusal,
  type Rendering,
  type Sides,
  type Typed,
  takes,
} from '../kind.ts';
import { catalog, collation, options, qualified, userNamespace } from '../shared/catalog-sql.ts';
import { parameterMeaning } from '../shared/parameter-values.ts';
import { barExpression } from './column-bars.ts';
import { addColumn, definition, leavesUncomputed, properties } from './column-creation.ts';
import { respondOfColumn } from './column-follow.ts';
import { alterColumn, type Column, type ColumnChange, notNullName, ofColumn } from './column-model.ts';
import { losesItsArray, noWay, retype } from './column-retype.ts';
import {
  changeColumnOptions,
  initialTuning,
  isTuning,
  keptTuning,
  setCompression,
  setStatistics,
  setStorage,
  tunedTogether,
  tuningSql,
} from './column-tuning.ts';
import { withoutAncestorsDefault } from './default.ts';
import { isColumn, isConstraint, isPartitionLink } from './family.ts';
import { changeForeignOptions, initialForeignOptions } from './foreign-column.ts';
import {
  changeIdentity,
  identityGrants,
  identitySequence,
  identitySql,
  narrowSequence,
  sequenceProperties,
  withKeptSequence,
} from './identity.ts';
import { inheritedEdges, inheritedHosts, type Passes, unlessPassedOn, wantsTheSame } from './inherited.ts';
import {
  commentOnNotNull,
  notNullClause,
  notNullCommentSql,
  notNullOfChildTable,
  notNullSql,
  setNotNull,
  withKeptName,
} from './not-null.ts';
import { bornTyped, comesWithType, typeOfTable } from './typed-column.ts';

/** The column's clause in CREATE TABLE … OF, beyond what the composite type defines; null where there is none. */
function optionsOfTyped(object: Typed<Column>, context: Rendering): string | null {
  const parts = properties(object, context);
  return parts.length === 0 ? null : `${object.attributes.name} WITH OPTIONS ${parts.join(' ')}`;
}

/** Whether CREATE TABLE … PARTITION OF creates the table, and with it the columns. */
const bornAsPartition = (object: Typed<Column>, context: Rendering): boolean =>
  object.parent !== null && context.inlined(object.parent).some(isPartitionLink);

/** The column's clause in CREATE TABLE … PARTITION OF: its differences from the parent's column; null where none. */
function overrides(object: Typed<Column>, context: Rendering): string | null {
  const a = object.attributes;
  const ancestor = context.after.get(object.inherits[0] ?? object.key);
  if (!isColumn(ancestor)) return definition(object, context);
  const defaultOf = (column: DbObject): string =>
    context.after
      .children(column.key)
      .flatMap((child) => context.clause(child) ?? [])
      .join(' ');
  const [own, inherited] = [defaultOf(object), defaultOf(ancestor)];
  // Before PostgreSQL 18, NOT NULL has no name that could differ from the parent's.
  const named = context.serverVersion >= 180000;
  const nameOf = (column: Typed<Column>): string | null =>
    column.attributes.notNull === null ? null : named ? (column.attributes.notNull.name ?? notNullName(column)) : '';
  const notNull =
    a.notNull?.validated && nameOf(object) !== nameOf(ancestor) && !inOwnKey(object, context)
      ? [notNullClause(a.notNull)]
      : [];
  const parts = [...(own === inherited ? [] : [own === '' ? 'DEFAULT NULL' : own]), ...notNull];
  return parts.length === 0 ? null : [a.name, ...parts].join(' ');
}

/** Whether a primary key of the partition itself makes the column NOT NULL. */
const inOwnKey = (object: Typed<Column>, context: Rendering): boolean =>
  object.parent !== null &&
  context.inlined(object.parent).some((child) => {
    if (!isConstraint(child) || child.inherits.length > 0) return false;
    const columns = /^PRIMARY KEY \((.*?)\)/.exec(child.attributes.definition)?.[1];
    return columns?.split(', ').includes(object.attributes.name) === true;
  });

/** Whether ALTER TYPE on the composite type of a typed table makes the change of the column. */
function retypeOrFollow(change: ColumnChange, sides: Sides): Deferred | Refusal {
  const draft = retype(change, sides);
  if ('refuse' in draft) return draft;
  return {
    drafts: (context) => [
      ...(typeOfTable(change.after, context) === null ? [...narrowSequence(change), draft] : []),
      ...keptTuning(change, context),
    ],
    ...(draft.disturbs ? { disturbs: draft.disturbs } : {}),
    ...(draft.without ? { without: draft.without } : {}),
  };
}

/** Statements for what ALTER TYPE … ADD ATTRIBUTE can't state of the column that it adds. */
const ownProperties = (object: Typed<Column>, context: Sides): Draft[] =>
  object.attributes.notNull === null
    ? []
    : setNotNull(
        { before: { ...object, attributes: { ...object.attributes, notNull: null } }, after: object },
        context,
      );

/** Whether an ancestor's statement creates the column and only this table declares NOT NULL. */
const inheritsNullable = (object: Typed<Column>, context: Rendering): boolean =>
  !object.attributes.local &&
  object.inherits.length > 0 &&
  !bornAsPartition(object, context) &&
  (context.creates(object.parent ?? object.key) || object.inherits.some((key) => context.creates(key))) &&
  object.inherits.every((key) => {
    const ancestor = context.after.get(key);
    return !isColumn(ancestor) || ancestor.attributes.notNull === null;
  });

/** ADD COLUMN appends; wrappers of files (file_fdw) read the columns of a foreign table by position. */
const replaced = ({ before }: ColumnChange): Answer => (before.attributes.foreign ? 'replace parent' : 'replace');

function changeGenerated(change: ColumnChange, context: Sides): Answer {
  const { before, after } = change;
  const [old, now] = [before.attributes.generated, after.attributes.generated];
  if (old !== null && now === null) return old.stored ? [alterColumn(after, 'DROP EXPRESSION')] : replaced(change);
  if (old === null || now === null || old.stored !== now.stored || context.serverVersion < 170000) {
    return replaced(change);
  }
  return [
    alterColumn(after, `SET EXPRESSION AS (${now.expression})`, {
      disturbs: 'rewrites',
      ...(now.stored ? { work: 'rewrite' as const } : { without: barExpression(after, context) }),
      hazards: now.stored
        ? [
            {
              code: 'A201',
              message: `rewrites table ${after.attributes.relation} to compute ${after.attributes.name}`,
              blocking: true,
            },
          ]
        : [],
    }),
  ];
}

/** A column that holds values is dropped with its table, or by a statement that states the loss. */
function hosts(object: Typed<Column>, act: Hosted, context: Decided): readonly Host[] {
  const { generated, foreign } = object.attributes;
  const type = typeOfTable(object, context);
  return [
    ...(type === null ? [] : [{ verb: 'alter' as const, key: type }]),
    ...inheritedHosts(object, act, context, generated === null && !foreign ? 'never' : undefined),
  ];
}

const passes: Passes<Column> = (attribute, ancestor, descendant, { after }) => {
  // The child's NOT NULL gets the ancestor's name.
  if (attribute === 'notNull')
    return (ancestor.attributes.notNull === null) === (descendant.attributes.notNull === null);
  if (isTuning(attribute)) return tunedTogether(attribute, ancestor, after);
  return attribute !== 'foreignOptions' && wantsTheSame(attribute, ancestor, descendant);
};

export const column = defineKind<Column>({
  name: 'table column',
  keyword: 'COLUMN',
  folder: 'ddl',
  words: {
    types: { 'table column': { objectTypes: ['OBJECT_COLUMN'], within: 'relation', dotted: true } },
  },
  traits: { essential: true, holdsValues: true },
  privileges: { keyword: 'TABLE', letter: 'c' },
  resources: (object) =>
    takes(...(object.attributes.identity === null ? [] : [`relation ${identitySequence(object)}`])),
  query: (version) => `
    SELECT ${catalog('pg_class')} AS classid, c.oid AS objid, a.attnum AS objsubid, a.attname AS objname, n.nspname AS namespace,
           format('%I.%I.%I', n.nspname, c.relname, a.attname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           CASE WHEN a.attinhcount > 0 THEN (
             SELECT json_agg(json_build_array(${catalog('pg_class')}, p.attrelid, p.attnum))
               FROM pg_inherits i JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attname = a.attname
              WHERE i.inhrelid = c.oid AND NOT p.attisdropped) END AS inherits,
           ${grantsOrNullColumn()} AS grants,
           ${qualified('n.nspname', 'c.relname')} AS relation, quote_ident(a.attname) AS name,
           format_type(a.atttypid, a.atttypmod) AS type, ${collation('a.attcollation', 'a.atttypid')} AS collation,
           ${notNullSql(version)} AS "notNull", ${notNullCommentSql(version)} AS "notNullComment",
           ${identitySql(version)} AS identity,
           CASE WHEN a.attgenerated <> '' THEN (
             SELECT json_build_object('expression', pg_get_expr(d.adbin, d.adrelid), 'stored', a.attgenerated = 's')
               FROM pg_attrdef d WHERE d.adrelid = c.oid AND d.adnum = a.attnum) END AS generated,
           ${tuningSql}, c.relkind = 'f' AS foreign, ${options('a.attfdwoptions')} AS "foreignOptions",
           a.attislocal AS local, c.relispartition AS partition, a.attnum AS position
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_type t ON t.oid = a.atttypid
     WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't' AND a.attnum > 0 AND NOT a.attisdropped AND ${userNamespace('n')}`,
  inline: {
    when: () => true,
    clause: (object, context) => {
      const { local, partition } = object.attributes;
      if (bornAsPartition(object, context)) return overrides(object, context);
      if (bornTyped(object, context)) return optionsOfTyped(object, context);
      // A partition is created with its columns, then attached; a child table inherits the column from its parent.
      if (local || partition || object.inherits.length === 0) return definition(object, context);
      return notNullOfChildTable(object, context);
    },
  },
  meaning: (a) => ({ ...a, options: parameterMeaning(a.options) }),
  undeclared: (object, counterpart) => {
    const notNull = withKeptName(object, counterpart);
    const identity = withKeptSequence(object, counterpart);
    return notNull || identity ? { ...(notNull ? { notNull } : {}), ...(identity ? { identity } : {}) } : null;
  },
  hosts,
  edges: inheritedEdges,
  respond: respondOfColumn,
  create: addColumn,
  settings: (object, context) => [
    ...withoutAncestorsDefault(object, context),
    ...identityGrants(null, object, context),
    ...sequenceProperties(null, object, context),
    ...(comesWithType(object, context) || inheritsNullable(object, context) ? ownProperties(object, context) : []),
    ...(object.attributes.notNull && !object.attributes.notNull.validated
      ? [
          ddl(
            `ALTER TABLE ${object.attributes.relation} ADD CONSTRAINT ${object.attributes.notNull.name ?? notNullName(object)} NOT NULL ${object.attributes.name}${object.attributes.notNull.noInherit ? ' NO INHERIT' : ''} NOT VALID`,
          ),
        ]
      : []),
    ...(object.attributes.notNullComment === null ? [] : [commentOnNotNull(object)]),
    ...initialTuning(object, context),
    ...initialForeignOptions(object),
  ],
  drop: (object, context) => {
    const a = object.attributes;
    const draft = ddl(`ALTER TABLE ${a.relation} DROP COLUMN ${a.name}`, {
      lock: 'ACCESS EXCLUSIVE',
      tree: true,
      ...(a.generated === null || leavesUncomputed(object, context)
        ? {
            loses: `the values of ${a.relation}.${a.name}`,
            hazards: [
              {
                code: 'D102',
                message: `drops column ${a.relation}.${a.name} with its values`,
                remedy: 'stop using the column first, and drop it in a later release',
                blocking: true,
              },
            ],
          }
        : {}),
    });
    return [ofColumn(object, draft)];
  },
  since: [
    {
      major: 18,
      feature: 'a virtual generated column',
      uses: ({ attributes: { generated } }) => generated !== null && !generated.stored,
      // Before PostgreSQL 18, NOT NULL has no name and no options.
      without: (a) =>
        a.notNull === null
          ? a
          : { ...a, notNullComment: null, notNull: { name: null, noInherit: false, validated: true, local: true } },
    },
  ],
  attributes: unlessPassedOn<Column>(
    {
      relation: 'ignore',
      name: 'ignore',
      type: (change, context) =>
        losesItsArray(change) && !change.after.attributes.foreign ? noWay(change) : retypeOrFollow(change, context),
      collation: retypeOrFollow,
      notNull: (change, context) => setNotNull(change, context).map((draft) => ofColumn(change.after, draft)),
      notNullComment: ({ after }) => (after.attributes.notNull === null ? [] : [commentOnNotNull(after)]),
      identity: (change, context) => changeIdentity(change, context),
      generated: (change, context) => changeGenerated(change, context),
      storage: ({ after }, context) => [setStorage(after, context)],
      compression: ({ after }) => [setCompression(after)],
      statistics: ({ after }, context) => [setStatistics(after, context)],
      options: ({ before, after }) => changeColumnOptions(before.attributes.options, after),
      typeStorage: 'ignore',
      foreign: 'replace',
      foreignOptions: ({ before, after }) => changeForeignOptions(before.attributes.foreignOptions, after),
      local: 'ignore',
      partition: 'ignore',
      position: 'ignore',
    },
    passes,
  ),
});

/** GRANT names columns within the relation's privileges; see introspect. */
function grantsOrNullColumn(): string {
  return `(SELECT json_agg(json_build_array(
             CASE WHEN e.grantee = c.relowner THEN '@owner' WHEN e.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END,
             e.privilege_type, e.is_grantable)) FROM aclexplode(CASE WHEN cardinality(a.attacl) > 0 THEN a.attacl END) e)`;
}
