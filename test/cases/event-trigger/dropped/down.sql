-- Creates function public.watch().
CREATE FUNCTION public.watch()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE DEBUG '%', tg_tag; END $function$;

-- Creates event trigger a.
-- Hazard C407: runs event trigger a before a table is rewritten by any command.
CREATE EVENT TRIGGER a ON table_rewrite
    EXECUTE FUNCTION public.watch();
