-- Undo: lossless

-- Makes the columns of public.marks those of type public.shelf_mark.
-- Locks public.marks (ACCESS EXCLUSIVE).
ALTER TABLE public.marks OF public.shelf_mark;
