// What a column does when its type, its collation or a column of an ancestor relation is replaced.
import type { DbObject } from '../../catalog/catalog.ts';
import type { Cause, Response, Sides, Typed } from '../kind.ts';
import { alterColumn, type Column, type ColumnChange } from './column-model.ts';
import { isColumn } from './family.ts';
import { respondToAncestor } from './inherited.ts';

/**
 * The column moves to the collation's successor, in the catalogs only: what sorts or compares it depends on the
 * collation, too, and is made anew. The collation of a domain moves with its type, not by itself.
 */
function followCollation({ before, after: object }: ColumnChange, replaced: DbObject): Response {
  const a = object.attributes;
  // Such a change sets the collation by itself.
  if (before.attributes.type !== a.type || before.attributes.collation !== a.collation) return [];
  if (a.collation === null) return 'refuse';
  return [
    alterColumn(object, `TYPE ${a.type} COLLATE ${a.collation}`, {
      disturbs: 'relabels',
      why: `${a.relation}.${a.name} follows the new ${replaced.reference}.`,
      dangers: [{ code: 'C403', message: `cached plans that return ${a.relation}.${a.name} fail once` }],
    }),
  ];
}

/** Follows a replaced type or collation without losing its rows, if it can. */
function followReplaced(change: ColumnChange, replaced: DbObject): Response {
  const { before, after: object } = change;
  const a = object.attributes;
  if (a.generated !== null) return 'refuse';
  // The parent's statement reaches the column of a partition or child table.
  if (object.inherits.some((key) => before.inherits.includes(key))) return [];
  if (replaced.kind === 'collation') return followCollation(change, replaced);
  return [
    alterColumn(object, `TYPE ${a.type} USING ${throughText(a.name, before.attributes.type, a.type)}`, {
      work: 'rewrite',
      disturbs: 'rewrites',
      why: `${a.relation}.${a.name} follows the new ${replaced.reference}.`,
      dangers: [
        {
          code: 'A201',
          message: `rewrites table ${a.relation} to follow type ${replaced.reference}`,
          blocking: true,
        },
        { code: 'F304', message: `fails if a value of ${a.relation}.${a.name} does not exist in the new type` },
      ],
      loses: `values of ${a.relation}.${a.name} that the new ${replaced.reference} lacks`,
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
  return how === 'replaced' ? followReplaced({ before, after }, cause) : 'stays';
}

/** A value of a type that is replaced by its namesake finds its way over its text. */
function throughText(name: string, before: string, after: string): string {
  if (before.endsWith('[]')) return `${name}::text[]::${after}`;
  const carried = `${name}::text::${after.replace(/\[\]$/, '')}`;
  return after.endsWith('[]') ? `CASE WHEN ${name} IS NOT NULL THEN ARRAY[${carried}] END` : carried;
}
