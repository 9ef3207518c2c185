-- Alters composite type public.shelf_mark.
ALTER TYPE public.shelf_mark ALTER ATTRIBUTE room TYPE character varying(10);

-- Alters composite type public.shelf_mark.
ALTER TYPE public.shelf_mark ALTER ATTRIBUTE shelf TYPE smallint;
