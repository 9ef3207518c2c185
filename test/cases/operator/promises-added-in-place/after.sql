-- Since PostgreSQL 17 partners, hashing and merging are added in place; they are taken back by making the operator anew.
CREATE SCHEMA app;
CREATE FUNCTION app.same(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 = $2;
CREATE FUNCTION app.other(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 <> $2;
CREATE OPERATOR app.== (
    FUNCTION = app.same, LEFTARG = integer, RIGHTARG = integer, COMMUTATOR = OPERATOR(app.==), NEGATOR = OPERATOR(app.!==),
    HASHES, MERGES
);
CREATE OPERATOR app.!== (FUNCTION = app.other, LEFTARG = integer, RIGHTARG = integer, NEGATOR = OPERATOR(app.==));
CREATE VIEW app.checked AS SELECT 1 OPERATOR(app.==) 2 AS same;
