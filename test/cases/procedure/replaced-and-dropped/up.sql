-- Undo: lossless

-- Drops procedure public.forget(bigint).
-- Hazard C402: callers of public.forget(bigint) fail.
DROP PROCEDURE public.forget(bigint);

-- Alters procedure public.tidy().
-- Hazard C407: changes the behavior of public.tidy().
CREATE OR REPLACE PROCEDURE public.tidy()
 LANGUAGE plpgsql
AS $procedure$ BEGIN RAISE NOTICE 'tidy'; END $procedure$;

-- Changes the owner of procedure public.tidy() to keeper.
-- Hazard S504: changes the owner of procedure public.tidy() to keeper.
ALTER PROCEDURE public.tidy() OWNER TO keeper;
