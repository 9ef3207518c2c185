// Whether a late migration is independent of later ones that are applied, for `apply`.
// Two migrations are independent if neither touches an object that the other touches, or an object that depends on it.
import { type Catalog, type DbObject, isNamespace, type Key } from '../catalog/catalog.ts';
import { WORDS } from '../kinds/words.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { compareVersions } from '../migrations/names.ts';
import { splitMigration } from '../migrations/segments.ts';
import type { HistoryRow } from '../runner/history/history.ts';
import type { PendingUnit } from '../runner/selection.ts';
import { sameName, touched } from '../sql/touched.ts';

/**
 * A function that judges late units: null where a unit may run, otherwise the reason. It reads the catalog on its first
 * call.
 */
export function independence(set: MigrationSet, readCatalog: () => Promise<Catalog>) {
  let read: Promise<Catalog> | undefined;
  return async (late: PendingUnit, rows: readonly HistoryRow[]): Promise<string | null> => {
    read ??= readCatalog();
    const catalog = await read;
    const first = late.pending[0]?.up;
    if (first === undefined) return null;
    const own = reach(
      late.pending.map(({ up }) => up.version),
      set,
      catalog,
    );
    if (own.opaque !== null) return `${own.opaque} runs code whose effects its text does not tell.`;
    for (const row of rows) {
      if (row.state !== 'applied' || compareVersions(row.version, first.version) < 0) continue;
      const other = reach([row.version], set, catalog);
      if (other.missing) return `${row.path} is gone, so that nobody can tell what it touched.`;
      if (other.opaque !== null) return `${row.path}, applied later, runs code whose effects its text does not tell.`;
      const shared = common(own.closure, other.names) ?? common(other.closure, own.names);
      if (shared !== null) return `Both it and ${row.path}, applied later, touch ${shared}.`;
    }
    return null;
  };
}

interface Reach {
  /** The names of objects in the files. */
  readonly names: readonly string[];
  /** The same names and the names of all objects that depend on them. */
  readonly closure: readonly string[];
  readonly opaque: string | null;
  readonly missing: boolean;
}

function reach(versions: readonly string[], set: MigrationSet, catalog: Catalog): Reach {
  const files = set.pairs.filter(({ up }) => versions.includes(up.version)).map(({ up }) => up);
  const statements = files.flatMap((up) =>
    splitMigration(up).segments.flatMap((segment) => segment.statements.map(({ parsed }) => parsed)),
  );
  const { names, opaque } = touched(statements, WORDS);
  const list = [...names].filter((name) => !isSchema(catalog, name));
  return {
    names: list,
    closure: [...list, ...dependents(list, catalog)],
    opaque: opaque === null ? null : (files[0]?.path ?? ''),
    missing: files.length < versions.length,
  };
}

/** Schemas are left out: half of all statements mention one, and objects of the same schema may be independent. */
const isSchema = (catalog: Catalog, name: string): boolean =>
  [...catalog.objects.values()].some((object) => object.namespace === name);

/** The names of the objects that depend on the named ones, directly or through others. */
function dependents(names: readonly string[], catalog: Catalog): readonly string[] {
  const byName = [...catalog.objects.values()];
  const open = byName.filter((object) => names.some((name) => sameName(name, nameOf(object, catalog))));
  const found = new Set<Key>(open.map(({ key }) => key));
  const queue = [...found];
  const next = new Map<Key, Key[]>();
  const link = (from: Key, to: Key): void => void next.set(from, [...(next.get(from) ?? []), to]);
  for (const { dependent, on } of catalog.dependencies) link(on, dependent);
  for (const { key, parent, namespace } of byName) {
    if (parent !== null && namespace !== null) {
      link(parent, key);
      link(key, parent);
    }
  }
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const other of next.get(key) ?? []) {
      if (found.has(other)) continue;
      found.add(other);
      queue.push(other);
    }
  }
  return [...found].flatMap((key) => {
    const object = catalog.objects.get(key);
    return object === undefined ? [] : [nameOf(object, catalog)];
  });
}

/** The dotted name that a statement uses for the object: for a column, the name of its table. */
function nameOf(object: DbObject, catalog: Catalog): string {
  const parent = object.parent === null ? undefined : catalog.objects.get(object.parent);
  if (parent !== undefined && parent.namespace !== null) return nameOf(parent, catalog);
  const { namespace, name } = object;
  return namespace === null || isNamespace(object) ? name : `${namespace}.${name}`;
}

function common(closure: readonly string[], names: readonly string[]): string | null {
  return names.find((name) => closure.some((other) => sameName(name, other))) ?? null;
}
