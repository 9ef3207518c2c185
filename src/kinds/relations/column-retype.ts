import type { Danger, Draft } from '../kind.ts';
import { lossy, mayFail, metadataOnly, usingExpression } from '../shared/retype.ts';
import { alterColumn, type ColumnChange } from './column-model.ts';

/** ALTER COLUMN … TYPE, also for another collation only (manual, ALTER TABLE, Notes). */
export function retype({ before, after }: ColumnChange): Draft {
  const a = after.attributes;
  const from = before.attributes.type;
  const userTypes = a.type.includes('.');
  // A foreign table has no values that could be carried over.
  const using = from === a.type || a.foreign ? null : usingExpression(a.name, from, a.type, userTypes);
  const collate = a.collation === null ? '' : ` COLLATE ${a.collation}`;
  const sorted = before.attributes.collation !== a.collation;
  const kept = metadataOnly(from, a.type);
  const inPlace = kept && !sorted;
  const sql = `TYPE ${a.type}${collate}${using === null ? '' : ` USING ${using}`}`;
  const why =
    from === a.type
      ? `${a.relation}.${a.name}: its collation becomes ${a.collation ?? 'the default'}.`
      : `${a.relation}.${a.name}: ${from} becomes ${a.type}.`;
  return alterColumn(after, sql, {
    ...(inPlace ? {} : { work: kept ? ('index build' as const) : ('rewrite' as const) }),
    dangers: dangersOf({ before, after }, kept, sorted),
    disturbs: inPlace ? 'relabels' : 'rewrites',
    why,
    ...(lossy(from, a.type) ? { loses: `what of ${a.relation}.${a.name} does not fit ${a.type}` } : {}),
  });
}

function dangersOf({ before, after }: ColumnChange, kept: boolean, sorted: boolean): Danger[] {
  const { relation, name, type } = after.attributes;
  const from = before.attributes.type;
  const rewrites: Danger = {
    code: 'A201',
    message: `rewrites table ${relation} and its indexes: column ${name} becomes ${type}`,
    remedy: 'on a large table add a new column, copy in batches and swap',
    blocking: true,
  };
  const rebuilds: Danger = {
    code: 'A203',
    message: `rebuilds the indexes of ${relation} that sort by ${name} under an ACCESS EXCLUSIVE lock`,
    remedy: 'on a large table drop the indexes first and build them CONCURRENTLY afterwards',
    blocking: true,
  };
  const loses: Danger = { code: 'D104', message: `values of ${relation}.${name} may not fit ${type}`, blocking: true };
  const fails: Danger = {
    code: 'F304',
    message: `fails if a value of ${relation}.${name} does not fit ${type}`,
    remedy: 'look for such values first',
  };
  return [
    ...(kept ? (sorted ? [rebuilds] : []) : [rewrites]),
    ...(lossy(from, type) ? [loses] : mayFail(from, type) ? [fails] : []),
    { code: 'C403', message: `cached plans that return ${relation}.${name} fail once` },
  ];
}
