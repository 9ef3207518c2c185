-- Creates function public.note().
CREATE FUNCTION public.note()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

-- Creates trigger a ON public.loans.
-- Locks public.loans (SHARE ROW EXCLUSIVE).
CREATE TRIGGER a BEFORE INSERT ON public.loans FOR EACH ROW EXECUTE FUNCTION public.note();
