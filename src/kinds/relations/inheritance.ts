// The kind inheritance: rows of pg_inherits, of partitions and of child tables.
// A row is an object apart from the two tables, so that a plan attaches and detaches partitions and never recreates
// them.
import type { DbObject, Key } from '../../catalog/catalog.ts';
import { type Decided, type Draft, ddl, defineKind, type Sides, type Typed } from '../kind.ts';
import { catalog, qualified, userNamespace } from '../shared/catalog-sql.ts';
import { isColumn, isConstraint, isForeignTable, isIndex, isInheritance, isKey } from './family.ts';
import { linkEdges, linkHosts } from './inherited.ts';
import type { Inheritance } from './models.ts';

const parentKey = (object: Typed<Inheritance>, context: Sides): Key | undefined =>
  [...context.after.dependencies(object.key), ...context.before.dependencies(object.key)].find(
    (key) => (context.after.get(key) ?? context.before.get(key))?.reference === object.attributes.boundOf,
  );

/**
 * CREATE TABLE … PARTITION OF is used where the partitioned table is new, too: it takes ACCESS EXCLUSIVE on the
 * partitioned table, which blocks reads, and ATTACH PARTITION does not. It also chooses the names of keys.
 */
function bornAsPartition(object: Typed<Inheritance>, context: Decided): boolean {
  const parent = parentKey(object, context);
  if (parent === undefined || object.parent === null || !context.creates(parent)) return false;
  return context.after.children(object.parent).every((child) => {
    // An inherited NOT NULL with a name of the partition's own existed before the partition was attached.
    if (isColumn(child)) return child.attributes.notNull?.local !== false || child.attributes.notNull.name !== null;
    if (!(isIndex(child) || isKey(child)) || child.attributes.name === child.attributes.chosenName) return true;
    // A key can only use the partition's own index if the key is created after the index.
    return child.inherits.every((key) => !isConstraint(context.after.get(key)));
  });
}

function attach(object: Typed<Inheritance>, context: Sides): Draft {
  const { child, boundOf, bound } = object.attributes;
  const parent = parentKey(object, context);
  if (bound === null) {
    return ddl(`ALTER TABLE ${child} INHERIT ${boundOf}`, {
      lock: 'ACCESS EXCLUSIVE',
      ...(parent ? { alsoLocks: [{ mode: 'SHARE UPDATE EXCLUSIVE', on: parent }] } : {}),
      why: `Adds table ${child} as a child of table ${boundOf}.`,
    });
  }
  // PostgreSQL does not check rows of a foreign table against the partition bound.
  const foreign = object.parent !== null && isForeignTable(context.after.get(object.parent));
  const others = defaultPartitions(object, parent, context);
  const rows = foreign ? 'the default partition' : `${child}, or of the default partition,`;
  return ddl(`ALTER TABLE ${boundOf} ATTACH PARTITION ${child} ${bound}`, {
    lock: 'ACCESS EXCLUSIVE',
    alsoLocks: [
      ...(parent ? [{ mode: 'SHARE UPDATE EXCLUSIVE' as const, on: parent }] : []),
      ...others.map((on) => ({ mode: 'ACCESS EXCLUSIVE' as const, on })),
    ],
    ...(foreign && others.length === 0 ? {} : { work: 'scan' as const }),
    works: [...(foreign || object.parent === null ? [] : [object.parent]), ...others],
    why: `Attaches partition ${child} to ${boundOf}.`,
    hazards: [
      {
        code: 'F305',
        message: `fails if a row of ${rows} violates the partition bound`,
        remedy: 'add a valid CHECK constraint that implies the bound first: PostgreSQL then skips the scan',
      },
    ],
  });
}

/** The default partition that PostgreSQL locks and scans when another partition is attached, with its own partitions. */
function defaultPartitions(
  object: Typed<Inheritance>,
  parent: Key | undefined,
  { before, after }: Sides,
): readonly Key[] {
  if (parent === undefined || object.attributes.bound === 'DEFAULT') return [];
  return before.dependents(parent).flatMap((key) => {
    const link = before.get(key);
    const isDefault = isInheritance(link) && link.attributes.bound === 'DEFAULT' && after.get(key) !== undefined;
    return isDefault && link.parent !== null ? [link.parent] : [];
  });
}

function detach(object: Typed<Inheritance>, context: Sides): Draft {
  const { child, boundOf, bound } = object.attributes;
  const parent = parentKey(object, context);
  return ddl(
    bound === null ? `ALTER TABLE ${child} NO INHERIT ${boundOf}` : `ALTER TABLE ${boundOf} DETACH PARTITION ${child}`,
    {
      lock: 'ACCESS EXCLUSIVE',
      alsoLocks: [
        ...(parent
          ? [{ mode: bound === null ? ('ACCESS SHARE' as const) : ('ACCESS EXCLUSIVE' as const), on: parent }]
          : []),
        ...(bound === null ? [] : defaultPartitions(object, parent, context)).map((on) => ({
          mode: 'ACCESS EXCLUSIVE' as const,
          on,
        })),
      ],
      why:
        bound === null
          ? `Removes table ${child} from the children of table ${boundOf}.`
          : `Detaches partition ${child} from ${boundOf}; the partition keeps its rows.`,
    },
  );
}

/** Before PostgreSQL 16, ALTER TABLE INHERIT allows a generated column under a plain one; CREATE TABLE does not. */
const generatesWhatItInherits = (object: Typed<Inheritance>, context: Sides): boolean =>
  context.serverVersion < 160000 &&
  context.after
    .children(object.parent ?? object.key)
    .some((child) => isGenerated(child) && child.inherits.some((key) => !isGenerated(context.after.get(key))));

/** The values of a list partition in one order: they are a set. */
function boundMeaning(bound: string): string {
  const values = /^FOR VALUES IN \((.*)\)$/s.exec(bound)?.[1];
  if (values === undefined) return bound;
  const list = values.match(/(?:'(?:[^']|'')*'|[^',])+/g) ?? [];
  return `FOR VALUES IN (${list
    .map((value) => value.trim())
    .sort()
    .join(', ')})`;
}

const isGenerated = (object: DbObject | undefined): boolean => isColumn(object) && object.attributes.generated !== null;

export const inheritance = defineKind<Inheritance>({
  name: 'inheritance',
  keyword: 'TABLE',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true, essential: true, link: true },
  query: () => `
    SELECT ${catalog('pg_inherits')} AS classid, i.inhrelid AS objid, i.inhseqno AS objsubid, c.relname AS objname, n.nspname AS namespace,
           format('%I.%I from %I.%I', n.nspname, c.relname, pn.nspname, p.relname) AS reference,
           json_build_array(${catalog('pg_class')}, c.oid, 0) AS parent,
           json_build_array(json_build_array(${catalog('pg_class')}, p.oid, 0)) AS "dependsOn",
           ${qualified('n.nspname', 'c.relname')} AS child, ${qualified('pn.nspname', 'p.relname')} AS "boundOf",
           pg_get_expr(c.relpartbound, c.oid) AS bound, i.inhseqno AS position
      FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace pn ON pn.oid = p.relnamespace
     WHERE c.relkind IN ('r', 'p', 'f') AND ${userNamespace('n')}`,
  inline: {
    when: (object, context) =>
      object.attributes.bound === null ? !generatesWhatItInherits(object, context) : bornAsPartition(object, context),
    clause: ({ attributes: { bound, boundOf } }) => (bound === null ? boundOf : `PARTITION OF ${boundOf}`),
  },
  meaning: (a) => ({ ...a, bound: a.bound === null ? null : boundMeaning(a.bound) }),
  hosts: linkHosts,
  edges: linkEdges,
  create: (object, context) => [attach(object, context)],
  drop: (object, context) => [detach(object, context)],
  attributes: {
    child: 'replace',
    boundOf: 'replace',
    bound: ({ before, after }, context) => [detach(before, context), attach(after, context)],
    position: 'ignore',
  },
});
