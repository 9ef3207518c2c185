-- Undo: lossless

-- Creates table column public.items.title.
-- Locks public.items, public.maps (ACCESS EXCLUSIVE).
ALTER TABLE public.items ADD COLUMN title text;

-- Creates table column public.items.year.
-- Locks public.items, public.maps (ACCESS EXCLUSIVE).
ALTER TABLE public.items ADD COLUMN year integer;
