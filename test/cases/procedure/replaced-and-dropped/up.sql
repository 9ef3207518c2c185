-- Undo: lossless

-- Drops procedure public.forget(bigint).
-- Hazard C402: callers of public.forget(bigint) fail.
DROP PROCEDURE public.forget(bigint);

-- Alters procedure public.tidy().
-- Hazard C407: public.tidy() behaves differently.
CREATE OR REPLACE PROCEDURE public.tidy()
 LANGUAGE plpgsql
AS $procedure$ BEGIN RAISE NOTICE 'tidy'; END $procedure$;

-- Gives public.tidy() to keeper.
-- Hazard S504: keeper owns public.tidy().
ALTER PROCEDURE public.tidy() OWNER TO keeper;
