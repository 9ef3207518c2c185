// The catalog queries that are common to all kinds, for introspection.
import type { Kind } from '../kinds/kind.ts';

export { UNDOCUMENTED_OPTIONS } from '../kinds/shared/storage-parameters.ts';

/**
 * Objects with smaller oids are created by initdb (FirstNormalObjectId); of these, only schema public is a user's, too.
 */
const FIRST_USER_OID = 16384;

/** The rows of one kind as one JSON text: the same conversion in both drivers, without loss of precision. */
export const kindQuery = (kind: Kind, serverVersion: number, destination: number): string =>
  `SELECT coalesce(json_agg(q), '[]')::text AS rows FROM (${kind.query(serverVersion, destination)}) q`;

/**
 * pg_depend between user objects, and pg_shdepend of this database on roles, as text with a comma between edges:
 * classid objid objsubid refclassid refobjid refobjsubid deptype.
 */
export const DEPENDENCIES = `
  SELECT coalesce(string_agg(concat_ws(' ', d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid,
                             d.deptype), ','), '') AS rows
    FROM (SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype::text FROM pg_depend
          UNION ALL
          -- The expression of a generated column, which has no such row before PostgreSQL 15.
          SELECT 'pg_catalog.pg_attrdef'::regclass, e.oid, 0, 'pg_catalog.pg_class'::regclass, e.adrelid, e.adnum, 'i'
            FROM pg_attrdef e JOIN pg_attribute a ON a.attrelid = e.adrelid AND a.attnum = e.adnum
           WHERE a.attgenerated <> ''
          UNION ALL
          SELECT s.classid, s.objid, s.objsubid, s.refclassid, s.refobjid, 0, 'n' FROM pg_shdepend s
           WHERE s.refclassid = 'pg_catalog.pg_authid'::regclass
             AND s.dbid = (SELECT b.oid FROM pg_database b WHERE b.datname = current_database())) d
   WHERE d.objid >= ${FIRST_USER_OID} AND (d.refobjid >= ${FIRST_USER_OID}
         OR d.refobjid = (SELECT n.oid FROM pg_namespace n WHERE n.nspname = 'public'))`;

export const COMMENTS = `
  SELECT coalesce(json_agg(json_build_array(d.classoid, d.objoid, d.objsubid, d.description)), '[]')::text AS rows
    FROM pg_description d
   WHERE d.objoid >= ${FIRST_USER_OID} OR d.classoid = 'pg_namespace'::regclass`;

export const ROLES = `
  SELECT coalesce(json_agg(r.rolname ORDER BY r.rolname), '[]')::text AS rows FROM pg_roles r WHERE r.rolname !~ '^pg_'`;

export const TABLESPACES = `
  SELECT coalesce(json_agg(t.spcname ORDER BY t.spcname), '[]')::text AS rows FROM pg_tablespace t WHERE t.spcname !~ '^pg_'`;

export const SESSION = `
  SELECT json_build_object('role', current_user, 'version', current_setting('server_version_num')::int)::text AS rows`;

export const SIZES = `
  SELECT coalesce(json_agg(json_build_array('pg_class'::regclass::oid, c.oid, 
           -- A partitioned table has no rows of its own; its statistics are of its partitions.
           CASE WHEN c.relkind = 'p' THEN 0 ELSE c.reltuples END,
           CASE WHEN c.relkind = 'p' THEN 0 ELSE pg_relation_size(c.oid) END)), '[]')::text
           AS rows
    FROM pg_class c WHERE c.relkind IN ('r', 'p', 'm') AND c.oid >= ${FIRST_USER_OID}`;

/** The address of every object, `classid oid`, with a comma between two, to find the objects that no kind reads. */
export function addresses(kinds: readonly Kind[]): string {
  const rows = kinds
    .flatMap(({ words }) => Object.entries(words.catalogs ?? {}))
    .map(
      ([name, condition]) =>
        `SELECT 'pg_catalog.${name}'::regclass::oid AS classid, x.oid FROM pg_catalog.${name} x WHERE x.oid >= ${FIRST_USER_OID} AND ${condition}`,
    );
  // Where only some kinds are read, possibly no kind has a catalog of its own.
  if (rows.length === 0) return "SELECT '' AS rows";
  return `
  SELECT coalesce(string_agg(concat_ws(' ', u.classid, u.oid), ','), '') AS rows FROM (${rows.join('\n    UNION ALL ')}) u`;
}

/** Type words and names of objects, given as pairs of classid and oid. */
export const identities = (pairs: readonly (readonly [string, string])[]): string => `
  SELECT o.type || ' ' || o.identity AS name
    FROM (VALUES ${pairs.map(([classid, oid]) => `(${classid}::oid, ${oid}::oid)`).join(', ')}) u (classid, oid),
         pg_catalog.pg_identify_object(u.classid, u.oid, 0) o
   WHERE o.identity IS NOT NULL AND o.identity !~ '(^| )pg_temp[_0-9]*[.]' ORDER BY o.type, o.identity`;
