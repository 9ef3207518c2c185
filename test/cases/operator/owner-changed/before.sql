CREATE FUNCTION same_sign(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN sign($1) = sign($2);
CREATE OPERATOR ~== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same_sign);
