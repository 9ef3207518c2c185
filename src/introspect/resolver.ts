// PostgreSQL's object addresses (classid, objid, objsubid) -> keys, for introspection. Objects that no kind reads
// resolve through pg_depend: an internal part (deptype i) to its whole, a member of an extension (e) to the extension.
import { type DbObject, type Dependency, type Json, type Key, keyOf } from '../catalog/catalog.ts';

export type Edge = readonly [string, string, string];
type JsonRow = Readonly<Record<string, Json>>;

interface Dependence {
  readonly dependent: Edge;
  readonly on: Edge;
  readonly type: string;
}

export const triple = (row: JsonRow): string => `${row['classid']} ${row['objid']} ${row['objsubid']}`;
const name = ([classid, objid, objsubid]: Edge): string => `${classid} ${objid} ${objsubid}`;
const whole = ([classid, objid]: Edge): string => `${classid} ${objid} 0`;

export function parseEdges(rows: string): Dependence[] {
  if (rows === '') return [];
  return rows.split(',').map((row) => {
    const [a = '', b = '', c = '', d = '', e = '', f = '', type = ''] = row.split(' ');
    return { dependent: [a, b, c], on: [d, e, f], type };
  });
}

export class Resolver {
  readonly #edges: readonly Dependence[];
  readonly #keys = new Map<string, Key>();
  readonly #explicit = new Set<string>();
  readonly #member = new Map<string, Edge>();
  readonly #internal = new Map<string, Edge>();
  readonly #owners = new Map<string, Key>();
  readonly #leftOut = new Set<string>();
  /** For each owner of members (an extension), the largest oid of its members. */
  readonly #youngest = new Map<string, number>();

  constructor(edges: readonly Dependence[]) {
    this.#edges = edges;
    for (const { dependent, on, type } of edges) {
      if (type === 'e') this.#addMember(dependent, on);
      if (type === 'i' && !this.#internal.has(name(dependent))) this.#internal.set(name(dependent), on);
    }
  }

  isMember(row: JsonRow): boolean {
    return this.#member.has(`${row['classid']} ${row['objid']} 0`);
  }

  #addMember(member: Edge, owner: Edge): void {
    this.#member.set(whole(member), owner);
    this.#youngest.set(name(owner), Math.max(this.#youngest.get(name(owner)) ?? 0, Number(member[1])));
  }

  /**
   * Whether the script of an extension created the object on one of its own members: a rule on its view, an index on its
   * table. pg_depend has no row for that, but the oid is not larger than those of the members; objects of users are newer.
   */
  isOnMember(row: JsonRow): boolean {
    const parent = row['parent'];
    if (!Array.isArray(parent)) return false;
    const owner = this.#member.get(`${parent[0]} ${parent[1]} 0`);
    return owner !== undefined && Number(row['objid']) <= (this.#youngest.get(name(owner)) ?? 0);
  }

  /** Whether PostgreSQL created the object as an internal part of another one: a range type's constructor functions. */
  isInternal(row: JsonRow): boolean {
    return String(row['objsubid']) === '0' && this.#internal.has(triple(row));
  }

  /** A link has the address of its child table, so an address never resolves to the link. */
  add(row: JsonRow, key: Key, link: boolean): void {
    if (link) this.#explicit.add(key);
    else this.#keys.set(triple(row), key);
  }

  /** The objects that addresses of their members resolve to. */
  nameOwners(kind: string, rows: readonly JsonRow[]): void {
    for (const row of rows) this.#owners.set(triple(row), keyOf(kind, String(row['reference'])));
  }

  resolve(end: Edge, depth = 0): Key | null {
    const found = this.#keys.get(name(end)) ?? this.#keys.get(whole(end));
    if (found) return found;
    const member = this.#member.get(whole(end));
    if (member) return this.#owners.get(name(member)) ?? null;
    const owner = this.#internal.get(name(end)) ?? this.#internal.get(whole(end));
    return owner && depth < 8 ? this.resolve(owner, depth + 1) : null;
  }

  /** Whether the object was read and left out of the catalog: a member of an extension, the history's tables. */
  leaveOut(row: JsonRow): void {
    this.#leftOut.add(triple(row));
  }

  /** Whether the object is modeled, a part of a modeled object, a member of an extension, or left out on purpose. */
  belongs(end: Edge, depth = 0): boolean {
    if (this.#member.has(whole(end)) || this.#leftOut.has(name(end)) || this.resolve(end) !== null) return true;
    const owner = this.#internal.get(whole(end));
    return owner !== undefined && depth < 8 && this.belongs([owner[0], owner[1], '0'], depth + 1);
  }

  dependencies(
    known: readonly { readonly row: JsonRow; readonly key: Key }[],
    objects: ReadonlyMap<Key, DbObject>,
  ): Dependency[] {
    const seen = new Set<string>();
    const list: Dependency[] = [];
    const covered = new Set<string>();
    const push = (dependent: Key | null, on: Key | null): void => {
      if (!dependent || !on || dependent === on || !objects.has(dependent) || !objects.has(on)) return;
      const pair = `${dependent}\0${on}`;
      if (seen.has(pair) || covered.has(pair)) return;
      seen.add(pair);
      list.push({ dependent, on });
    };
    // Dependencies from the kind's query (`uses`), which pg_depend records for another object.
    for (const { row, key } of known) {
      for (const end of Array.isArray(row['uses']) ? (row['uses'] as readonly (readonly Json[])[]) : []) {
        push(key, this.resolve([String(end[0]), String(end[1]), String(end[2])]));
      }
    }
    // Edges of a link replace the edges between the two objects that it links.
    for (const { row, key } of known) {
      if (!Array.isArray(row['dependsOn'])) continue;
      const parent = objects.get(key)?.parent;
      for (const end of row['dependsOn'] as readonly (readonly Json[])[]) {
        const on = this.resolve([String(end[0]), String(end[1]), String(end[2])]);
        push(key, on);
        if (parent && on) covered.add(`${parent}\0${on}`);
        const owner = on ? objects.get(on)?.parent : null;
        if (parent && owner) covered.add(`${parent}\0${owner}`);
      }
    }
    for (const { dependent, on, type } of this.#edges) {
      // deptype P and S link a partition's index, key or trigger to its ancestor's, which `inherits` contains already.
      if (type === 'P' || type === 'S' || type === 'e') continue;
      push(this.resolve(dependent), this.resolve(on));
    }
    return list;
  }
}
