-- Undo: lossless

-- Drops function public.label(public.shelf_mark).
-- Hazard C402: callers of public.label(public.shelf_mark) fail.
DROP FUNCTION public.label(public.shelf_mark);

-- Drops composite type public.shelf_mark.
DROP TYPE public.shelf_mark;
