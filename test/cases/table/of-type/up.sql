-- Undo: lossless

-- Alters table public.marks.
-- Locks public.marks (ACCESS EXCLUSIVE).
ALTER TABLE public.marks OF public.shelf_mark;
