// What differs between a wanted and a present catalog and is no wish, made equal, for plans and proofs: names that
// PostgreSQL chose, and values that mean the same in another spelling.
import { equal } from '../catalog/canonical.ts';
import type { Attributes, Catalog, DbObject, Json, Key } from '../catalog/catalog.ts';
import { type Change, diff, kindsByName } from '../diff/diff.ts';
import type { Kind } from '../kinds/kind.ts';
import { unrestoredText } from '../sql/stable.ts';

/**
 * The wanted catalog with the present values of what is no wish; see `Kind.undeclared` and `Kind.meaning`. The catalog
 * itself where there is none. `changes`: the differences between the two.
 */
export function withUndeclared(
  wanted: Catalog,
  present: Catalog,
  kinds: readonly Kind[],
  changes: readonly Change[] = diff(present, wanted, kinds),
): Catalog {
  const byName = kindsByName(kinds);
  const settled = changes.flatMap((change): DbObject[] => {
    const kind = change.action === 'alter' ? byName.get(change.after.kind) : undefined;
    if (change.action !== 'alter' || !kind) return [];
    const { before, after } = change;
    const kept = { ...respelled(after.attributes, before.attributes, kind), ...chosen(before, after, kind) };
    return Object.keys(kept).length === 0 ? [] : [{ ...after, attributes: { ...after.attributes, ...kept } }];
  });
  if (settled.length === 0) return wanted;
  const objects = new Map<Key, DbObject>(wanted.objects);
  for (const object of settled) objects.set(object.key, object);
  return { ...wanted, objects };
}

const chosen = (before: DbObject, after: DbObject, kind: Kind): Attributes =>
  (kind.undeclared?.(after, before) ?? {}) as Attributes;

/** The present values of the attributes that mean the same as the wanted ones, and are spelled in another way. */
function respelled(wanted: Attributes, present: Attributes, kind: Kind): Attributes {
  const differing = Object.keys(wanted).filter((name) => !equal(wanted[name], present[name]));
  const [meant, there] = [meaningOf(wanted, kind), meaningOf(present, kind)];
  const alike = differing.filter((name) => name in present && equal(meant[name], there[name]));
  return Object.fromEntries(alike.map((name) => [name, present[name] ?? null]));
}

/** The text of a routine is the user's: expressions in it are not read. */
function meaningOf(attributes: Attributes, kind: Kind): Attributes {
  const meant = kind.meaning?.(attributes) ?? attributes;
  return kind.folder === 'routines' ? meant : (withTexts(meant) as Attributes);
}

function withTexts(value: Json): Json {
  if (typeof value === 'string') return unrestoredText(value);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: Json) => withTexts(item));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withTexts(item)]));
}
