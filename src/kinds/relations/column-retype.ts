// ALTER COLUMN … TYPE with its hazards, for the kind table column.
import type { Draft, HazardDraft, Refusal, Sides } from '../kind.ts';
import { lossy, mayFail, metadataOnly, usingExpression } from '../shared/retype.ts';
import { barRewrite } from './column-bars.ts';
import { alterColumn, type ColumnChange } from './column-model.ts';

export const losesItsArray = ({ before, after }: ColumnChange): boolean =>
  before.attributes.type.endsWith('[]') && !/\[\]$|^(text|character varying.*|jsonb?)$/.test(after.attributes.type);

export const refuseArray = ({ before, after }: ColumnChange): Refusal => ({
  refuse: `${after.reference} can't change to type ${after.attributes.type}: no cast leads there from ${before.attributes.type}`,
  hint: 'add a new column, fill it in a dml migration, and drop the old column in a later release',
});

/** ALTER COLUMN … TYPE, also for another collation only (manual, ALTER TABLE, Notes). */
export function retype({ before, after }: ColumnChange, context: Sides): Draft {
  const a = after.attributes;
  const from = before.attributes.type;
  const userTypes = a.type.includes('.');
  // A foreign table has no values to convert.
  const using = from === a.type || a.foreign ? null : usingExpression(a.name, from, a.type, userTypes);
  const collate = a.collation === null ? '' : ` COLLATE ${a.collation}`;
  const sorted = before.attributes.collation !== a.collation;
  const kept = metadataOnly(from, a.type);
  const inPlace = kept && !sorted;
  const sql = `TYPE ${a.type}${collate}${using === null ? '' : ` USING ${using}`}`;
  const why =
    from === a.type
      ? `Changes the collation of table column ${a.relation}.${a.name} to ${a.collation ?? 'the default of its type'}.`
      : `Changes the type of table column ${a.relation}.${a.name} from ${from} to ${a.type}.`;
  return alterColumn(after, sql, {
    ...(inPlace ? {} : { work: kept ? ('index build' as const) : ('rewrite' as const) }),
    hazards: hazardDraftsOf({ before, after }, kept, sorted),
    disturbs: inPlace ? 'relabels' : 'rewrites',
    ...(inPlace ? {} : { without: barRewrite(after, context) }),
    why,
    ...(lossy(from, a.type) ? { loses: `values of ${a.relation}.${a.name} that do not fit ${a.type}` } : {}),
  });
}

function hazardDraftsOf({ before, after }: ColumnChange, kept: boolean, sorted: boolean): HazardDraft[] {
  const { relation, name, type } = after.attributes;
  const from = before.attributes.type;
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
  const loses: HazardDraft = {
    code: 'D104',
    message: `values of ${relation}.${name} may not fit ${type}`,
    blocking: true,
  };
  const fails: HazardDraft = {
    code: 'F304',
    message: `fails if a value of ${relation}.${name} does not fit ${type}`,
    remedy: 'query for such values first',
  };
  return [
    ...(kept ? (sorted ? [rebuilds] : []) : [rewrites]),
    ...(lossy(from, type) ? [loses] : mayFail(from, type) ? [fails] : []),
    { code: 'C403', message: `cached plans that return ${relation}.${name} fail once` },
  ];
}
