// How a column is spelled in CREATE TABLE, and ALTER TABLE … ADD COLUMN with its hazards, for the kind table column.
import { equal } from '../../catalog/canonical.ts';
import { type Structure, structureOf } from '../data-types/type-structure.ts';
import type { Decided, Draft, Rendering, Sides, Typed } from '../kind.ts';
import { alterColumn, type Column, notNullName, ofColumn } from './column-model.ts';
import { isColumn, isInheritance } from './family.ts';
import { spelledForeignOptions } from './foreign-column.ts';
import { identityClause } from './identity.ts';
import { notNullClause } from './not-null.ts';

/** The column's clause in CREATE TABLE. */
export function definition(object: Typed<Column>, context: Rendering): string {
  const a = object.attributes;
  const collate = a.collation === null ? [] : [`COLLATE ${a.collation}`];
  return [`${a.name} ${a.type}`, ...spelledForeignOptions(object), ...collate, ...properties(object, context)].join(
    ' ',
  );
}

/** The clauses after the type in a column's definition. */
export function properties(object: Typed<Column>, context: Rendering): string[] {
  const a = object.attributes;
  return [
    ...(a.generated === null || inheritsGenerated(object, context)
      ? []
      : [`GENERATED ALWAYS AS (${a.generated.expression}) ${a.generated.stored ? 'STORED' : 'VIRTUAL'}`]),
    ...(a.identity === null ? [] : [identityClause(a.identity)]),
    ...context.inlined(object.key).flatMap((child) => context.clause(child) ?? []),
    ...(a.notNull?.validated ? [notNullClause(a.notNull)] : []),
  ];
}

/** CREATE TABLE … INHERITS inherits the expression; before PostgreSQL 16 the child can't repeat it. */
const inheritsGenerated = (object: Typed<Column>, context: Rendering): boolean =>
  object.parent !== null &&
  context.inlined(object.parent).some(isInheritance) &&
  object.inherits.length > 0 &&
  object.inherits.every((key) => {
    const ancestor = context.after.get(key);
    return isColumn(ancestor) && equal(ancestor.attributes.generated, object.attributes.generated);
  });

/** Whether a child table's NOT NULL already has the name that PostgreSQL would choose for this one. */
function withItsName(object: Typed<Column>, context: Sides): Typed<Column> {
  const { notNull } = object.attributes;
  if (notNull === null || notNull.name !== null || context.serverVersion < 180000) return object;
  const name = notNullName(object);
  const taken = context.after
    .inheritanceChildren(object.key)
    .some((child) => isColumn(child) && child.attributes.notNull?.name === name);
  return taken ? { ...object, attributes: { ...object.attributes, notNull: { ...notNull, name } } } : object;
}

/** The column before, where the plan drops and adds it: a generated column whose expression PostgreSQL can't change. */
function replacedColumn(object: Typed<Column>, context: Rendering): Typed<Column> | undefined {
  const before = context.before.get(object.key);
  return isColumn(before) && context.creates(object.key) && !context.creates(object.parent ?? object.key)
    ? before
    : undefined;
}

/**
 * The expression of a virtual column that becomes a plain one. ADD COLUMN … STORED computes the values without triggers,
 * and DROP EXPRESSION keeps them.
 */
function computed(object: Typed<Column>, context: Decided): string | null {
  const before = context.before.get(object.key);
  if (!isColumn(before) || before.attributes.generated?.stored !== false) return null;
  const { generated, identity, type, foreign } = object.attributes;
  if (generated !== null || identity !== null || foreign || before.attributes.type !== type) return null;
  const named = context.before.dependencies(before.key).filter((key) => key !== before.parent);
  return named.some((key) => context.drops(key)) ? null : before.attributes.generated.expression;
}

/** Whether a generated column becomes a plain one without its values. */
export function leavesUncomputed(object: Typed<Column>, context: Decided): boolean {
  const after = context.after.get(object.key);
  return isColumn(after) && after.attributes.generated === null && computed(after, context) === null;
}

/** Whether a domain of the type, at any depth of domains, is NOT NULL. */
const refusesNull = (type: Structure): boolean =>
  type.form === 'domain' && (type.object.attributes['notNull'] === true || refusesNull(type.base));

/** ADD COLUMN puts a column at the end, and so does the undo. */
function goesLast(object: Typed<Column>, context: Rendering): Pick<Draft, 'hazards' | 'loses'> {
  const before = replacedColumn(object, context);
  if (before === undefined || before.parent === null) return {};
  const follows = context.before
    .children(before.parent)
    .some((other) => isColumn(other) && other.position > before.position && context.after.get(other.key));
  if (!follows) return {};
  const { relation, name } = object.attributes;
  return {
    loses: `the place of column ${name} among the columns of ${relation}`,
    hazards: [
      {
        code: 'C414',
        message: `column ${name} becomes the last column of ${relation}: INSERT without column names, SELECT * and values of its row type see another order`,
        remedy: 'name the columns in all statements first',
      },
    ],
  };
}

function addition(object: Typed<Column>, context: Rendering): Draft {
  const a = object.attributes;
  const defaulted = context.inlined(object.key).length > 0;
  const expression = computed(object, context);
  const rewrites = a.identity !== null || a.generated?.stored === true || expression !== null;
  const last = goesLast(object, context);
  const column = withItsName(object, context);
  const filled =
    expression === null
      ? column
      : { ...column, attributes: { ...column.attributes, generated: { expression, stored: true } } };
  return ofColumn(object, {
    sql: `ALTER TABLE ${a.relation} ADD COLUMN ${definition(filled, context)}`,
    lock: 'ACCESS EXCLUSIVE',
    tree: true,
    ...(rewrites ? { work: 'rewrite' as const } : {}),
    ...(last.loses === undefined ? {} : { loses: last.loses }),
    hazards: [
      ...(last.hazards ?? []),
      ...(rewrites
        ? [
            {
              code: 'A201',
              message: `rewrites table ${a.relation} to fill column ${a.name}`,
              remedy: 'add the column without this property, fill the column in batches, then add the property',
              blocking: true,
            },
          ]
        : []),
      ...((a.notNull?.validated || refusesNull(structureOf(a.type, context.after))) &&
      !defaulted &&
      !rewrites &&
      a.generated === null
        ? [
            {
              code: 'F301',
              message: `fails if ${a.relation} contains rows: column ${a.name} is NOT NULL and has no default`,
              certain: true,
              remedy: 'give the column a default, or add it without NOT NULL, fill it, and then set NOT NULL',
            },
          ]
        : []),
    ],
  });
}

/** ADD COLUMN, and what follows it where the column was virtual before. */
export const addColumn = (object: Typed<Column>, context: Rendering): readonly Draft[] => [
  addition(object, context),
  ...(computed(object, context) !== null && replacedColumn(object, context)
    ? [
        alterColumn(object, 'DROP EXPRESSION', {
          why: `Keeps the values of ${object.reference} as those of a plain column.`,
        }),
      ]
    : []),
];
