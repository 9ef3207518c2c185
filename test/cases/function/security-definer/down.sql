-- Drops function public.purge().
-- Hazard C402: callers of public.purge() fail.
DROP FUNCTION public.purge();

-- Drops function public.purge_safely().
-- Hazard C402: callers of public.purge_safely() fail.
DROP FUNCTION public.purge_safely();
