-- Makes typed table public.marks independent of composite type public.shelf_mark.
-- Locks public.marks (ACCESS EXCLUSIVE).
ALTER TABLE public.marks NOT OF;
