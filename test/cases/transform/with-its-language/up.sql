-- Undo: lossless

-- Creates enum public.plumage.
CREATE TYPE public.plumage AS ENUM (
    'grey'
);

-- Creates domain public.weight.
CREATE DOMAIN public.weight AS numeric
    CONSTRAINT weight_check CHECK ((VALUE > (0)::numeric));

-- Creates function public.handle().
CREATE FUNCTION public.handle()
 RETURNS language_handler
 LANGUAGE c
AS '$libdir/plpgsql', $function$plpgsql_call_handler$function$;

-- Creates function public.to_duck(internal).
CREATE FUNCTION public.to_duck(internal)
 RETURNS internal
 LANGUAGE internal
 IMMUTABLE
AS $function$prsd_lextype$function$;

-- Creates language plduck.
CREATE LANGUAGE plduck HANDLER public.handle;

-- Creates transform FOR public.plumage LANGUAGE plduck.
CREATE TRANSFORM FOR public.plumage LANGUAGE plduck (FROM SQL WITH FUNCTION public.to_duck(internal));
