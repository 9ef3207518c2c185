CREATE FUNCTION near(integer, bigint) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1 = $2;
CREATE OPERATOR ~== (LEFTARG = integer, RIGHTARG = bigint, FUNCTION = near);
CREATE OPERATOR FAMILY numbers USING btree;
ALTER OPERATOR FAMILY numbers USING btree ADD OPERATOR 3 = (integer, bigint);
