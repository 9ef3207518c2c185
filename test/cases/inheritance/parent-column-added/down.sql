-- Drops table column public.items.title.
-- Locks public.items, public.maps (ACCESS EXCLUSIVE). Loses the values of public.items.title.
-- Hazard D102, blocking: drops column public.items.title with its values.
ALTER TABLE public.items DROP COLUMN title;

-- Drops table column public.items.year.
-- Locks public.items, public.maps (ACCESS EXCLUSIVE). Loses the values of public.items.year.
-- Hazard D102, blocking: drops column public.items.year with its values.
ALTER TABLE public.items DROP COLUMN year;
