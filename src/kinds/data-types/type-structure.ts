// What a data type is made of, read from a catalog: the values of a column down to the attributes of nested types.
import { type DbObject, type Key, keyOf } from '../../catalog/catalog.ts';
import type { Side } from '../../catalog/side.ts';
import { quoteIdentifier } from '../../sql/identifiers.ts';
import { isColumn } from '../relations/family.ts';
import { isComposite, isDomain, isEnum } from './family.ts';

/** A data type with its parts. `text` is its name as format_type() prints it. */
export type Structure = { readonly text: string } & (
  | { readonly form: 'scalar' }
  | { readonly form: 'enum'; readonly labels: readonly string[] }
  | { readonly form: 'array'; readonly item: Structure }
  | { readonly form: 'domain'; readonly base: Structure; readonly object: DbObject }
  | { readonly form: 'composite'; readonly attributes: readonly Part[]; readonly object: DbObject }
);

/** An attribute of a composite type, or a column of the table whose row type it is; `name` is quoted. */
export interface Part {
  readonly name: string;
  readonly type: Structure;
}

const KINDS_OF_TYPES = ['domain', 'composite type', 'enum', 'table'] as const;

/** The structure of a type by its name. Types that the catalog does not have are scalars. */
export function structureOf(text: string, side: Side): Structure {
  if (text.endsWith('[]')) return { form: 'array', text, item: structureOf(text.slice(0, -2), side) };
  const object = typeNamed(text, side);
  if (isEnum(object)) return { form: 'enum', text, labels: object.attributes.labels };
  if (isDomain(object)) return { form: 'domain', text, object, base: structureOf(object.attributes.type, side) };
  if (object === undefined) return { form: 'scalar', text };
  return { form: 'composite', text, object, attributes: partsOf(object, side) };
}

const typeNamed = (text: string, side: Side): DbObject | undefined =>
  KINDS_OF_TYPES.map((kind) => side.get(keyOf(kind, text))).find((object) => object !== undefined);

/** The attributes in the order of a row constructor. */
function partsOf(object: DbObject, side: Side): readonly Part[] {
  if (!isComposite(object)) {
    const columns = side.children(object.key).filter(isColumn);
    return columns
      .toSorted((a, b) => a.position - b.position)
      .map(({ attributes: { name, type } }) => ({ name, type: structureOf(type, side) }));
  }
  const { attributes, order } = object.attributes;
  return order.flatMap((name) => {
    const found = attributes.find((attribute) => attribute.name === name);
    return found ? [{ name: quoteIdentifier(name), type: structureOf(found.type, side) }] : [];
  });
}

/** The objects that store values of a type, and how: as they are, or within an array, a composite or a range type. */
export interface Use {
  readonly object: DbObject;
  readonly within: boolean;
}

/**
 * The columns that store values of a type, or of the row type of a table, at any depth: through domains, arrays, composite
 * types and the row types of other tables (find_composite_type_dependencies, get_rels_with_domain).
 */
export function columnsOfType(type: Key, side: Side): readonly Use[] {
  const found = new Map<Key, Use>();
  const seen = new Set<Key>();
  const queue: { readonly key: Key; readonly within: boolean }[] = [{ key: type, within: false }];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { key, within } = next;
    if (seen.has(key)) continue;
    seen.add(key);
    const text = side.get(key)?.reference;
    for (const dependent of side.dependents(key)) {
      const object = side.get(dependent);
      if (isColumn(object)) {
        if (object.parent === key) continue;
        const inside = within || object.attributes.type !== text;
        if (inside || !found.has(object.key)) found.set(object.key, { object, within: inside });
        if (object.parent !== null) queue.push({ key: object.parent, within: true });
      } else if (isDomain(object)) queue.push({ key: dependent, within: within || object.attributes.type !== text });
      else if (isComposite(object) || object?.kind === 'range') queue.push({ key: dependent, within: true });
    }
  }
  return [...found.values()].toSorted((a, b) => (a.object.key < b.object.key ? -1 : 1));
}

/**
 * Whether values that differ may be equal: texts in a nondeterministic collation, or citext. `collation`: the column's own,
 * null where it is that of its type.
 */
export function ignoresDifferences(collation: string | null, type: Structure, side: Side): boolean {
  if (collation !== null) return isNondeterministic(collation, side);
  if (type.form === 'array') return ignoresDifferences(null, type.item, side);
  if (type.form === 'composite') return type.attributes.some((part) => ignoresDifferences(null, part.type, side));
  if (type.form === 'domain') {
    const own = type.object.attributes['collation'];
    return typeof own === 'string' ? isNondeterministic(own, side) : ignoresDifferences(null, type.base, side);
  }
  return /(^|\.)citext$/.test(type.text);
}

const isNondeterministic = (collation: string, side: Side): boolean =>
  side.get(keyOf('collation', collation))?.attributes['deterministic'] === false;
