-- Undo: lossless

-- Alters trigger a ON public.loans.
-- Locks public.loans (SHARE ROW EXCLUSIVE).
ALTER TABLE public.loans ENABLE ALWAYS TRIGGER a;

-- Alters trigger b ON public.loans.
-- Locks public.loans (SHARE ROW EXCLUSIVE).
ALTER TABLE public.loans ENABLE TRIGGER b;
