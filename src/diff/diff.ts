// Two catalogs -> changes, for the planner and checks of equality. The comparison is the same for all kinds.
import { equal } from '../catalog/canonical.ts';
import type { Catalog, DbObject, Json, Key } from '../catalog/catalog.ts';
import type { Kind } from '../kinds/kind.ts';

export type Change =
  | { readonly action: 'create'; readonly after: DbObject }
  | { readonly action: 'drop'; readonly before: DbObject }
  | {
      readonly action: 'alter';
      readonly before: DbObject;
      readonly after: DbObject;
      readonly attributes: readonly string[];
    };

/** The properties of every object, beside the attributes of its kind. */
export const COMMON = ['owner', 'grants', 'comment'] as const;

export const kindsByName = (kinds: readonly Kind[]): ReadonlyMap<string, Kind> =>
  new Map(kinds.map((kind) => [kind.name, kind]));

/** Attributes that are read and never compared. */
export const ignoredAttribute =
  (kinds: ReadonlyMap<string, Kind>) =>
  (kind: string, attribute: string): boolean =>
    (kinds.get(kind)?.attributes as Readonly<Record<string, unknown>> | undefined)?.[attribute] === 'ignore';

/** The changes from one catalog to another, in the order of the keys; empty for equal catalogs. */
export function diff(before: Catalog, after: Catalog, kinds: readonly Kind[]): Change[] {
  const ignored = ignoredAttribute(kindsByName(kinds));
  const changes: Change[] = [];
  for (const object of before.objects.values()) {
    const counterpart = after.objects.get(object.key);
    if (!counterpart) changes.push({ action: 'drop', before: object });
    else {
      const attributes = differing(object, counterpart, ignored);
      if (attributes.length > 0) changes.push({ action: 'alter', before: object, after: counterpart, attributes });
    }
  }
  for (const object of after.objects.values()) {
    if (!before.objects.has(object.key)) changes.push({ action: 'create', after: object });
  }
  // Catalog rows have no order; plans and messages need one.
  return changes.sort((one, other) => (keyOfChange(one) < keyOfChange(other) ? -1 : 1));
}

function differing(before: DbObject, after: DbObject, ignored: (kind: string, attribute: string) => boolean): string[] {
  const names = new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)]);
  const own = [...names].filter(
    (name) => !ignored(after.kind, name) && !equal(before.attributes[name], after.attributes[name]),
  );
  const common = COMMON.filter((name) => !equal(commonValue(before, name), commonValue(after, name)));
  return [...own, ...common];
}

const commonValue = (object: DbObject, name: (typeof COMMON)[number]): Json =>
  name === 'grants' ? (object.grants?.map((grant) => ({ ...grant })) ?? null) : object[name];

/** What an attribute of an object was and what it becomes. */
export interface AttributeChange {
  readonly attribute: string;
  readonly before: Json;
  readonly after: Json;
}

/** The changes of attributes by the keys of the objects that both catalogs have. */
export const attributeChanges = (changes: readonly Change[]): ReadonlyMap<Key, readonly AttributeChange[]> =>
  new Map(
    changes.flatMap((change) => (change.action === 'alter' ? [[change.after.key, valuesOf(change)] as const] : [])),
  );

function valuesOf({ before, after, attributes }: Extract<Change, { action: 'alter' }>): readonly AttributeChange[] {
  const value = (object: DbObject, name: string): Json => {
    const common = COMMON.find((one) => one === name);
    return common === undefined ? (object.attributes[name] ?? null) : commonValue(object, common);
  };
  return attributes.map((attribute) => ({
    attribute,
    before: value(before, attribute),
    after: value(after, attribute),
  }));
}

export const keyOfChange = (change: Change): Key => (change.action === 'drop' ? change.before.key : change.after.key);
