-- Undo: lossless

-- Removes table public.maps from the children of table public.items.
-- Locks public.maps (ACCESS EXCLUSIVE).
ALTER TABLE public.maps NO INHERIT public.items;
