// A database and kinds -> a catalog, in one snapshot and one round trip, for all rooms that read databases. A second
// round trip names the objects that no kind reads.
import {
  type Catalog,
  type DbObject,
  type Grant,
  type Json,
  type Key,
  keyOf,
  managedName,
  type Size,
} from '../catalog/catalog.ts';
import type { Database, Row } from '../databases/database.ts';
import type { Kind } from '../kinds/kind.ts';
import { defaultGrants, normalized } from '../kinds/shared/grants.ts';
import { attributesOn } from '../kinds/since.ts';
import {
  addresses,
  COMMENTS,
  DEPENDENCIES,
  identities,
  kindQuery,
  ROLES,
  SESSION,
  SIZES,
  TABLESPACES,
  UNDOCUMENTED_OPTIONS,
} from './queries.ts';
import { type Edge, parseEdges, Resolver, triple } from './resolver.ts';

export interface IntrospectOptions {
  /** The caller has a transaction open (scratch); otherwise introspection begins a read-only, repeatable-read one. */
  readonly inTransaction?: boolean;
  /** Schemas whose objects are left out: the schema of the migration history. */
  readonly excludeSchemas?: readonly string[];
  /** The server that the catalog is read for; features that it lacks are left out. Default: the server that is read. */
  readonly forServer?: number;
  /** The subjects of kinds with `optIn` to read; all others are unmanaged. Default: none. */
  readonly managed?: readonly string[];
}

type JsonRow = Readonly<Record<string, Json>>;

const RESERVED = new Set([
  'classid',
  'objid',
  'objsubid',
  'objname',
  'namespace',
  'reference',
  'parent',
  'inherits',
  'owner',
  'grants',
  'columnGrants',
  'dependsOn',
  'uses',
  'subject',
  'comment',
  'unread',
]);

/** Read the objects of `kinds` from a database, and the names of all other objects (`unmanaged`). */
export async function introspect(
  database: Database,
  kinds: readonly Kind[],
  options: IntrospectOptions = {},
): Promise<Catalog> {
  const results = await readAll(database, kinds, options);
  const [session, roles, tablespaces, edges, comments, sizes, addresses, undocumented, ...perKind] = results;
  const context = JSON.parse(text(session)) as { role: string; version: number };
  const serverVersion = options.forServer ?? context.version;
  const resolver = new Resolver(parseEdges(text(edges)));
  const rows = perKind.map((result) => JSON.parse(text(result)) as JsonRow[]);
  const excluded = new Set(options.excludeSchemas ?? []);

  const managed = new Set(options.managed ?? []);
  const leftAlone: string[] = [];
  const known: { readonly kind: Kind; readonly row: JsonRow; readonly key: Key }[] = [];
  for (const [index, kind] of kinds.entries()) {
    for (const row of rows[index] ?? []) {
      const internal = resolver.isInternal(row) && !kind.traits?.internal;
      if (excluded.has(String(row['namespace'])) || resolver.isMember(row) || internal || resolver.isOnMember(row)) {
        resolver.leaveOut(row);
        continue;
      }
      const key = keyOf(kind.name, String(row['reference']));
      if (kind.optIn && !managed.has(managedName(kind.name, String(row['subject'])))) {
        if (!kind.optIn.unnamed) leftAlone.push(key);
        continue;
      }
      resolver.add(row, key, row['dependsOn'] !== undefined);
      known.push({ kind, row, key });
    }
  }
  for (const [index, kind] of kinds.entries())
    if (kind.traits?.ownsMembers) resolver.nameOwners(kind.name, rows[index] ?? []);

  const commentOf = commentsByTriple(text(comments));
  const ownRoles = new Set(known.flatMap(({ kind, row }) => (kind.traits?.role ? [String(row['subject'])] : [])));
  const objects = new Map<Key, DbObject>();
  for (const { kind, row, key } of known) {
    const object = readObject(kind, row, key, resolver, commentOf, serverVersion);
    if (object) objects.set(key, object);
  }
  return {
    context: { serverVersion, role: context.role, managed: [...managed].sort() },
    objects,
    dependencies: resolver.dependencies(known, objects),
    unmanaged: [
      ...(await unmodeledNames(database, text(addresses), resolver)),
      ...(JSON.parse(text(undocumented)) as string[]),
      ...unreadNames(objects, context.role),
      ...leftAlone.sort(),
    ],
    roles: (JSON.parse(text(roles)) as string[]).filter((name) => !ownRoles.has(name)),
    tablespaces: JSON.parse(text(tablespaces)) as string[],
    sizes: sizesByKey(text(sizes), resolver),
  };
}

async function readAll(
  database: Database,
  kinds: readonly Kind[],
  { inTransaction = false, forServer = database.serverVersion }: IntrospectOptions,
): Promise<readonly (readonly Row[])[]> {
  const queries = [
    SESSION,
    ROLES,
    TABLESPACES,
    DEPENDENCIES,
    COMMENTS,
    SIZES,
    addresses(kinds),
    UNDOCUMENTED_OPTIONS,
    ...kinds.map((kind) => kindQuery(kind, database.serverVersion, forServer)),
  ];
  const begin = inTransaction ? [] : ['BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'];
  const settings = [
    "SET LOCAL search_path = ''",
    'SET LOCAL extra_float_digits = 3',
    'SET LOCAL quote_all_identifiers = off',
  ];
  const { first, sent } = prepare(database, queries);
  const script = [...begin, ...settings, ...first, ...sent, ...(inTransaction ? [] : ['COMMIT'])].join(';\n');
  const results = await database.script(script);
  const skipped = begin.length + settings.length + first.length;
  return results.slice(skipped, skipped + queries.length);
}

/** The queries as they are sent: as prepared statements, where the session keeps them. */
function prepare(
  { prepared }: Database,
  queries: readonly string[],
): { readonly first: readonly string[]; readonly sent: readonly string[] } {
  if (prepared === undefined) return { first: [], sent: queries };
  const first: string[] = [];
  const sent = queries.map((query) => {
    const known = prepared.get(query);
    if (known !== undefined) return `EXECUTE ${known}`;
    const name = `introspect_${prepared.size}`;
    prepared.set(query, name);
    first.push(`PREPARE ${name} AS ${query}`);
    return `EXECUTE ${name}`;
  });
  return { first, sent };
}

const text = (result: readonly Row[] | undefined): string => String(result?.[0]?.['rows'] ?? '');

function readObject(
  kind: Kind,
  row: JsonRow,
  key: Key,
  resolver: Resolver,
  commentOf: ReadonlyMap<string, string>,
  serverVersion: number,
): DbObject | null {
  const parent = row['parent'] ? resolver.resolve(edgeEnd(row['parent'])) : null;
  if (row['parent'] && !parent) return null;
  const inherits = Array.isArray(row['inherits'])
    ? row['inherits'].map((end: Json) => resolver.resolve(edgeEnd(end)))
    : [];
  const raw = Object.fromEntries(Object.entries(row).filter(([name]) => !RESERVED.has(name)));
  return {
    key,
    kind: kind.name,
    reference: String(row['reference']),
    name: String(row['objname'] ?? row['reference']),
    position: Number(row['position'] ?? 0),
    parent,
    inherits: inherits.filter((end): end is Key => end !== null),
    namespace: (row['namespace'] ?? null) as string | null,
    comment: kind.traits?.uncommented
      ? null
      : 'comment' in row
        ? (row['comment'] as string | null)
        : (commentOf.get(triple(row)) ?? null),
    owner: (row['owner'] ?? null) as string | null,
    grants: kind.privileges ? grantsOf(row, kind.privileges.letter, serverVersion) : null,
    attributes: attributesOn(kind, raw, serverVersion),
    ...(Array.isArray(row['unread']) ? { unread: row['unread'].map(String) } : {}),
  };
}

/** The privileges that differ from acldefault(), or null where they are equal. */
function grantsOf(row: JsonRow, letter: string, serverVersion: number): readonly Grant[] | null {
  const [whole, columns] = [row['grants'], row['columnGrants']] as (readonly GrantTuple[] | null | undefined)[];
  if (!whole && !columns) return null;
  const standard = defaultGrants(letter, serverVersion);
  const explicit = whole ? whole.map(toGrant) : standard;
  const all = normalized([...explicit, ...(columns ?? []).map(toGrant)]).filter(
    (grant) => grant.privilege !== 'MAINTAIN' || serverVersion >= 170000,
  );
  return JSON.stringify(all) === JSON.stringify(normalized(standard)) ? null : all;
}

type GrantTuple = readonly [string, string, boolean, string?];

const toGrant = ([grantee, privilege, grantable, column]: GrantTuple): Grant => ({
  grantee,
  privilege,
  grantable,
  column: column ?? null,
});

function edgeEnd(value: Json): Edge {
  const [classid, objid, objsubid] = Array.isArray(value) ? value : [];
  return [String(classid), String(objid), String(objsubid)];
}

function commentsByTriple(rows: string): Map<string, string> {
  const list = JSON.parse(rows) as readonly (readonly [string, string, number, string])[];
  return new Map(
    list.map(([classid, objid, objsubid, description]) => [`${classid} ${objid} ${objsubid}`, description]),
  );
}

/** The names of objects that no kind reads, for `unmanaged`. */
async function unmodeledNames(database: Database, addresses: string, resolver: Resolver): Promise<string[]> {
  const pairs = (addresses === '' ? [] : addresses.split(',')).flatMap((address): [string, string][] => {
    const [classid = '', oid = ''] = address.split(' ');
    return resolver.belongs([classid, oid, '0']) ? [] : [[classid, oid]];
  });
  if (pairs.length === 0) return [];
  return (await database.query(identities(pairs))).map((row) => String(row['name']));
}

/** Attributes that the role has no right to read, for `unmanaged`: no plan changes them. */
const unreadNames = (objects: ReadonlyMap<Key, DbObject>, role: string): string[] =>
  [...objects.values()].flatMap(({ key, unread }) =>
    unread ? [`the ${unread.join(' and ')} of ${key} (role ${role} has no right to read them)`] : [],
  );

function sizesByKey(rows: string, resolver: Resolver): Map<Key, Size> {
  const list = JSON.parse(rows) as readonly (readonly [string, string, number, number])[];
  return new Map(
    list.flatMap(([classid, objid, tuples, bytes]): [Key, Size][] => {
      const key = resolver.resolve([classid, objid, '0']);
      return key ? [[key, { rows: Number(tuples), bytes: Number(bytes) }]] : [];
    }),
  );
}
