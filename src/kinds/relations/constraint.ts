// The kind table constraint: keys, CHECK, foreign key and exclusion constraints of tables (catalog pg_constraint).
import type { DbObject, Key } from '../../catalog/catalog.ts';
import { qualifiedName, quoteIdentifier, quoteLiteral } from '../../sql/identifiers.ts';
import {
  type Decided,
  type Draft,
  ddl,
  defineKind,
  type Sides,
  type Since,
  staysWithColumn,
  type Typed,
  takes,
} from '../kind.ts';
import { catalog, qualified, userNamespace } from '../shared/catalog-sql.ts';
import { optionList } from '../shared/options.ts';
import { indexDefinition } from '../shared/storage-parameters.ts';
import {
  isColumn,
  isConstraint,
  isForeignKey,
  isForeignTable,
  isKey,
  isPartitioned,
  isPartitionLink,
  isTable,
} from './family.ts';
import { foreignKeyEdges } from './foreign-key.ts';
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
import {
  inheritedEdges,
  inheritedHosts,
  respondToAncestor,
  tablesToIndex,
  unlessPassedOn,
  wantsTheSame,
} from './inherited.ts';
import type { Constraint } from './models.ts';
import { afterColumns, restoreIndex } from './rebuilt.ts';
import { unnamedConstraint } from './unnamed.ts';

const named = (c: Constraint): string => `CONSTRAINT ${c.name} ${withParameters(c)}`;

/** The definition with the parameters of a key's index, which precede the last clauses of pg_get_constraintdef(). */
function withParameters(c: Constraint): string {
  if (!spellsParameters(c)) return c.definition;
  const [, head = '', tail = ''] =
    /^(.*?)((?: NOT DEFERRABLE| DEFERRABLE)?(?: INITIALLY \w+)?)$/s.exec(c.definition) ?? [];
  const parameters = c.options === null ? '' : ` WITH ${optionList(c.options)}`;
  const place = c.tablespace === null ? '' : ` USING INDEX TABLESPACE ${quoteIdentifier(c.tablespace)}`;
  return `${head}${parameters}${place}${tail}`;
}

/** pg_get_constraintdef() contains the parameters of an exclusion constraint, except the tablespace. */
const spellsParameters = (c: Constraint): boolean => c.type === 'p' || c.type === 'u';

const indexOf = ({ namespace, name }: DbObject): string => qualifiedName(namespace, name);

/** Statements for properties of the index that ADD CONSTRAINT, or the partitioned table's key, does not set. */
function unsaid(object: Typed<Constraint>, context: Sides): Draft[] {
  const c = object.attributes;
  if (!isKey(object)) return [];
  const cloned = c.name === c.chosenName;
  const spelled = spellsParameters(c) ? { ...c, statistics: [] } : { ...c, tablespace: null, statistics: [] };
  const said = cloned ? initialParameters(object, context) : spelled;
  return changeParameters(indexOf(object), said, c);
}

/** The referenced table of a foreign key, through the dependencies on its columns and key. */
function referenced(object: Typed<Constraint>, context: Sides): Key | undefined {
  const side = context.after.get(object.key) ? context.after : context.before;
  const tables = side.dependencies(object.key).map((key) => side.get(key)?.parent ?? key);
  return tables.find((key) => key !== object.parent && isTable(side.get(key)));
}

const isForeign = (object: Typed<Constraint>, context: Sides): boolean =>
  object.parent !== null && isForeignTable(context.after.get(object.parent));

/** CREATE TABLE merges two keys over the same columns (transformIndexConstraints): ALTER TABLE adds the second one. */
function repeats(object: Typed<Constraint>, context: Sides): boolean {
  const over = ({ attributes }: Typed<Constraint>): string =>
    attributes.definition.replace(/^(PRIMARY KEY|UNIQUE)/, '');
  if (!isKey(object) || object.parent === null) return false;
  return context.after.children(object.parent).some((other) => {
    if (!isConstraint(other) || other.key === object.key) return false;
    return precedence(other, context) < precedence(object, context) && over(other) === over(object);
  });
}

/**
 * A foreign key uses the oldest matching key (transformFkeyCheckAttrs), so the key that it depends on is created first.
 */
const precedence = (object: Typed<Constraint>, context: Sides): string =>
  `${context.after.dependents(object.key).length > 0 ? 0 : 1}${object.attributes.type === 'p' ? 0 : 1}${object.key}`;

const isEnforced = ({ definition }: Constraint): boolean => !/ NOT ENFORCED$/.test(definition);

/** Whether adding the constraint checks the rows that are there. */
const checksRows = (c: Constraint): boolean => c.validated && isEnforced(c);

/**
 * Since PostgreSQL 18, PRIMARY KEY in the CREATE TABLE of a child table declares a NOT NULL of its own for a column that
 * inherits one; ALTER TABLE does not.
 */
const wouldDeclareNotNull = ({ key, parent, attributes }: Typed<Constraint>, { after }: Sides): boolean =>
  attributes.type === 'p' &&
  !attributes.partition &&
  after.dependencies(key).some((other) => {
    const column = after.get(other);
    return isColumn(column) && column.parent === parent && column.attributes.notNull?.local === false;
  });

function add(object: Typed<Constraint>, context: Sides): Draft {
  const c = object.attributes;
  const sql = `ALTER TABLE ${c.relation} ADD ${named(c)}${c.validated ? '' : ' NOT VALID'}`;
  const other = referenced(object, context);
  if (c.type === 'f') {
    return ddl(sql, {
      lock: 'SHARE ROW EXCLUSIVE',
      tree: isPartitioned(object.parent, context.after),
      ...(other
        ? { alsoLocks: [{ mode: 'SHARE ROW EXCLUSIVE', on: other, tree: isPartitioned(other, context.before) }] }
        : {}),
      ...(checksRows(c) ? { work: 'scan' as const } : {}),
      hazards: !checksRows(c)
        ? []
        : [
            {
              code: 'A205',
              message: `blocks writes to ${c.relation} and to the referenced table while rows are checked`,
            },
            { code: 'F303', message: `fails if a row of ${c.relation} has no matching row in the referenced table` },
          ],
    });
  }
  // PostgreSQL does not check rows of a foreign table against a CHECK constraint.
  if (isForeign(object, context)) return ddl(sql, { lock: 'ACCESS EXCLUSIVE' });
  if (!isKey(object)) {
    return ddl(sql, {
      lock: 'ACCESS EXCLUSIVE',
      tree: !/ NO INHERIT$/.test(c.definition),
      ...(checksRows(c) ? { work: 'scan' as const } : {}),
      hazards: checksRows(c)
        ? [
            { code: 'A202', message: `reads all of ${c.relation} under an ACCESS EXCLUSIVE lock` },
            { code: 'F303', message: `fails if a row of ${c.relation} violates ${c.name}` },
          ]
        : isEnforced(c)
          ? [{ code: 'F306', message: `updates fail on rows of ${c.relation} that violate ${c.name}` }]
          : [],
    });
  }
  return ddl(sql, {
    lock: 'ACCESS EXCLUSIVE',
    tree: isPartitioned(object.parent, context.after),
    work: 'index build',
    works: tablesToIndex(object, context),
    hazards: [
      { code: 'A203', message: `builds an index on ${c.relation} under an ACCESS EXCLUSIVE lock` },
      { code: 'F302', message: `fails if ${c.relation} contains duplicates` },
    ],
  });
}

/** Clauses newer than the oldest supported major, as pg_get_constraintdef() prints them. */
const since = (major: number, feature: string, pattern: RegExp): Since<Constraint> => ({
  major,
  feature,
  uses: ({ attributes }) => pattern.test(attributes.definition),
});

const SINCE: readonly Since<Constraint>[] = [
  since(18, 'NOT ENFORCED', / NOT ENFORCED$/),
  since(18, 'WITHOUT OVERLAPS', / WITHOUT OVERLAPS\)/),
  since(18, 'PERIOD', /^FOREIGN KEY \([^)]*PERIOD /),
  since(15, 'NULLS NOT DISTINCT', /^UNIQUE NULLS NOT DISTINCT/),
  since(15, 'ON DELETE SET NULL with a column list', / SET (?:NULL|DEFAULT) \(/),
];

function commentOnIndex(object: Typed<Constraint>): Draft {
  const { indexComment } = object.attributes;
  return ddl(`COMMENT ON INDEX ${indexOf(object)} IS ${indexComment === null ? 'NULL' : quoteLiteral(indexComment)}`);
}

const validate = (c: Constraint): Draft =>
  ddl(`ALTER TABLE ${c.relation} VALIDATE CONSTRAINT ${c.name}`, {
    lock: 'SHARE UPDATE EXCLUSIVE',
    work: 'scan',
    tree: true,
    hazards: [{ code: 'F303', message: `fails if a row of ${c.relation} violates ${c.name}` }],
  });

/** The ancestor's statement adds the constraint as NOT VALID, while it is valid in this table. */
const cameNotValid = (object: Typed<Constraint>, context: Decided): boolean =>
  object.attributes.validated &&
  object.parent !== null &&
  !context.creates(object.parent) &&
  object.inherits.some((key) => {
    const ancestor = context.after.get(key);
    return context.creates(key) && isConstraint(ancestor) && !ancestor.attributes.validated;
  });

const settings = (object: Typed<Constraint>, parameters: Draft[]): Draft[] => {
  const c = object.attributes;
  return [
    ...parameters,
    ...(c.indexComment === null ? [] : [commentOnIndex(object)]),
    ...(c.clustered ? [clustering(c.relation, c.name)] : []),
    ...(c.replicaIdentity ? [replicaIdentity(c.relation, c.name)] : []),
  ];
};

/**
 * convalidated; of a CHECK that is only inherited, that of the ancestors that declare it: CREATE TABLE … INHERITS says that
 * it is valid, ALTER TABLE on the ancestor that it is not.
 */
const VALIDATED = `CASE WHEN k.contype <> 'c' OR k.conislocal OR k.coninhcount = 0 THEN k.convalidated ELSE (
             WITH RECURSIVE above (relid) AS (
               SELECT i.inhparent FROM pg_inherits i WHERE i.inhrelid = c.oid
               UNION SELECT i.inhparent FROM pg_inherits i JOIN above ON i.inhrelid = above.relid)
             SELECT coalesce(bool_and(o.convalidated), true) FROM above JOIN pg_constraint o ON o.conrelid = above.relid
              WHERE o.contype = 'c' AND o.conname = k.conname AND (o.conislocal OR o.coninhcount = 0)) END`;

export const constraint = defineKind<Constraint>({
  name: 'table constraint',
  keyword: 'CONSTRAINT',
  folder: 'ddl',
  words: {
    types: { 'table constraint': { objectTypes: ['OBJECT_TABCONSTRAINT'], within: 'relation' } },
    // NOT NULL constraints are read with their column or domain.
    catalogs: { pg_constraint: "x.contype <> 'n'" },
  },
  query: () => `
    SELECT ${catalog('pg_constraint')} AS classid, k.oid AS objid, 0 AS objsubid, k.conname AS objname, n.nspname AS namespace,
           format('%I ON %I.%I', k.conname, n.nspname, c.relname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           CASE WHEN k.conparentid <> 0 THEN json_build_array(json_build_array(${catalog('pg_constraint')}, k.conparentid, 0))
                WHEN x.indexrelid IS NOT NULL THEN (
                  SELECT json_agg(json_build_array(${catalog('pg_class')}, h.inhparent, 0)) FROM pg_inherits h
                   WHERE h.inhrelid = x.indexrelid)
                WHEN k.coninhcount > 0 THEN (
                  SELECT json_agg(json_build_array(${catalog('pg_constraint')}, p.oid, 0))
                    FROM pg_inherits i JOIN pg_constraint p ON p.conrelid = i.inhparent AND p.conname = k.conname
                   WHERE i.inhrelid = c.oid AND p.contype = k.contype) END AS inherits,
           ${qualified('n.nspname', 'c.relname')} AS relation, quote_ident(k.conname) AS name, k.contype AS type,
           ${indexDefinition("regexp_replace(pg_get_constraintdef(k.oid), ' NOT VALID$', '')", 'ic')} AS definition,
           pg_get_constraintdef(k.oid) LIKE '% NOT ENFORCED' OR ${VALIDATED} AS validated,
           k.conislocal AS local, c.relispartition AS partition, ${indexStanding('x')},
           ${indexParameters('ic')},
           obj_description(x.indexrelid, 'pg_class') AS "indexComment",
           CASE WHEN k.conparentid <> 0 AND NOT k.connoinherit AND x.indexrelid IS NOT NULL THEN ${chosenName('x', 'c', "CASE k.contype WHEN 'p' THEN 'pkey' WHEN 'u' THEN 'key' ELSE 'excl' END")}
                END AS "chosenName"
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_constraint parent ON parent.oid = k.conparentid
      LEFT JOIN pg_index x ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
      LEFT JOIN pg_class ic ON ic.oid = x.indexrelid
     WHERE k.contype IN ('p', 'u', 'c', 'f', 'x') AND c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'
       AND (k.conparentid = 0 OR k.conrelid <> parent.conrelid) AND ${userNamespace('n')}`,
  since: SINCE,
  resources: (object) =>
    takes(`constraint ${object.reference}`, ...(isKey(object) ? [`relation ${indexOf(object)}`] : [])),
  inline: {
    when: (object, context) => {
      const { type, validated } = object.attributes;
      if (repeats(object, context) || wouldDeclareNotNull(object, context)) return false;
      return (type !== 'f' || context.foreignKeysInline) && validated;
    },
    clause: ({ attributes: c, parent, inherits }, context) => {
      const created = !c.partition || (parent !== null && context.inlined(parent).some(isPartitionLink));
      return c.type === 'c' && !c.local && created && inherits.length > 0 ? null : named(c);
    },
  },
  meaning: withParameterMeaning,
  unnamed: unnamedConstraint,
  hosts: inheritedHosts,
  edges: (object, act, context) => [
    ...inheritedEdges(object, act),
    ...afterColumns(object, act, context),
    ...foreignKeyEdges(object, act, context),
  ],
  respond: (object, cause, how, context) => {
    const inherited = respondToAncestor(object, cause, how, context);
    if (inherited !== null) return inherited;
    // A foreign key compares values of two columns, so it is checked again after one of them is rewritten.
    const response = how === 'rewrites' && isForeignKey(object) ? 'rebuild' : staysWithColumn(object, cause, how);
    return response === 'stays' ? restoreIndex(object, indexOf(object), how, context) : response;
  },
  create: (object, context) => [add(object, context)],
  settings: (object, context) => [
    ...(cameNotValid(object, context) ? [validate(object.attributes)] : []),
    ...settings(object, unsaid(object, context)),
  ],
  drop: (object, context) => {
    const c = object.attributes;
    const other = c.type === 'f' ? referenced(object, context) : undefined;
    return [
      ddl(`ALTER TABLE ${c.relation} DROP CONSTRAINT ${c.name}`, {
        lock: 'ACCESS EXCLUSIVE',
        tree: isPartitioned(object.parent, context.before) || (c.type === 'c' && !/ NO INHERIT$/.test(c.definition)),
        ...(other
          ? { alsoLocks: [{ mode: 'ACCESS EXCLUSIVE', on: other, tree: isPartitioned(other, context.before) }] }
          : {}),
        hazards: [{ code: 'C408', message: `stops enforcing ${c.name} on ${c.relation}` }],
      }),
    ];
  },
  // Child tables inherit what a constraint enforces, not the parameters of its index.
  attributes: unlessPassedOn<Constraint>(
    {
      relation: 'replace',
      name: 'replace',
      type: 'replace',
      definition: ({ before, after }) => (shape(before.attributes) === shape(after.attributes) ? [] : 'replace'),
      validated: ({ after: { attributes: c } }) => (c.validated ? [validate(c)] : 'replace'),
      options: ({ before, after }) => changeOptions(indexOf(after), before.attributes, after.attributes),
      tablespace: ({ after }) => [moveIndex(indexOf(after), after.attributes)],
      statistics: ({ before, after }) => changeTargets(indexOf(after), before.attributes, after.attributes),
      local: 'ignore',
      partition: 'ignore',
      clustered: ({ after }, context) => changeClustering(after, context),
      replicaIdentity: ({ after: { attributes: c } }) =>
        c.replicaIdentity ? [replicaIdentity(c.relation, c.name)] : [],
      indexComment: ({ after }) => [commentOnIndex(after)],
      readsWholeRows: 'ignore',
      chosenName: 'ignore',
    },
    (attribute, ancestor, descendant) => attribute === 'validated' && wantsTheSame(attribute, ancestor, descendant),
  ),
});
