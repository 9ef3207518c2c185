// Storage, compression, statistics targets and options of columns, for the kind table column.
import { equal } from '../../catalog/canonical.ts';
import type { Side } from '../../catalog/side.ts';
import type { Draft, Rendering, Sides, Typed } from '../kind.ts';
import { type Options, optionChanges } from '../shared/options.ts';
import { columnOptions } from '../shared/storage-parameters.ts';
import { alterColumn, type Column, type ColumnChange } from './column-model.ts';
import { descendants, isColumn, isInheritance } from './family.ts';

const storageWord = (column: string): string =>
  `CASE ${column} WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END`;

/** The attributes, under the aliases a and t. */
export const tuningSql = `
           CASE WHEN a.attstorage <> t.typstorage THEN ${storageWord('a.attstorage')} END AS storage,
           ${storageWord('t.typstorage')} AS "typeStorage",
           CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
           nullif(a.attstattarget, -1) AS statistics, ${columnOptions('a')} AS options`;

export const isTuning = (attribute: string): boolean =>
  ['storage', 'compression', 'statistics', 'options'].includes(attribute);

/**
 * Whether one statement sets the value in all descendants as wanted: SET STORAGE and SET COMPRESSION recurse, others do
 * not.
 */
export const tunedTogether = (attribute: keyof Column, column: Typed<Column>, side: Side): boolean =>
  (attribute === 'storage' || attribute === 'statistics') &&
  descendants(column.key, side).every((child) => equal(child.attributes[attribute], column.attributes[attribute]));

export const setStorage = (object: Typed<Column>, context: Sides): Draft => {
  const { storage, typeStorage } = object.attributes;
  // PostgreSQL 16 introduced DEFAULT.
  const word = storage ?? (context.serverVersion < 160000 ? typeStorage : 'DEFAULT');
  return alterColumn(object, `SET STORAGE ${word}`, { only: !tunedTogether('storage', object, context.after) });
};

export const setCompression = (object: Typed<Column>): Draft =>
  alterColumn(object, `SET COMPRESSION ${object.attributes.compression ?? 'default'}`);

export const setStatistics = (object: Typed<Column>, context: Sides): Draft =>
  alterColumn(object, `SET STATISTICS ${object.attributes.statistics ?? -1}`, {
    lock: 'SHARE UPDATE EXCLUSIVE',
    only: !tunedTogether('statistics', object, context.after),
  });

export const changeColumnOptions = (before: Options | null, object: Typed<Column>): Draft[] =>
  optionChanges(before, object.attributes.options).map((change) =>
    alterColumn(object, change, { lock: 'SHARE UPDATE EXCLUSIVE' }),
  );

/** ALTER COLUMN … TYPE resets storage and compression, also in partitions and child tables. */
export function keptTuning({ before, after }: ColumnChange, context: Sides): Draft[] {
  const kept = (name: 'storage' | 'compression', column: Typed<Column>): boolean => {
    const former = context.before.get(column.key);
    return column.attributes[name] !== null && isColumn(former) && former.attributes[name] === column.attributes[name];
  };
  if (before.attributes.type === after.attributes.type) return [];
  return [after, ...descendants(after.key, context.after)].flatMap((column) => [
    ...(kept('storage', column) ? [setStorage(column, context)] : []),
    ...(kept('compression', column) ? [setCompression(column)] : []),
  ]);
}

/**
 * Settings outside a new column's definition. CREATE TABLE copies storage and compression from the ancestor's column.
 */
export function initialTuning(object: Typed<Column>, context: Rendering): Draft[] {
  const { storage, compression, statistics } = object.attributes;
  const { parent } = object;
  const linked = parent !== null && context.inlined(parent).some(isInheritance);
  const [ancestor] = linked ? object.inherits.flatMap((key) => context.after.get(key) ?? []) : [];
  const initial = isColumn(ancestor) ? ancestor.attributes : { storage: null, compression: null };
  return [
    ...(storage === initial.storage ? [] : [setStorage(object, context)]),
    ...(compression === initial.compression ? [] : [setCompression(object)]),
    ...(statistics === null ? [] : [setStatistics(object, context)]),
    ...changeColumnOptions(null, object),
  ];
}
