// The catalog queries that are the same for every kind.
import type { Kind } from '../kinds/kind.ts';

/** Oids below this one belong to initdb (FirstNormalObjectId); only schema public is a user's too. */
const FIRST_USER_OID = 16384;

/** The rows of one kind as one JSON text: one conversion for both drivers, and nothing loses precision. */
export const kindQuery = (kind: Kind, serverVersion: number): string =>
  `SELECT coalesce(json_agg(q), '[]')::text AS rows FROM (${kind.query(serverVersion)}) q`;

/** pg_depend between user objects, one edge a comma: classid objid objsubid refclassid refobjid refobjsubid deptype. */
export const DEPENDENCIES = `
  SELECT coalesce(string_agg(concat_ws(' ', d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid,
                             d.deptype::text), ','), '') AS rows
    FROM pg_depend d
   WHERE d.objid >= ${FIRST_USER_OID} AND (d.refobjid >= ${FIRST_USER_OID} OR d.refobjid = 'public'::regnamespace)`.replace(
  "'public'::regnamespace",
  "(SELECT n.oid FROM pg_namespace n WHERE n.nspname = 'public')",
);

export const COMMENTS = `
  SELECT coalesce(json_agg(json_build_array(d.classoid, d.objoid, d.objsubid, d.description)), '[]')::text AS rows
    FROM pg_description d
   WHERE d.objoid >= ${FIRST_USER_OID} OR d.classoid = 'pg_namespace'::regclass`;

export const ROLES = `
  SELECT coalesce(json_agg(r.rolname ORDER BY r.rolname), '[]')::text AS rows FROM pg_roles r WHERE r.rolname !~ '^pg_'`;

export const SESSION = `
  SELECT json_build_object('role', current_user, 'version', current_setting('server_version_num')::int)::text AS rows`;

export const SIZES = `
  SELECT coalesce(json_agg(json_build_array('pg_class'::regclass::oid, c.oid, 
           -- Statistics of a partitioned table say nothing of its partitions.
           CASE WHEN c.relkind = 'p' THEN -1 ELSE c.reltuples END,
           CASE WHEN c.relkind = 'p' THEN (SELECT coalesce(sum(pg_relation_size(t.relid)), 0) FROM pg_partition_tree(c.oid) t)
                ELSE pg_relation_size(c.oid) END)), '[]')::text
           AS rows
    FROM pg_class c WHERE c.relkind IN ('r', 'p', 'm') AND c.oid >= ${FIRST_USER_OID}`;

/** Catalogs whose rows no kind reads; what stands in them is named in every plan. */
const UNMODELLED: readonly (readonly [string, string, number?])[] = [];

export const UNMANAGED = `
  SELECT coalesce(json_agg(json_build_array(u.classid, u.oid, o.type || ' ' || o.identity) ORDER BY o.type, o.identity), '[]')::text
           AS rows
    FROM (SELECT 0::oid AS classid, 0::oid AS oid WHERE false ${UNMODELLED.map(
      ([name, condition]) =>
        `UNION ALL SELECT 'pg_catalog.${name}'::regclass::oid, x.oid FROM pg_catalog.${name} x WHERE x.oid >= ${FIRST_USER_OID} AND ${condition}`,
    ).join('\n          ')}) u,
         pg_identify_object(u.classid, u.oid, 0) o`;
