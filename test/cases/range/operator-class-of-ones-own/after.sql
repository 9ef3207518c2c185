-- A range comes after the operator class that orders its subtype.
CREATE TYPE app.fall AS RANGE (SUBTYPE = integer, SUBTYPE_OPCLASS = app.falling);
CREATE OPERATOR CLASS app.falling FOR TYPE integer USING btree AS
    OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 app.backwards(integer, integer);
CREATE FUNCTION app.backwards(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN btint4cmp($2, $1);
CREATE SCHEMA app;
