// What a column does when its type, its collation or a column of an ancestor relation is replaced.
import type { DbObject } from '../../catalog/catalog.ts';
import type { Cause, Response, Sides, Typed } from '../kind.ts';
import { barRewrite } from './column-bars.ts';
import { alterColumn, type Column, type ColumnChange } from './column-model.ts';
import { isColumn } from './family.ts';
import { respondToAncestor } from './inherited.ts';

/**
 * Changes the column to the recreated collation, in the catalogs only: indexes and constraints that sort or compare the
 * column depend on the collation, too, and are recreated. A domain's collation changes with the domain.
 */
function followCollation({ before, after: object }: ColumnChange, replaced: DbObject): Response {
  const a = object.attributes;
  // A change of type or collation already sets the collation.
  if (before.attributes.type !== a.type || before.attributes.collation !== a.collation) return [];
  if (a.collation === null) return 'refuse';
  return [
    alterColumn(object, `TYPE ${a.type} COLLATE ${a.collation}`, {
      disturbs: 'relabels',
      why: `Changes the collation of table column ${a.relation}.${a.name} to the recreated ${replaced.reference}.`,
      hazards: [{ code: 'C403', message: `cached plans that return ${a.relation}.${a.name} fail once` }],
    }),
  ];
}

/** Changes the column to the recreated type or collation and keeps its values, or refuses. */
function followReplaced(change: ColumnChange, replaced: DbObject, context: Sides): Response {
  const { before, after: object } = change;
  const a = object.attributes;
  if (a.generated !== null) return 'refuse';
  // ALTER TABLE on the parent also alters the column in partitions and child tables.
  if (object.inherits.some((key) => before.inherits.includes(key))) return [];
  if (replaced.kind === 'collation') return followCollation(change, replaced);
  return [
    alterColumn(object, `TYPE ${a.type} USING ${throughText(a.name, before.attributes.type, a.type)}`, {
      work: 'rewrite',
      disturbs: 'rewrites',
      without: barRewrite(object, context),
      why: `Changes the type of table column ${a.relation}.${a.name} to the recreated ${replaced.reference}.`,
      hazards: [
        {
          code: 'A201',
          message: `rewrites table ${a.relation}: the type of column ${a.name} becomes the recreated ${replaced.reference}`,
          blocking: true,
        },
        {
          code: 'F304',
          message: `fails if a value of ${a.relation}.${a.name} is not valid in the recreated ${replaced.reference}`,
        },
      ],
      loses: `values of ${a.relation}.${a.name} that are not valid in the recreated ${replaced.reference}`,
    }),
  ];
}

/** What a column does when something that it depends on changes; see `Kind.respond`. */
export function respondOfColumn(after: Typed<Column>, cause: DbObject, how: Cause, context: Sides): Response {
  const before = context.before.get(after.key);
  const inherited = respondToAncestor(after, cause, how, context);
  if (inherited !== null || !isColumn(before)) return inherited ?? 'rebuild';
  if (before.attributes.foreign) return 'rebuild parent';
  if (before.attributes.generated !== null) return 'rebuild';
  return how === 'replaced' ? followReplaced({ before, after }, cause, context) : 'stays';
}

/** The USING expression from the former type to its successor of the same name: a cast through text. */
function throughText(name: string, before: string, after: string): string {
  if (before.endsWith('[]')) return `${name}::text[]::${after}`;
  const carried = `${name}::text::${after.replace(/\[\]$/, '')}`;
  return after.endsWith('[]') ? `CASE WHEN ${name} IS NOT NULL THEN ARRAY[${carried}] END` : carried;
}
