-- Alters composite type public.shelf_mark.
-- Loses attribute side of stored public.shelf_mark values.
-- Hazard D102, blocking: drops attribute side of type public.shelf_mark.
ALTER TYPE public.shelf_mark DROP ATTRIBUTE side;
