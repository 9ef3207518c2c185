-- Frees the columns of public.marks from type public.shelf_mark.
-- Locks public.marks (ACCESS EXCLUSIVE).
ALTER TABLE public.marks NOT OF;
