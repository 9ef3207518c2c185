// Rows of pg_inherits: a partition's place under its parent, and plain inheritance. Apart from the tables they join,
// so that partitions are attached and detached rather than made anew.
import type { DbObject, Key } from '../../catalog/catalog.ts';
import { type Decided, type Draft, ddl, defineKind, type Sides, type Typed } from '../kind.ts';
import { catalog, qualified, userNamespace } from '../shared/catalog-sql.ts';
import { isColumn, isConstraint, isForeignTable, isIndex, isKey } from './family.ts';
import { linkEdges, linkHosts } from './inherited.ts';
import type { Inheritance } from './models.ts';

const parentKey = (object: Typed<Inheritance>, context: Sides): Key | undefined =>
  [...context.after.dependencies(object.key), ...context.before.dependencies(object.key)].find(
    (key) => (context.after.get(key) ?? context.before.get(key))?.reference === object.attributes.boundOf,
  );

/**
 * CREATE TABLE … PARTITION OF is for partitions of a table that is new itself: on one in use it would lock out every
 * reader, where ATTACH PARTITION does not. It also chooses the names of the partition's keys.
 */
function bornAsPartition(object: Typed<Inheritance>, context: Decided): boolean {
  const parent = parentKey(object, context);
  if (parent === undefined || object.parent === null || !context.creates(parent)) return false;
  return context.after.children(object.parent).every((child) => {
    // A NOT NULL of the partition's own name that is merely inherited was there before it was attached.
    if (isColumn(child)) return child.attributes.notNull?.local !== false || child.attributes.notNull.name !== null;
    if (!(isIndex(child) || isKey(child)) || child.attributes.name === child.attributes.chosenName) return true;
    // An index of the partition's own name can only be adopted by a key that is made after it.
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
      why: `Makes ${child} inherit from ${boundOf}.`,
    });
  }
  // What a bound says of rows on another server, PostgreSQL believes.
  const foreign = object.parent !== null && isForeignTable(context.after.get(object.parent));
  const rows = foreign ? 'the default partition' : `${child}, or of the default partition,`;
  return ddl(`ALTER TABLE ${boundOf} ATTACH PARTITION ${child} ${bound}`, {
    lock: 'ACCESS EXCLUSIVE',
    ...(parent ? { alsoLocks: [{ mode: 'SHARE UPDATE EXCLUSIVE', on: parent }] } : {}),
    ...(foreign ? {} : { work: 'scan' as const }),
    why: `Attaches partition ${child} to ${boundOf}.`,
    dangers: [
      {
        code: 'F305',
        message: `fails if a row of ${rows} breaks the bound`,
        remedy: 'add a valid CHECK that implies the bound first: the scan is then skipped',
      },
    ],
  });
}

function detach(object: Typed<Inheritance>, context: Sides): Draft {
  const { child, boundOf, bound } = object.attributes;
  const parent = parentKey(object, context);
  return ddl(
    bound === null ? `ALTER TABLE ${child} NO INHERIT ${boundOf}` : `ALTER TABLE ${boundOf} DETACH PARTITION ${child}`,
    {
      lock: 'ACCESS EXCLUSIVE',
      ...(parent ? { alsoLocks: [{ mode: bound === null ? 'ACCESS SHARE' : 'ACCESS EXCLUSIVE', on: parent }] } : {}),
      why:
        bound === null
          ? `Ends the inheritance of ${child} from ${boundOf}.`
          : `Detaches partition ${child} from ${boundOf}; its rows stay.`,
    },
  );
}

/** Before 16 a table could be given a parent whose column is plain while its own is generated, but not be made so. */
const generatesWhatItInherits = (object: Typed<Inheritance>, context: Sides): boolean =>
  context.serverVersion < 160000 &&
  context.after
    .children(object.parent ?? object.key)
    .some((child) => isGenerated(child) && child.inherits.some((key) => !isGenerated(context.after.get(key))));

const isGenerated = (object: DbObject | undefined): boolean => isColumn(object) && object.attributes.generated !== null;

export const inheritance = defineKind<Inheritance>({
  name: 'inheritance',
  keyword: 'TABLE',
  folder: 'ddl',
  words: {},
  traits: { uncommented: true, essential: true },
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
