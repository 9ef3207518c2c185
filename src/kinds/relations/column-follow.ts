// What a column does when its type, its collation or a column of an ancestor relation is replaced.
import type { DbObject } from '../../catalog/catalog.ts';
import { baseOf, consequencesOf, keepsValues, usingClause } from '../data-types/type-conversion.ts';
import { structureOf } from '../data-types/type-structure.ts';
import type { Cause, HazardDraft, Response, Sides, Typed } from '../kind.ts';
import { barRewrite } from './column-bars.ts';
import { alterColumn, type Column, type ColumnChange } from './column-model.ts';
import { duplicates, lossesOf } from './column-retype.ts';
import { isColumn } from './family.ts';
import { respondToAncestor } from './inherited.ts';

/**
 * Changes the column to the recreated collation, in the catalogs only: indexes and constraints that sort or compare the
 * column depend on the collation, too, and are recreated. A domain's collation changes with the domain.
 */
function followCollation({ before, after: object }: ColumnChange, replaced: DbObject, context: Sides): Response {
  const a = object.attributes;
  // A change of type or collation already sets the collation.
  if (before.attributes.type !== a.type || before.attributes.collation !== a.collation) return [];
  if (a.collation === null) return 'refuse';
  const [old, now] = [structureOf(before.attributes.type, context.before), structureOf(a.type, context.after)];
  return [
    alterColumn(object, `TYPE ${a.type} COLLATE ${a.collation}`, {
      disturbs: 'relabels',
      why: `Changes the collation of table column ${a.relation}.${a.name} to the recreated ${replaced.reference}.`,
      hazards: [
        { code: 'C403', message: `cached plans that return ${a.relation}.${a.name} fail once` },
        ...duplicates({ before, after: object }, old, now, [], context),
      ],
    }),
  ];
}

const rewriting = ({ attributes: { relation, name } }: Typed<Column>, { reference }: DbObject): HazardDraft => ({
  code: 'A201',
  message: `rewrites table ${relation}: the type of column ${name} becomes the recreated ${reference}`,
  blocking: true,
});

/** Changes the column to the recreated type or collation and keeps its values, or refuses. */
function followReplaced(change: ColumnChange, replaced: DbObject, context: Sides): Response {
  const { before, after: object } = change;
  const a = object.attributes;
  if (a.generated !== null) return 'refuse';
  // ALTER TABLE on the parent also alters the column in partitions and child tables.
  if (object.inherits.some((key) => before.inherits.includes(key))) return [];
  if (replaced.kind === 'collation') return followCollation(change, replaced, context);
  const [old, now] = [structureOf(before.attributes.type, context.before), structureOf(a.type, context.after)];
  const using = usingClause(a.name, old, now, replaced.reference);
  if (using === null) return 'refuse';
  const consequences = consequencesOf(`${a.relation}.${a.name}`, old, now, context);
  const kept = replaced.reference !== baseOf(old).text && keepsValues(old, now, context.after);
  return [
    alterColumn(object, `TYPE ${a.type}${using}`, {
      ...(kept ? {} : { work: 'rewrite' as const }),
      disturbs: kept ? 'relabels' : 'rewrites',
      ...(kept ? {} : { without: barRewrite(object, context) }),
      why: `Changes the type of table column ${a.relation}.${a.name} to the recreated ${replaced.reference}.`,
      hazards: [
        ...(kept ? [] : [rewriting(object, replaced)]),
        ...consequences.map(({ hazard }) => hazard),
        ...duplicates(change, old, now, consequences, context),
      ],
      ...lossesOf(consequences),
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
