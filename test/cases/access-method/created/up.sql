-- Undo: lossless

-- Creates access method "Tree".
CREATE ACCESS METHOD "Tree" TYPE INDEX HANDLER pg_catalog.bthandler;

-- Creates function public.heap_again(internal).
CREATE FUNCTION public.heap_again(internal)
 RETURNS table_am_handler
 LANGUAGE internal
AS $function$heap_tableam_handler$function$;

-- Creates access method heap_two.
CREATE ACCESS METHOD heap_two TYPE TABLE HANDLER public.heap_again;

-- Sets the comment of access method heap_two.
COMMENT ON ACCESS METHOD heap_two IS 'the same';

-- Creates table public.ducks.
CREATE TABLE public.ducks (
    id bigint
)
USING heap_two;
