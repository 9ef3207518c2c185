-- Creates table column public.places.city.
-- Locks public.places (ACCESS EXCLUSIVE).
ALTER TABLE public.places ADD COLUMN city text;

-- Creates statistics object public."odd ON names".
CREATE STATISTICS public."odd ON names" (dependencies) ON country, zip FROM public.places;

-- Creates statistics object public.where_it_is.
CREATE STATISTICS public.where_it_is ON city, zip, lower(country) FROM public.places;
