-- Undo: lossless

-- Creates trigger noted ON public.visits.
-- Locks public.visits (SHARE ROW EXCLUSIVE).
CREATE TRIGGER noted AFTER INSERT ON public.visits FOR EACH ROW EXECUTE FUNCTION public.note();
