-- A function that returns another type is made anew with its privileges.
CREATE FUNCTION shelf_count() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT 1 $$;
REVOKE EXECUTE ON FUNCTION shelf_count() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION shelf_count() TO reader;
