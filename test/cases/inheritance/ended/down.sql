-- Adds table public.maps as a child of table public.items.
-- Locks public.maps (ACCESS EXCLUSIVE).
ALTER TABLE public.maps INHERIT public.items;
