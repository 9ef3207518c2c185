-- Drops function public.entrance().
-- Hazard C402: callers of public.entrance() fail.
DROP FUNCTION public.entrance();

-- Drops composite type public.shelf_mark.
DROP TYPE public.shelf_mark;
