-- A procedure is made with its comment and its privileges.
CREATE TABLE loans (id bigint PRIMARY KEY, back boolean);
CREATE PROCEDURE return_all(INOUT n integer) LANGUAGE sql AS $$ UPDATE loans SET back = true RETURNING n $$;
COMMENT ON PROCEDURE return_all IS 'Every evening';
REVOKE EXECUTE ON PROCEDURE return_all FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE return_all TO writer;
