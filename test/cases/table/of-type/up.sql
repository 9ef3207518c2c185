-- Undo: lossless

-- Makes table public.marks a typed table of composite type public.shelf_mark.
-- Locks public.marks (ACCESS EXCLUSIVE).
ALTER TABLE public.marks OF public.shelf_mark;
