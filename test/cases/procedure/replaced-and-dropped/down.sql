-- Creates procedure public.forget(bigint).
CREATE PROCEDURE public.forget(IN member bigint)
 LANGUAGE plpgsql
AS $procedure$ BEGIN NULL; END $procedure$;

-- Alters procedure public.tidy().
-- Hazard C407: public.tidy() behaves differently.
CREATE OR REPLACE PROCEDURE public.tidy()
 LANGUAGE plpgsql
AS $procedure$ BEGIN NULL; END $procedure$;

-- Gives public.tidy() to postgres.
-- Hazard S504: postgres owns public.tidy().
ALTER PROCEDURE public.tidy() OWNER TO postgres;
