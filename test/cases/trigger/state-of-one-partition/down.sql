-- Alters trigger checked ON public.events.
-- Locks public.events (SHARE ROW EXCLUSIVE).
ALTER TABLE public.events ENABLE TRIGGER checked;

-- Alters trigger checked ON public.events.
-- Locks public.events (SHARE ROW EXCLUSIVE).
ALTER TABLE public.events_1 DISABLE TRIGGER checked;

-- Alters trigger noted ON public.events_1.
-- Locks public.events_1 (SHARE ROW EXCLUSIVE).
ALTER TABLE public.events_1 ENABLE TRIGGER noted;

-- Alters trigger noted ON public.events_2.
-- Locks public.events_2 (SHARE ROW EXCLUSIVE).
ALTER TABLE public.events_2 ENABLE TRIGGER noted;
