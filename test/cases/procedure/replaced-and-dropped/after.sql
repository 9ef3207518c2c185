-- A procedure's body is replaced in place; another goes.
CREATE PROCEDURE tidy() LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'tidy'; END $$;
ALTER PROCEDURE tidy() OWNER TO keeper;
