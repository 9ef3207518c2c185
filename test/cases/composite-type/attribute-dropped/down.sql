-- Alters composite type public.shelf_mark.
ALTER TYPE public.shelf_mark ADD ATTRIBUTE side text;
