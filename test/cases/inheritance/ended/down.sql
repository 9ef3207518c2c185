-- Makes public.maps inherit from public.items.
-- Locks public.maps (ACCESS EXCLUSIVE).
ALTER TABLE public.maps INHERIT public.items;
