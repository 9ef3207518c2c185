// Whether a late migration may run after later ones: it may where neither touches what the other touches, as far as
// the database's own dependencies reach.
import { type Catalog, type DbObject, isNamespace, type Key } from '../catalog/catalog.ts';
import { WORDS } from '../kinds/words.ts';
import type { MigrationSet } from '../migrations/folder.ts';
import { compareVersions } from '../migrations/names.ts';
import { splitMigration } from '../migrations/segments.ts';
import type { HistoryRow } from '../runner/history/history.ts';
import type { PendingUnit } from '../runner/selection.ts';
import { sameName, touched } from '../sql/touched.ts';

/** Judges late units for `apply`: null where one may run, else the reason why not. The catalog is read when first asked. */
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
  /** What the files name. */
  readonly names: readonly string[];
  /** The same, with all that depends on it. */
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

/** Half of all statements mention a schema; sharing one is no dependency. */
const isSchema = (catalog: Catalog, name: string): boolean =>
  [...catalog.objects.values()].some((object) => object.namespace === name);

/** Names of what depends on the named objects, at any distance. */
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

/** The dotted name of the object that a statement would name: a column's is its table's. */
function nameOf(object: DbObject, catalog: Catalog): string {
  const parent = object.parent === null ? undefined : catalog.objects.get(object.parent);
  if (parent !== undefined && parent.namespace !== null) return nameOf(parent, catalog);
  const { namespace, name } = object;
  return namespace === null || isNamespace(object) ? name : `${namespace}.${name}`;
}

function common(closure: readonly string[], names: readonly string[]): string | null {
  return names.find((name) => closure.some((other) => sameName(name, other))) ?? null;
}
