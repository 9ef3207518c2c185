-- Undo: lossless

-- Ends the inheritance of public.maps from public.items.
-- Locks public.maps (ACCESS EXCLUSIVE).
ALTER TABLE public.maps NO INHERIT public.items;
