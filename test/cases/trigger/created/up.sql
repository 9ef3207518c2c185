-- Undo: lossless

-- Creates function public.note().
CREATE FUNCTION public.note()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEW; END $function$;

-- Creates trigger note_all ON public.loans.
-- Locks public.loans (SHARE ROW EXCLUSIVE).
CREATE TRIGGER note_all AFTER INSERT ON public.loans REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION public.note();

-- Creates trigger note_days ON public.loans.
-- Locks public.loans (SHARE ROW EXCLUSIVE).
CREATE TRIGGER note_days BEFORE UPDATE OF days ON public.loans FOR EACH ROW WHEN ((old.days <> new.days)) EXECUTE FUNCTION public.note('days');

-- Sets the comment of trigger note_days ON public.loans.
COMMENT ON TRIGGER note_days ON public.loans IS 'For the log';
