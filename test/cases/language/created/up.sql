-- Undo: lossless

-- Creates function public.handle().
CREATE FUNCTION public.handle()
 RETURNS language_handler
 LANGUAGE c
AS '$libdir/plpgsql', $function$plpgsql_call_handler$function$;

-- Creates language plduck.
-- Hazard S508: every role with USAGE on language plduck may create functions in it.
CREATE TRUSTED LANGUAGE plduck HANDLER public.handle INLINE pg_catalog.plpgsql_inline_handler VALIDATOR pg_catalog.plpgsql_validator;

-- Changes the owner of language plduck to keeper.
ALTER LANGUAGE plduck OWNER TO keeper;

-- Changes privileges on language plduck.
REVOKE USAGE ON LANGUAGE plduck FROM PUBLIC;

-- Changes privileges on language plduck.
GRANT USAGE ON LANGUAGE plduck TO writer;

-- Sets the comment of language plduck.
COMMENT ON LANGUAGE plduck IS 'quacks';

-- Creates language plgoose.
CREATE LANGUAGE plgoose HANDLER pg_catalog.plpgsql_call_handler;

-- Creates function public.one().
CREATE FUNCTION public.one()
 RETURNS integer
 LANGUAGE plduck
AS $function$BEGIN RETURN 1; END$function$;
