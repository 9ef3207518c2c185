// Catalogs made by hand, of a few objects, for tests of what computes on catalogs and reads no database.
import {
  type Attributes,
  type Catalog,
  type DbObject,
  type Dependency,
  type Key,
  keyOf,
} from '#src/catalog/catalog.js';

/** An object with nothing special about it: `object('enum', 'app.mood', { attributes: { labels: ['good'] } })`. */
export function object(kind: string, reference: string, more: Partial<DbObject> = {}): DbObject {
  const [path = ''] = reference.split('(');
  const [name = '', namespace = null] = path.split('.').reverse();
  return {
    key: keyOf(kind, reference),
    kind,
    reference,
    name,
    ...{ position: 0 },
    namespace,
    parent: null,
    inherits: [],
    comment: null,
    owner: null,
    grants: null,
    attributes: {},
    ...more,
  };
}

/** A schema; it lives in itself. */
export const schema = (name: string): DbObject => object('schema', name, { namespace: name, owner: 'postgres' });

/** `CREATE TYPE … AS ENUM`. */
export const enumOf = (reference: string, ...labels: readonly string[]): DbObject =>
  object('enum', reference, { owner: 'postgres', attributes: { labels } });

/** `CREATE VIEW … AS definition`, with columns of type integer. */
export const view = (reference: string, definition: string, ...columns: readonly string[]): DbObject =>
  object('view', reference, {
    owner: 'postgres',
    attributes: {
      columns: columns.map((name) => ({ name, type: 'integer', collation: null, comment: null })),
      definition,
      options: null,
    },
  });

/** A function in SQL without arguments, whose body is a text that pg_depend does not look into. */
export const sqlFunction = (reference: string, body: string): DbObject =>
  object('function', `${reference}()`, {
    owner: 'postgres',
    attributes: {
      definition: `CREATE OR REPLACE FUNCTION ${reference}()\n RETURNS integer\n LANGUAGE sql\nAS $function$${body}$function$`,
      result: 'integer',
      columns: null,
      names: [],
      defaults: 0,
      window: false,
      securityDefiner: false,
    } satisfies Attributes,
  });

/** What hangs below another object: a column of a table. */
export const childOf = (parent: DbObject, kind: string, name: string, more: Partial<DbObject> = {}): DbObject =>
  object(kind, `${parent.reference}.${name}`, { name, parent: parent.key, namespace: parent.namespace, ...more });

/** A catalog of PostgreSQL 18; `uses` are pairs: the first depends on the second. */
export function catalogOf(
  objects: readonly DbObject[],
  uses: readonly (readonly [dependent: DbObject, on: DbObject])[] = [],
): Catalog {
  return {
    context: { serverVersion: 180000, role: 'postgres' },
    objects: new Map(objects.map((one): [Key, DbObject] => [one.key, one])),
    dependencies: uses.map(([dependent, on]): Dependency => ({ dependent: dependent.key, on: on.key })),
    unmanaged: [],
    roles: ['postgres'],
    sizes: new Map(),
  };
}
