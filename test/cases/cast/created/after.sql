-- Casts with a function, by text and without any come after their types and functions.
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TYPE feeling AS ENUM ('glad', 'sad');
CREATE TYPE amount AS (units bigint);
CREATE TYPE sum AS (units bigint);
CREATE FUNCTION to_amount(bigint) RETURNS amount LANGUAGE sql IMMUTABLE RETURN ROW($1)::amount;
CREATE FUNCTION to_units(amount, integer, boolean) RETURNS bigint LANGUAGE sql IMMUTABLE RETURN ($1).units;
CREATE CAST (bigint AS amount) WITH FUNCTION to_amount(bigint);
CREATE CAST (amount AS bigint) WITH FUNCTION to_units(amount, integer, boolean) AS ASSIGNMENT;
CREATE CAST (mood AS feeling) WITH INOUT AS IMPLICIT;
COMMENT ON CAST (mood AS feeling) IS 'They have the same labels';
