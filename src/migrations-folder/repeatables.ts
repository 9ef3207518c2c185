// The objects that only repeatable migrations make, for plan: a new database has them after all versioned migrations.
import type { Catalog, DbObject } from '../catalog/catalog.ts';
import { WORDS } from '../kinds/words.ts';
import type { Migration } from '../migrations/file.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { splitMigration } from '../migrations/segments.ts';
import { definitions } from '../sql/definitions.ts';
import { namespaceOf } from '../sql/words.ts';

export interface MadeByRepeatable {
  readonly object: DbObject;
  /** The path of the repeatable migration. */
  readonly path: string;
}

/** Those of the objects that a repeatable migration makes and no versioned one. `schema` is that of unqualified names. */
export function madeByRepeatables(
  set: MigrationSet,
  catalog: Catalog,
  objects: readonly DbObject[],
  schema: string,
): readonly MadeByRepeatable[] {
  if (set.repeatables.length === 0 || objects.length === 0) return [];
  const repeatable = set.repeatables.map((file) => ({ path: file.path, names: namesOf([file], schema) }));
  const candidates = objects.flatMap((object) => {
    const found = repeatable.find(({ names }) => names.has(nameOf(object)));
    return found === undefined || isOverloaded(object, catalog) ? [] : [{ object, path: found.path }];
  });
  if (candidates.length === 0) return [];
  const versioned = namesOf([...set.baselines, ...set.pairs.map(({ up }) => up)], schema);
  return candidates.filter(({ object }) => !versioned.has(nameOf(object)));
}

/** The namespaces and names of the objects that the files define. */
const namesOf = (files: readonly Migration[], schema: string): ReadonlySet<string> =>
  new Set(
    files.flatMap((file) =>
      splitMigration(file).segments.flatMap(({ statements }) =>
        statements
          .flatMap(({ parsed }) => definitions(parsed, WORDS))
          .filter(({ on }) => on === undefined)
          .map(({ type, name }) => keyOf(type, name.length > 1 ? name.join('.') : `${schema}.${name.join('')}`)),
      ),
    ),
  );

const nameOf = ({ kind, namespace, name }: DbObject): string => keyOf(kind, `${namespace}.${name}`);

const keyOf = (type: string, name: string): string => `${namespaceOf(WORDS, type)} ${name}`;

/** A file tells the name of a routine, and not which of several it is. */
const isOverloaded = (object: DbObject, { objects }: Catalog): boolean =>
  [...objects.values()].filter((other) => other.namespace !== null && nameOf(other) === nameOf(object)).length > 1;
