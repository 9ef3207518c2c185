-- Two classes change which is the default.
CREATE SCHEMA app;
CREATE TYPE app.size AS ENUM ('s', 'm', 'l');
CREATE OPERATOR FAMILY app.sizes USING hash;
CREATE OPERATOR FAMILY app.more_sizes USING hash;
CREATE FUNCTION app.hash(app.size) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'hashenum';
CREATE FUNCTION app.same(app.size, app.size) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'enum_eq';
CREATE OPERATOR app.== (FUNCTION = app.same, LEFTARG = app.size, RIGHTARG = app.size, COMMUTATOR = OPERATOR(app.==), HASHES);
CREATE OPERATOR CLASS app.one FOR TYPE app.size USING hash FAMILY app.sizes AS
    OPERATOR 1 app.==, FUNCTION 1 app.hash(app.size);
CREATE OPERATOR CLASS app.other DEFAULT FOR TYPE app.size USING hash FAMILY app.more_sizes AS
    OPERATOR 1 app.==, FUNCTION 1 app.hash(app.size);
COMMENT ON OPERATOR CLASS app.one USING hash IS 'Second';
