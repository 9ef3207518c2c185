import type { DbObject, Key } from '../catalog/catalog.ts';
import { qualifiedName, quoteIdentifier, quoteLiteral } from '../sql/identifiers.ts';
import { type Context, type Draft, ddl, defineKind, type Typed } from './kind.ts';
import { catalog, qualified, userNamespace } from './shared/catalog-sql.ts';
import {
  changeOptions,
  changeParameters,
  changeTargets,
  type IndexParameters,
  indexParameters,
  initialParameters,
  moveIndex,
  shape,
} from './shared/index-parameters.ts';
import { changeClustering, chosenName, clustering, indexStanding, replicaIdentity } from './shared/index-standing.ts';
import { optionList } from './shared/options.ts';
import { indexDefinition } from './shared/storage-parameters.ts';

type Constraint = IndexParameters & {
  readonly relation: string;
  readonly name: string;
  /** pg_constraint.contype: p, u, c, f or x. */
  readonly type: string;
  readonly definition: string;
  readonly validated: boolean;
  readonly local: boolean;
  readonly partition: boolean;
  readonly clustered: boolean;
  readonly replicaIdentity: boolean;
  /** The comment on the index behind a key, which is apart from the constraint's own. */
  readonly indexComment: string | null;
  /**
   * The name PostgreSQL chooses for a key that the partitioned table's key brings about in this partition; null where the
   * partition had the key before it was attached (connoinherit tells).
   */
  readonly chosenName: string | null;
};

const isKey = (c: Constraint): boolean => c.type === 'p' || c.type === 'u' || c.type === 'x';

const named = (c: Constraint): string => `CONSTRAINT ${c.name} ${withParameters(c)}`;

/** The parameters of a key's index stand before what pg_get_constraintdef() says at its end. */
function withParameters(c: Constraint): string {
  if (!spellsParameters(c)) return c.definition;
  const [, head = '', tail = ''] =
    /^(.*?)((?: NOT DEFERRABLE| DEFERRABLE)?(?: INITIALLY \w+)?)$/s.exec(c.definition) ?? [];
  const parameters = c.options === null ? '' : ` WITH ${optionList(c.options)}`;
  const place = c.tablespace === null ? '' : ` USING INDEX TABLESPACE ${quoteIdentifier(c.tablespace)}`;
  return `${head}${parameters}${place}${tail}`;
}

/** pg_get_constraintdef() spells those of an exclusion constraint itself, but for the tablespace. */
const spellsParameters = (c: Constraint): boolean => c.type === 'p' || c.type === 'u';

const indexOf = ({ namespace, name }: DbObject): string => qualifiedName(namespace, name);

/** What its own statement, or the partitioned table's key that brings it about, does not say of the index. */
function unsaid(object: Typed<Constraint>, context: Context): Draft[] {
  const c = object.attributes;
  if (!isKey(c)) return [];
  const cloned = c.name === c.chosenName;
  const spelled = spellsParameters(c) ? { ...c, statistics: [] } : { ...c, tablespace: null, statistics: [] };
  const said = cloned ? initialParameters(object, context) : spelled;
  return changeParameters(indexOf(object), said, c);
}

/** The other table of a foreign key: it depends on that table's columns and key. */
function referenced(object: Typed<Constraint>, context: Context): Key | undefined {
  const side = context.after.get(object.key) ? context.after : context.before;
  const tables = side.dependencies(object.key).map((key) => side.get(key)?.parent ?? key);
  return tables.find((key) => key !== object.parent && side.get(key)?.attributes['partitionKey'] !== undefined);
}

const isForeign = (object: Typed<Constraint>, context: Context): boolean =>
  object.parent !== null && 'server' in (context.after.get(object.parent)?.attributes ?? {});

/** CREATE TABLE makes one index of two keys over the same columns (transformIndexConstraints): the second comes apart. */
function repeats(object: Typed<Constraint>, context: Context): boolean {
  const over = (definition: unknown): string => String(definition).replace(/^(PRIMARY KEY|UNIQUE)/, '');
  if (!isKey(object.attributes) || object.parent === null) return false;
  return context.after.children(object.parent).some((other) => {
    if (other.kind !== object.kind || other.key === object.key) return false;
    return (
      precedence(other, context) < precedence(object, context) &&
      over(other.attributes['definition']) === over(object.attributes.definition)
    );
  });
}

/** A foreign key takes the oldest key that fits (transformFkeyCheckAttrs), so the one it is tied to comes first. */
const precedence = (object: DbObject, context: Context): string =>
  `${context.after.dependents(object.key).length > 0 ? 0 : 1}${object.attributes['type'] === 'p' ? 0 : 1}${object.key}`;

function add(object: Typed<Constraint>, context: Context): Draft {
  const c = object.attributes;
  const sql = `ALTER TABLE ${c.relation} ADD ${named(c)}${c.validated ? '' : ' NOT VALID'}`;
  const other = referenced(object, context);
  if (c.type === 'f') {
    return ddl(sql, {
      lock: 'SHARE ROW EXCLUSIVE',
      ...(other ? { alsoLocks: [{ mode: 'SHARE ROW EXCLUSIVE', on: other }] } : {}),
      ...(c.validated ? { work: 'scan' as const } : {}),
      dangers: [
        {
          code: 'A205',
          message: `blocks writes to ${c.relation} and to the table it references while rows are checked`,
        },
        { code: 'F303', message: `fails if a row of ${c.relation} references nothing` },
      ],
    });
  }
  // PostgreSQL believes what a CHECK says of rows on another server.
  if (isForeign(object, context)) return ddl(sql, { lock: 'ACCESS EXCLUSIVE' });
  if (!isKey(c)) {
    return ddl(sql, {
      lock: 'ACCESS EXCLUSIVE',
      ...(c.validated ? { work: 'scan' as const } : {}),
      dangers: c.validated
        ? [
            { code: 'A202', message: `reads all of ${c.relation} under an ACCESS EXCLUSIVE lock` },
            { code: 'F303', message: `fails if a row of ${c.relation} breaks ${c.name}` },
          ]
        : [{ code: 'F306', message: `updates of rows of ${c.relation} that break ${c.name} fail from now on` }],
    });
  }
  return ddl(sql, {
    lock: 'ACCESS EXCLUSIVE',
    work: 'index build',
    dangers: [
      { code: 'A203', message: `builds an index on ${c.relation} under an ACCESS EXCLUSIVE lock` },
      { code: 'F302', message: `fails if ${c.relation} holds duplicates` },
    ],
  });
}

/** What came after the oldest supported server, as pg_get_constraintdef() spells it. */
const FEATURES = [
  { pattern: / NOT ENFORCED$/, major: 18, feature: 'NOT ENFORCED' },
  { pattern: / WITHOUT OVERLAPS\)/, major: 18, feature: 'WITHOUT OVERLAPS' },
  { pattern: /^FOREIGN KEY \([^)]*PERIOD /, major: 18, feature: 'PERIOD' },
  { pattern: /^UNIQUE NULLS NOT DISTINCT/, major: 15, feature: 'NULLS NOT DISTINCT' },
  { pattern: / SET (?:NULL|DEFAULT) \(/, major: 15, feature: 'ON DELETE SET NULL with a column list' },
] as const;

function commentOnIndex(object: Typed<Constraint>): Draft {
  const { indexComment } = object.attributes;
  return ddl(`COMMENT ON INDEX ${indexOf(object)} IS ${indexComment === null ? 'NULL' : quoteLiteral(indexComment)}`);
}

const validate = (c: Constraint): Draft =>
  ddl(`ALTER TABLE ${c.relation} VALIDATE CONSTRAINT ${c.name}`, {
    lock: 'SHARE UPDATE EXCLUSIVE',
    work: 'scan',
    dangers: [{ code: 'F303', message: `fails if a row of ${c.relation} breaks ${c.name}` }],
  });

/** The ancestor's statement brings a NOT VALID one along, and here it was valid. */
const cameNotValid = (object: Typed<Constraint>, context: Context): boolean =>
  object.attributes.validated &&
  object.parent !== null &&
  !context.creates(object.parent) &&
  object.inherits.some((key) => context.creates(key) && context.after.get(key)?.attributes['validated'] === false);

const settings = (object: Typed<Constraint>, parameters: Draft[]): Draft[] => {
  const c = object.attributes;
  return [
    ...parameters,
    ...(c.indexComment === null ? [] : [commentOnIndex(object)]),
    ...(c.clustered ? [clustering(c.relation, c.name)] : []),
    ...(c.replicaIdentity ? [replicaIdentity(c.relation, c.name)] : []),
  ];
};

export const constraint = defineKind<Constraint>({
  name: 'table constraint',
  keyword: 'CONSTRAINT',
  folder: 'ddl',
  follows: ({ attributes }, disturbance) => attributes.type !== 'f' || disturbance === 'relabels',
  // Only what it demands is inherited, not how its index is kept.
  passesOn: (attribute, ancestor, heir) =>
    attribute === 'validated' && ancestor.attributes.validated === heir.attributes.validated,
  inheritance: ({ attributes: c }) => {
    if (c.type === 'f' || (isKey(c) && c.name === c.chosenName)) return 'cloned';
    // CREATE TABLE … INHERITS would make it valid: only the parent's own ADD CONSTRAINT … NOT VALID makes it so.
    if (c.type === 'c' && !c.validated && !c.local && !c.partition) return 'cloned';
    return isKey(c) ? 'adopted' : 'merged';
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
           k.convalidated OR pg_get_constraintdef(k.oid) LIKE '% NOT ENFORCED' AS validated,
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
  slots: (object) => [
    `constraint ${object.reference}`,
    ...(isKey(object.attributes) ? [`relation ${indexOf(object)}`] : []),
  ],
  needs: ({ attributes: c }) => {
    const found = FEATURES.find(({ pattern }) => pattern.test(c.definition));
    return found ? { major: found.major, feature: found.feature } : null;
  },
  clause: (object, context) => {
    const { attributes: c, inherits } = object;
    if ((c.type === 'f' && !context.foreignKeysInline) || !c.validated || repeats(object, context)) return null;
    const made =
      !c.partition ||
      context.inlined(object.parent ?? object.key).some((child) => (child.attributes['bound'] ?? null) !== null);
    return c.type === 'c' && !c.local && made && inherits.length > 0 ? '' : named(c);
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
        ...(other ? { alsoLocks: [{ mode: 'ACCESS EXCLUSIVE', on: other }] } : {}),
        dangers: [{ code: 'C408', message: `${c.relation} no longer enforces ${c.name}` }],
      }),
    ];
  },
  attributes: {
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
    replicaIdentity: ({ after: { attributes: c } }) => (c.replicaIdentity ? [replicaIdentity(c.relation, c.name)] : []),
    indexComment: ({ after }) => [commentOnIndex(after)],
    chosenName: 'ignore',
  },
});
