-- Creates function public.check_options(text[], oid).
CREATE FUNCTION public.check_options(text[], oid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$ BEGIN END $function$;

-- Creates foreign-data wrapper books.
CREATE FOREIGN DATA WRAPPER books VALIDATOR public.check_options;

-- Creates server branch.
CREATE SERVER branch FOREIGN DATA WRAPPER books;
