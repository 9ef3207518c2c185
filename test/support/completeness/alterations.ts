// One statement for each attribute that one can reach, on the database of populated.sql.

export interface Alteration {
  readonly kind: string;
  /** An attribute; or `create` or `drop`, where the object gets another name by it. */
  readonly attribute: string;
  readonly sql: string;
  /** The first major that has the statement. */
  readonly since?: number;
}

/** `attribute: statement` of one kind. */
const of = (kind: string, list: Readonly<Record<string, string>>, since?: number): Alteration[] =>
  Object.entries(list).map(([attribute, sql]) => ({ kind, attribute, sql, ...(since ? { since } : {}) }));

const TYPES: readonly Alteration[] = [
  ...of('collation', {
    owner: 'ALTER COLLATION bytes OWNER TO keeper',
    comment: "COMMENT ON COLLATION bytes IS 'x'",
    create: 'ALTER COLLATION bytes RENAME TO octets',
  }),
  ...of('base type', {
    receive: 'ALTER TYPE tag SET (RECEIVE = tag_receive)',
    send: 'ALTER TYPE tag SET (SEND = tag_send)',
    typmodIn: 'ALTER TYPE tag SET (TYPMOD_IN = tag_modifier_in)',
    typmodOut: 'ALTER TYPE tag SET (TYPMOD_OUT = tag_modifier_out)',
    analyze: 'ALTER TYPE tag SET (ANALYZE = array_typanalyze)',
    subscript: 'ALTER TYPE tag SET (SUBSCRIPT = raw_array_subscript_handler)',
    storage: 'ALTER TYPE tag SET (STORAGE = main)',
    owner: 'ALTER TYPE tag OWNER TO keeper',
    grants: 'REVOKE USAGE ON TYPE tag FROM PUBLIC',
    comment: "COMMENT ON TYPE tag IS 'x'",
    drop: 'ALTER TYPE tag SET SCHEMA barn',
  }),
  ...of('enum', {
    labels: "ALTER TYPE shade ADD VALUE 'grey' BEFORE 'dark'",
    owner: 'ALTER TYPE shade OWNER TO keeper',
    grants: 'GRANT USAGE ON TYPE shade TO reader',
    comment: "COMMENT ON TYPE shade IS 'x'",
  }),
  ...of('composite type', {
    attributes: 'ALTER TYPE parcel ALTER ATTRIBUTE street TYPE text COLLATE "POSIX"',
    owner: 'ALTER TYPE parcel OWNER TO keeper',
    grants: 'GRANT USAGE ON TYPE parcel TO reader',
    comment: "COMMENT ON TYPE parcel IS 'x'",
  }),
  { kind: 'composite type', attribute: 'attributes', sql: "COMMENT ON COLUMN parcel.street IS 'x'" },
  { kind: 'composite type', attribute: 'attributes', sql: 'ALTER TYPE parcel RENAME ATTRIBUTE street TO road' },
  ...of('domain', {
    default: 'ALTER DOMAIN weight SET DEFAULT 2',
    notNull: 'ALTER DOMAIN weight SET NOT NULL',
    owner: 'ALTER DOMAIN weight OWNER TO keeper',
    grants: 'GRANT USAGE ON DOMAIN weight TO reader',
    comment: "COMMENT ON DOMAIN weight IS 'x'",
  }),
  ...of(
    'domain',
    {
      notNullName: 'ALTER DOMAIN height RENAME CONSTRAINT height_not_null TO given',
      notNullComment: "COMMENT ON CONSTRAINT height_not_null ON DOMAIN height IS 'x'",
    },
    17,
  ),
  ...of('domain constraint', {
    validated: 'ALTER DOMAIN weight VALIDATE CONSTRAINT light',
    comment: "COMMENT ON CONSTRAINT heavy ON DOMAIN weight IS 'x'",
    create: 'ALTER DOMAIN weight RENAME CONSTRAINT heavy TO positive',
  }),
  ...of('range', {
    multirange: 'ALTER TYPE seasons_multirange RENAME TO years',
    owner: 'ALTER TYPE seasons OWNER TO keeper',
    grants: 'GRANT USAGE ON TYPE seasons TO reader',
    comment: "COMMENT ON TYPE seasons IS 'x'",
  }),
  ...of('range constructor', {
    owner: 'ALTER FUNCTION seasons(date, date) OWNER TO keeper',
    grants: 'REVOKE EXECUTE ON FUNCTION seasons(date, date) FROM PUBLIC',
    comment: "COMMENT ON FUNCTION seasons(date, date) IS 'x'",
  }),
];

const ROUTINES: readonly Alteration[] = [
  ...['COST 7', 'STRICT', 'STABLE', 'LEAKPROOF', 'PARALLEL SAFE', 'SECURITY DEFINER', "SET work_mem = '1MB'"].map(
    (change) => ({ kind: 'function', attribute: 'definition', sql: `ALTER FUNCTION area(integer, integer) ${change}` }),
  ),
  ...of('function', {
    names:
      'CREATE OR REPLACE FUNCTION tag_in(text cstring) RETURNS tag LANGUAGE internal IMMUTABLE STRICT AS $$textin$$',
    defaults:
      'CREATE OR REPLACE FUNCTION area(width integer, height integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE RETURN width * height',
    owner: 'ALTER FUNCTION area(integer, integer) OWNER TO keeper',
    grants: 'REVOKE EXECUTE ON FUNCTION area(integer, integer) FROM PUBLIC',
    comment: "COMMENT ON FUNCTION area(integer, integer) IS 'x'",
    create: 'ALTER FUNCTION area(integer, integer) RENAME TO surface',
  }),
  ...of('procedure', {
    definition: 'ALTER PROCEDURE sweep SECURITY DEFINER',
    defaults: "CREATE OR REPLACE PROCEDURE sweep(room text DEFAULT 'a') LANGUAGE plpgsql AS 'BEGIN NULL; END'",
    owner: 'ALTER PROCEDURE sweep OWNER TO keeper',
    grants: 'GRANT EXECUTE ON PROCEDURE sweep TO reader',
    comment: "COMMENT ON PROCEDURE sweep IS 'x'",
  }),
  ...of('aggregate', {
    parts: 'CREATE OR REPLACE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = 0)',
    owner: 'ALTER AGGREGATE total(integer) OWNER TO keeper',
    grants: 'REVOKE EXECUTE ON FUNCTION total(integer) FROM PUBLIC',
    comment: "COMMENT ON AGGREGATE total(integer) IS 'x'",
  }),
  ...of('language', {
    trusted: 'CREATE OR REPLACE TRUSTED LANGUAGE dialect HANDLER speak',
    inline: 'CREATE OR REPLACE LANGUAGE dialect HANDLER speak INLINE say',
    validator: 'CREATE OR REPLACE LANGUAGE dialect HANDLER speak VALIDATOR listen',
    handler: 'CREATE OR REPLACE LANGUAGE dialect HANDLER plpgsql_call_handler',
    owner: 'ALTER LANGUAGE dialect OWNER TO keeper',
    grants: 'CREATE OR REPLACE TRUSTED LANGUAGE dialect HANDLER speak; GRANT USAGE ON LANGUAGE dialect TO reader',
    comment: "COMMENT ON LANGUAGE dialect IS 'x'",
  }),
  ...of('cast', { comment: "COMMENT ON CAST (shade AS tag) IS 'x'" }),
  ...of('transform', {
    fromSql:
      'CREATE OR REPLACE TRANSFORM FOR parcel LANGUAGE plpgsql (FROM SQL WITH FUNCTION pg_catalog.interval_support(internal))',
    toSql:
      'CREATE OR REPLACE TRANSFORM FOR parcel LANGUAGE plpgsql (FROM SQL WITH FUNCTION pg_catalog.varchar_support(internal), TO SQL WITH FUNCTION to_parcel(internal))',
    comment: "COMMENT ON TRANSFORM FOR parcel LANGUAGE plpgsql IS 'x'",
  }),
  ...of('conversion', {
    owner: 'ALTER CONVERSION letters OWNER TO keeper',
    comment: "COMMENT ON CONVERSION letters IS 'x'",
  }),
  ...of('access method', { comment: "COMMENT ON ACCESS METHOD shelf IS 'x'" }),
];

const OPERATORS: readonly Alteration[] = [
  ...of('operator', {
    restrict: 'ALTER OPERATOR ~== (integer, bigint) SET (RESTRICT = eqsel)',
    join: 'ALTER OPERATOR ~== (integer, bigint) SET (JOIN = eqjoinsel)',
    owner: 'ALTER OPERATOR ~== (integer, bigint) OWNER TO keeper',
    comment: "COMMENT ON OPERATOR ~== (integer, bigint) IS 'x'",
    drop: 'ALTER OPERATOR ~== (integer, bigint) SET SCHEMA barn',
  }),
  ...of(
    'operator',
    {
      commutator: 'ALTER OPERATOR ~== (integer, bigint) SET (COMMUTATOR = ~==)',
      negator: 'ALTER OPERATOR ~== (integer, bigint) SET (NEGATOR = !~==)',
      hashes: 'ALTER OPERATOR ~== (integer, bigint) SET (HASHES)',
      merges: 'ALTER OPERATOR ~== (integer, bigint) SET (MERGES)',
    },
    17,
  ),
  ...of('operator family', {
    owner: 'ALTER OPERATOR FAMILY whole USING btree OWNER TO keeper',
    comment: "COMMENT ON OPERATOR FAMILY whole USING btree IS 'x'",
    create: 'ALTER OPERATOR FAMILY whole USING btree RENAME TO entire',
  }),
  ...of('operator of access method', {
    drop: 'ALTER OPERATOR FAMILY whole USING btree DROP OPERATOR 3 (integer, bigint)',
    create: 'ALTER OPERATOR FAMILY whole USING btree ADD OPERATOR 2 <= (integer, bigint)',
  }),
  ...of('function of access method', {
    drop: 'ALTER OPERATOR FAMILY whole USING btree DROP FUNCTION 1 (integer, bigint)',
    create: 'ALTER OPERATOR FAMILY whole USING btree ADD FUNCTION 1 (bigint, integer) btint84cmp(bigint, integer)',
  }),
  ...of('operator class', {
    members: 'ALTER OPERATOR FAMILY whole USING btree ADD OPERATOR 2 <= (integer, integer)',
    owner: 'ALTER OPERATOR CLASS whole USING btree OWNER TO keeper',
    comment: "COMMENT ON OPERATOR CLASS whole USING btree IS 'x'",
    drop: 'ALTER OPERATOR CLASS whole USING btree RENAME TO entire',
  }),
  ...of('text search parser', { comment: "COMMENT ON TEXT SEARCH PARSER words IS 'x'" }),
  ...of('text search template', { comment: "COMMENT ON TEXT SEARCH TEMPLATE simply IS 'x'" }),
  ...of('text search dictionary', {
    options: 'ALTER TEXT SEARCH DICTIONARY plain (accept = true)',
    owner: 'ALTER TEXT SEARCH DICTIONARY plain OWNER TO keeper',
    comment: "COMMENT ON TEXT SEARCH DICTIONARY plain IS 'x'",
  }),
  ...of('text search configuration', {
    mappings: 'ALTER TEXT SEARCH CONFIGURATION search ADD MAPPING FOR int WITH plain, simple',
    owner: 'ALTER TEXT SEARCH CONFIGURATION search OWNER TO keeper',
    comment: "COMMENT ON TEXT SEARCH CONFIGURATION search IS 'x'",
  }),
];

const ELSEWHERE: readonly Alteration[] = [
  ...of('schema', {
    owner: 'ALTER SCHEMA barn OWNER TO keeper',
    grants: 'GRANT USAGE ON SCHEMA barn TO reader',
    comment: "COMMENT ON SCHEMA barn IS 'x'",
    create: 'ALTER SCHEMA barn RENAME TO shed',
  }),
  ...of('extension', {
    schema: 'ALTER EXTENSION citext SET SCHEMA farm',
    version: 'ALTER EXTENSION citext UPDATE',
    comment: "COMMENT ON EXTENSION citext IS 'x'",
  }),
  ...of('extension dependency', {
    drop: 'ALTER INDEX animals_born NO DEPENDS ON EXTENSION citext',
    create: 'ALTER FUNCTION area(integer, integer) DEPENDS ON EXTENSION citext',
  }),
  ...of('extension member privileges', {
    privileges: 'GRANT EXECUTE ON FUNCTION barn.citext_eq(barn.citext, barn.citext) TO reader',
    create: 'REVOKE USAGE ON TYPE barn.citext FROM PUBLIC',
  }),
  ...of('default privileges', {
    privileges: 'ALTER DEFAULT PRIVILEGES IN SCHEMA farm GRANT INSERT ON TABLES TO reader',
    create: 'ALTER DEFAULT PRIVILEGES FOR ROLE keeper REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC',
  }),
  ...of('foreign-data wrapper', {
    handler: 'ALTER FOREIGN DATA WRAPPER ferry HANDLER ferry',
    validator: 'ALTER FOREIGN DATA WRAPPER ferry VALIDATOR ferry_options',
    options: "ALTER FOREIGN DATA WRAPPER ferry OPTIONS (SET debug 'false')",
    owner: 'ALTER FOREIGN DATA WRAPPER ferry OWNER TO mason',
    grants: 'GRANT USAGE ON FOREIGN DATA WRAPPER ferry TO reader',
    comment: "COMMENT ON FOREIGN DATA WRAPPER ferry IS 'x'",
  }),
  ...of('server', {
    version: "ALTER SERVER delta VERSION '2'",
    options: "ALTER SERVER delta OPTIONS (SET host 'b')",
    owner: 'ALTER SERVER delta OWNER TO mason',
    grants: 'GRANT USAGE ON FOREIGN SERVER delta TO reader',
    comment: "COMMENT ON SERVER delta IS 'x'",
  }),
  ...of('user mapping', { options: "ALTER USER MAPPING FOR PUBLIC SERVER delta OPTIONS (ADD password 'y')" }),
  ...of('foreign table', {
    options: "ALTER FOREIGN TABLE ships OPTIONS (SET path '/b')",
    columns: 'ALTER FOREIGN TABLE ships ADD COLUMN built date',
    owner: 'ALTER FOREIGN TABLE ships OWNER TO keeper',
    grants: 'GRANT SELECT ON ships TO reader',
    comment: "COMMENT ON FOREIGN TABLE ships IS 'x'",
  }),
  ...of('event trigger', {
    firing: 'ALTER EVENT TRIGGER commands ENABLE ALWAYS',
    owner: 'ALTER EVENT TRIGGER commands OWNER TO mason',
    comment: "COMMENT ON EVENT TRIGGER commands IS 'x'",
    create: 'ALTER EVENT TRIGGER commands RENAME TO orders',
  }),
  ...of('publication', {
    publish: "ALTER PUBLICATION news SET (publish = 'insert, truncate')",
    viaRoot: 'ALTER PUBLICATION news SET (publish_via_partition_root)',
    owner: 'ALTER PUBLICATION news OWNER TO mason',
    comment: "COMMENT ON PUBLICATION news IS 'x'",
  }),
  ...of('publication', { generated: 'ALTER PUBLICATION news SET (publish_generated_columns = stored)' }, 18),
  ...of('publication table', {
    create: 'ALTER PUBLICATION news ADD TABLE visits',
  }),
  ...of(
    'publication table',
    { filter: 'ALTER PUBLICATION news SET TABLE stalls WHERE (number > 2), TABLES IN SCHEMA barn' },
    15,
  ),
  ...of('publication schema', { drop: 'ALTER PUBLICATION news DROP TABLES IN SCHEMA barn' }, 15),
  ...of('subscription', { disableOnError: 'ALTER SUBSCRIPTION ducks SET (disable_on_error)' }, 15),
  ...of('subscription', {
    connection: "ALTER SUBSCRIPTION ducks CONNECTION 'host=b'",
    publications: 'ALTER SUBSCRIPTION ducks SET PUBLICATION geese WITH (refresh = false)',
    slot: 'ALTER SUBSCRIPTION ducks SET (slot_name = pond)',
    enabled: 'ALTER SUBSCRIPTION ducks SET (slot_name = pond); ALTER SUBSCRIPTION ducks ENABLE',
    binary: 'ALTER SUBSCRIPTION ducks SET (binary)',
    streaming: 'ALTER SUBSCRIPTION ducks SET (streaming = on)',
    synchronousCommit: 'ALTER SUBSCRIPTION ducks SET (synchronous_commit = on)',
    owner: 'ALTER SUBSCRIPTION ducks OWNER TO mason',
    comment: "COMMENT ON SUBSCRIPTION ducks IS 'x'",
  }),
  ...of(
    'subscription',
    {
      passwordRequired: 'ALTER SUBSCRIPTION ducks SET (password_required = false)',
      runAsOwner: 'ALTER SUBSCRIPTION ducks SET (run_as_owner)',
      origin: 'ALTER SUBSCRIPTION ducks SET (origin = none)',
    },
    16,
  ),
];

const AROUND: readonly Alteration[] = [
  ...of('role', {
    superuser: 'ALTER ROLE foreman SUPERUSER',
    inherit: 'ALTER ROLE foreman NOINHERIT',
    createRole: 'ALTER ROLE foreman CREATEROLE',
    createDatabase: 'ALTER ROLE foreman CREATEDB',
    login: 'ALTER ROLE foreman LOGIN',
    replication: 'ALTER ROLE foreman REPLICATION',
    bypassRowSecurity: 'ALTER ROLE foreman BYPASSRLS',
    connectionLimit: 'ALTER ROLE foreman CONNECTION LIMIT 3',
    validUntil: "ALTER ROLE foreman VALID UNTIL '2030-01-01'",
    comment: "COMMENT ON ROLE foreman IS 'x'",
  }),
  ...of('role membership', { admin: 'GRANT foreman TO keeper WITH ADMIN OPTION', drop: 'REVOKE foreman FROM keeper' }),
  ...of(
    'role membership',
    {
      inherit: 'GRANT foreman TO keeper WITH INHERIT FALSE',
      set: 'GRANT foreman TO keeper WITH SET FALSE',
    },
    16,
  ),
  ...of('database comment', { text: "COMMENT ON DATABASE this_database IS 'x'" }),
  ...of('database privileges', { privileges: 'REVOKE TEMPORARY ON DATABASE this_database FROM PUBLIC' }),
  ...of('database setting', {
    value: "ALTER DATABASE this_database SET work_mem = '7MB'",
    create: "ALTER DATABASE this_database SET lock_timeout = '1s'",
  }),
  ...of('role setting', {
    value: "ALTER ROLE foreman IN DATABASE this_database SET work_mem = '7MB'",
    create: "ALTER ROLE foreman SET work_mem = '7MB'",
  }),
  ...of(
    'parameter privileges',
    {
      privileges: 'GRANT ALTER SYSTEM ON PARAMETER work_mem TO reader',
      create: 'GRANT SET ON PARAMETER log_statement TO reader',
    },
    15,
  ),
  ...of('security label', {
    label: "SET LOCAL allow_system_table_mods = on; UPDATE pg_catalog.pg_seclabel SET label = 'secret'",
  }),
];

export const ALTERATIONS: readonly Alteration[] = [...TYPES, ...ROUTINES, ...OPERATORS, ...ELSEWHERE, ...AROUND];
