// ALTER COLUMN … TYPE with its hazards, for the kind table column.
import type { DbObject, Key } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import { type Consequence, consequencesOf, keepsValues, usingClause } from '../data-types/type-conversion.ts';
import { columnsOfType, ignoresDifferences, type Structure, structureOf } from '../data-types/type-structure.ts';
import type { Draft, HazardDraft, Refusal, Sides, Typed } from '../kind.ts';
import { barRewrite } from './column-bars.ts';
import { alterColumn, type Column, type ColumnChange } from './column-model.ts';
import { descendants, isForeignKey, isIndex, isKey } from './family.ts';
import { tablesOf } from './inherited.ts';

export const losesItsArray = ({ before, after }: ColumnChange): boolean =>
  before.attributes.type.endsWith('[]') && !/\[\]$|^(text|character varying.*|jsonb?)$/.test(after.attributes.type);

/** ALTER COLUMN … TYPE, also for another collation only (manual, ALTER TABLE, Notes); or why PostgreSQL can't do it. */
export function retype({ before, after }: ColumnChange, sides: Sides): Draft | Refusal {
  const a = after.attributes;
  const from = before.attributes.type;
  const [old, now] = [structureOf(from, sides.before), structureOf(a.type, sides.after)];
  // A foreign table has no values to convert.
  const using = from === a.type || a.foreign ? '' : usingClause(a.name, old, now, null);
  if (using === null) return noWay({ before, after });
  const holders = a.foreign ? [] : rowTypeHolders(after, sides);
  if (holders.length > 0) return storedElsewhere(after, holders);
  const collate = a.collation === null ? '' : ` COLLATE ${a.collation}`;
  const sorted = before.attributes.collation !== a.collation;
  const kept = from === a.type || keepsValues(old, now, sides.after);
  const inPlace = kept && !sorted;
  const builds = sorted && isSorted(before, sides);
  const why =
    from === a.type
      ? `Changes the collation of table column ${a.relation}.${a.name} to ${a.collation ?? 'the default of its type'}.`
      : `Changes the type of table column ${a.relation}.${a.name} from ${from} to ${a.type}.`;
  const consequences = from === a.type ? [] : consequencesOf(`${a.relation}.${a.name}`, old, now, sides);
  return alterColumn(after, `TYPE ${a.type}${collate}${using}`, {
    ...(kept ? (builds ? { work: 'index build' as const } : {}) : { work: 'rewrite' as const }),
    hazards: [
      ...hazardDraftsOf({ before, after }, kept, builds, consequences),
      ...duplicates({ before, after }, old, now, consequences, sides),
    ],
    disturbs: inPlace ? 'relabels' : 'rewrites',
    alsoLocks: foreignTables(before, sides).map((on) => ({ mode: 'ACCESS EXCLUSIVE', on })),
    ...(inPlace ? {} : { without: barRewrite(after, sides) }),
    why,
    ...lossesOf(consequences),
  });
}

/** The other tables of the foreign keys that the column stands in, which PostgreSQL makes anew (ATPostAlterTypeCleanup). */
function foreignTables({ key, parent }: DbObject, { before, after }: Sides): readonly Key[] {
  const keys = before.dependents(key).filter((dependent) => isForeignKey(after.get(dependent)));
  const tables = keys.flatMap((link) => tablesOf(before.get(link) as DbObject, before));
  return [...new Set(tables)].filter((table) => table !== parent);
}

/** Whether an index or a key of the column stays, and PostgreSQL builds it again. */
const isSorted = (column: DbObject, { before, after }: Sides): boolean =>
  [column, ...descendants(column.key, before)].some(({ key }) =>
    before.dependents(key).some((dependent) => {
      const object = after.get(dependent);
      return isIndex(object) || isKey(object);
    }),
  );

/** F302 where a unique index or a key sorts by the column, and different values may become equal. */
export function duplicates(
  { before, after }: ColumnChange,
  old: Structure,
  now: Structure,
  consequences: readonly Consequence[],
  sides: Sides,
): HazardDraft[] {
  const sorts = (column: Typed<Column>, type: Structure, side: Side): boolean =>
    ignoresDifferences(column.attributes.collation, type, side);
  const merges =
    consequences.some(({ loses }) => loses !== undefined) ||
    (sorts(after, now, sides.after) && !sorts(before, old, sides.before)) ||
    (sorts(after, now, sides.after) && before.attributes.collation !== after.attributes.collation);
  if (!merges) return [];
  const columns = [before, ...descendants(before.key, sides.before)];
  const keys = columns.flatMap(({ key }) =>
    sides.before.dependents(key).flatMap((dependent) => {
      const object = sides.after.get(dependent);
      return (isIndex(object) && object.attributes.unique) || isKey(object) ? [object] : [];
    }),
  );
  return keys.map(({ reference }) => ({
    code: 'F302',
    message: `fails if values of ${after.reference} become equal that ${reference} keeps apart`,
    remedy: 'query for duplicates in the new type or collation first',
  }));
}

/** The columns of other tables that store rows of the column's table or of a table that inherits it. */
function rowTypeHolders(column: DbObject, { before, after }: Sides): readonly string[] {
  const tables = [column, ...descendants(column.key, before)].flatMap(({ parent }) => parent ?? []);
  const uses = tables.flatMap((table) => columnsOfType(table, before));
  return [...new Set(uses.filter(({ object }) => after.get(object.key)).map(({ object }) => object.reference))];
}

const storedElsewhere = ({ reference, attributes }: Typed<Column>, holders: readonly string[]): Refusal => ({
  refuse: `the type of ${reference} can't change: ${holders.join(', ')} store${holders.length === 1 ? 's' : ''} rows of ${attributes.relation} (PostgreSQL: cannot alter table because a column uses its row type)`,
  hint: 'change these columns to another type first, or add a new column beside the old one',
});

/** The losses of all consequences, for `Draft.loses`. */
export function lossesOf(consequences: readonly Consequence[]): Pick<Draft, 'loses'> {
  const losses = consequences.flatMap(({ loses }) => loses ?? []);
  return losses.length === 0 ? {} : { loses: losses.join('; ') };
}

export const noWay = ({ before, after }: ColumnChange): Refusal => ({
  refuse: `${after.reference} can't change to type ${after.attributes.type}: no cast leads there from ${before.attributes.type}`,
  hint: 'add a new column, fill it in a dml migration, and drop the old column in a later release',
});

function hazardDraftsOf(
  { after }: ColumnChange,
  kept: boolean,
  sorted: boolean,
  consequences: readonly Consequence[],
): HazardDraft[] {
  const { relation, name, type } = after.attributes;
  const rewrites: HazardDraft = {
    code: 'A201',
    message: `rewrites table ${relation} and its indexes: the type of column ${name} becomes ${type}`,
    remedy: 'on a large table, add a new column, copy the values in batches, and swap the columns',
    blocking: true,
  };
  const rebuilds: HazardDraft = {
    code: 'A203',
    message: `rebuilds the indexes of ${relation} that sort by ${name} under an ACCESS EXCLUSIVE lock`,
    remedy: 'on a large table, drop the indexes first and create them CONCURRENTLY afterwards',
    blocking: true,
  };
  return [
    ...(kept ? (sorted ? [rebuilds] : []) : [rewrites]),
    ...consequences.map(({ hazard }) => hazard),
    { code: 'C403', message: `cached plans that return ${relation}.${name} fail once` },
  ];
}
