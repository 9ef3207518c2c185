// Storage parameters, tablespace and statistics targets of indexes, for the kinds index and table constraint.
import type { DbObject } from '../../catalog/catalog.ts';
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { type Draft, ddl, type Sides } from '../kind.ts';
import { optionChanges, optionList } from '../shared/options.ts';
import { parameterMeaning } from '../shared/parameter-values.ts';
import { indexOptions } from '../shared/storage-parameters.ts';
import { isConstraint, isIndex } from './family.ts';
import type { IndexParameters } from './models.ts';

/** The attributes, for an alias of the index's pg_class row (which an outer join may leave empty). */
export const indexParameters = (alias: string): string => `
           ${indexOptions(alias)} AS options,
           (SELECT ts.spcname FROM pg_tablespace ts WHERE ts.oid = ${alias}.reltablespace) AS tablespace,
           coalesce((SELECT json_agg(json_build_object('column', a.attnum, 'target', a.attstattarget) ORDER BY a.attnum)
              FROM pg_attribute a WHERE a.attrelid = ${alias}.oid AND a.attstattarget >= 0), '[]') AS statistics,
           EXISTS (SELECT FROM pg_index wx WHERE wx.indexrelid = ${alias}.oid
                      AND concat(wx.indexprs, wx.indpred) LIKE '%:varattno 0 %') AS "readsWholeRows"`;

type Changing = Omit<IndexParameters, 'readsWholeRows'>;

const UNSET: Changing = { options: null, tablespace: null, statistics: [] };

/** The definition without its WITH clause: storage parameters change in place. */
export function shape({ definition, options: parameters }: Changing & { readonly definition: string }): string {
  if (parameters === null) return definition;
  const pairs = Object.entries(parameters).map(
    ([name, value]) => `"?${escapeRegExp(name)}"?='?${escapeRegExp(value)}'?`,
  );
  return definition.replace(new RegExp(` WITH \\((?:(?:${pairs.join('|')})(?:, )?)+\\)`), '');
}

/** The attributes with equal storage parameters where they mean the same, also in the definition; see `Kind.meaning`. */
export function withParameterMeaning<A extends Changing & { readonly definition: string }>(attributes: A) {
  const options = parameterMeaning(attributes.options);
  return { ...attributes, options, definition: `${shape(attributes)} ${options === null ? '' : optionList(options)}` };
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The parameters of an index that a partitioned index created: those of the partitioned index. */
export function initialParameters(object: DbObject, context: Sides): Changing {
  const [ancestor] = object.inherits.flatMap((key) => context.after.get(key) ?? []);
  if (!isIndex(ancestor) && !isConstraint(ancestor)) return UNSET;
  const { options, tablespace } = ancestor.attributes;
  return { options, tablespace, statistics: [] };
}

/** ALTER INDEX for all parameters that differ. */
export const changeParameters = (reference: string, before: Changing, after: Changing): Draft[] => [
  ...changeOptions(reference, before, after),
  ...(before.tablespace === after.tablespace ? [] : [moveIndex(reference, after)]),
  ...changeTargets(reference, before, after),
];

export const changeOptions = (reference: string, before: Changing, after: Changing): Draft[] =>
  optionChanges(before.options, after.options).map((change) =>
    ddl(`ALTER INDEX ${reference} ${change}`, { lock: 'SHARE UPDATE EXCLUSIVE' }),
  );

export const moveIndex = (reference: string, { tablespace }: Changing): Draft =>
  ddl(`ALTER INDEX ${reference} SET TABLESPACE ${quoteIdentifier(tablespace ?? 'pg_default')}`, {
    lock: 'ACCESS EXCLUSIVE',
    work: 'rewrite',
  });

export function changeTargets(reference: string, before: Changing, after: Changing): Draft[] {
  const gone = before.statistics.filter(({ column }) => !after.statistics.some((other) => other.column === column));
  return [...after.statistics, ...gone.map(({ column }) => ({ column, target: -1 }))].map(({ column, target }) =>
    ddl(`ALTER INDEX ${reference} ALTER COLUMN ${column} SET STATISTICS ${target}`, { lock: 'SHARE UPDATE EXCLUSIVE' }),
  );
}
