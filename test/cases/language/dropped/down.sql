-- Creates function public.handle().
CREATE FUNCTION public.handle()
 RETURNS language_handler
 LANGUAGE c
AS '$libdir/plpgsql', $function$plpgsql_call_handler$function$;

-- Drops schema pond.
-- Hazard D103: drops schema pond.
DROP SCHEMA pond;

-- Creates language plduck.
CREATE LANGUAGE plduck HANDLER public.handle;

-- Creates function public.one().
CREATE FUNCTION public.one()
 RETURNS integer
 LANGUAGE plduck
AS $function$BEGIN RETURN 1; END$function$;
