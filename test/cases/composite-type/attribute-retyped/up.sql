-- Undo: lossless

-- Alters composite type public.shelf_mark.
ALTER TYPE public.shelf_mark ALTER ATTRIBUTE room TYPE text;

-- Alters composite type public.shelf_mark.
ALTER TYPE public.shelf_mark ALTER ATTRIBUTE shelf TYPE integer;
