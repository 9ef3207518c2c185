-- The function or the context of a cast changes: it is made anew. Views that it once led to a function stay.
CREATE TYPE amount AS (units bigint);
CREATE FUNCTION to_amount(bigint) RETURNS amount LANGUAGE sql IMMUTABLE RETURN ROW($1)::amount;
CREATE FUNCTION "Text to amount"(text) RETURNS amount LANGUAGE sql IMMUTABLE RETURN ROW($1::bigint)::amount;
CREATE CAST (bigint AS amount) WITH FUNCTION to_amount(bigint) AS ASSIGNMENT;
CREATE CAST (text AS amount) WITH FUNCTION "Text to amount"(text);
COMMENT ON CAST (bigint AS amount) IS 'Units';
CREATE VIEW amounts AS SELECT 1::bigint::amount AS one;
