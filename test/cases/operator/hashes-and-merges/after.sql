-- An equality that hashes and merges.
CREATE SCHEMA app;
CREATE TYPE app.size AS ENUM ('s', 'm', 'l');
CREATE FUNCTION app.same(app.size, app.size) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'enum_eq';
CREATE OPERATOR app.== (
    FUNCTION = app.same, LEFTARG = app.size, RIGHTARG = app.size, COMMUTATOR = OPERATOR(app.==),
    RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
