// SQL expressions for `memberStatements` of kinds: how the CREATE statement of a member of an extension names objects.
// The session has an empty search_path, so that format_type() and its like write schemas, too.

/** The quoted name of an object with its schema, from two expressions. */
export const nameInSchema = (schema: string, object: string): string =>
  `quote_ident(${schema}) || '.' || quote_ident(${object})`;

/** The quoted name of the routine with the given oid, without arguments. */
export const routineName = (oid: string): string =>
  `(SELECT ${nameInSchema('rn.nspname', 'r.proname')} FROM pg_proc r JOIN pg_namespace rn ON rn.oid = r.pronamespace WHERE r.oid = ${oid})`;

/** OPERATOR(schema.name) for the operator with the given oid. */
export const operatorInFull = (oid: string): string =>
  `(SELECT 'OPERATOR(' || quote_ident(xn.nspname) || '.' || x.oprname || ')' FROM pg_operator x JOIN pg_namespace xn ON xn.oid = x.oprnamespace WHERE x.oid = ${oid})`;

/** A list of `form`, an expression on pg_attribute `a`, for the columns of the relation with the given oid. */
export const columns = (relation: string, form: string): string =>
  `(SELECT string_agg(${form}, ', ' ORDER BY a.attnum) FROM pg_attribute a
     WHERE a.attrelid = ${relation} AND a.attnum > 0 AND NOT a.attisdropped)`;

/** A column as in CREATE TABLE: name and type. */
export const COLUMN = `quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)`;
/** A column as in the query of a view that has no rows to show: NULL of its type under its name. */
export const NULLS = `'NULL::' || format_type(a.atttypid, a.atttypmod) || ' AS ' || quote_ident(a.attname)`;
