-- Alters table public.marks.
-- Locks public.marks (ACCESS EXCLUSIVE).
ALTER TABLE public.marks NOT OF;
