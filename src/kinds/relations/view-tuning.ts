// Storage, compression and statistics targets of the columns of materialized views, for their kind.
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { type Draft, ddl, type LockMode, type Sides } from '../kind.ts';
import { type Options, optionChanges } from '../shared/options.ts';
import { tuningSql } from './column-tuning.ts';

export type ViewTuning = {
  readonly name: string;
  readonly storage: string | null;
  readonly typeStorage: string;
  readonly compression: string | null;
  readonly statistics: number | null;
  readonly options: Options | null;
};

/** The columns with at least one setting. */
export const viewTuning = (relation: string): string => `coalesce((
  SELECT json_agg(row_to_json(x) ORDER BY x.position) FROM (
    SELECT a.attname AS name, a.attnum AS position, ${tuningSql}
      FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
     WHERE a.attrelid = ${relation} AND a.attnum > 0 AND NOT a.attisdropped) x
   WHERE coalesce(x.storage, x.compression, x.statistics::text, x.options::text) IS NOT NULL), '[]')`;

const plain = (name: string, typeStorage: string): ViewTuning => ({
  name,
  storage: null,
  typeStorage,
  compression: null,
  statistics: null,
  options: null,
});

/** ALTER MATERIALIZED VIEW … ALTER COLUMN for all settings that differ. */
export function changeViewTuning(
  reference: string,
  before: readonly ViewTuning[],
  after: readonly ViewTuning[],
  context: Sides,
): Draft[] {
  const gone = before.filter((old) => !after.some((now) => now.name === old.name));
  return [...after, ...gone.map((old) => plain(old.name, old.typeStorage))].flatMap((now) => {
    const old = before.find((other) => other.name === now.name) ?? plain(now.name, now.typeStorage);
    const unset = context.serverVersion < 160000 ? now.typeStorage : 'DEFAULT';
    const exclusive = [
      ...(old.storage === now.storage ? [] : [`SET STORAGE ${now.storage ?? unset}`]),
      ...(old.compression === now.compression ? [] : [`SET COMPRESSION ${now.compression ?? 'default'}`]),
    ];
    const shared = [
      ...(old.statistics === now.statistics ? [] : [`SET STATISTICS ${now.statistics ?? -1}`]),
      ...optionChanges(old.options, now.options),
    ];
    const alter = (lock: LockMode) => (change: string) =>
      ddl(`ALTER MATERIALIZED VIEW ${reference} ALTER COLUMN ${quoteIdentifier(now.name)} ${change}`, { lock });
    return [...exclusive.map(alter('ACCESS EXCLUSIVE')), ...shared.map(alter('SHARE UPDATE EXCLUSIVE'))];
  });
}
