CREATE SCHEMA app;
CREATE OPERATOR FAMILY app.numbers USING btree;
CREATE FUNCTION app.compare(integer, bigint) RETURNS integer LANGUAGE sql IMMUTABLE RETURN btint48cmp($1, $2);
ALTER OPERATOR FAMILY app.numbers USING btree ADD FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
