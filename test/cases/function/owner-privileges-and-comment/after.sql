-- Who owns it, who may call it, what is said of it.
CREATE FUNCTION area(width integer, height integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN width * height;
ALTER FUNCTION area(integer, integer) OWNER TO keeper;
REVOKE EXECUTE ON FUNCTION area(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION area(integer, integer) TO reader;
COMMENT ON FUNCTION area(integer, integer) IS 'Of a rectangle';
