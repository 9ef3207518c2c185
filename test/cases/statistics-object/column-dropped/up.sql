-- Undo: loses data:
--   the values of public.places.city

-- Drops statistics object public."odd ON names".
DROP STATISTICS public."odd ON names";

-- Drops statistics object public.where_it_is.
DROP STATISTICS public.where_it_is;

-- Drops table column public.places.city.
-- Locks public.places (ACCESS EXCLUSIVE). Loses the values of public.places.city.
-- Hazard D102, blocking: drops column public.places.city with its values.
ALTER TABLE public.places DROP COLUMN city;
