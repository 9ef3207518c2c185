-- Creates procedure public.forget(bigint).
CREATE PROCEDURE public.forget(IN member bigint)
 LANGUAGE plpgsql
AS $procedure$ BEGIN NULL; END $procedure$;

-- Alters procedure public.tidy().
-- Hazard C407: changes the behavior of public.tidy().
CREATE OR REPLACE PROCEDURE public.tidy()
 LANGUAGE plpgsql
AS $procedure$ BEGIN NULL; END $procedure$;

-- Changes the owner of procedure public.tidy() to postgres.
-- Hazard S504: changes the owner of procedure public.tidy() to postgres.
ALTER PROCEDURE public.tidy() OWNER TO postgres;
