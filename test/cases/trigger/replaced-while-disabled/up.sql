-- Undo: lossless

-- Alters trigger noted ON public.events.
-- Locks public.events (SHARE ROW EXCLUSIVE).
CREATE OR REPLACE TRIGGER noted BEFORE UPDATE ON public.events FOR EACH ROW EXECUTE FUNCTION public.note();

-- Alters trigger noted ON public.events.
-- Locks public.events (SHARE ROW EXCLUSIVE).
ALTER TABLE public.events_1 DISABLE TRIGGER noted;

-- Alters trigger noted ON public.plain.
-- Locks public.plain (SHARE ROW EXCLUSIVE).
CREATE OR REPLACE TRIGGER noted BEFORE UPDATE ON public.plain FOR EACH ROW EXECUTE FUNCTION public.note();

-- Alters trigger noted ON public.plain.
-- Locks public.plain (SHARE ROW EXCLUSIVE).
ALTER TABLE public.plain DISABLE TRIGGER noted;
