// Pieces of catalog queries that several kinds need.

/** Namespaces whose objects are a user's, for an alias of pg_namespace. */
export const userNamespace = (alias: string): string =>
  `${alias}.nspname !~ '^pg_' AND ${alias}.nspname <> 'information_schema'`;

/** `schema.name`, quoted. */
export const qualified = (namespace: string, name: string): string => `format('%I.%I', ${namespace}, ${name})`;

/** An owner's role name from its oid; 'pg_database_owner' and all others by pg_roles, which anyone may read. */
export const roleName = (oid: string): string => `pg_get_userbyid(${oid})`;

/** [grantee, privilege, grantable] of an ACL column; null where the column is. OWNER stands for the owner. */
export const grants = (acl: string, owner: string): string => `(
    SELECT json_agg(json_build_array(
             CASE WHEN e.grantee = ${owner} THEN '@owner' WHEN e.grantee = 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END,
             e.privilege_type, e.is_grantable))
      FROM aclexplode(CASE WHEN cardinality(${acl}) = 0 THEN NULL ELSE ${acl} END) e)`;

/** An ACL may be null (the default) or empty (nobody, not even the owner). */
export const grantsOrNull = (acl: string, owner: string): string =>
  `CASE WHEN ${acl} IS NOT NULL THEN coalesce(${grants(acl, owner)}, '[]') END`;

/** Names a catalog's own oid without a lookup by name. */
export const catalog = (name: string): string => `'pg_catalog.${name}'::regclass::oid`;

/** The collation of a column or attribute where it isn't the type's own: quoted name, else null. */
export const collation = (collationOid: string, typeOid: string): string => `(
    SELECT format('%I.%I', cn.nspname, co.collname)
      FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
     WHERE co.oid = ${collationOid}
       AND ${collationOid} <> (SELECT ty.typcollation FROM pg_type ty WHERE ty.oid = ${typeOid}))`;

/** Options such as {fillfactor=70} as a JSON object of texts; null where there are none. */
export const options = (array: string): string => `(
    SELECT json_object_agg(o.option_name, o.option_value) FROM pg_options_to_table(${array}) o)`;

/** The quoted name of a routine without its arguments, from its oid; null where there is none. */
export const routineName = (oid: string): string => `(
    SELECT format('%I.%I', pn.nspname, p.proname) FROM pg_proc p JOIN pg_namespace pn ON pn.oid = p.pronamespace
     WHERE p.oid = ${oid})`;
