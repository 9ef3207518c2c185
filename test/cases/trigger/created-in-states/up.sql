-- Undo: lossless

-- Creates table public.events.
CREATE TABLE public.events (
    kind integer
)
PARTITION BY LIST (kind);

-- Creates table public.events_1.
CREATE TABLE public.events_1
    PARTITION OF public.events FOR VALUES IN (1);

-- Creates trigger noted ON public.events.
CREATE TRIGGER noted BEFORE INSERT ON public.events FOR EACH ROW EXECUTE FUNCTION public.note();

-- Sets properties of trigger noted ON public.events that its CREATE statement can't set.
ALTER TABLE public.events ENABLE ALWAYS TRIGGER noted;

-- Sets properties of trigger noted ON public.events_1 that its CREATE statement can't set.
ALTER TABLE public.events_1 DISABLE TRIGGER noted;

-- Sets the comment of trigger noted ON public.events_1.
COMMENT ON TRIGGER noted ON public.events_1 IS 'off until summer';

-- Creates table public.old_1.
CREATE TABLE public.old_1 (
    kind integer
);

-- Attaches partition public.old_1 to public.old.
ALTER TABLE public.old ATTACH PARTITION public.old_1 FOR VALUES IN (1);

-- Sets properties of trigger noted ON public.old_1 that its CREATE statement can't set.
ALTER TABLE public.old_1 ENABLE TRIGGER noted;
