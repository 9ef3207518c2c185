CREATE TYPE amount AS (units bigint);
CREATE FUNCTION to_amount(bigint) RETURNS amount LANGUAGE sql IMMUTABLE RETURN ROW($1)::amount;
CREATE CAST (bigint AS amount) WITH FUNCTION to_amount(bigint);
CREATE CAST (text AS amount) WITH INOUT;
COMMENT ON CAST (bigint AS amount) IS 'Cents';
CREATE VIEW amounts AS SELECT 1::bigint::amount AS one;
