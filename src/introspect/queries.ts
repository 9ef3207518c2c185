// The catalog queries that are the same for every kind.
import type { Kind } from '../kinds/kind.ts';

/** Oids below this one belong to initdb (FirstNormalObjectId); only schema public is a user's too. */
const FIRST_USER_OID = 16384;

/** The rows of one kind as one JSON text: one conversion for both drivers, and nothing loses precision. */
export const kindQuery = (kind: Kind, serverVersion: number): string =>
  `SELECT coalesce(json_agg(q), '[]')::text AS rows FROM (${kind.query(serverVersion)}) q`;

/**
 * pg_depend between user objects, and what of this database depends on roles, one edge a comma:
 * classid objid objsubid refclassid refobjid refobjsubid deptype.
 */
export const DEPENDENCIES = `
  SELECT coalesce(string_agg(concat_ws(' ', d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid,
                             d.deptype), ','), '') AS rows
    FROM (SELECT classid, objid, objsubid, refclassid, refobjid, refobjsubid, deptype::text FROM pg_depend
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
           -- Statistics of a partitioned table say nothing of its partitions.
           CASE WHEN c.relkind = 'p' THEN -1 ELSE c.reltuples END,
           CASE WHEN c.relkind = 'p' THEN (SELECT coalesce(sum(pg_relation_size(t.relid)), 0) FROM pg_partition_tree(c.oid) t)
                ELSE pg_relation_size(c.oid) END)), '[]')::text
           AS rows
    FROM pg_class c WHERE c.relkind IN ('r', 'p', 'm') AND c.oid >= ${FIRST_USER_OID}`;

/** Catalogs whose rows no kind reads; what stands in them is named in every plan. */
const UNMODELLED: readonly (readonly [string, string, number?])[] = [
  ['pg_class', "relkind = 'f'"],
  ['pg_type', "typtype IN ('b', 'p') AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = x.oid)"],
  ['pg_operator', 'true'],
  ['pg_opclass', 'true'],
  ['pg_opfamily', 'true'],
  ['pg_am', 'true'],
  ['pg_conversion', 'true'],
  ['pg_ts_config', 'true'],
  ['pg_ts_dict', 'true'],
  ['pg_ts_parser', 'true'],
  ['pg_ts_template', 'true'],
  ['pg_transform', 'true'],
  ['pg_language', 'true'],
];

export const UNMANAGED = `
  SELECT coalesce(json_agg(json_build_array(u.classid, u.oid, o.type || ' ' || o.identity) ORDER BY o.type, o.identity), '[]')::text
           AS rows
    FROM (${UNMODELLED.map(
      ([name, condition]) =>
        `SELECT 'pg_catalog.${name}'::regclass::oid AS classid, x.oid FROM pg_catalog.${name} x WHERE x.oid >= ${FIRST_USER_OID} AND ${condition}`,
    ).join('\n          UNION ALL ')}
          UNION ALL SELECT 'pg_user_mapping'::regclass::oid, m.umid FROM pg_user_mappings m
          UNION ALL SELECT 'pg_subscription'::regclass::oid, s.oid FROM pg_subscription s
                     WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())) u,
         pg_identify_object(u.classid, u.oid, 0) o`;
