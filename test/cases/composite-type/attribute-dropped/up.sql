-- Undo: loses data:
--   attribute side of stored values of composite type public.shelf_mark

-- Alters composite type public.shelf_mark.
-- Loses attribute side of stored values of composite type public.shelf_mark.
-- Hazard D102, blocking: drops attribute side of composite type public.shelf_mark with its values.
ALTER TYPE public.shelf_mark DROP ATTRIBUTE side;
