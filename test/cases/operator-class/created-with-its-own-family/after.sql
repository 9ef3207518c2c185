-- A class without a family gets one of its name.
CREATE SCHEMA app;
CREATE FUNCTION app.backwards(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN btint4cmp($2, $1);
CREATE OPERATOR CLASS app.falling FOR TYPE integer USING btree AS
    OPERATOR 1 >, OPERATOR 2 >=, OPERATOR 3 =, OPERATOR 4 <=, OPERATOR 5 <, FUNCTION 1 app.backwards(integer, integer);
COMMENT ON OPERATOR CLASS app.falling USING btree IS 'The largest first';
ALTER OPERATOR CLASS app.falling USING btree OWNER TO keeper;
CREATE TABLE app.marks (id bigint PRIMARY KEY, mark integer);
CREATE INDEX marks_falling ON app.marks (mark app.falling);
