-- Owner, privileges and comment of a foreign table change
CREATE SCHEMA pond;
CREATE FOREIGN DATA WRAPPER ferry;
CREATE SERVER delta FOREIGN DATA WRAPPER ferry;
CREATE FOREIGN TABLE pond.ducks (id bigint, name text) SERVER delta;
ALTER FOREIGN TABLE pond.ducks OWNER TO keeper;
GRANT SELECT ON pond.ducks TO reader, PUBLIC;
GRANT INSERT (name) ON pond.ducks TO writer;
COMMENT ON FOREIGN TABLE pond.ducks IS 'new';
